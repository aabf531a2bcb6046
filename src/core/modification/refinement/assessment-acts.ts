import { rolesInSentence } from '../../party/actor.ts';
import type { ProposalRules } from '../context.ts';
import type { ProposalLife } from '../state.ts';
import type { Assessment } from './assessment.ts';
import { dueOf } from './assessment-clock.ts';
import { neededOf } from './lacking.ts';
import type { AssessmentRule, RefinementRule } from './refinement-rule.ts';
import type { RefiningAct, Sayer } from './refining-act.ts';

/** What can be done about assessments now: those that run and what they wait for, then those that can be requested. */
export function assessmentActs(
  rule: RefinementRule,
  life: ProposalLife,
  rules: ProposalRules,
  say: Sayer,
): readonly RefiningAct[] {
  const { refinement } = life;
  const needed = neededOf(rule, refinement);
  const running = refinement.assessments.filter((one) => one.delivered === null);
  return [
    ...running.flatMap((one) => {
      const kind = rule.assessments.find((known) => known.id === one.kind);
      return kind === undefined ? [] : runningActs(one, kind, life, rules, say);
    }),
    ...rule.assessments
      .filter((kind) => running.every((one) => one.kind !== kind.id))
      .map((kind): RefiningAct => {
        const isNeeded = needed.includes(kind);
        const words = `request the ${kind.title} from ${rolesInSentence(kind.by, rules.bodies)}`;
        const act = say('request-assessment', kind.requestedBy, words, kind.citation, kind.id);
        return { need: isNeeded ? 'assessments' : null, act: { ...act, optional: !isNeeded } };
      }),
  ];
}

function runningActs(
  { id, information, ...assessment }: Assessment,
  kind: AssessmentRule,
  life: ProposalLife,
  rules: ProposalRules,
  say: Sayer,
): readonly RefiningAct[] {
  const { until } = dueOf({ id, information, ...assessment }, kind, life, rules);
  const ask = say('ask-for-information', kind.by, `ask for information for the ${kind.title}`, kind.citation, id);
  const missing = information.filter((one) => one.given === null);
  return [
    ...missing.map((asked): RefiningAct => {
      const words = `give the information that the ${kind.title} needs: ${asked.question}`;
      const act = say('give-information', kind.requestedBy, words, kind.citation, `${id}/${asked.id}`);
      return { need: 'assessments', act };
    }),
    {
      need: 'assessments',
      act: { ...say('deliver-assessment', kind.by, `deliver the ${kind.title}`, kind.citation, id), until },
    },
    { need: null, act: { ...ask, optional: true } },
  ];
}
