import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readWord } from './file.ts';
import { acceptAll, rejectAll } from './lines.ts';
import { treeOf } from './tree.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const stays = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A paragraph at one end of a move, its range begun within it as Word writes it, or before it. */
function moved(text: string, end: 'From' | 'To', inside: boolean): string {
  const start = `<w:move${end}RangeStart w:id="${end}" w:name="m"/>`;
  const mark = `<w:pPr><w:rPr><w:move${end} w:id="1"/></w:rPr></w:pPr>`;
  const words = `<w:move${end} w:id="2"><w:r><w:t>${text}</w:t></w:r></w:move${end}>`;
  const [before, within] = inside ? ['', start] : [start, ''];
  return `${before}<w:p>${mark}${within}${words}</w:p><w:move${end}RangeEnd w:id="${end}"/>`;
}

function opened(inside: boolean) {
  const body = [
    stays('One.'),
    moved('Two.', 'From', inside),
    stays('Three.'),
    moved('Two.', 'To', inside),
    stays('Four.'),
  ];
  const part = `<w:document ${W}><w:body>${body.join('')}</w:body></w:document>`;
  const read = readWord(zipSync({ 'word/document.xml': strToU8(part) }));
  if (!read.ok) throw new Error(read.sentence);
  return read.file;
}

test('a paragraph that is moved by a range begun within it leaves its line behind, as in Word', () => {
  const file = opened(true);
  expect(acceptAll(file).map(({ text }) => text)).toEqual(['One.', '', 'Three.', 'Two.', 'Four.']);
  expect(rejectAll(file).map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.', '', 'Four.']);
});

test('one that is moved by a range around it goes with its line', () => {
  const file = opened(false);
  expect(acceptAll(file).map(({ text }) => text)).toEqual(['One.', 'Three.', 'Two.', 'Four.']);
  expect(rejectAll(file).map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
});

test('an empty line that is left is no provision, and the moved one is the same on both sides', () => {
  const [before, after] = [treeOf(opened(true), 'before'), treeOf(opened(true), 'after')];
  const ids = (tree: typeof before) => new Map(tree.provisions.map(({ text, id }) => [text, id]));
  expect([...ids(after).keys()]).toEqual(['One.', 'Three.', 'Two.', 'Four.']);
  expect(ids(after).get('Two.')).toBe(ids(before).get('Two.'));
});
