import type { Interval } from '../../kernel/interval.ts';
import { always, mapSteps, type Steps } from '../../kernel/steps.ts';
import type { Worded } from '../asked.ts';
import { type Bound, boundSteps, type Readings, type Verdict } from '../bound-steps.ts';
import type { Knowledge } from '../knowledge.ts';
import { concerns, isEverBorne, type Subject } from '../subject.ts';

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
  return concerns(obligation, subject) && isEverBorne(obligation, category);
}

/** A duty on one member over all days, with what decides it. */
export function boundOf(
  worded: Worded,
  member: Member,
  { readings, knowledge }: Pick<Population, 'readings' | 'knowledge'>,
): Steps<Bound> {
  return boundSteps(worded, { ...member, readings, knowledge });
}

/** What a register says of a duty and a member, as the rule defines it; what does not concern the member does not bind it. */
export function verdictsOf(worded: Worded, member: Member, population: Population): Steps<Verdict> {
  if (!concerns(worded.obligation, member.subject)) return always<Verdict>(false);
  return mapSteps(boundOf(worded, member, population), ({ bound }) => bound);
}
