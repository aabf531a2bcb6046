import { expect, test } from 'vitest';
import { generatedCode } from '../../../test/support/generated-code.ts';
import { editedCode } from '../../../test/support/generated-edits.ts';
import { align } from './align.ts';
import { redline } from './redline.ts';
import { inOrder } from './tree.ts';

const BEFORE = generatedCode({ provisions: 2_000, seed: 1 });
const EDITED = editedCode(BEFORE, { reworded: 16, moved: 4, boilerplate: 40, rewritten: 4, split: 4 }, 2);

interface Found {
  readonly edit: string;
  readonly right: boolean;
  readonly confidence: number;
}

/** What an alignment without identities makes of each provision that the truth knows. */
function found(): Found[] {
  const [old, current] = [inOrder(BEFORE), inOrder(EDITED.bare)];
  const { beforeOf, confidence } = align(old, current);
  return current.flatMap(({ provision }, a) => {
    const expected = EDITED.truth.get(provision.id);
    if (expected === undefined) return [];
    const right = old[beforeOf[a] ?? -1]?.provision.id === expected;
    return [{ edit: EDITED.edits.get(expected) ?? 'in place', right, confidence: confidence[a] ?? 0 }];
  });
}

function share(all: readonly { readonly right: boolean }[]): number {
  return all.filter(({ right }) => right).length / all.length;
}

test('without identities nearly every provision that moved in its own words is found', () => {
  const all = found();
  expect(all.filter(({ edit }) => edit === 'moved').length).toBeGreaterThan(20);
  expect(share(all.filter(({ edit }) => edit === 'moved'))).toBeGreaterThanOrEqual(0.95);
  expect(share(all.filter(({ edit }) => edit === 'in place'))).toBeGreaterThanOrEqual(0.95);
});

test('a pairing is right at least as often as it says', () => {
  const sure = found().filter(({ confidence }) => confidence >= 0.9);
  expect(share(sure)).toBeGreaterThanOrEqual(0.9);
  expect(share(sure.filter(({ confidence }) => confidence >= 0.99))).toBeGreaterThanOrEqual(0.99);
});

test('equal words that stand in many places are paired with little confidence', () => {
  const moved = found().filter(({ edit, right }) => edit === 'moved-boilerplate' && !right);
  expect(moved.filter(({ confidence }) => confidence === 0.99)).toEqual([]);
});

test('with identities every move and every new number is shown as one', () => {
  const shown = new Map(
    redline(BEFORE, EDITED.after)
      .filter(({ status }) => status !== 'deleted')
      .map((one) => [one.id, one]),
  );
  for (const [id, edit] of EDITED.edits) if (edit !== 'split') expect([id, shown.get(id)?.moved]).toEqual([id, true]);
  for (const id of EDITED.renumbered) {
    const block = shown.get(id);
    if (block?.status === 'inserted') continue;
    expect([id, block?.numberBefore === block?.numberAfter]).toEqual([id, false]);
  }
});

test('what is marked is hardly more than what was changed', () => {
  const { after, letters } = editedCode(BEFORE, { reworded: 16, moved: 2, boilerplate: 0, rewritten: 0, split: 0 }, 3);
  const marked = redline(BEFORE, after)
    .filter(({ status, moved }) => !(status === 'deleted' && moved))
    .flatMap(({ heading, text }) => [...heading, ...text])
    .filter(({ kind }) => kind !== 'same');
  expect(marked.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(1.1 * letters);
});
