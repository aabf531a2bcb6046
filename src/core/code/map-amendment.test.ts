import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPair, EXAMPLE, provision } from '../../../test/support/code.ts';
import type { Amendment } from './amendment.ts';
import type { ConflictClass } from './amendment-clash.ts';
import { applyAmendments } from './apply-amendment.ts';
import { mapAmendment } from './map-amendment.ts';
import type { CodeText } from './provision.ts';
import { findById } from './tree.ts';

function made(text: CodeText, amendments: readonly Amendment[]): CodeText {
  const applied = applyAmendments(text, amendments);
  if (!applied.ok) throw new Error(applied.fault);
  return applied.text;
}

test('two amendments made in either order, the second mapped over the first, give one text', () => {
  const settled = new Map<string, number>();
  fc.assert(
    fc.property(anyPair, ({ text, one, other }) => {
      fc.pre(applyAmendments(text, [one]).ok && applyAmendments(text, [other]).ok);
      const [oneAfter, otherAfter] = [mapAmendment(one, other), mapAmendment(other, one)];
      expect(oneAfter.ok).toBe(otherAfter.ok);
      if (!oneAfter.ok || !otherAfter.ok) return;
      settled.set(one.kind, (settled.get(one.kind) ?? 0) + 1);
      const [first, second] = [
        applyAmendments(text, [other, ...oneAfter.amendments]),
        applyAmendments(text, [one, ...otherAfter.amendments]),
      ];
      // each moved under the other: the one thing that two amendments cannot see of each other
      if (one.kind === 'move' && other.kind === 'move' && !first.ok && !second.ok) return;
      expect(first).toEqual({ ok: true, text: second.ok ? second.text : second.fault });
    }),
    { numRuns: 1500 },
  );
  expect(settled.size).toBe(8);
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

const words = (find: string, by: string, at: readonly number[]): Amendment => ({
  kind: 'replace',
  target: 'g-1',
  field: 'text',
  find,
  with: by,
  at,
});

test('two changes of different words of one provision are both made', () => {
  const must = words('shall', 'must', [12]);
  const front = words('door', 'front door', [29]);
  expect(mapAmendment(front, must)).toEqual({ ok: true, amendments: [words('door', 'front door', [28])] });
  const whole = reword('g-1', 'Each member must lock every door that it owns.');
  expect(mapAmendment(front, whole)).toEqual({ ok: true, amendments: [words('door', 'front door', [28])] });
  const mapped = mapAmendment(whole, front);
  expect(findById(made(EXAMPLE, [front, ...(mapped.ok ? mapped.amendments : [])]), 'g-1')?.text).toBe(
    'Each member must lock every front door that it owns.',
  );
});

test('of a replacement in several places, those that the other has made are left out', () => {
  expect(mapAmendment(words('e', 'E', [7, 10]), words('e', 'E', [10, 23]))).toEqual({
    ok: true,
    amendments: [words('e', 'E', [7])],
  });
});

test('words that were changed go with the provision that they come to stand in', () => {
  const second = provision('g-1-a', { kind: 'clause', number: 'G1A', text: 'every door that it owns.' });
  const split: Amendment = { kind: 'split', target: 'g-1', at: 22, between: ' ', provision: second };
  expect(mapAmendment(words('door', 'gate', [29]), split)).toEqual({
    ok: true,
    amendments: [{ ...words('door', 'gate', [6]), target: 'g-1-a' }],
  });
  expect(mapAmendment(split, words('door', 'gate', [29]))).toEqual({
    ok: true,
    amendments: [{ ...split, provision: { ...second, text: 'every gate that it owns.' } }],
  });
});

const stand = (target: string, after: string | null, to: string | null): Amendment => ({
  kind: 'move',
  target,
  from: { parent: 'g', after },
  to: { parent: 'g', after: to },
});

test.each<[ConflictClass, string, Amendment, Amendment]>([
  ['same-words', 'words side by side', words('shall', 'must', [12]), words('', 'always ', [18])],
  [
    'same-words',
    'words across the seam',
    words('lock every', 'shut each', [18]),
    {
      kind: 'split',
      target: 'g-1',
      at: 22,
      between: ' ',
      provision: provision('g-1-a', { kind: 'clause', text: 'every door that it owns.' }),
    },
  ],
  ['same-place', 'one provision moved to two places', stand('g-1', null, 'g-2'), stand('g-1', null, 'g-3')],
  ['same-place', 'an insertion after what is moved', insert('g-4', 'G4', 'g-1'), stand('g-1', null, 'g-2')],
  ['repeal-against-edit', 'what is moved is repealed', repealed, stand('g-2', 'g-1', null)],
  [
    'reshaped',
    'what is joined is moved',
    stand('g-2', 'g-1', null),
    {
      kind: 'join',
      target: 'g-1',
      at: 48,
      between: ' ',
      provision: findById(EXAMPLE, 'g-2') ?? provision('none'),
    },
  ],
])('%s: %s', (conflictClass, _, one, other) => {
  expect(mapAmendment(one, other)).toMatchObject({ ok: false, conflict: { class: conflictClass } });
  expect(mapAmendment(other, one)).toMatchObject({ ok: false, conflict: { class: conflictClass } });
});
