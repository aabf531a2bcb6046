import { type RedlineBlock, redline } from '../../core/code/redline.ts';
import type { Forest } from '../../core/code/tree.ts';
import { type Day, formatDay } from '../../core/kernel/day.ts';
import { escapeText, inline, tag } from '../xml/write.ts';
import { NOTICE_STYLE } from './marks.ts';
import { packWord } from './write/package.ts';
import { EMPTY_LINE, ProvisionWriter } from './write/provisions.ts';
import { AUTHOR, Tracker } from './write/runs.ts';

/** What a file of a text says beside it. */
export interface WordFace {
  readonly title: string;
  /** Whose words they are, which version, of which day: lines under the title. */
  readonly notices: readonly string[];
  readonly dated: Day;
}

/** A text as a Word file: numbers that Word counts, headings, tables, footnotes. What is edited in it is tracked. */
export function docxText(face: WordFace, text: Forest): Uint8Array {
  return written(face, redline(text, text), true);
}

/** A redline as a Word file: accepting all of its tracked changes gives the text after, rejecting all the text before. */
export function docxRedline(face: WordFace, blocks: readonly RedlineBlock[]): Uint8Array {
  return written(face, blocks, false);
}

function written({ title, notices, dated }: WordFace, blocks: readonly RedlineBlock[], counted: boolean): Uint8Array {
  const date = `${formatDay(dated)}T00:00:00Z`;
  const writer = new ProvisionWriter(new Tracker(AUTHOR, date), counted);
  const provisions = writer.write(blocks);
  const face = [line('Title', title), ...notices.map((notice) => line(NOTICE_STYLE, notice))].join('');
  return packWord({
    title,
    author: AUTHOR,
    date,
    body: face + provisions + EMPTY_LINE,
    numbering: writer.lists.part(),
    footnotes: writer.footnotes,
  });
}

function line(style: string, words: string): string {
  const text = inline('w:r', {}, inline('w:t', { 'xml:space': 'preserve' }, escapeText(words)));
  return inline('w:p', {}, inline('w:pPr', {}, tag('w:pStyle', { 'w:val': style }, '/>')) + text);
}
