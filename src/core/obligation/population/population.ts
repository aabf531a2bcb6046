import type { Interval } from '../../kernel/interval.ts';
import { always, lift, type Steps } from '../../kernel/steps.ts';
import type { Worded } from '../asked.ts';
import { type Bound, boundSteps, type Readings, type Verdict } from '../bound-steps.ts';
import type { Knowledge } from '../knowledge.ts';
import { concerns, type Subject } from '../subject.ts';

/** Someone whom duties can bind: a subject, and the party category of its bearer over days. */
export interface Member {
  readonly subject: Subject;
  readonly category: Steps<string>;
}

/** Everything that a register of duties is a function of. */
export interface Population {
  readonly duties: readonly Worded[];
  readonly members: readonly Member[];
  readonly readings: Readings;
  readonly knowledge: Knowledge;
  /** Days that are answered for. */
  readonly window: Interval;
}

/** Whether a duty can bind a member on some day at all. */
export function canBind({ obligation }: Worded, { subject, category }: Member): boolean {
  if (!concerns(obligation, subject)) return false;
  return [category.initial, ...category.changes.map(({ value }) => value)].some((one) =>
    obligation.bearers.includes(one),
  );
}

/** A duty on one member over all days, with what decides it; null where it is about no such subject, and on the days on which its bearer's category does not bear it. */
function boundOf(
  worded: Worded,
  { subject, category }: Member,
  { readings, knowledge }: Pick<Population, 'readings' | 'knowledge'>,
): Steps<Bound | null> {
  if (!concerns(worded.obligation, subject)) return always<Bound | null>(null);
  const bound = boundSteps(worded, { subject, readings, knowledge });
  return lift<Bound | string, Bound | null>([bound, category], ([value, of]) =>
    worded.obligation.bearers.includes(of as string) ? (value as Bound) : null,
  );
}

/** What a register says of a duty and a member, as the rule defines it; what does not concern the member does not bind it. */
export function verdictsOf(worded: Worded, member: Member, population: Population): Steps<Verdict> {
  return lift([boundOf(worded, member, population)], ([bound]) => bound?.bound ?? false);
}
