import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAmended, anyCode, EXAMPLE, provision } from '../../../test/support/code.ts';
import { EVERY_KIND } from '../../../test/support/every-kind.ts';
import type { Amendment } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import type { CodeText, Provision } from './provision.ts';
import { onlyTouched, type RedlineBlock, readAfter, readBefore, redline } from './redline.ts';
import { findById, walk } from './tree.ts';

function read(text: CodeText) {
  return walk(text).map(({ provision: { number, heading, text: words }, depth }) => ({
    depth,
    number,
    heading: heading ?? '',
    text: words,
  }));
}

function amended(amendments: readonly Amendment[]): CodeText {
  const applied = applyAmendments(EXAMPLE, amendments);
  if (!applied.ok) throw new Error(applied.fault);
  return applied.text;
}

function blockOf(blocks: readonly RedlineBlock[], id: string, status: RedlineBlock['status']) {
  return blocks.find((block) => block.id === id && block.status === status);
}

function standing(id: string): Provision {
  return findById(EXAMPLE, id) ?? provision('none');
}

describe('the laws of a redline', () => {
  test('it reads as the before-text and as the after-text, each in its own order', () => {
    fc.assert(
      fc.property(anyAmended, ({ text, amendments }) => {
        const applied = applyAmendments(text, amendments);
        const after = applied.ok ? applied.text : text;
        const blocks = redline(text, after);
        expect(readBefore(blocks)).toEqual(read(text));
        expect(readAfter(blocks)).toEqual(read(after));
      }),
    );
  });

  test('so it does between any two texts, however little they share', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (before, after) => {
        const blocks = redline(before, after);
        expect(readBefore(blocks)).toEqual(read(before));
        expect(readAfter(blocks)).toEqual(read(after));
      }),
      { numRuns: 300 },
    );
  });

  test('a text against itself has no change', () => {
    fc.assert(
      fc.property(anyCode, (text) => {
        expect(redline(text, structuredClone(text)).every((block) => block.status === 'same' && !block.moved)).toBe(
          true,
        );
      }),
    );
  });
});

test('a renumbered provision stays aligned with itself', () => {
  const blocks = redline(EXAMPLE, amended([{ kind: 'renumber', target: 'g-3', from: 'G3', to: 'G4' }]));
  expect(onlyTouched(blocks).map((block) => block.id)).toEqual(['g', 'g-3']);
  expect(blockOf(blocks, 'g-3', 'changed')).toMatchObject({ numberBefore: 'G3', numberAfter: 'G4', moved: false });
});

test('a moved provision is compared where it stands now and shown deleted where it stood', () => {
  const reworded = { ...standing('g-3'), text: 'Each member shall keep a list of all its doors.' };
  const after = amended([
    { kind: 'repeal', at: { parent: 'g', after: 'g-2' }, provision: standing('g-3') },
    { kind: 'insert', at: { parent: 'a', after: 'a1-1' }, provision: reworded },
  ]);
  const blocks = redline(EXAMPLE, after);
  expect(blockOf(blocks, 'g-3', 'deleted')).toMatchObject({ moved: true });
  expect(blockOf(blocks, 'g-3', 'changed')).toMatchObject({
    moved: true,
    text: [
      { kind: 'same', text: 'Each member shall keep a list of ' },
      { kind: 'inserted', text: 'all ' },
      { kind: 'same', text: 'its doors.' },
    ],
  });
  expect(blocks.findIndex((block) => block.status === 'deleted')).toBe(blocks.length - 1);
});

test('when one of three is moved, the other two have not moved', () => {
  const after = amended([
    { kind: 'repeal', at: { parent: 'g', after: null }, provision: standing('g-1') },
    { kind: 'insert', at: { parent: 'g', after: 'g-3' }, provision: standing('g-1') },
  ]);
  const moved = redline(EXAMPLE, after).filter((block) => block.moved);
  expect(moved.map((block) => [block.id, block.status])).toEqual([
    ['g-1', 'deleted'],
    ['g-1', 'same'],
  ]);
});

test('a provision that comes back under another identity is known by its words', () => {
  const other = amended([
    { kind: 'repeal', at: { parent: 'g', after: 'g-2' }, provision: standing('g-3') },
    {
      kind: 'insert',
      at: { parent: 'g', after: 'g-2' },
      provision: { ...standing('g-3'), id: 'imported', text: 'Each member shall keep a full list of its doors.' },
    },
  ]);
  expect(onlyTouched(redline(EXAMPLE, other)).map((block) => [block.id, block.status])).toEqual([
    ['g', 'same'],
    ['imported', 'changed'],
  ]);
});

test('a deleted provision stands where it stood', () => {
  const blocks = redline(
    EXAMPLE,
    amended([{ kind: 'repeal', at: { parent: 'g', after: 'g-1' }, provision: standing('g-2') }]),
  );
  expect(blocks.map((block) => block.id).slice(-5)).toEqual(['g-1', 'g-2', 'g-2-a', 'g-2-b', 'g-3']);
});

test('of a table that changed in one cell there stay the headings and the whole row', () => {
  const after = applyAmendments(EVERY_KIND, [
    { kind: 'replace', target: 't1r2-2', field: 'text', find: '£1,200', with: '£1,250', at: [0] },
  ]);
  const blocks = onlyTouched(redline(EVERY_KIND, after.ok ? after.text : EVERY_KIND));
  expect(blocks.slice(-8).map(({ id }) => id)).toEqual([
    ...['g3-29', 't1', 't1h', 't1h1', 't1h2', 't1r2', 't1r2-1', 't1r2-2'],
  ]);
});
