import type { Day } from '../kernel/day.ts';
import type { Interval } from '../kernel/interval.ts';
import type { Wordings } from '../kernel/reading.ts';
import { valueOn } from '../kernel/steps.ts';
import type { Calendar } from '../kernel/working-days.ts';
import type { Asked, Worded } from '../obligation/asked.ts';
import { boundSteps, type Readings } from '../obligation/bound-steps.ts';
import type { Fact, FactKind } from '../obligation/fact.ts';
import { type Assumption, type Knowledge, knowledgeOf } from '../obligation/knowledge.ts';
import { concerns, partySubject, type Subject } from '../obligation/subject.ts';
import type { Named } from '../party/actor.ts';
import { categoryOn, categorySteps, isEverIn } from '../party/party-over-time.ts';
import { continuityOf } from './continuity.ts';
import type { AssessedParty, Estate } from './effect-question.ts';
import { assessableFrom, boundUnassessable, exposureOn } from './exposure.ts';
import { chainOf, expectedOf } from './prerequisite-chain.ts';
import type {
  DutyReadiness,
  PartyReadiness,
  ReadinessModification,
  ReadinessReport,
  ReadinessStep,
  Shown,
  Standing,
} from './readiness.ts';
import { type Combination, combinationsOf, readingsOf } from './reading-combinations.ts';
import { spansOf } from './spans.ts';

/** Everything that readiness is a function of. */
export interface ReadinessQuestion {
  readonly duties: readonly Worded[];
  /** A modification with which `duties` are, and the duties without it; null: they are those of the record. */
  readonly modification: (ReadinessModification & { readonly without: readonly Worded[] }) | null;
  readonly wordings: readonly Wordings[];
  readonly factKinds: readonly FactKind[];
  readonly calendars: readonly Calendar[];
  readonly bodies: readonly Named[];
  readonly estate: Pick<Estate, 'parties' | 'groups' | 'assessments'>;
  readonly facts: readonly Fact[];
  readonly assumed: readonly Assumption[];
  readonly on: Day;
  /** Readings that are fixed; of the other wordings the default is taken. */
  readonly readings: Combination;
}

/** For every duty of every party: when compliance can be shown, what holds it up, and the exposure before it. */
export function readinessOf(question: ReadinessQuestion): ReadinessReport {
  const { duties, wordings, factKinds, facts, assumed, on, estate } = question;
  const used = new Set(duties.flatMap(({ words }) => words.map((one) => one.wording)));
  const [combination = {}] = combinationsOf(
    wordings.filter((one) => used.has(one.id)),
    question.readings,
  );
  const ground = {
    question,
    readings: readingsOf(wordings, combination),
    knowledge: knowledgeOf(factKinds, facts, assumed, question.calendars),
  };
  const { modification } = question;
  return {
    on,
    modification: modification && { id: modification.id, implementation: modification.implementation },
    readings: combination,
    assumed: assumed.map(({ event, subject, day }) => ({
      event: subject === null ? event : `${event}:${subject}`,
      day,
    })),
    parties: estate.parties.map((party) => partyReadiness(party, ground)),
  };
}

interface PartyGround {
  readonly question: ReadinessQuestion;
  readonly readings: Readings;
  readonly knowledge: Knowledge;
}

function partyReadiness(party: AssessedParty, ground: PartyGround): PartyReadiness {
  const { estate, duties } = ground.question;
  const subjects: (Subject & { readonly title: string })[] = [
    { ...partySubject(party), title: party.name },
    ...estate.groups.filter((group) => group.supplier === party.id),
  ];
  return {
    party: party.id,
    name: party.name,
    category: categoryOn(party, ground.question.on),
    duties: subjects.flatMap((subject) =>
      duties
        .filter(({ obligation }) => obligation.covers.length === 0 && isEverIn(party, obligation.bearers))
        .filter(({ obligation, words }) => concerns(obligation, subject) && words.length > 0)
        .map((worded) => dutyReadiness(worded, subject, party, ground)),
    ),
  };
}

