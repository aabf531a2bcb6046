import type { Certainty } from '../kernel/citation.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { Fact } from '../obligation/fact.ts';
import type { Knowledge } from '../obligation/knowledge.ts';
import type { Obligation } from '../obligation/obligation.ts';
import { type Prerequisite, prerequisitesOf } from '../obligation/prerequisite.ts';
import type { Subject } from '../obligation/subject.ts';
import type { Expected, ReadinessStep } from './readiness.ts';

/** What the steps up to an assessment are worked out from. */
export interface ChainQuestion {
  readonly obligation: Obligation;
  readonly subject: Subject;
  readonly knowledge: Knowledge;
  readonly facts: readonly Fact[];
  readonly on: Day;
  /** How a sentence names a body by id; null: the bearer. */
  readonly whoIs: (body: string | null) => string;
}

/** The steps up to an assessment in order: what is done, on which day and by which fact, and what waits for whom. */
export function chainOf(question: ChainQuestion): readonly ReadinessStep[] {
  const steps: ReadinessStep[] = [];
  for (const event of prerequisitesOf(question.obligation, question.knowledge.kinds)) {
    steps.push(stepOf(event, steps, question));
  }
  return steps;
}

/** The day by which the last of some steps is expected; null where one of them has neither a day nor a stated length. */
export function expectedOf(steps: readonly ReadinessStep[]): Expected | null {
  const all = steps.map(({ day, expected }) => (day === null ? expected : { day, certainty: 'stated' as const }));
  const [first, ...rest] = all;
  if (first === undefined || all.includes(null)) return null;
  return (rest as Expected[]).reduce(later, first as Expected);
}

function stepOf(event: string, before: readonly ReadinessStep[], question: ChainQuestion): ReadinessStep {
  const { knowledge, subject, on, whoIs } = question;
  const kind = knowledge.kinds.get(event);
  const how = kind?.broughtAbout ?? null;
  const { occurrence } = knowledge.about(event, subject);
  const needed = before.filter((one) => how?.needs.includes(one.event));
  const day = typeof occurrence === 'number' ? occurrence : null;
  const facts = day === null ? [] : factsOf(event, day, question);
  const isOpen = occurrence === null;
  return {
    event,
    title: kind?.title ?? event,
    who: how === null ? null : whoIs(how.by),
    needs: how?.needs ?? [],
    state:
      occurrence === 'never'
        ? 'never'
        : day !== null
          ? facts.length === 0
            ? 'supposed'
            : day <= on
              ? 'done'
              : 'dated'
          : needed.every((one) => one.day !== null && one.day <= on)
            ? 'awaited'
            : 'waiting',
    day,
    expected: isOpen ? expectedAfter(needed, how, on) : null,
    facts: facts.map((fact) => fact.id),
    citations: [
      ...(kind === undefined ? [] : [kind.citation]),
      ...(how === null ? [] : [how.citation]),
      ...facts.map((fact) => fact.citation),
    ],
  };
}

/** Facts that say that an event took place on a day; of the first of a kind, those of that kind. */
function factsOf(event: string, day: Day, { knowledge, subject, facts }: ChainQuestion): readonly Fact[] {
  const kind = knowledge.kinds.get(event);
  const about = kind?.subject === 'party' ? subject.supplier : kind?.subject === 'system-group' ? subject.id : null;
  return facts.filter(
    (fact) =>
      fact.effectiveOn === day &&
      ((fact.kind === event && fact.subject === about) || (kind?.firstOf != null && fact.kind === kind.firstOf)),
  );
}

/** A step begins when the last of what it needs is there, at the earliest on the day asked about where it should be over by then. */
function expectedAfter(needed: readonly ReadinessStep[], how: Prerequisite | null, on: Day): Expected | null {
  if (how === null || how.takes === null) return null;
  const begins = needed.length === 0 ? { day: on, certainty: 'stated' as const } : expectedOf(needed);
  if (begins === null) return null;
  const { days, citation } = how.takes;
  return later(
    { day: addDays(begins.day, days), certainty: leastSure(begins.certainty, citation.certainty) },
    { day: on, certainty: 'stated' },
  );
}

function later(a: Expected, b: Expected): Expected {
  return { day: Math.max(a.day, b.day) as Day, certainty: leastSure(a.certainty, b.certainty) };
}

const SURENESS: readonly Certainty[] = ['stated', 'public', 'derived', 'unverified', 'illustrative'];

function leastSure(a: Certainty, b: Certainty): Certainty {
  return SURENESS.indexOf(a) < SURENESS.indexOf(b) ? b : a;
}
