import type { Profile, Step } from '../profile/profile.ts';
import type { ProposalLife } from '../state.ts';
import { groupOf, type Refinement, unansweredOf } from './refinement.ts';
import type { AssessmentRule, Need, RefinementRule } from './refinement-rule.ts';

/** What a step of refinement asks for and is not there yet; none for every other step. */
export function lackingAt(step: Step, life: ProposalLife, profile: Profile): readonly Need[] {
  const { refinement: rule } = profile;
  if (rule === undefined) return [];
  const asked = rule.asks.find((one) => one.step === step.id)?.of ?? [];
  return asked.filter((need) => !isThere(need, life.refinement, rule));
}

/** Kinds of assessments that every proposal needs and that nobody has requested. */
export function neededOf({ assessments }: RefinementRule, refinement: Refinement): readonly AssessmentRule[] {
  return assessments.filter((rule) => rule.needed && refinement.assessments.every((one) => one.kind !== rule.id));
}

function isThere(need: Need, refinement: Refinement, rule: RefinementRule): boolean {
  switch (need) {
    case 'group':
      return groupOf(refinement) !== null;
    case 'answers':
      return unansweredOf(refinement).length === 0;
    case 'assessments':
      return refinement.assessments.every((one) => one.delivered !== null) && neededOf(rule, refinement).length === 0;
  }
}
