import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAmended, EXAMPLE, provision } from '../../../test/support/code.ts';
import { generatedHistory } from '../../../test/support/generated-changes.ts';
import { generatedCode } from '../../../test/support/generated-code.ts';
import { addDays, day } from '../kernel/day.ts';
import { instant } from '../kernel/instant.ts';
import { applyAmendments } from './apply-amendment.ts';
import type { Provision } from './provision.ts';
import { bodiesOf, changesBetween, matrixOf, releaseOn, textOfRelease } from './text-matrix.ts';
import { findById, walk } from './tree.ts';
import { type CodeHistory, timelineOf, versionOn } from './version.ts';

const FIRST = day('2018-01-01');

function historyOf(
  base: CodeHistory['base'],
  releases: readonly CodeHistory['versions'][number]['amendments'][],
): CodeHistory {
  const versions = releases.map((amendments, index) => ({
    label: `1.${index + 1}`,
    inForceFrom: addDays(FIRST, 10 * (index + 1)),
    source: { kind: 'modification' as const, reference: 'MP1' },
    amendments,
    recordedAt: instant('2018-01-01T00:00:00Z'),
  }));
  return { base, baseLabel: '1.0', baseFrom: FIRST, versions };
}

test('on every day it has the text that the timeline has', () => {
  fc.assert(
    fc.property(anyAmended, ({ text, amendments }) => {
      const timeline = timelineOf(
        historyOf(
          text,
          amendments.map((amendment) => [amendment]),
        ),
        null,
      );
      const matrix = matrixOf(timeline);
      for (let on = addDays(FIRST, -1); on <= addDays(FIRST, 80); on = addDays(on, 5)) {
        const [expected, release] = [versionOn(timeline, on), releaseOn(matrix, on)];
        expect(release?.version.label).toBe(expected?.label);
        if (expected === null || release === null) continue;
        expect(textOfRelease(matrix, release)).toEqual(expected.text);
        expect(bodiesOf(matrix, release)).toEqual(walk(expected.text).map((visited) => visited.provision.text));
      }
    }),
  );
});

test('between two texts it tells what is new, gone, reworded, renumbered and moved', () => {
  const g3 = findById(EXAMPLE, 'g-3') as Provision;
  const matrix = matrixOf(
    timelineOf(
      historyOf(EXAMPLE, [
        [
          { kind: 'insert', at: { parent: 'g', after: null }, provision: provision('g-0', { text: 'New.' }) },
          { kind: 'renumber', target: 'g-1', from: 'G1', to: 'G1A' },
          { kind: 'repeal', at: { parent: 'g-2', after: null }, provision: findById(EXAMPLE, 'g-2-a') as Provision },
          {
            kind: 'substitute',
            target: 'g-2',
            from: { heading: null, text: 'For this a door is locked if:' },
            to: { heading: null, text: 'If:' },
          },
          { kind: 'repeal', at: { parent: 'g', after: 'g-2' }, provision: g3 },
          { kind: 'insert', at: { parent: 'g', after: 'g-1' }, provision: g3 },
        ],
      ]),
      null,
    ),
  );
  const [from, to] = matrix.releases;
  if (from === undefined || to === undefined) throw new Error('two releases');
  expect(changesBetween(matrix, from, to)).toEqual({
    inserted: ['g-0'],
    repealed: ['g-2-a'],
    reworded: ['g-2'],
    renumbered: ['g-1'],
    moved: ['g-3'],
  });
  expect(Object.values(changesBetween(matrix, from, from)).flat()).toEqual([]);
});

test('there and back the same provisions changed', () => {
  fc.assert(
    fc.property(anyAmended, ({ text, amendments }) => {
      const applied = applyAmendments(text, amendments);
      if (!applied.ok) return;
      const matrix = matrixOf(timelineOf(historyOf(text, [amendments]), null));
      const [from, to] = [matrix.releases[0], matrix.releases.at(-1)];
      if (from === undefined || to === undefined) return;
      const [forth, back] = [changesBetween(matrix, from, to), changesBetween(matrix, to, from)];
      expect(back.inserted).toEqual(forth.repealed);
      expect(back.reworded).toEqual(forth.reworded);
      expect(back.renumbered).toEqual(forth.renumbered);
    }),
  );
});

test('a version that many releases have is kept once', () => {
  const base = generatedCode({ provisions: 500, seed: 1 });
  const matrix = matrixOf(timelineOf(generatedHistory(base, { releases: 20, changes: 10, seed: 2 }), null));
  expect(matrix.texts.length).toBeLessThanOrEqual(1 + 500 + 20 * 10);
});
