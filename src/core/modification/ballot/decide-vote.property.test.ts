import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ballot } from '../../../../test/support/held-ballot.ts';
import { holder, PEOPLE, SEATS, Story, vote } from '../../../../test/support/proposal.ts';
import type { ProposalCommand } from '../command.ts';
import { evolve } from '../evolve.ts';
import type { ProposalState } from '../state.ts';
import { countingRules } from './counting.ts';
import { tallyHeld } from './electorate.ts';

const WITHDRAWAL: ProposalCommand = { type: 'withdraw-vote', step: null, seat: null };

describe('replaying any prefix of what voters did', () => {
  const step = fc.record({
    seat: fc.constantFrom(...SEATS.slice(0, 4)),
    what: fc.constantFrom('approve' as const, 'reject' as const, 'abstain' as const, 'withdraw' as const),
  });

  test('gives the tally that closing then would give', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.nat(12), (steps, cut) => {
        const ballot = new Ballot();
        const tallies: unknown[] = [ballot.tally()];
        for (const { seat, what } of steps) {
          const command = what === 'withdraw' ? WITHDRAWAL : vote(null, what);
          const decision = ballot.try('2018-10-24 10:00', holder(seat), command);
          if (decision.ok && decision.events.length > 0) {
            ballot.do('2018-10-24 10:00', holder(seat), command);
            tallies.push(ballot.tally());
          }
        }
        const length = Math.min(cut + 1, ballot.events.length);
        const prefix = ballot.events.slice(0, length);
        const state = prefix.reduce<ProposalState>(evolve, new Story().raised().panel().consulted().state);
        if (state.status !== 'open') throw new Error('the proposal ended');
        const context = new Ballot().context('2018-10-24 12:00', PEOPLE.secretary);
        const at = context.profile.steps.find((one) => one.id === 'ballot');
        const held = state.ballots.ballot?.at(-1);
        if (at === undefined || held === undefined) throw new Error('there is no ballot');
        expect(tallyHeld(held, countingRules(at, state, context))).toEqual(tallies[length - 1]);
      }),
      { numRuns: 60 },
    );
  });
});
