import { withClocks, withHoldEnded } from '../hold/evolve-hold.ts';
import { currentHold } from '../hold/hold.ts';
import type { OpenProposal } from '../state.ts';
import type { WithdrawalEvent } from './withdrawal-event.ts';

/** A proposal after it was taken back, or taken on. */
export function evolveWithdrawal(state: OpenProposal, event: WithdrawalEvent): OpenProposal {
  switch (event.type) {
    case 'proposal-withdrawn': {
      const { by, reasons, on, adoptableUntil: lastDay } = event;
      if (lastDay === null) return { ...state, withdrawn: { by, reasons, on } };
      if (state.adoptable !== null) return state;
      const stopped = currentHold(state)?.from ?? on;
      return { ...withHoldEnded(state, by, reasons, on), adoptable: { by, reasons, on, lastDay, stopped } };
    }
    case 'proposal-adopted': {
      if (state.adoptable === null) return state;
      const { type: _, clocks, ...adopted } = event;
      const adoptions = [...state.adoptions, { ...adopted, before: state.content.proposer }];
      const content = { ...state.content, proposer: event.proposer };
      return withClocks({ ...state, content, adoptions, adoptable: null }, clocks);
    }
  }
}
