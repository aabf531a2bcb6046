import type { Run } from '../../../core/code/redline.ts';
import type { LineChange } from '../../../core/document/redline-runs.ts';
import { escapeText, inline, tag } from '../../xml/write.ts';
import { BODY_STYLE, RUN_STYLE } from '../marks.ts';

/** What is tracked of a piece of a file. */
export type Tracked = LineChange;

/** What Word calls each change. */
export const ELEMENTS: Readonly<Record<Exclude<Tracked, 'same'>, string>> = {
  inserted: 'w:ins',
  deleted: 'w:del',
  'moved-to': 'w:moveTo',
  'moved-from': 'w:moveFrom',
};

/** Who Word names beside a tracked change. */
export const AUTHOR = 'Proviso';

/** Writes tracked changes, each with its own number, all by one author at one instant. */
export class Tracker {
  private count = 0;
  private readonly moves = new Map<string, number>();
  private readonly author: string;
  private readonly date: string;

  constructor(author: string, date: string) {
    this.author = author;
    this.date = date;
  }

  attributes(): Readonly<Record<string, string>> {
    this.count += 1;
    return { 'w:id': String(this.count), 'w:author': this.author, 'w:date': this.date };
  }

  /**
   * The ends of the range that names a move of a provision: names of elements with their attributes. The two ranges of
   * one move bear one name. They stand around the paragraph: of a range that begins within it Word leaves an empty line.
   */
  range(provision: string, tracked: Tracked): readonly (readonly [string, Readonly<Record<string, string>>])[] {
    if (tracked !== 'moved-to' && tracked !== 'moved-from') return [];
    const count = this.moves.get(provision) ?? this.moves.size + 1;
    this.moves.set(provision, count);
    const attributes = this.attributes();
    return [
      [`${ELEMENTS[tracked]}RangeStart`, { ...attributes, 'w:name': `move${count}` }],
      [`${ELEMENTS[tracked]}RangeEnd`, { 'w:id': attributes['w:id'] ?? '' }],
    ];
  }

  /** The empty element that tracks a mark, a row or a cell; nothing for what stays. */
  mark(tracked: Tracked): string {
    return tracked === 'same' ? '' : tag(ELEMENTS[tracked], this.attributes(), '/>');
  }

  /** Runs inside the element that tracks them. */
  wrap(tracked: Tracked, runs: string): string {
    return tracked === 'same' || runs === '' ? runs : inline(ELEMENTS[tracked], this.attributes(), runs);
  }
}

/** One run of words: line ends and tabs as Word has them. */
export function wordRun(text: string, tracked: Tracked, style: string | null = null): string {
  const name = tracked === 'deleted' ? 'w:delText' : 'w:t';
  const pieces = text.split(/([\n\t])/).filter((piece) => piece !== '');
  const content = pieces.map((piece) =>
    piece === '\n'
      ? '<w:br/>'
      : piece === '\t'
        ? '<w:tab/>'
        : inline(name, { 'xml:space': 'preserve' }, escapeText(piece)),
  );
  return content.length === 0 ? '' : inline('w:r', {}, runProperties(style) + content.join(''));
}

/** The properties that name a character style; none for null. A heading is bold by itself: bold of two styles is none. */
export function runProperties(style: string | null): string {
  if (style === null) return '';
  const bold = style === RUN_STYLE.heading ? '<w:b/>' : '';
  return inline('w:rPr', {}, tag('w:rStyle', { 'w:val': style }, '/>') + bold);
}

/**
 * The words of a block. In one that is whole new or gone only the words of that side are written; where it stays, its
 * runs are tracked one by one. In a title the words begin a line of their own. Of the words of a moved block those that changed on the way are tracked where it
 * stands now.
 */
export function blockRuns(
  parts: { readonly heading: readonly Run[]; readonly text: readonly Run[] },
  whole: Tracked,
  tracker: Tracker,
  isTitle = false,
): string {
  const write = (run: Run, style: string | null) => {
    const tracked = trackedRun(run.kind, whole);
    return tracked === null ? '' : tracker.wrap(tracked, wordRun(run.text, tracked, style));
  };
  const heading = parts.heading.map((run) => write(run, RUN_STYLE.heading)).join('');
  const text = parts.text.map((run) => write(run, isTitle ? BODY_STYLE : null)).join('');
  const [before, after] = [(run: Run) => run.kind !== 'inserted', (run: Run) => run.kind !== 'deleted'];
  const [gapBefore, gapAfter] = [before, after].map((side) => parts.heading.some(side) && parts.text.some(side));
  if (!gapBefore && !gapAfter) return heading + text;
  const gap = gapBefore && gapAfter ? 'same' : gapBefore ? 'deleted' : 'inserted';
  return heading + write({ kind: gap, text: isTitle ? '\n' : ' ' }, RUN_STYLE.gap) + text;
}

/**
 * How a run of a line is tracked; null if the line has no such words. What was deleted on the way goes with what moved
 * away: LibreOffice loses track of a deletion in what came.
 */
export function trackedRun(run: Run['kind'], whole: Tracked): Tracked | null {
  switch (whole) {
    case 'same':
      return run;
    case 'inserted':
      return run === 'deleted' ? null : 'inserted';
    case 'deleted':
    case 'moved-from':
      return run === 'inserted' ? null : whole;
    case 'moved-to':
      return run === 'deleted' ? null : run === 'inserted' ? 'inserted' : 'moved-to';
  }
}