function dutyReadiness(
  worded: Worded,
  subject: Subject & { readonly title: string },
  party: AssessedParty,
  { question, readings, knowledge }: PartyGround,
): DutyReadiness {
  const { obligation } = worded;
  const { on, facts, bodies, estate, duties } = question;
  const window = windowOf(worded);
  const asked: Asked = { subject, category: categorySteps(party), readings, knowledge };
  const bound = boundSteps(worded, asked);
  const unassessable = boundUnassessable(obligation, bound, subject, knowledge);
  const whoIs = (body: string | null) => bodies.find((one) => one.id === body)?.inSentence ?? body ?? party.name;
  const chain = chainOf({ obligation, subject, knowledge, facts, on, whoIs });
  const exposure = spansOf(unassessable, window);
  return {
    subject: subject.id,
    subjectTitle: subject.title,
    obligation: obligation.id,
    title: obligation.title,
    instrument: obligation.instrument,
    provision: obligation.provision,
    standing: standingOf(valueOn(bound, on).bound, valueOn(unassessable, on).verdict),
    chain,
    shown: shownOf(assessableFrom(obligation, subject, knowledge), chain, firstDayOf(bound)),
    heldUpBy: chain
      .filter((step) => step.state === 'awaited')
      .map(({ event, title, who }) => ({ event, title, who: who ?? 'nobody who is named' })),
    exposure,
    assessments: estate.assessments
      .filter((one) => one.party === party.id)
      .map((one) => ({ assessment: one.id, on: one.on, exposed: exposureOn([unassessable], one.on).verdict }))
      .filter((one) => one.exposed !== false),
    without: withoutIt(worded, asked, question),
    continuity: continuityOf(worded, duties, asked, window),
  };
}

/** Exposure and continuity without the modification that is asked about, over the same window. */
function withoutIt(
  { obligation, words }: Worded,
  asked: Asked,
  { modification }: ReadinessQuestion,
): DutyReadiness['without'] {
  const before = modification?.without.find((one) => one.obligation.id === obligation.id);
  if (modification === null || before === undefined || before.words.length === 0) return null;
  const window = windowOf({ obligation, words: [...words, ...before.words] });
  const bound = boundSteps(before, asked);
  const unassessable = boundUnassessable(before.obligation, bound, asked.subject, asked.knowledge);
  return {
    exposure: spansOf(unassessable, window),
    continuity: continuityOf(before, modification.without, asked, window),
  };
}

/** From the first day on which it has any words, without an end. */
function windowOf({ words }: Worded): Interval {
  return { from: Math.min(...words.map((one) => one.interval.from)) as Day, until: null };
}

function standingOf(bound: boolean | 'unknown', exposed: boolean | 'unknown'): Standing {
  if (bound === false) return 'not-bound';
  if (exposed === true) return 'exposed';
  return bound === 'unknown' || exposed === 'unknown' ? 'unsettled' : 'ready';
}

/** The first day on which a duty binds or may; null where there is none, or no first. */
function firstDayOf({ initial, changes }: ReturnType<typeof boundSteps>): Day | null {
  return initial.bound === false ? (changes.find(({ value }) => value.bound !== false)?.from ?? null) : null;
}

/** Nothing is shown of a duty before it binds. */
function shownOf(
  assessable: ReturnType<typeof assessableFrom>,
  chain: readonly ReadinessStep[],
  binds: Day | null,
): Shown {
  switch (assessable.kind) {
    case 'on':
      return { kind: 'on', day: binds === null || binds < assessable.day ? assessable.day : binds };
    case 'never':
      return { kind: 'never', because: chain.filter((step) => step.state === 'never').map((step) => step.event) };
    case 'unknown': {
      const { awaiting } = assessable;
      const notBefore = [assessable.notBefore, binds].reduce((a, b) => (a === null || (b !== null && a < b) ? b : a));
      return { kind: 'unknown', notBefore, awaiting, expected: expectedOf(chain) };
    }
  }
}
