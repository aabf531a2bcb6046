import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPair, EXAMPLE, provision } from '../../../test/support/code.ts';
import type { Amendment } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import { type ConflictClass, mapAmendment } from './map-amendment.ts';
import type { CodeText } from './provision.ts';
import { findById } from './tree.ts';

function made(text: CodeText, amendments: readonly Amendment[]): CodeText {
  const applied = applyAmendments(text, amendments);
  if (!applied.ok) throw new Error(applied.fault);
  return applied.text;
}

test('two amendments made in either order, the second mapped over the first, give one text', () => {
  let settled = 0;
  fc.assert(
    fc.property(anyPair, ({ text, one, other }) => {
      const [oneAfter, otherAfter] = [mapAmendment(one, other), mapAmendment(other, one)];
      expect(oneAfter.ok).toBe(otherAfter.ok);
      if (!oneAfter.ok || !otherAfter.ok) return;
      settled += 1;
      expect(made(text, [other, ...oneAfter.amendments])).toEqual(made(text, [one, ...otherAfter.amendments]));
    }),
    { numRuns: 500 },
  );
  expect(settled).toBeGreaterThan(100);
});

const reword = (target: string, to: string): Amendment => {
  const { heading, text } = findById(EXAMPLE, target) ?? provision('none');
  return { kind: 'substitute', target, from: { heading, text }, to: { heading, text: to } };
};
const retitle: Amendment = {
  kind: 'substitute',
  target: 'working-day',
  from: { heading: 'Working Day', text: 'a day on which offices open.' },
  to: { heading: 'Business Day', text: 'a day on which offices open.' },
};
const repealed: Amendment = {
  kind: 'repeal',
  at: { parent: 'g', after: 'g-1' },
  provision: findById(EXAMPLE, 'g-2') ?? provision('none'),
};
const insert = (id: string, number: string, after: string | null): Amendment => ({
  kind: 'insert',
  at: { parent: 'g', after },
  provision: provision(id, { number }),
});

test.each<[ConflictClass, Amendment, Amendment]>([
  ['same-words', reword('g-1', 'One.'), reword('g-1', 'Another.')],
  ['same-place', insert('g-4', 'G4', 'g-3'), insert('g-5', 'G5', 'g-3')],
  ['same-number', insert('g-4', 'G4', 'g-3'), insert('g-5', 'G4', 'g-2')],
  ['same-identity', insert('g-4', 'G4', 'g-3'), insert('g-4', 'G5', 'g-2')],
  ['repeal-against-edit', repealed, reword('g-2-a', 'its bolt is drawn; and')],
  [
    'nested-repeal',
    repealed,
    { kind: 'repeal', at: { parent: 'g-2', after: null }, provision: findById(EXAMPLE, 'g-2-a') ?? provision('none') },
  ],
])('%s is a conflict for people to settle, whichever comes first', (conflictClass, one, other) => {
  expect(mapAmendment(one, other)).toMatchObject({ ok: false, conflict: { class: conflictClass } });
  expect(mapAmendment(other, one)).toMatchObject({ ok: false, conflict: { class: conflictClass } });
});

test('a heading changed by one and words changed by the other are both kept', () => {
  const words = reword('working-day', 'a weekday.');
  const mapped = mapAmendment(words, retitle);
  const after = mapped.ok ? made(EXAMPLE, [retitle, ...mapped.amendments]) : EXAMPLE;
  expect(findById(after, 'working-day')).toMatchObject({ heading: 'Business Day', text: 'a weekday.' });
});

test('what the other has done already leaves nothing to do', () => {
  expect(mapAmendment(retitle, retitle)).toEqual({ ok: true, amendments: [] });
});

test('edits of different provisions of one section do not touch each other', () => {
  const one = reword('g-1', 'One.');
  expect(mapAmendment(one, reword('g-3', 'Another.'))).toEqual({ ok: true, amendments: [one] });
});
