import type { TimedRules } from '../../core/modification/context.ts';
import type { Assessment } from '../../core/modification/refinement/assessment.ts';
import { dueOf } from '../../core/modification/refinement/assessment-clock.ts';
import { solutionsOf } from '../../core/modification/refinement/solutions.ts';
import {
  beginning,
  type RefinementStage,
  refinementStage,
  refinementStatus,
} from '../../core/modification/refinement/stage.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import { numberOf, parameterOf } from '../../core/modification/timetable/period.ts';
import { unblockersOf } from '../../core/modification/unblock.ts';
import { type NextAct, whatNext } from '../../core/modification/what-next.ts';
import type { RefinementView } from './refinement.schema.ts';

/** The refinement of a modification for its page, at an instant. */
export function refinementViewOf(state: RaisedProposal, rules: TimedRules): RefinementView {
  const { content, refinement } = state;
  const stage = refinementStage(rules.profile);
  const group = stage?.rule.group;
  const agreedBy = stage?.rule.alternatives?.agreedBy;
  const status = refinementStatus(state, rules.profile);
  const waits = stage === null || status !== 'ahead' ? [] : unblockersOf(beginning(stage), state, rules);
  return {
    modification: content.id,
    title: content.title,
    status,
    waitsFor: waits.map(({ who, by }) => `${who} to ${by}`),
    rules:
      group === undefined
        ? null
        : {
            members: Number(parameterOf(group.members, state, rules)?.value ?? 1),
            appointedBy: group.appointedBy,
            answeredBy: group.answeredBy,
            citation: group.citation,
            agreedBy: agreedBy === undefined ? null : String(parameterOf(agreedBy, state, rules)?.value ?? ''),
            assessments: (stage?.rule.assessments ?? []).map((one) => ({
              id: one.id,
              title: one.title,
              requestedBy: one.requestedBy,
              by: one.by,
              workingDays: numberOf(one.clock.workingDays, state, rules)?.workingDays ?? null,
              countFirst: one.clock.countFirst,
              informationStopsClock: one.informationStopsClock,
              citation: one.citation,
            })),
          },
    groups: refinement.groups,
    answers: refinement.answers,
    assessments: refinement.assessments.map((one) => assessmentView(one, state, rules)),
    alternatives: refinement.alternatives.map((one) => ({ ...one, amendments: one.amendments.length })),
    solutions: solutionsOf(state).map(({ id, title }) => ({ id, title })),
    next: state.status === 'closed' ? [] : whatNext(state, rules).filter((one) => isRefining(one, stage)),
  };
}

function assessmentView(
  one: Assessment,
  state: RaisedProposal,
  rules: TimedRules,
): RefinementView['assessments'][number] {
  const rule = rules.profile.refinement?.assessments.find((known) => known.id === one.kind);
  const due = rule === undefined || one.delivered !== null ? null : dueOf(one, rule, state, rules);
  const until = due?.until ?? null;
  return {
    ...one,
    title: rule?.title ?? one.kind,
    due: until,
    overdue: until !== null && until <= rules.now,
    stopped: due?.stopped ?? null,
  };
}

/** Whether an act is one of refinement: of the steps that ask something of it, or beside them. */
function isRefining(act: NextAct, stage: RefinementStage | null): boolean {
  return stage !== null && (act.step === stage.report.id || stage.rule.asks.some((one) => one.step === act.step));
}
