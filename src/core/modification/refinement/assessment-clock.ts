import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ProposalRules } from '../context.ts';
import type { ProposalLife } from '../state.ts';
import { closingOn, lastDayOf, lengthOf, numberOf } from '../timetable/period.ts';
import type { Assessment } from './assessment.ts';
import type { AssessmentRule } from './refinement-rule.ts';

/** By when an assessment is due, and what has stopped its clock. */
export interface AssessmentDue {
  /** The time that the rules give it; null where no rule does. */
  readonly workingDays: number | null;
  /** Its last instant; null while its clock stands still, or where no rule or calendar says it. */
  readonly until: Instant | null;
  /** Since when the clock stands still for want of information, and how many Working Days are left; null while it runs. */
  readonly stopped: { readonly since: Day; readonly left: number } | null;
}

/**
 * By when an assessment is due: so many Working Days from its request and as many more as the proposal was on hold or,
 * where information stops the clock, went by between its being asked for and given. What comes after the last day stops
 * nothing.
 */
export function dueOf(
  assessment: Assessment,
  { clock, informationStopsClock }: AssessmentRule,
  life: ProposalLife,
  rules: ProposalRules,
): AssessmentDue {
  const workingDays = numberOf(clock.workingDays, life, rules)?.workingDays ?? null;
  const after = { ...clock, countFirst: false };
  let last = workingDays === null ? null : lastDayOf(clock, assessment.on, workingDays, rules);
  let counted = assessment.on;
  const asked = informationStopsClock ? assessment.information : [];
  const stops = [
    ...life.holds.map(({ from, to }) => ({ on: from, until: to })),
    ...asked.map(({ on, given }) => ({ on, until: given?.on ?? null })),
  ];
  for (const { on, until } of stops.toSorted((a, b) => a.on - b.on)) {
    if (last === null || on > last) break;
    if (until === null) {
      const left = lengthOf(after, Math.max(on, counted) as Day, last, rules) ?? 0;
      return { workingDays, until: null, stopped: { since: on, left } };
    }
    const from = Math.max(on, counted) as Day;
    if (until <= from) continue;
    const lost: number = lengthOf(after, from, until, rules) ?? 0;
    last = lost === 0 ? last : lastDayOf(after, last, lost, rules);
    counted = until;
  }
  return { workingDays, until: last === null ? null : closingOn(clock, last), stopped: null };
}
