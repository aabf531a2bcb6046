import type { Profile, Step } from '../profile/profile.ts';
import { refinementStage } from './stage.ts';

/** What refinement has besides the steps of its profile, as steps: each with who does it and its clock, to be checked as they are. */
export function refiningSteps(profile: Profile): readonly Step[] {
  const stage = refinementStage(profile);
  if (stage === null) return [];
  const { rule, report } = stage;
  const group = { ...report, title: 'Working Group', by: [...rule.group.appointedBy, ...rule.group.answeredBy] };
  const assessments = rule.assessments.map((one) => ({
    ...report,
    title: one.title,
    by: [...one.requestedBy, ...one.by],
    clock: one.clock,
  }));
  const voters = rule.alternatives;
  const alternatives =
    voters === undefined ? [] : [{ ...report, title: 'Alternatives', by: [...voters.raisedBy, ...voters.votedBy] }];
  return [group, ...assessments, ...alternatives];
}
