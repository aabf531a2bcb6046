import type { Profile, Step } from '../profile/profile.ts';
import type { ProposalLife } from '../state.ts';
import { groupOf, type Refinement, unansweredOf } from './refinement.ts';
import type { Need } from './refinement-rule.ts';

/** What a step of refinement asks for and is not there yet; none for every other step. */
export function lackingAt(step: Step, life: ProposalLife, profile: Profile): readonly Need[] {
  const asked = profile.refinement?.asks.find((one) => one.step === step.id)?.of ?? [];
  return asked.filter((need) => !isThere(need, life.refinement));
}

function isThere(need: Need, refinement: Refinement): boolean {
  switch (need) {
    case 'group':
      return groupOf(refinement) !== null;
    case 'answers':
      return unansweredOf(refinement).length === 0;
  }
}
