import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Provision } from '../code/provision.ts';
import { type Reading, type RedlineBlock, readAfter, readBefore, redline } from '../code/redline.ts';
import { lineChange, redlineRuns } from './redline-runs.ts';

const word = fc.constantFrom('', 'each', 'each Party', 'every Party shall', 'no');
const provision = fc
  .record({
    id: fc.constantFrom('p', 'q', 'r'),
    number: fc.option(fc.constantFrom('1', '2')),
    heading: fc.option(word),
    text: word,
  })
  .map((one): Provision => ({ ...one, kind: 'clause', children: [] }));
const forest = fc.uniqueArray(provision, { selector: (one) => one.id }).map((provisions) => ({ provisions }));

const lines = (blocks: readonly RedlineBlock[], other: 'inserted' | 'deleted') =>
  blocks
    .filter((block) => ![other, other === 'inserted' ? 'moved-to' : 'moved-from'].includes(lineChange(block)))
    .map((block) =>
      redlineRuns(block)
        .filter((run) => run.kind !== other)
        .map((run) => run.text)
        .join(''),
    );

const lineOf = ({ number, heading, text }: Reading) =>
  [number ?? '', heading, text].filter((one) => one !== '').join(' ');

test('a redline read without its insertions is the text before, without its deletions the text after', () => {
  fc.assert(
    fc.property(forest, forest, (before, after) => {
      const blocks = redline(before, after);
      expect(lines(blocks, 'inserted')).toEqual(readBefore(blocks).map(lineOf));
      expect(lines(blocks, 'deleted')).toEqual(readAfter(blocks).map(lineOf));
    }),
  );
});
