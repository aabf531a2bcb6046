import { expect, test } from 'vitest';
import type { Document } from '../core/document/block.ts';
import { renderPaper } from './paper.ts';
import { printable } from './printable.ts';

const paper = (words: string): Document => ({
  id: 'paper',
  title: words,
  language: 'en-GB',
  dated: 17813 as Document['dated'],
  author: 'Code Administrator',
  notice: 'Illustrative.',
  cover: { kicker: 'Paper', title: words, blocks: [] },
  footer: [],
  contents: false,
  blocks: [{ kind: 'paragraph', runs: [{ kind: 'text', text: words }] }],
});

test.each([
  ['a character that XML forbids', '\u0007', '[U+0007]'],
  ['half of a character', '\ud800', '[U+D800]'],
  ['an override of direction', '\u202e', '[U+202E]'],
  ['the last embedding of direction', '\u202a', '[U+202A]'],
  ['the first isolate', '\u2066', '[U+2066]'],
  ['the end of an isolate', '\u2069', '[U+2069]'],
])('%s stands as its code in every form', (_, character, code) => {
  expect(printable(paper(`a${character}b`))).toEqual(paper(`a${code}b`));
});

test('a paper in HTML holds no character that turns the direction of its words', async () => {
  const { bytes } = await renderPaper(paper('pay \u202eevif\u202c pounds'), 'html');
  const html = new TextDecoder().decode(bytes);
  expect(html).toContain('pay [U+202E]evif[U+202C] pounds');
  expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});
