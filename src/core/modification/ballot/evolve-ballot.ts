import { completed } from '../completed.ts';
import type { OpenProposal } from '../state.ts';
import type { BallotEvent } from './ballot-event.ts';
import type { HeldBallot } from './held-ballot.ts';

/** State after one more event of a ballot. */
export function evolveBallot(state: OpenProposal, event: BallotEvent): OpenProposal {
  switch (event.type) {
    case 'ballot-opened': {
      const { electorate, closes, on, text } = event;
      const held: HeldBallot = { electorate, openedOn: on, closes, text, votes: [], recused: [], result: null };
      return withBallots(state, event.step, (before) => [...before, held]);
    }
    case 'vote-cast': {
      const { seat, position, reasons, on } = event;
      return withBallots(state, event.step, (before) =>
        inLast(before, (held) => ({ ...held, votes: [...held.votes, { seat, position, reasons, on }] })),
      );
    }
    case 'interest-declared': {
      const { seat, reasons, on } = event;
      return withBallots(state, event.step, (before) =>
        inLast(before, (held) => ({ ...held, recused: [...held.recused, { seat, reasons, on }] })),
      );
    }
    case 'ballot-closed': {
      const { tally, outcome, on } = event;
      const counted = withBallots(state, event.step, (before) =>
        inLast(before, (held) => ({ ...held, result: { tally, outcome, on } })),
      );
      return outcome === 'no-quorum' ? counted : completed(counted, event.step, outcome, on);
    }
  }
}

function withBallots(
  state: OpenProposal,
  step: string,
  change: (before: readonly HeldBallot[]) => readonly HeldBallot[],
): OpenProposal {
  return { ...state, ballots: { ...state.ballots, [step]: change(state.ballots[step] ?? []) } };
}

function inLast(all: readonly HeldBallot[], change: (held: HeldBallot) => HeldBallot): readonly HeldBallot[] {
  return all.map((held, index) => (index === all.length - 1 ? change(held) : held));
}
