import { expect, test } from 'vitest';
import { estate } from '../../../../test/support/events.ts';
import { day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { PartyEvent } from '../../rulebook/record-event.ts';
import { type Happened, noticesOf } from './notices-of.ts';

const BEGAN = '2018-10-05T08:00:00Z' as Instant;
const LATER = '2019-03-08T10:00:00Z' as Instant;
const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;
const changed: PartyEvent = {
  type: 'party-recategorised',
  party: 'brightwater-energy',
  change: { from: day('2019-04-01'), category: 'small-supplier', roles: ['export-supplier'], citation },
};
const moved: PartyEvent = {
  ...{ type: 'system-group-moved', group: 'brightwater-s1', supplier: 'brightwater-energy', to: 'pebblewick' },
  ...{ effectiveOn: day('2019-04-01'), citation },
};

/** What the last event tells, after the party was admitted with its systems. */
function told(last: PartyEvent, at: Instant) {
  const happened = [...estate, last].map(
    (event, index, all): Happened => ({
      ...{ event, version: index + 1, hash: '', recordedAt: index === all.length - 1 ? at : BEGAN },
      actor: { id: 'ada', name: 'Ada', role: 'code-administrator' },
    }),
  );
  return noticesOf(happened, null).notices;
}

test('another category or other roles are told to the Party and the Code Administrator alone', () => {
  const [notice, ...more] = told(changed, LATER);
  expect(more).toEqual([]);
  expect(notice).toMatchObject({
    isPublic: false,
    subject: 'brightwater-energy: from 1 April 2019, category small supplier and other user roles',
    concerns: [
      { kind: 'party', party: 'brightwater-energy' },
      { kind: 'role', role: 'code-administrator' },
    ],
  });
  expect(JSON.stringify(notice?.body)).toContain('Its user roles from then on: export supplier.');
});

test('a move of systems is told once, to the supplier that loses them and the one that gains them', () => {
  const notices = told(moved, LATER);
  expect(notices.map(({ subject, concerns }) => [subject, concerns.slice(0, 2)])).toEqual([
    [
      'brightwater-s1 goes from brightwater-energy to pebblewick on 1 April 2019',
      [
        { kind: 'party', party: 'brightwater-energy' },
        { kind: 'party', party: 'pebblewick' },
      ],
    ],
  ]);
});

test('what a Party was when the record began is no news', () => {
  expect(told(changed, BEGAN)).toEqual([]);
});
