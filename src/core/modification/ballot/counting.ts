import type { ProposalRules } from '../context.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalLife } from '../state.ts';
import { parameterOf } from '../timetable/period.ts';
import type { CountingRules } from './tally.ts';
import { MAJORITY, parseShare } from './voting.ts';

/** The parameters of a ballot's step, as they stood when the proposal was raised. */
export function countingRules(step: Step, life: ProposalLife, rules: ProposalRules): CountingRules {
  const { voting } = step;
  const value = (id: string | null | undefined) => (id == null ? null : (parameterOf(id, life, rules)?.value ?? null));
  const share = (id: string | null | undefined) => parseShare(String(value(id))) ?? MAJORITY;
  const quorum = value(voting?.quorum);
  return {
    unit: voting?.unit ?? 'seat',
    aggregation: voting?.aggregation ?? 'by-category',
    of: voting?.of ?? 'cast',
    castingVote: voting?.castingVote ?? null,
    recusal: voting?.recusal ?? 'shrinks',
    presence: voting?.presence?.rule ?? 'votes',
    quorum: (typeof quorum === 'string' ? parseShare(quorum) : null) ?? (Number(quorum) || 0),
    quorumOf: (voting?.quorumOf ?? []).map((one) => ({ category: one.category, seats: Number(value(one.seats)) || 0 })),
    threshold: share(voting?.threshold),
    categoryThreshold: share(voting?.categoryThreshold),
    tie: value(voting?.tie) === 'approve' ? 'approve' : 'reject',
  };
}
