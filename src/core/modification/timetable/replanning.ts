import type { Citation } from '../../kernel/citation.ts';
import type { Role } from '../../party/actor.ts';
import type { ProposalRules } from '../context.ts';
import { factHolds } from '../profile/net.ts';
import type { ProposalLife } from '../state.ts';

/** Who may put another timetable in the place of the one that holds. */
export interface Replanning {
  readonly proposes: readonly Role[];
  readonly agrees: readonly Role[];
  /** Who agrees that of an urgent proposal; absent: as of any. */
  readonly agreesUrgent?: readonly Role[];
  readonly citation: Citation;
}

/** What is asked of whoever agrees a timetable. */
export const ANSWER = 'decide whether the timetable that is proposed takes the place of the one before';

/** Who agrees another timetable of a proposal as it stands. */
export function agreersOf(
  { agrees, agreesUrgent }: Replanning,
  life: ProposalLife,
  { profile }: Pick<ProposalRules, 'profile'>,
): readonly Role[] {
  return agreesUrgent !== undefined && factHolds('urgent', life, profile) === true ? agreesUrgent : agrees;
}
