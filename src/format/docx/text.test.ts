import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXAMPLE, provision } from '../../../test/support/code.ts';
import { anyWordAmended, anyWordCode } from '../../../test/support/word-code.ts';
import { applyAmendments } from '../../core/code/apply-amendment.ts';
import { withIdentitiesOf } from '../../core/code/drafting.ts';
import type { Provision } from '../../core/code/provision.ts';
import { redline } from '../../core/code/redline.ts';
import { day } from '../../core/kernel/day.ts';
import { readWord, type WordFile } from './read/file.ts';
import type { Side } from './read/model.ts';
import { treeOf } from './read/tree.ts';
import { docxRedline, docxText } from './text.ts';

const FACE = { title: 'Any Code', notices: ['Illustrative', 'Version 5.20'], dated: day('2018-10-12') };

function opened(bytes: Uint8Array): WordFile {
  const read = readWord(bytes);
  if (!read.ok) throw new Error(read.sentence);
  return read.file;
}

const sideOf = (file: WordFile, side: Side): readonly Provision[] => treeOf(file, side).provisions;

describe('a text as a Word file', () => {
  test('reads back as the same tree: identities, kinds, numbers, headings and words', () => {
    expect(sideOf(opened(docxText(FACE, EXAMPLE)), 'after')).toEqual(EXAMPLE.provisions);
  });

  test('reads back as the same tree for any text, with tables, notes and deep nesting', () => {
    fc.assert(
      fc.property(anyWordCode, (text) => {
        expect(sideOf(opened(docxText(FACE, text)), 'after')).toEqual(text.provisions);
      }),
      { numRuns: 40 },
    );
  });

  test('reads back a row without cells', () => {
    const row = provision('r', { kind: 'row' });
    const filled = provision('f', { kind: 'row', children: [provision('c', { kind: 'cell', text: 'Oil' })] });
    const before = provision('t', { kind: 'table', children: [row, filled] });
    const after = { ...before, children: [row, { ...filled, children: [] }] };
    expect(sideOf(opened(docxText(FACE, { provisions: [before] })), 'after')).toEqual([before]);
    const file = opened(docxRedline(FACE, redline({ provisions: [before] }, { provisions: [after] })));
    expect([sideOf(file, 'before'), sideOf(file, 'after')]).toEqual([[before], [after]]);
  });

  test('reads back when it is nested deeper than Word has levels', () => {
    let deep = provision('p-20', { text: 'the deepest', number: '(a)' });
    for (let level = 19; level >= 0; level -= 1) deep = provision(`p-${level}`, { number: '(a)', children: [deep] });
    expect(sideOf(opened(docxText(FACE, { provisions: [deep] })), 'after')).toEqual([deep]);
  });

  test('is the same bytes each time', () => {
    expect(docxText(FACE, EXAMPLE)).toEqual(docxText(FACE, EXAMPLE));
  });

  test('has its title, and what stands under it is no provision', () => {
    expect(treeOf(opened(docxText(FACE, EXAMPLE)), 'after').title).toBe('Any Code');
  });
});

describe('a redline as a Word file', () => {
  test('accepted is the text after and rejected the text before, for any two texts of one code', () => {
    fc.assert(
      fc.property(anyWordAmended, ({ text, amendments }) => {
        const applied = applyAmendments(text, amendments);
        if (!applied.ok) throw new Error(applied.fault);
        const after = withIdentitiesOf(text, applied.text);
        const file = opened(docxRedline(FACE, redline(text, after)));
        expect(sideOf(file, 'after')).toEqual(after.provisions);
        expect(sideOf(file, 'before')).toEqual(text.provisions);
      }),
      { numRuns: 40 },
    );
  });

  test('tracks whole provisions that come, go and move, of every kind', () => {
    fc.assert(
      fc.property(anyWordCode, fc.nat(), fc.nat(), (text, from, to) => {
        const rotated = { provisions: rotate(text.provisions, from, to) };
        const file = opened(docxRedline(FACE, redline(text, rotated)));
        expect(sideOf(file, 'after')).toEqual(rotated.provisions);
        expect(sideOf(file, 'before')).toEqual(text.provisions);
      }),
      { numRuns: 40 },
    );
  });

  test('says a moved paragraph as a move of Word, a row as a row, and a number as a change of numbering', () => {
    const row = (id: string) =>
      provision(id, { kind: 'row', children: [provision(`${id}-1`, { kind: 'cell', text: id })] });
    const table = (ids: readonly string[]) =>
      provision('t', { kind: 'table', heading: 'Levels', children: ids.map(row) });
    const clause = (id: string, number: string) => provision(id, { kind: 'clause', number, text: `words of ${id}` });
    const before = { provisions: [clause('a', '1'), clause('b', '2'), clause('c', '3'), table(['x', 'y'])] };
    const after = { provisions: [clause('b', '1'), clause('c', '3'), clause('a', '4'), table(['y', 'z'])] };
    const changes = opened(docxRedline(FACE, redline(before, after))).changes;
    expect(Object.fromEntries(changes)).toMatchObject({
      'paragraph-moved': 1,
      'row-deleted': 1,
      'row-inserted': 1,
      numbering: 1,
    });
  });
});

/** Takes one provision from the top out and puts it in elsewhere; drops another. */
function rotate(provisions: readonly Provision[], from: number, to: number): Provision[] {
  const all = [...provisions];
  const [taken] = all.splice(from % Math.max(all.length, 1), 1);
  if (taken !== undefined) all.splice(to % (all.length + 1), 0, taken);
  if (to % 3 === 0) all.splice(from % Math.max(all.length, 1), 1);
  return all;
}
