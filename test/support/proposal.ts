import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { calendarSchema } from '../../src/core/kernel/calendar.schema.ts';
import type { Commencement } from '../../src/core/kernel/commencement.ts';
import { type Day, day } from '../../src/core/kernel/day.ts';
import type { Decision } from '../../src/core/kernel/decider.ts';
import { dayOfInstant, type Instant, instant } from '../../src/core/kernel/instant.ts';
import { parameterSchema } from '../../src/core/kernel/parameter.schema.ts';
import type { ProposalCommand } from '../../src/core/modification/command.ts';
import type { ProposalContext, ProposalRules } from '../../src/core/modification/context.ts';
import { decide } from '../../src/core/modification/decide.ts';
import { evolve } from '../../src/core/modification/evolve.ts';
import { profileSchema } from '../../src/core/modification/profile/profile.schema.ts';
import type { ProposalContent, ProposalEvent } from '../../src/core/modification/proposal.ts';
import type { ReportContent } from '../../src/core/modification/report/report-content.ts';
import { settle } from '../../src/core/modification/settle.ts';
import { NO_PROPOSAL, type ProposalState } from '../../src/core/modification/state.ts';
import { releaseCalendarSchema } from '../../src/core/modification/timetable/release-calendar.schema.ts';
import type { Timetable } from '../../src/core/modification/timetable/timetable.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import { meetingCalendarSchema } from '../../src/core/party/meeting-calendar.schema.ts';
import { bodySchema, listedSchema, partyCategorySchema } from '../../src/core/party/party.schema.ts';

const ROOT = new URL('../../rulebook/', import.meta.url);

/** The rules of `sec-2016` as they ship. */
export const RULES: ProposalRules = {
  profile: profileOf('sec/profiles/sec-2016.yaml'),
  parameters: ['process', 'refinement'].flatMap((name) =>
    z.decode(z.array(parameterSchema), file(`sec/parameters/${name}.yaml`).parameters),
  ),
  calendars: [z.decode(calendarSchema, file('calendars/england-and-wales.yaml'))],
  bodies: z.decode(z.array(bodySchema), file('sec/rulebook.yaml').bodies),
  partyCategories: z.decode(z.array(partyCategorySchema), file('sec/rulebook.yaml').partyCategories),
  objectives: z.decode(z.array(listedSchema), file('sec/rulebook.yaml').objectives),
  meetings: z.decode(z.array(meetingCalendarSchema), file('sec/meetings.yaml').meetingCalendars),
  releases: z.decode(releaseCalendarSchema, file('sec/releases.yaml').releaseCalendar),
};

/** The rules of `sec-2018` as they ship. */
export const RULES_2018: ProposalRules = { ...RULES, profile: profileOf('sec/profiles/sec-2018.yaml') };

/** People, by what they are. */
export const PEOPLE = {
  proposer: { id: 'ssc', name: 'SSC', role: 'proposer' },
  secretary: { id: 'secretary', name: 'Code Administrator', role: 'code-administrator' },
  panel: { id: 'panel', name: 'Panel chair', role: 'panel' },
  authority: { id: 'authority', name: 'Authority', role: 'authority' },
  party: { id: 'brightwater', name: 'Brightwater', role: 'party', party: 'brightwater-energy' },
  stranger: { id: 'stranger', name: 'Stranger', role: 'party', party: 'nobody-energy' },
  seatless: { id: 'seatless', name: 'A guest of the board', role: 'change-board' },
} as const satisfies Record<string, Actor>;

/** The holder of a seat of the Change Board. */
export function holder(seat: string): Actor {
  return { id: seat, name: seat, role: 'change-board', seat };
}

/** Seats of the Change Board, in the rulebook's order. */
export const SEATS = RULES.bodies.find((body) => body.id === 'change-board')?.seats.map((seat) => seat.id) ?? [];

const PARTIES = [
  { id: 'brightwater-energy', name: 'Brightwater Energy', category: 'large-supplier', group: 'brightwater' },
  { id: 'larch-power', name: 'Larch Power', category: 'small-supplier' },
  { id: 'brightwater-gas', name: 'Brightwater Gas', category: 'small-supplier', group: 'brightwater' },
];

/** The timetable of SECMP0065. */
export const TIMETABLE = timetable(
  ['raise', '2018-10-05'],
  ['progress', '2018-10-12'],
  ['consultation', '2018-10-15', '2018-10-19'],
  ['ballot', '2018-10-24'],
);

/** A timetable of rows of step, first and last day. */
export function timetable(...rows: readonly (readonly [string, string, string?])[]): Timetable {
  return { steps: rows.map(([step, from, to]) => ({ step, from: day(from), to: day(to ?? from) })) };
}

/** SECMP0065 as far as the process reads it: 8 November 2018 if approved by 24 October 2018. */
const IMPLEMENTATION: Commencement = {
  kind: 'decision',
  decision: 'approval',
  by: day('2018-10-24'),
  // biome-ignore lint/suspicious/noThenProperty: the field is the consequence of a decision, never awaited.
  then: { kind: 'on', day: day('2018-11-08') },
  otherwise: null,
};

