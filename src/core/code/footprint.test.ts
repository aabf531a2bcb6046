import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPair, EXAMPLE, provision } from '../../../test/support/code.ts';
import { type Amendment, samePlace } from './amendment.ts';
import { footprintOf, groupsOf, touches } from './footprint.ts';
import { mapAmendment } from './map-amendment.ts';
import { findById } from './tree.ts';

function meet(one: Amendment, other: Amendment): boolean {
  const [a, b] = [footprintOf(one), footprintOf(other)];
  const touched = new Set([...b.writes, ...b.reads]);
  return a.writes.some((key) => touched.has(key)) || a.reads.some((key) => b.writes.includes(key));
}

/** A move to where the provision stands is left out by any mapping. */
function goesNowhere(amendment: Amendment): boolean {
  return amendment.kind === 'move' && samePlace(amendment.from, amendment.to);
}

test('amendments whose footprints do not meet are mapped over each other unchanged', () => {
  fc.assert(
    fc.property(anyPair, ({ one, other }) => {
      if (meet(one, other) || [one, other].some(goesNowhere)) return;
      expect(mapAmendment(one, other)).toEqual({ ok: true, amendments: [one] });
      expect(mapAmendment(other, one)).toEqual({ ok: true, amendments: [other] });
    }),
    { numRuns: 300 },
  );
});

const insert = (id: string, after: string): Amendment => ({
  kind: 'insert',
  at: { parent: 'g', after },
  provision: provision(id),
});

test('amendments that build on one another are one group, others are not', () => {
  const [first, second, apart] = [insert('n-1', 'g-1'), insert('n-2', 'n-1'), insert('n-3', 'g-3')];
  expect(groupsOf([first, apart, second])).toEqual([[first, second], [apart]]);
});

test('an amendment touches what it changes and what it is put into, and all above that', () => {
  const clause = findById(EXAMPLE, 'g') ?? provision('g');
  const limb: Amendment = { kind: 'renumber', target: 'g-2-a', from: '(a)', to: '(b)' };
  expect(touches(limb, clause)).toBe(true);
  expect(touches(limb, findById(EXAMPLE, 'g-3') ?? provision('g-3'))).toBe(false);
  expect(touches(insert('n-1', 'g-1'), clause)).toBe(true);
});
