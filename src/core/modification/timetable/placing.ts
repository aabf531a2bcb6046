import { addDays, type Day } from '../../kernel/day.ts';
import { type Calendar, findWorkingDay } from '../../kernel/working-days.ts';
import type { ProposalRules } from '../context.ts';
import type { ProposalLife } from '../state.ts';
import type { PlanReason } from './plan-words.ts';
import type { Release } from './release-calendar.ts';

/** What placing steps on days depends on. */
export interface Placing {
  readonly life: ProposalLife;
  readonly rules: ProposalRules;
  readonly urgent: boolean;
  /** The Working Days that count where a step has no calendar of its own. */
  readonly workingDays: Calendar;
  /** The release that is aimed at; null for the first that can be met. */
  readonly target: Release | null;
  /** Working Days for what no rule gives a length. */
  readonly given: { readonly consultation: number; readonly window: number };
}

/** A day on which a step can be, and why not before it. */
export interface Placed {
  readonly day: Day;
  readonly reason: PlanReason;
}

/** The first Working Day on or after a day; null beyond the snapshot. */
export function workingDayOnOrAfter(on: Day, { workingDays }: Pick<Placing, 'workingDays'>): Day | null {
  return findWorkingDay(workingDays, addDays(on, -1), 1);
}
