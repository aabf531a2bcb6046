import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Elector, Position } from './proposal.ts';
import { ballotOutcome, type Counted, tallyOf } from './tally.ts';

const RULES = { quorum: 2, tie: 'reject' } as const;
const seats = (category: string, count: number): Elector[] =>
  Array.from({ length: count }, (_, at) => ({ seat: `${category}-${at}`, title: category, votingCategory: category }));
const electorate = [...seats('large', 3), ...seats('small', 1), ...seats('network', 1)];
const votes = (...all: readonly (readonly [string, Position])[]): Counted[] =>
  all.map(([seat, position]) => ({ seat, position }));

describe('a tally', () => {
  test('counts the majority inside a category as its one vote', () => {
    const tally = tallyOf(
      electorate,
      votes(
        ['large-0', 'approve'],
        ['large-1', 'approve'],
        ['large-2', 'approve'],
        ['small-0', 'reject'],
        ['network-0', 'reject'],
      ),
      RULES,
    );
    expect(tally).toMatchObject({ approve: 1, reject: 2, present: 5, quorate: true });
    expect(ballotOutcome(tally, RULES)).toBe('reject');
  });

  test('leaves a category without a majority out, and a tie to its parameter', () => {
    const tied = tallyOf(electorate, votes(['large-0', 'approve'], ['large-1', 'reject']), RULES);
    expect(tied.categories[0]?.vote).toBeNull();
    expect(ballotOutcome(tied, RULES)).toBe('reject');
    expect(ballotOutcome(tied, { ...RULES, tie: 'approve' })).toBe('approve');
  });

  test('counts abstentions towards the quorum and nothing else', () => {
    const abstained = tallyOf(electorate, votes(['large-0', 'abstain'], ['small-0', 'abstain']), RULES);
    expect(abstained).toMatchObject({ approve: 0, reject: 0, present: 2, quorate: true });
    expect(ballotOutcome(abstained, RULES)).toBe('reject');
  });

  test('without a quorum decides nothing and says how many seats are missing', () => {
    const tally = tallyOf(electorate, votes(['large-0', 'approve']), RULES);
    expect(ballotOutcome(tally, RULES)).toBe('no-quorum');
    expect(tally.stillNeeded).toEqual(['1 seat more must vote to reach the quorum of 2.']);
  });

  test('says what approval still lacks, and where it may come from', () => {
    const tally = tallyOf(electorate, votes(['small-0', 'reject'], ['large-0', 'abstain']), RULES);
    expect(tally.stillNeeded).toEqual([
      'To pass, approval must gain 2 on the votes of the categories, 0 for and 1 against (without a vote so far: large, network).',
    ]);
  });

  test('does not depend on the order of the votes of different seats', () => {
    const anyVotes = fc
      .uniqueArray(fc.constantFrom(...electorate.map((one) => one.seat)))
      .chain((cast) =>
        fc.tuple(
          ...cast.map((seat) =>
            fc.record({ seat: fc.constant(seat), position: fc.constantFrom<Position>('approve', 'reject', 'abstain') }),
          ),
        ),
      );
    fc.assert(
      fc.property(anyVotes, (cast) => {
        expect(tallyOf(electorate, cast.toReversed(), RULES)).toEqual(tallyOf(electorate, cast, RULES));
      }),
      { numRuns: 100 },
    );
  });
});