/** A proposal with the fields that the process reads. */
export function content(changed: Partial<ProposalContent> = {}): ProposalContent {
  return {
    id: 'SECMP0065',
    title: 'SMETS1 Security Obligations',
    proposer: { id: 'ssc', name: 'Security Sub-Committee' },
    code: 'sec',
    urgency: { asked: true, reason: 'Parties could be in breach.' },
    pathAsked: 'Path 3: Self-Governance',
    timetable: TIMETABLE,
    implementation: IMPLEMENTATION,
    legalText: [],
    draftedAgainst: '5.20',
    obligations: [],
    wordings: [],
    // The process never looks into the report.
    report: {} as ReportContent,
    ...changed,
  };
}

/** A context on a moment of the case clock. */
export function contextAt(now: Instant, actor: Actor): ProposalContext {
  return { ...RULES, now, today: dayOfInstant(now), actor, parties: PARTIES };
}

/** A proposal that people act on in turn; time settles before every act, as the operations do it. */
export class Story {
  state: ProposalState = NO_PROPOSAL;
  readonly rules: ProposalRules;
  readonly events: ProposalEvent[] = [];

  readonly parties: ProposalContext['parties'];

  constructor(rules: ProposalRules = RULES, parties: ProposalContext['parties'] = PARTIES) {
    this.rules = rules;
    this.parties = parties;
  }

  /** What a command would come to at `2018-10-12 10:00` (UTC), after time has settled. */
  try(at: string, actor: Actor, command: ProposalCommand): Decision<ProposalEvent> {
    const now = moment(at);
    this.keep(settle(this.state, now, this.rules));
    return decide(command, this.state, { ...contextAt(now, actor), ...this.rules, parties: this.parties });
  }

  /** Does it, or throws the refusal's sentence. */
  do(at: string, actor: Actor, command: ProposalCommand): this {
    const decision = this.try(at, actor, command);
    if (!decision.ok) throw new Error(`${decision.rejection.code}: ${decision.rejection.sentence}`);
    this.keep(decision.events);
    return this;
  }

  /** Lets time pass. */
  until(at: string): this {
    this.keep(settle(this.state, moment(at), this.rules));
    return this;
  }

  raised(changed: Partial<ProposalContent> = {}): this {
    this.do('2018-10-05 09:00', PEOPLE.proposer, { type: 'raise-proposal', content: content(changed), rulebook: 'r' });
    return this.do('2018-10-09 09:00', PEOPLE.secretary, { type: 'submit-paper', step: 'report' });
  }

  /** The Panel on 12 October; what is not given is agreed. */
  panel(answers: Readonly<Record<string, string>> = {}): this {
    for (const step of ['progress', 'urgency', 'route', 'timetable', 'path']) {
      this.determine('2018-10-12 10:00', PEOPLE.panel, step, answers[step] ?? 'agreed');
    }
    return this;
  }

  determine(at: string, actor: Actor, step: string, outcome: string, table: Timetable | null = null): this {
    return this.do(at, actor, determination(step, outcome, table));
  }

  /** From the Authority's agreement to the report before the Change Board. */
  consulted(): this {
    this.determine('2018-10-12 15:00', PEOPLE.authority, 'authority_timetable', 'agreed');
    this.do('2018-10-15 09:00', PEOPLE.secretary, openConsultation());
    return this.do('2018-10-22 09:00', PEOPLE.secretary, { type: 'submit-paper', step: 'modification_report' });
  }

  /** The Change Board votes on a day: the same position from every seat given. */
  voted(on: string, position: 'approve' | 'reject' | 'abstain', seats: readonly string[] = SEATS): this {
    const closes = instant(`${on}T16:00:00Z`);
    this.do(`${on} 09:00`, PEOPLE.secretary, { type: 'open-ballot', step: null, closes });
    for (const seat of seats) this.do(`${on} 10:00`, holder(seat), vote(seat, position));
    return this.until(`${on} 16:00`);
  }

  private keep(events: readonly ProposalEvent[]) {
    this.events.push(...events);
    this.state = events.reduce<ProposalState>(evolve, this.state);
  }
}

export function determination(step: string, outcome: string, table: Timetable | null = null): ProposalCommand {
  return { type: 'make-determination', step, outcome, reasons: 'For the reasons minuted.', timetable: table };
}

export function openConsultation(from: Day | null = null, to: Day | null = null): ProposalCommand {
  return { type: 'open-consultation', step: null, from, to };
}

export function vote(seat: string | null, position: 'approve' | 'reject' | 'abstain'): ProposalCommand {
  return { type: 'cast-vote', step: null, seat, position, reasons: 'Objective (g).' };
}

export function response(party: string | null = null): ProposalCommand {
  return { type: 'respond', step: null, party, stance: 'support', content: { id: 'c', digest: 'd' } };
}

/** The refusal of a decision; throws when it was accepted. */
export function refusalOf(decision: Decision<ProposalEvent>) {
  if (decision.ok) throw new Error(`accepted: ${decision.events.map((event) => event.type).join(', ')}`);
  return decision.rejection;
}

/** `2018-10-12 10:00`, in UTC. */
export function moment(at: string): Instant {
  return instant(`${at.replace(' ', 'T')}:00Z`);
}

function profileOf(path: string): ProposalRules['profile'] {
  return first(z.decode(z.array(profileSchema), file(path).profiles));
}

// biome-ignore lint/suspicious/noExplicitAny: YAML is read by its schema at each use.
function file(path: string): any {
  return parse(readFileSync(new URL(path, ROOT), 'utf8'));
}

function first<T>(all: readonly T[]): T {
  const [one] = all;
  if (one === undefined) throw new Error('a list that must not be empty is');
  return one;
}
