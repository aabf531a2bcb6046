import { instrumentsOf } from '../../src/app/record/load-demonstration.ts';
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts';
import { type Day, day, formatDay } from '../../src/core/kernel/day.ts';
import { dayOfInstant, type Instant, instant } from '../../src/core/kernel/instant.ts';
import { addWorkingDays } from '../../src/core/kernel/working-days.ts';
import type { ProposalCommand } from '../../src/core/modification/command.ts';
import type { ProposalContent } from '../../src/core/modification/proposal.ts';
import type { Statement } from '../../src/core/modification/report/report-content.ts';
import { type Actor, CLOCK } from '../../src/core/party/actor.ts';
import type { Case } from '../../src/core/rulebook/case.ts';
import { GENESIS } from '../../src/core/rulebook/chain.ts';
import type { RecordEvent } from '../../src/core/rulebook/record-event.ts';
import type { Rulebook } from '../../src/core/rulebook/rulebook.ts';
import { chainHash } from '../../src/store/chain.ts';
import { encodeEvent } from '../../src/store/event-types.ts';
import { transferDigest } from '../../src/store/transfer.ts';
import { type Chance, chance, word } from './generated-words.ts';
import {
  determination,
  holder,
  openConsultation,
  PEOPLE,
  RULES,
  response,
  SEATS,
  Story,
  timetable,
  vote,
} from './proposal.ts';

/** How far a generated proposal has come: what it waits for, or how it ended. */
export const LIVE = ['report', 'panel', 'consultation', 'second-report', 'ballot-to-open', 'ballot', 'window'] as const;
const ENDED = ['Not progressed', 'Withdrawn', 'Rejected', 'Implemented'] as const;

/** What the generator knows of a modification, kept without asking the core. */
export interface KnownModification {
  readonly id: string;
  readonly title: string;
  readonly raisedOn: Day;
  readonly proposer: string;
  readonly categories: readonly string[];
  readonly document: string;
  /** A word that stands in no other. */
  readonly mark: string;
  readonly fate: (typeof LIVE)[number] | (typeof ENDED)[number];
  /** When it was raised and when it ended. */
  readonly from: Instant;
  readonly ended: Instant | null;
  /** When somebody last did something: before that it is open, whatever time brought about later. */
  readonly acted: Instant;
  /** Seats that have voted and Parties that have responded, in what is open. */
  readonly gone: readonly string[];
}

/** A register as the lines of an exported record, with what is known of it. */
export interface GeneratedRegister {
  readonly now: Instant;
  readonly modifications: readonly KnownModification[];
  readonly parties: readonly string[];
  readonly lines: readonly string[];
}

/** Which register: how many modifications, how many of them live, how many Parties. */
export interface RegisterSize {
  readonly modifications: number;
  readonly live: number;
  readonly parties: number;
  readonly seed: number;
}

const NOW = instant('2018-10-05T09:00:00Z');
const CATEGORIES = ['large-supplier', 'small-supplier', 'electricity-network', 'gas-network', 'other-sec-party'];
const PROPOSERS = ['Security Sub-Committee', 'Brightwater Energy', 'Larch Power', 'Data Communications Company'];
/** Working Days from the raising to each step. */
const PLAN = {
  report: 1,
  progress: 5,
  open: 6,
  closes: 26,
  second: 28,
  ballot: 31,
  counted: 33,
  window: 45,
  takesEffect: 60,
};
/** Working Days that a live one has lasted at least and at most. */
const LASTED: Record<(typeof LIVE)[number], readonly [number, number]> = {
  report: [0, 8],
  panel: [1, 9],
  consultation: [6, 25],
  'second-report': [27, 34],
  'ballot-to-open': [29, 36],
  ballot: [32, 32],
  window: [34, 40],
};

interface Recorded {
  readonly stream: string;
  readonly at: Instant;
  readonly event: RecordEvent;
  readonly actor: Actor;
  readonly cause: string;
}

/** A register that the core decided command by command, every event at the instant of its act. */
export function generatedRegister(
  size: RegisterSize,
  { case: seed, rulebook }: { readonly case: Case; readonly rulebook: Rulebook },
  files: string,
): GeneratedRegister {
  const next = chance(size.seed);
  const parties = Array.from({ length: size.parties }, (_, at) => ({
    id: `party-${String(at + 1).padStart(3, '0')}`,
    name: `Party ${at + 1} Limited`,
    category: pick(CATEGORIES, at),
  }));
  const told: Recorded[] = [];
  const modifications = Array.from({ length: size.modifications }, (_, at) => {
    const isLive = at >= size.modifications - size.live;
    return new Life(at + 1, isLive ? pick(LIVE, at) : endOf(next), next, {
      seed,
      digest: rulebook.digest,
      parties,
    }).lived(told);
  });
  const beginning = instant('2015-12-01T09:00:00Z');
  const first = (stream: string, event: RecordEvent): Recorded => ({
    stream,
    at: beginning,
    event,
    actor: CLOCK,
    cause: 'load-demonstration',
  });
  const events = [
    first('record', { type: 'demonstration-loaded', case: seed.id, startsAt: beginning }),
    first('record', { type: 'rulebook-adopted', code: rulebook.code, digest: rulebook.digest }),
    ...instrumentsOf(rulebook).flatMap(({ stream, events: all }) => all.map((event) => first(stream, event))),
    ...parties.map((party) =>
      first(`party/${party.id}`, { type: 'party-admitted', ...party, admittedOn: day('2014-01-01'), cycleYear: null }),
    ),
    ...told.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    { ...first('record', { type: 'clock-advanced', to: NOW }), at: NOW, cause: 'advance-clock' },
  ];
  return { now: NOW, modifications, parties: parties.map(({ id }) => id), lines: linesOf(events, rulebook, files) };
}

