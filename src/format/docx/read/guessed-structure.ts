import type { ProvisionKind } from '../../../core/code/provision.ts';
import { type Growing, type Guess, growing } from './growing.ts';
import type { Line } from './line.ts';
import { excerpt } from './notices.ts';
import { continues, follows, isBracketed, isFirst, typedNumber } from './number-form.ts';

/** Something open that more can come under. */
interface Frame {
  readonly node: Growing;
  readonly rank: 'heading' | 'definition' | 'numbered';
  /** Outline level of a heading; level in its list of what is numbered. */
  readonly level: number;
  readonly list: string | null;
  readonly indent: number;
}

const DEFINES =
  /^[\s”"’')]*(?:\([^)]*\)\s*)?(?:means|mean|has the meaning|have the meaning|shall have the meaning|shall mean|is defined|includes)\b/;
const LONG_HEADING = 120;
const NAMED: readonly (readonly [RegExp, ProvisionKind])[] = [
  [/^section\b/i, 'section'],
  [/^(schedule|annex)\b/i, 'schedule'],
  [/^appendix\b/i, 'appendix'],
  [/^part\b/i, 'part'],
];

/** Places the paragraphs of a file that others wrote, by headings, lists, numbers and indents, and says what it guessed. */
export class GuessedStructure {
  private frames: Frame[] = [];
  private readonly roots: Growing[];
  private readonly guesses: Guess[];

  constructor(roots: Growing[], guesses: Guess[]) {
    this.roots = roots;
    this.guesses = guesses;
  }

  /** The provision that a paragraph becomes, in its place. */
  place(line: Line, id: string): Growing {
    const typed = line.number === null ? typedNumber(line.text.trimStart()) : null;
    if (typed !== null) this.guess(line, `the number ${typed.number} was typed, not counted by Word`, 0.6);
    const number = line.number ?? typed?.number ?? null;
    const text = (typed?.rest ?? line.text).trim();
    if (line.outline !== null && !isSentence(text, number)) return this.heading(line, id, number, text, line.outline);
    if (number !== null) return this.numbered(line, id, number, text, typed !== null);
    const term = definedTerm(line);
    if (term !== null) return this.definition(line, id, term);
    if (line.allBold && line.text.length < LONG_HEADING && !/[.;:,]$/.test(text)) {
      this.guess(line, 'a bold line is read as a heading', 0.6);
      return this.heading(line, id, null, text, 8);
    }
    return this.plain(line, id, text);
  }

  /** What stands beside or in the text at this place: a table, an image. */
  beside(node: Growing): void {
    (this.frames.at(-1)?.node.children ?? this.roots).push(node);
  }

  private heading(line: Line, id: string, number: string | null, text: string, level: number): Growing {
    const named = NAMED.find(([pattern]) => pattern.test(number ?? text))?.[1];
    const top = this.frames.find((frame) => frame.rank === 'heading');
    const kind = named ?? (top === undefined || level <= top.level ? 'part' : 'heading');
    const node = growing(id, kind, { number, heading: text === '' ? null : text });
    this.open(
      { node, rank: 'heading', level, list: line.label?.list ?? null, indent: line.indent },
      (frame) => frame.rank === 'heading' && frame.level < level,
    );
    return node;
  }

  private definition(line: Line, id: string, { term, rest }: { term: string; rest: string }): Growing {
    const node = growing(id, 'definition', { heading: term, text: rest });
    const among = this.frames.findIndex((frame) => frame.rank === 'definition');
    const bracketed = this.frames.findIndex(
      (frame) => frame.rank === 'numbered' && isBracketed(frame.node.number ?? ''),
    );
    const end = among !== -1 ? among : bracketed;
    if (end !== -1) this.frames = this.frames.slice(0, end);
    this.guess(line, `“${term}” is read as a defined term`, 0.9);
    this.open({ node, rank: 'definition', level: 0, list: null, indent: line.indent }, () => true);
    return node;
  }

  private numbered(line: Line, id: string, number: string, text: string, typed: boolean): Growing {
    const keep = this.above(line, number, typed);
    this.frames = this.frames.slice(0, keep);
    const isBelow = this.frames.some((frame) => isBracketed(frame.node.number ?? ''));
    const kind = !isBracketed(number) ? 'clause' : isBelow ? 'sub-paragraph' : 'paragraph';
    const isHeading = !isBracketed(number) && line.allBold && text.length < LONG_HEADING && !/[.;:,]$/.test(text);
    if (isHeading) {
      this.guess(line, `${number} is read as a heading: a bold line without a full stop`, 0.7);
      const node = growing(id, 'heading', { number, heading: text === '' ? null : text });
      this.open(
        { node, rank: 'numbered', level: line.label?.level ?? 0, list: line.label?.list ?? null, indent: line.indent },
        () => true,
      );
      return node;
    }
    const node = growing(id, kind, { number, text });
    this.open(
      { node, rank: 'numbered', level: line.label?.level ?? 0, list: line.label?.list ?? null, indent: line.indent },
      () => true,
    );
    return node;
  }

  /** How many of the open frames a numbered paragraph stands under. */
  private above(line: Line, number: string, typed: boolean): number {
    const { frames } = this;
    const same = frames.findLastIndex(
      (frame) => frame.rank === 'numbered' && frame.list !== null && frame.list === line.label?.list,
    );
    if (!typed && same !== -1) {
      const level = line.label?.level ?? 0;
      const sibling = frames.findIndex(
        (frame) => frame.rank === 'numbered' && frame.list === line.label?.list && frame.level >= level,
      );
      return sibling === -1 ? frames.length : sibling;
    }
    const next = frames.findLastIndex((frame) => frame.node.number !== null && follows(number, frame.node.number));
    if (next !== -1) return next;
    const stem = frames.findLastIndex((frame) => frame.node.number !== null && continues(number, frame.node.number));
    if (stem !== -1) return stem + 1;
    if (isBracketed(number)) {
      if (isFirst(number)) return frames.length;
      const brother = frames.findLastIndex(
        (frame) => isBracketed(frame.node.number ?? '') && frame.indent >= line.indent,
      );
      this.guess(line, `${number} continues no list before it; it is placed by its indent`, 0.4);
      return brother === -1 ? frames.length : brother;
    }
    const first = frames.findIndex((frame) => frame.rank !== 'heading');
    return first === -1 ? frames.length : first;
  }

  private plain(line: Line, id: string, text: string): Growing {
    const node = growing(id, 'paragraph', { text });
    const last = this.frames.at(-1);
    if (last !== undefined && last.rank !== 'heading') {
      while (
        this.frames.length > 1 &&
        this.frames.at(-1)?.rank !== 'heading' &&
        (this.frames.at(-1)?.indent ?? 0) > line.indent
      ) {
        this.frames.pop();
      }
      this.guess(line, 'a line without a number is placed by its indent', 0.5);
    }
    this.beside(node);
    return node;
  }

  private open(frame: Frame, under: (above: Frame) => boolean): void {
    while (this.frames.length > 0 && !under(this.frames.at(-1) as Frame)) this.frames.pop();
    this.beside(frame.node);
    this.frames.push(frame);
  }

  private guess(line: Line, what: string, confidence: number): void {
    this.guesses.push({ place: `“${excerpt(line.text)}”`, what, confidence });
  }
}

/** Whether words in a heading style are a clause for all that: some codes set whole clauses in heading styles. */
function isSentence(text: string, number: string | null): boolean {
  return number !== null && (text.length > LONG_HEADING || /[.;:,]$|[;,] (and|or)$/.test(text));
}

/** A term in bold, in quotes or not, that the rest of the paragraph defines. */
function definedTerm(line: Line): { term: string; rest: string } | null {
  const whole = line.text.trim();
  const bold = line.bold.trim();
  if (bold === '' || bold === whole || !whole.startsWith(bold)) return null;
  const rest = whole.slice(bold.length);
  const term = bold.replace(/^[“"‘'\s]+|[”"’'\s:]+$/g, '');
  return term !== '' && DEFINES.test(rest) ? { term, rest: rest.replace(/^[\s”"’']+/, '') } : null;
}
