import { completed } from '../completed.ts';
import type { OpenProposal } from '../state.ts';
import type { BallotEvent } from './ballot-event.ts';
import type { HeldBallot, VoterAct } from './held-ballot.ts';

/** State after one more event of a ballot. */
export function evolveBallot(state: OpenProposal, event: BallotEvent): OpenProposal {
  switch (event.type) {
    case 'ballot-opened': {
      const { electorate, closes, on, text, vacant = [], alternatives = [] } = event;
      const held: HeldBallot = { electorate, vacant, alternatives, openedOn: on, closes, text, ...UNTOUCHED };
      return withBallots(state, event.step, (before) => [...before, held]);
    }
    case 'vote-cast':
    case 'vote-withdrawn':
    case 'interest-declared':
    case 'proxy-given':
    case 'proxy-withdrawn':
      return withBallots(state, event.step, (before) =>
        inLast(before, (held) => ({ ...acted(held, event), acts: [...held.acts, event] })),
      );
    case 'attendance-recorded': {
      const { present, apologies } = event;
      return withBallots(state, event.step, (before) =>
        inLast(before, (held) => ({ ...held, attendance: { present, apologies } })),
      );
    }
    case 'ballot-closed': {
      const { tally, outcome, on, solutions, approved = null } = event;
      const result = { tally, outcome, ...(solutions && { solutions }), approved, on };
      const counted = withBallots(state, event.step, (before) => inLast(before, (held) => ({ ...held, result })));
      return outcome === 'no-quorum' ? counted : completed(counted, event.step, outcome, on);
    }
  }
}

const UNTOUCHED = { votes: [], acts: [], proxies: [], attendance: null, recused: [], result: null } as const;

/** What a voter's act makes of a ballot: the last vote stands, and one cast in person ends a proxy. */
function acted(held: HeldBallot, event: VoterAct): HeldBallot {
  const { seat } = event;
  const others = held.votes.filter((vote) => vote.seat !== seat);
  const proxies = held.proxies.filter((one) => one.seat !== seat);
  switch (event.type) {
    case 'vote-cast': {
      const { position, alternatives = {}, reasons, objectives = [], by = null, on } = event;
      const votes = [...others, { seat, position, alternatives, reasons, objectives, by, on }];
      return { ...held, votes, proxies: by?.as === 'proxy' ? held.proxies : proxies };
    }
    case 'vote-withdrawn':
      return { ...held, votes: others };
    case 'interest-declared':
      return { ...held, recused: [...held.recused, { seat, reasons: event.reasons, on: event.on }], proxies };
    case 'proxy-given':
      return { ...held, proxies: [...proxies, { seat, to: event.to }] };
    case 'proxy-withdrawn':
      return { ...held, proxies };
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
