import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAmended, EXAMPLE, provision } from '../../../test/support/code.ts';
import { type Amendment, invertAmendments } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import { composeAmendments } from './compose-amendments.ts';
import { findById } from './tree.ts';

describe('the laws of composing', () => {
  test('the composed list does what the list does, and is no longer', () => {
    fc.assert(
      fc.property(anyAmended, ({ text, amendments }) => {
        const composed = composeAmendments(amendments);
        expect(composed.length).toBeLessThanOrEqual(amendments.length);
        expect(applyAmendments(text, composed)).toEqual(applyAmendments(text, amendments));
      }),
      { numRuns: 400 },
    );
  });

  test('what is done and then all undone comes to nothing', () => {
    fc.assert(
      fc.property(anyAmended, ({ amendments }) => {
        expect(composeAmendments([...amendments, ...invertAmendments(amendments)])).toEqual([]);
      }),
    );
  });
});

const replace = (find: string, by: string, ...at: readonly number[]): Amendment => ({
  kind: 'replace',
  target: 'g-1',
  field: 'text',
  find,
  with: by,
  at,
});
const lists = findById(EXAMPLE, 'g-3') ?? provision('none');
const added = provision('g-4', { kind: 'clause', number: 'G4', text: 'Keys are kept.' });
const renumber = (from: string, to: string): Amendment => ({ kind: 'renumber', target: 'g-3', from, to });

test.each<[string, readonly Amendment[], readonly Amendment[]]>([
  [
    'a word changed twice',
    [replace('shall', 'must', 12), replace('must', 'should', 12)],
    [replace('shall', 'should', 12)],
  ],
  ['words added to words added', [replace('', 'front ', 29), replace('', 'old ', 35)], [replace('', 'front old ', 29)]],
  [
    'a word changed in one place, then in another',
    [replace('o', 'oo', 30), replace('o', 'oo', 19)],
    [replace('o', 'oo', 19, 30)],
  ],
  [
    'renumbered twice, with a change of words between',
    [renumber('G3', 'G4'), replace('shall', 'must', 12), renumber('G4', 'G5')],
    [renumber('G3', 'G5'), replace('shall', 'must', 12)],
  ],
  [
    'inserted, reworded and moved',
    [
      { kind: 'insert', at: { parent: 'g', after: 'g-3' }, provision: added },
      {
        kind: 'substitute',
        target: 'g-4',
        from: { heading: null, text: 'Keys are kept.' },
        to: { heading: null, text: 'Keys are hung.' },
      },
      { kind: 'move', target: 'g-4', from: { parent: 'g', after: 'g-3' }, to: { parent: 'g', after: null } },
    ],
    [{ kind: 'insert', at: { parent: 'g', after: null }, provision: { ...added, text: 'Keys are hung.' } }],
  ],
  [
    'renumbered, then repealed',
    [
      renumber('G3', 'G4'),
      { kind: 'repeal', at: { parent: 'g', after: 'g-2' }, provision: { ...lists, number: 'G4' } },
    ],
    [{ kind: 'repeal', at: { parent: 'g', after: 'g-2' }, provision: lists }],
  ],
])('%s is one change', (_, amendments, composed) => {
  expect(composeAmendments(amendments)).toEqual(composed);
  expect(applyAmendments(EXAMPLE, composed)).toEqual(applyAmendments(EXAMPLE, amendments));
  expect(applyAmendments(EXAMPLE, amendments).ok).toBe(true);
});
