import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Elector, Position } from './ballot-event.ts';
import { ballotOutcome, type Counted, type CountingRules, tallyOf } from './tally.ts';
import { MAJORITY, parseShare, type Share } from './voting.ts';

const RULES: CountingRules = {
  unit: 'seat',
  aggregation: 'by-category',
  of: 'cast',
  castingVote: null,
  recusal: 'shrinks',
  presence: 'votes',
  quorum: 2,
  quorumOf: [],
  threshold: MAJORITY,
  categoryThreshold: MAJORITY,
  tie: 'reject',
};
const seats = (category: string, count: number): Elector[] =>
  Array.from({ length: count }, (_, at) => ({
    seat: `${category}-${at}`,
    title: category,
    votingCategory: category,
    weight: 1,
  }));
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

  test('of individuals counts voters and not categories', () => {
    const cast = votes(
      ['large-0', 'approve'],
      ['large-1', 'approve'],
      ['large-2', 'approve'],
      ['small-0', 'reject'],
      ['network-0', 'reject'],
    );
    const tally = tallyOf(electorate, cast, { ...RULES, aggregation: 'individuals' });
    expect(tally).toMatchObject({ counted: 'voters', approve: 3, reject: 2, whole: 5 });
    expect(ballotOutcome(tally, { ...RULES, aggregation: 'individuals' })).toBe('approve');
  });

  test('weighs the voters inside a category, so that a large one can carry it', () => {
    const weighed = electorate.map((one) => (one.seat === 'large-0' ? { ...one, weight: 2.5 } : one));
    const tally = tallyOf(weighed, votes(['large-0', 'approve'], ['large-1', 'reject'], ['large-2', 'reject']), RULES);
    expect(tally.categories[0]).toEqual({
      votingCategory: 'large',
      approve: 2.5,
      reject: 2,
      abstain: 0,
      vote: 'approve',
    });
  });

  test('by a share other than a half says which share is needed, and when it is out of reach', () => {
    const rules: CountingRules = {
      ...RULES,
      aggregation: 'individuals',
      threshold: { strictly: false, over: 2, under: 3 },
    };
    const tally = tallyOf(electorate, votes(['large-0', 'approve'], ['small-0', 'reject']), rules);
    expect(tally.stillNeeded).toEqual([
      'To pass, approval must gain 1 on the votes of the voters, 1 for and 1 against; needed: at least 2/3 of the votes for and against.',
    ]);
    const all = { ...rules, threshold: { strictly: false, over: 1, under: 1 } };
    expect(tallyOf(electorate, votes(['large-0', 'approve'], ['small-0', 'reject']), all).stillNeeded).toEqual([
      'Approval cannot be reached with 1 for and 1 against; needed: at least 1/1 of the votes for and against.',
    ]);
  });

  test('lets the casting vote decide a tie and count for nothing else', () => {
    const rules: CountingRules = { ...RULES, aggregation: 'individuals', castingVote: 'network-0' };
    const tied = votes(['large-0', 'approve'], ['small-0', 'reject']);
    expect(tallyOf(electorate, tied, rules).stillNeeded).toEqual([
      'As it stands, 1 for and 1 against, the casting vote decides.',
    ]);
    const decided = tallyOf(electorate, [...tied, ...votes(['network-0', 'approve'])], rules);
    expect(decided).toMatchObject({ approve: 1, reject: 1, present: 2, casting: 'approve' });
    expect(ballotOutcome(decided, rules)).toBe('approve');
    const untied = tallyOf(electorate, votes(['large-0', 'reject'], ['network-0', 'approve']), rules);
    expect(untied).toMatchObject({ approve: 0, reject: 1, casting: null });
  });

  test('holds a category to a quorum of its own', () => {
    const rules: CountingRules = { ...RULES, quorumOf: [{ category: 'large', seats: 2 }] };
    const tally = tallyOf(electorate, votes(['large-0', 'approve'], ['small-0', 'approve']), rules);
    expect(tally.quorate).toBe(false);
    expect(tally.stillNeeded).toEqual(['1 seat more of large must vote to reach its quorum of 2.']);
  });

  test('shrinks by who is recused what shares and quorums are taken of, where the rules say so', () => {
    const rules: CountingRules = {
      ...RULES,
      aggregation: 'individuals',
      of: 'entitled',
      quorum: { strictly: false, over: 1, under: 1 },
    };
    const cast = votes(['large-0', 'approve'], ['large-1', 'approve'], ['small-0', 'reject'], ['network-0', 'reject']);
    const shrunk = tallyOf(electorate, cast, rules, ['large-2']);
    expect(shrunk).toMatchObject({ whole: 4, quorum: 4, quorate: true, recused: ['large-2'] });
    const kept = tallyOf(electorate, cast, { ...rules, recusal: 'counts' }, ['large-2']);
    expect(kept).toMatchObject({ whole: 5, quorum: 5, quorate: false });
  });

  test('counts who attends for the quorum, and in what is taken of those present, only where the rules say so', () => {
    const rules: CountingRules = { ...RULES, aggregation: 'individuals', of: 'present', presence: 'attendance' };
    const cast = votes(['large-0', 'approve']);
    const attended = tallyOf(electorate, cast, rules, [], ['large-0', 'small-0', 'network-0']);
    expect(attended).toMatchObject({ present: 3, quorate: true, whole: 3, approve: 1 });
    expect(ballotOutcome(attended, rules)).toBe('reject');
    const voted = tallyOf(electorate, cast, { ...rules, presence: 'votes' }, [], ['large-0', 'small-0', 'network-0']);
    expect(voted).toMatchObject({ present: 1, quorate: false, whole: 1 });
    expect(tallyOf(electorate, [], rules, [], ['small-0']).stillNeeded[0]).toBe(
      '1 seat more must attend or vote to reach the quorum of 2.',
    );
  });

  test('is a function of the last vote of each voter, whatever came before it and in whatever order', () => {
    const cast = fc.record({
      seat: fc.constantFrom(...electorate.map((one) => one.seat)),
      position: fc.constantFrom<Position>('approve', 'reject', 'abstain'),
    });
    fc.assert(
      fc.property(fc.array(cast, { maxLength: 15 }), fc.integer(), (all, seed) => {
        const last = all.filter((one, at) => all.findLastIndex((other) => other.seat === one.seat) === at);
        const mixed = last.toSorted((a, b) => ((a.seat.length * seed) % 7) - ((b.seat.length * seed) % 7));
        expect(tallyOf(electorate, mixed, RULES)).toEqual(tallyOf(electorate, all, RULES));
      }),
      { numRuns: 200 },
    );
  });

  test('says that nothing more is needed exactly when the votes cast would approve', () => {
    const position = fc.constantFrom<Position | null>('approve', 'reject', 'abstain', null);
    const share = fc.constantFrom('more than 1/2', 'at least 2/3', 'at least 1/1', 'more than 1/3').map(shareOf);
    const anyRules = fc.record<CountingRules>({
      unit: fc.constantFrom('seat', 'party'),
      aggregation: fc.constantFrom('by-category', 'individuals'),
      of: fc.constantFrom('cast', 'present', 'entitled'),
      castingVote: fc.constantFrom(null, 'network-0'),
      recusal: fc.constantFrom('shrinks', 'counts'),
      presence: fc.constantFrom('votes', 'attendance'),
      quorum: fc.oneof(fc.nat(5), share),
      quorumOf: fc.constantFrom([], [{ category: 'large', seats: 1 }]),
      threshold: share,
      categoryThreshold: share,
      tie: fc.constantFrom('approve', 'reject'),
    });
    const anyPositions = fc.array(position, { minLength: 5, maxLength: 5 });
    const some = fc.subarray(electorate);
    fc.assert(
      fc.property(anyPositions, anyRules, some, some, (positions, rules, recused, attending) => {
        const cast = electorate.flatMap(({ seat }, at) => {
          const one = positions[at];
          return one ? [{ seat, position: one }] : [];
        });
        const tally = tallyOf(
          electorate,
          cast,
          rules,
          recused.map((one) => one.seat),
          attending.map((one) => one.seat),
        );
        const isEnough = tally.stillNeeded.some((sentence) => sentence.startsWith('Nothing more'));
        expect(isEnough).toBe(ballotOutcome(tally, rules) === 'approve');
        expect(tally.stillNeeded).not.toEqual([]);
        expect(tally.stillNeeded.join()).not.toMatch(/gain (-|0|NaN)/);
      }),
      { numRuns: 300 },
    );
  });
});

function shareOf(text: string): Share {
  const share = parseShare(text);
  if (share === null) throw new Error(`"${text}" is no share`);
  return share;
}
