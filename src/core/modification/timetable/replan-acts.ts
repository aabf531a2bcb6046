import { rolesInSentence } from '../../party/actor.ts';
import type { ProposalRules } from '../context.ts';
import { type ProposalLife, RAISING } from '../state.ts';
import type { NextAct } from '../what-next.ts';
import { ANSWER, agreersOf } from './replanning.ts';

/** What whoever agrees a timetable can do while one is proposed. */
export function replanActs(life: ProposalLife, rules: ProposalRules): readonly NextAct[] {
  const { replanning, steps } = rules.profile;
  if (replanning === undefined || life.proposedTimetable === null) return [];
  const roles = agreersOf(replanning, life, rules);
  const step = steps.find((one) => one.answers === 'timetable') ?? steps.find((one) => one.id === RAISING);
  return [
    {
      step: step?.id ?? RAISING,
      title: 'Another timetable',
      operation: 'answer-timetable',
      roles,
      who: rolesInSentence(roles, rules.bodies),
      act: ANSWER,
      from: life.proposedTimetable.on,
      until: null,
      timing: null,
      closes: null,
      overdue: false,
      optional: true,
      citation: replanning.citation,
    },
  ];
}
