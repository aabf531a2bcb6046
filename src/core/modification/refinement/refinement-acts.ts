import type { Citation } from '../../kernel/citation.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Role } from '../../party/actor.ts';
import type { ProposalRules } from '../context.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalLife } from '../state.ts';
import { closingOn } from '../timetable/period.ts';
import type { NextAct } from '../what-next.ts';
import { lackingAt } from './lacking.ts';
import { groupOf, unansweredOf } from './refinement.ts';
import type { Need } from './refinement-rule.ts';
import { openRefinement, type RefinementStage } from './stage.ts';

/** What can be done to refine a proposal now, beside its steps: first what its report waits for. */
export function refinementActs(life: ProposalLife, { profile }: ProposalRules): readonly NextAct[] {
  const stage = openRefinement(life, profile);
  return stage === null ? [] : actsIn(stage, life).map((one) => one.act);
}

/** The acts that bring what a step of refinement asks for and is not there; null when it lacks nothing. */
export function actsLackingAt(step: Step, life: ProposalLife, { profile }: ProposalRules): readonly NextAct[] | null {
  const lacking = lackingAt(step, life, profile);
  const stage = openRefinement(life, profile);
  if (lacking.length === 0 || stage === null) return null;
  // What follows from a Working Group is nobody's act before there is one.
  const first = lacking.slice(0, 1);
  const acts = actsIn(stage, life);
  return acts.flatMap(({ need, act }) => (need !== null && first.includes(need) ? [act] : []));
}

interface RefiningAct {
  /** What it brings that a step can ask for; null for what can be done besides. */
  readonly need: Need | null;
  readonly act: NextAct;
}

function actsIn(stage: RefinementStage, life: ProposalLife): readonly RefiningAct[] {
  const { group: rule } = stage.rule;
  const group = groupOf(life.refinement);
  const say = sayer(stage, rule.citation);
  if (group === null) {
    const act = say('appoint-working-group', rule.appointedBy, 'appoint the Working Group and its terms of reference');
    return [{ need: 'group', act }];
  }
  const until = closingOn(null, group.due);
  const answers = unansweredOf(life.refinement).map(({ id, question }) => ({
    need: 'answers' as const,
    act: {
      ...say(
        'answer-group-question',
        rule.answeredBy,
        `answer question ${id} of the terms of reference: ${question}`,
        id,
      ),
      until,
    },
  }));
  const change = say('appoint-working-group', rule.appointedBy, 'change the Working Group or its terms of reference');
  return [...answers, { need: null, act: { ...change, optional: true } }];
}

/** Says acts of the stage, each for some roles; `item` names which of several it is about. */
function sayer({ report }: RefinementStage, citation: Citation) {
  const { id: step, title } = report;
  const rest = { who: '', from: null, until: null as Instant | null, timing: null, closes: null, overdue: false };
  return (operation: string, roles: readonly Role[], act: string, item?: string): NextAct => ({
    ...{ step, title, operation, roles, act, optional: false, citation },
    ...rest,
    ...(item !== undefined && { item }),
  });
}