function endOf(next: Chance): (typeof ENDED)[number] {
  const drawn = next(20);
  return drawn < 10 ? 'Not progressed' : drawn < 15 ? 'Withdrawn' : drawn < 18 ? 'Rejected' : 'Implemented';
}

interface Around {
  readonly seed: Case;
  readonly digest: string;
  readonly parties: readonly { readonly id: string; readonly name: string; readonly category: string }[];
}

/** One proposal from its raising to where it is; time settles before every act, as the operations do it. */
class Life {
  readonly #number: number;
  readonly #fate: KnownModification['fate'];
  readonly #next: Chance;
  readonly #around: Around;
  readonly #raised: Day;
  readonly #story: Story;
  readonly #told: Recorded[] = [];

  constructor(number: number, fate: KnownModification['fate'], next: Chance, around: Around) {
    this.#number = number;
    this.#fate = fate;
    this.#next = next;
    this.#around = around;
    this.#story = new Story(RULES, around.parties);
    const range = LASTED[fate as (typeof LIVE)[number]];
    const today = dayOfInstant(NOW);
    this.#raised =
      range === undefined
        ? workingDays(day('2016-01-05'), next(600))
        : workingDays(today, -(range[0] + next(range[1] - range[0] + 1)));
  }

  lived(into: Recorded[]): KnownModification {
    const content = this.#content();
    const by = { ...PEOPLE.proposer, id: content.proposer.id, name: content.proposer.name };
    this.#do(0, '08:30', by, { type: 'raise-proposal', content, rulebook: this.#around.digest });
    const gone = this.#onward(by);
    into.push(...this.#told);
    const isOver = ENDED.some((one) => one === this.#fate);
    if (isOver !== (this.#story.state.status === 'closed')) throw new Error(`${content.id} is not ${this.#fate}`);
    const acted = this.#told.findLast(({ actor }) => actor !== CLOCK)?.at ?? NOW;
    const ended = isOver ? (this.#told.at(-1)?.at ?? null) : null;
    const { parties: categories, documentsTouched } = content.report.impacts;
    return {
      ...{ id: content.id, title: content.title, raisedOn: this.#raised, proposer: content.proposer.name, categories },
      ...{ document: documentsTouched[0] ?? '', mark: `mark${this.#number}x`, fate: this.#fate, gone, ended, acted },
      from: this.#told[0]?.at ?? NOW,
    };
  }

  #onward(proposer: Actor): readonly string[] {
    if (this.#fate === 'report') return [];
    this.#do(PLAN.report, '08:40', PEOPLE.secretary, { type: 'submit-paper', step: 'report' });
    if (this.#fate === 'panel') return [];
    if (this.#fate === 'Withdrawn') {
      this.#do(PLAN.report + 1, '08:41', proposer, { type: 'withdraw-proposal', reasons: 'Overtaken.' });
      this.#settle(PLAN.takesEffect, '08:00');
      return [];
    }
    const refused = this.#fate === 'Not progressed';
    this.#do(PLAN.progress, '08:42', PEOPLE.panel, determination('progress', refused ? 'refused' : 'agreed'));
    if (refused) return [];
    for (const step of ['route', 'timetable', 'path'])
      this.#do(PLAN.progress, '08:43', PEOPLE.panel, determination(step, 'agreed'));
    this.#do(PLAN.open, '08:00', PEOPLE.secretary, openConsultation());
    const responded = this.#around.parties.slice(0, this.#next(4)).map(({ id }) => id);
    for (const party of responded) {
      this.#do(PLAN.open, '08:44', { id: party, name: party, role: 'party', party }, response());
    }
    if (this.#fate === 'consultation') return responded;
    if (this.#fate === 'second-report') return [];
    this.#do(PLAN.second, '08:10', PEOPLE.secretary, { type: 'submit-paper', step: 'modification_report' });
    if (this.#fate === 'ballot-to-open') return [];
    this.#do(PLAN.ballot, '08:50', PEOPLE.secretary, { type: 'open-ballot', step: null, closes: null });
    const voting = this.#fate === 'ballot' ? SEATS.slice(0, this.#next(SEATS.length)) : SEATS;
    const position = this.#fate === 'Rejected' ? 'reject' : 'approve';
    for (const seat of voting) this.#do(PLAN.ballot, '08:55', holder(seat), vote(seat, position));
    if (this.#fate === 'ballot') return voting;
    this.#settle(PLAN.counted, '17:30');
    if (this.#fate === 'window') return [];
    this.#settle(PLAN.window, '08:00');
    if (this.#fate === 'Rejected') return [];
    const label = `${this.#number}.0`;
    this.#do(PLAN.takesEffect, '08:58', PEOPLE.secretary, {
      type: 'implement-modification',
      step: null,
      label,
    } as ProposalCommand);
    return [];
  }

  #do(after: number, time: string, actor: Actor, command: ProposalCommand): void {
    const at = this.#at(after, time);
    const known = this.#story.events.length;
    this.#story.do(at, actor, command);
    this.#keep(known, at, actor, command.type);
  }

  #settle(after: number, time: string): void {
    const at = this.#at(after, time);
    const known = this.#story.events.length;
    this.#story.until(at);
    this.#keep(known, at, CLOCK, 'clock');
  }

  #keep(known: number, at: string, actor: Actor, cause: string): void {
    const stream = `modification/${this.#id()}`;
    for (const event of this.#story.events.slice(known)) {
      this.#told.push({ stream, at: instant(`${at.replace(' ', 'T')}:00Z`), event, actor, cause });
    }
  }

  #at(after: number, time: string): string {
    return `${formatDay(workingDays(this.#raised, after))} ${time}`;
  }

  #id(): string {
    return `SECMP${String(this.#number).padStart(4, '0')}`;
  }

  #content(): ProposalContent {
    const next = this.#next;
    const { report, ...proposal } = this.#around.seed.proposal;
    const from = (after: number) => formatDay(workingDays(this.#raised, after));
    const [statement] = report.issue;
    if (statement === undefined) throw new Error('the case states no issue');
    const { quotes: _, footnote: __, items: ___, ...plain } = statement;
    const said = (words: number): Statement => ({ ...plain, text: sentence(next, words) });
    const name = pick(PROPOSERS, next(PROPOSERS.length));
    const categories = CATEGORIES.filter(() => next(3) === 0);
    return {
      ...proposal,
      id: this.#id(),
      title: sentence(next, 4 + next(4)),
      proposer: { id: name.toLowerCase().replace(/[^a-z]+/g, '-'), name },
      urgency: { asked: false, reason: '' },
      timetable: timetable(
        ['raise', from(0)],
        ['progress', from(PLAN.progress)],
        ['consultation', from(PLAN.open), from(PLAN.closes)],
        ['ballot', from(PLAN.ballot), from(PLAN.counted)],
      ),
      implementation: { kind: 'on', day: workingDays(this.#raised, PLAN.takesEffect) },
      legalText: [],
      obligations: [],
      wordings: [],
      report: {
        ...report,
        abstract: said(25),
        summaryIssue: [said(30)],
        summarySolution: [said(30)],
        summaryCosts: [],
        background: [said(40)],
        issue: [{ ...said(40), text: `${sentence(next, 40)} mark${this.#number}x` }],
        implications: [said(30)],
        solution: [said(60)],
        objectiveViews: [],
        impacts: { ...report.impacts, parties: categories, documentsTouched: [`Section ${'ABCDEFGHIJKLM'[next(13)]}`] },
        history: [],
        judgements: [],
      },
    };
  }
}

function sentence(next: Chance, words: number): string {
  const text = Array.from({ length: words }, () => word(next)).join(' ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function workingDays(from: Day, count: number): Day {
  const [calendar] = RULES.calendars;
  if (calendar === undefined) throw new Error('the rulebook has no calendar');
  return addWorkingDays(calendar, from, count);
}

function pick<T>(all: readonly T[], at: number): T {
  return all[at % all.length] as T;
}

/** The events as a record that was exported: chained stream by stream, in one order, with the closing digest. */
function linesOf(events: readonly Recorded[], rulebook: Rulebook, files: string): readonly string[] {
  const heads = new Map<string, { version: number; hash: string }>();
  const lines = events.map(({ stream, at: recordedAt, event, actor, cause }, index) => {
    const { version, hash: previousHash } = heads.get(stream) ?? { version: 0, hash: GENESIS };
    const link = { stream, version: version + 1, ...encodeEvent(event), actor, cause, recordedAt };
    const hash = chainHash(previousHash, link);
    heads.set(stream, { version: version + 1, hash });
    return canonicalJson({ event: { ...link, position: index + 1, previousHash, hash } });
  });
  const manifest = {
    ...({ format: 'proviso-record', version: 1, exportedAt: NOW } as const),
    ...{ events: lines.length, streams: heads.size, rulebooks: 1, confidential: 0 },
  };
  const book = canonicalJson({ rulebook: { digest: rulebook.digest, code: rulebook.code, files } });
  const digest = transferDigest(manifest);
  for (const line of [book, ...lines]) digest.add(line);
  return [canonicalJson(manifest), book, ...lines, canonicalJson({ end: { digest: digest.value() } })];
}
