import { expect, test } from 'vitest';
import { EXAMPLE } from '../../../test/support/code.ts';
import { breadcrumb, findByReference, placeOf, referenceOf, walk } from './tree.ts';

test.each([
  ['G1', 'g-1'],
  ['G2(a)', 'g-2-a'],
  ['A1.1 "Working Day"', 'working-day'],
  ['A1.1 “Working Day”', 'working-day'],
  ['G', 'g'],
])('%s is found by its printed reference', (reference, id) => {
  expect(findByReference(EXAMPLE, reference)?.id).toBe(id);
});

test.each(['G9', '(a)', 'g1', 'A1.1 "Holiday"', ''])('"%s" names nothing', (reference) => {
  expect(findByReference(EXAMPLE, reference)).toBeNull();
});

test('a printed reference finds the provision that prints it', () => {
  for (const { provision } of walk(EXAMPLE)) {
    expect(findByReference(EXAMPLE, referenceOf(EXAMPLE, provision.id) ?? '')).toBe(provision);
  }
});

test('a provision knows its place and what it is under', () => {
  expect(placeOf(EXAMPLE, 'g-2-b')).toEqual({ parent: 'g-2', after: 'g-2-a' });
  expect(placeOf(EXAMPLE, 'a')).toEqual({ parent: null, after: null });
  expect(breadcrumb(EXAMPLE, 'g-2-b').map((one) => one.number)).toEqual(['G', 'G2', '(b)']);
  expect(referenceOf(EXAMPLE, 'nowhere')).toBeNull();
});
