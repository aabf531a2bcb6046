import type { TimedRules } from '../../core/modification/context.ts';
import { type RefinementStage, refinementStage, refinementStatus } from '../../core/modification/refinement/stage.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import { parameterOf } from '../../core/modification/timetable/period.ts';
import { type NextAct, whatNext } from '../../core/modification/what-next.ts';
import type { RefinementView } from './refinement.schema.ts';

/** The refinement of a modification for its page, at an instant. */
export function refinementViewOf(state: RaisedProposal, rules: TimedRules): RefinementView {
  const { content, refinement } = state;
  const stage = refinementStage(rules.profile);
  const group = stage?.rule.group;
  return {
    modification: content.id,
    title: content.title,
    status: refinementStatus(state, rules.profile),
    rules:
      group === undefined
        ? null
        : {
            members: Number(parameterOf(group.members, state, rules)?.value ?? 1),
            appointedBy: group.appointedBy,
            answeredBy: group.answeredBy,
            citation: group.citation,
          },
    groups: refinement.groups,
    answers: refinement.answers,
    next: state.status === 'closed' ? [] : whatNext(state, rules).filter((one) => isRefining(one, stage)),
  };
}

/** Whether an act is one of refinement: of the steps that ask something of it, or beside them. */
function isRefining(act: NextAct, stage: RefinementStage | null): boolean {
  return stage !== null && (act.step === stage.report.id || stage.rule.asks.some((one) => one.step === act.step));
}
