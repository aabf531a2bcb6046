import type { OpenProposal } from '../state.ts';
import type { Refinement } from './refinement.ts';
import type { RefinementEvent } from './refinement-event.ts';

/** State after one more event of refinement. */
export function evolveRefinement(state: OpenProposal, event: RefinementEvent): OpenProposal {
  return { ...state, refinement: refined(state.refinement, event) };
}

function refined(refinement: Refinement, event: RefinementEvent): Refinement {
  switch (event.type) {
    case 'working-group-appointed': {
      const { type: _, ...group } = event;
      return { ...refinement, groups: [...refinement.groups, group] };
    }
    case 'group-question-answered': {
      const { type: _, ...answer } = event;
      const others = refinement.answers.filter((one) => one.question !== answer.question);
      return { ...refinement, answers: [...others, answer] };
    }
  }
}
