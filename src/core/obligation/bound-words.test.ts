import { expect, test } from 'vitest';
import { EXAMPLE } from '../../../test/support/code.ts';
import type { CodeHistory } from '../code/version.ts';
import { day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { boundToChanged, boundWordsIn } from './bound-words.ts';

const text = 'Each member shall keep a list of its doors.';
const history: CodeHistory = {
  base: EXAMPLE,
  baseLabel: '1.0',
  baseFrom: day('2018-01-01'),
  versions: [
    {
      label: '1.1',
      inForceFrom: day('2018-06-01'),
      source: { kind: 'designation', reference: 'an order' },
      amendments: [
        {
          kind: 'substitute',
          target: 'g-3',
          from: { heading: null, text },
          to: { heading: null, text: 'Each member shall list its doors.' },
        },
      ],
      recordedAt: '2018-05-01T00:00:00Z' as Instant,
    },
  ],
};

test('a version changes the words of those obligations that are bound to what it amends, and of no others', () => {
  const bound = ['G1', 'G3', 'G'].map((provision) => ({ id: provision, provision }));
  expect(boundToChanged(history, '1.1', bound).map(({ id }) => id)).toEqual(['G3', 'G']);
  expect(boundToChanged(history, '1.0', bound)).toEqual([]);
  expect(boundToChanged(history, '9.9', bound)).toEqual([]);
});

test('a limb is read with the words that introduce it, and a heading is none of these', () => {
  expect(boundWordsIn(EXAMPLE, 'g-2-a')).toMatchObject({
    introduced: ['For this a door is locked if:'],
    provision: { text: 'its key is turned; and' },
  });
  expect(boundWordsIn(EXAMPLE, 'g-1')?.introduced).toEqual([]);
  expect(boundWordsIn(EXAMPLE, 'nowhere')).toBe(null);
});
