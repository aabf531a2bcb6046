import type { Citation } from '../../kernel/citation.ts';
import type { Expression } from '../../kernel/condition.ts';
import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Role } from '../../party/actor.ts';
import type { ProposalRules } from '../context.ts';
import type { StepClock } from '../profile/profile.ts';
import type { ProposalLife } from '../state.ts';
import { closingOn, lastDayOf, numberOf } from '../timetable/period.ts';

/** Who may take a proposal back, until when, and who may take it on then. */
export interface WithdrawalRules {
  /** `party` and `proposer` mean whoever proposed it. */
  readonly by: readonly Role[];
  /** Once it is true the proposal can be withdrawn no more. */
  readonly until: Expression;
  /** `withdraw the Modification Proposal`. */
  readonly act: string;
  /** `Withdrawn`, as the register shows it. */
  readonly title: string;
  /** Absent: what is withdrawn ends at once. */
  readonly adoption?: AdoptionRules;
  readonly citation: Citation;
}

/** Who may adopt a proposal that was withdrawn, and in what time. */
export interface AdoptionRules {
  readonly by: readonly Role[];
  /** `adopt the Modification Proposal`. */
  readonly act: string;
  readonly clock: StepClock;
  readonly citation: Citation;
}

/** A proposal that was taken back: by a person by name, why and when. */
export interface Withdrawn {
  readonly by: string;
  readonly reasons: string;
  readonly on: Day;
}

/** A proposal that was taken back and that others may adopt. */
export interface Adoptable extends Withdrawn {
  /** The last day on which it can be adopted. */
  readonly lastDay: Day;
  /** The day since which its clocks stand still: that of the withdrawal, or of the hold on which it was. */
  readonly stopped: Day;
}

/** That another proposed it from a day on. */
export interface Adopted {
  readonly proposer: { readonly id: string; readonly name: string };
  readonly before: { readonly id: string; readonly name: string };
  readonly by: string;
  readonly reasons: string;
  readonly on: Day;
}

/** The last day on which a proposal that is withdrawn on a day can be adopted; null when it cannot. */
export function adoptableUntil(on: Day, life: ProposalLife, rules: ProposalRules): Day | null {
  const clock = rules.profile.withdrawal?.adoption?.clock;
  const period = clock === undefined ? null : numberOf(clock.workingDays, life, rules);
  return clock === undefined || period === null ? null : lastDayOf(clock, on, period.workingDays, rules);
}

/** When the time for an adoption ends; null when nobody can adopt the proposal now. */
export function adoptionEnds({ adoptable }: ProposalLife, { profile }: ProposalRules): Instant | null {
  return adoptable && closingOn(profile.withdrawal?.adoption?.clock ?? null, adoptable.lastDay);
}
