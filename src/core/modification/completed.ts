import type { Day } from '../kernel/day.ts';
import type { OpenProposal } from './state.ts';

/** The proposal with a step done; a step that is done stays as it is. */
export function completed(
  state: OpenProposal,
  step: string,
  outcome: string,
  on: Day,
  reasons: string | null = null,
): OpenProposal {
  if (state.done.some((one) => one.step === step)) return state;
  return { ...state, done: [...state.done, { step, outcome, on, reasons }] };
}
