import type { ProposalRules } from '../context.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalLife } from '../state.ts';
import { closingOn } from '../timetable/period.ts';
import type { NextAct } from '../what-next.ts';
import { assessmentActs } from './assessment-acts.ts';
import { lackingAt } from './lacking.ts';
import { groupOf, unansweredOf } from './refinement.ts';
import type { RefinementRule } from './refinement-rule.ts';
import { type RefiningAct, type Sayer, sayerAt } from './refining-act.ts';
import { openRefinement, type RefinementStage } from './stage.ts';

/** What can be done to refine a proposal now, beside its steps: first what its report waits for. */
export function refinementActs(life: ProposalLife, rules: ProposalRules): readonly NextAct[] {
  const stage = openRefinement(life, rules.profile);
  return stage === null ? [] : actsIn(stage, life, rules).map((one) => one.act);
}

/** The acts that bring what a step of refinement asks for and is not there; null when it lacks nothing. */
export function actsLackingAt(step: Step, life: ProposalLife, rules: ProposalRules): readonly NextAct[] | null {
  const lacking = lackingAt(step, life, rules.profile);
  const stage = openRefinement(life, rules.profile);
  if (lacking.length === 0 || stage === null) return null;
  // What follows from a Working Group is nobody's act before there is one.
  const first = lacking.slice(0, 1);
  const acts = actsIn(stage, life, rules);
  return acts.flatMap(({ need, act }) => (need !== null && first.includes(need) ? [act] : []));
}

function actsIn({ rule, report }: RefinementStage, life: ProposalLife, rules: ProposalRules): readonly RefiningAct[] {
  const { appointedBy, answeredBy, citation } = rule.group;
  const group = groupOf(life.refinement);
  const say = sayerAt(report);
  if (group === null) {
    const words = 'appoint the Working Group and its terms of reference';
    return [{ need: 'group', act: say('appoint-working-group', appointedBy, words, citation) }];
  }
  const until = closingOn(null, group.due);
  const answers = unansweredOf(life.refinement).map(({ id, question }): RefiningAct => {
    const words = `answer question ${id} of the terms of reference: ${question}`;
    return { need: 'answers', act: { ...say('answer-group-question', answeredBy, words, citation, id), until } };
  });
  const words = 'change the Working Group or its terms of reference';
  const change = { ...say('appoint-working-group', appointedBy, words, citation), optional: true };
  const others = [...assessmentActs(rule, life, rules, say), ...alternativeActs(rule, life, say)];
  return [...answers, ...others, { need: null, act: change }];
}

/** Alternatives on which members can vote, and the raising of another: the proposal goes on without either. */
function alternativeActs(
  { alternatives: rule }: RefinementRule,
  life: ProposalLife,
  say: Sayer,
): readonly RefiningAct[] {
  if (rule === undefined) return [];
  const open = life.refinement.alternatives.filter((one) => one.agreed === null);
  return [
    ...open.map((one) => {
      const words = `vote on the alternative "${one.title}"`;
      return say('vote-on-alternative', rule.votedBy, words, rule.citation, one.id);
    }),
    say('raise-alternative', rule.raisedBy, 'raise an alternative solution', rule.citation),
  ].map((act) => ({ need: null, act: { ...act, optional: true } }));
}
