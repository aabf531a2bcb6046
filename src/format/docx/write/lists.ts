import { inline, tag } from '../../xml/write.ts';
import { INDENT } from '../read/line.ts';
import { formatCount } from '../read/numbering.ts';

const HANGING = 800;
const DEEPEST = 8;
const UNNUMBERED = 1;

/** Numbers that Word can count: what stands before and after the count, and its format. */
interface Pattern {
  readonly before: string;
  readonly after: string;
  readonly format: string;
  readonly count: number;
}

/** Numbers that follow one another among siblings. */
interface Running {
  readonly id: number;
  readonly pattern: Pattern;
  next: number;
}

const FORMATS = ['decimal', 'lowerRoman', 'upperRoman', 'lowerLetter', 'upperLetter'];

/** The lists of a file that is written: each run of sibling numbers is a list of its own, so that each prints as it stands. */
export class Lists {
  private readonly definitions: string[] = [];
  private readonly fixed = new Map<string, number>();

  /** The list and level of a paragraph at a depth without a number. */
  plain(depth: number): string {
    return reference(UNNUMBERED, depth);
  }

  /** The list and level of a number that Word prints as it stands and never counts; null when it must be typed. */
  fix(number: string, depth: number): string | null {
    if (!isPrintable(number)) return null;
    const key = `${level(depth)}/${number}`;
    const known = this.fixed.get(key) ?? this.define(depth, { before: number, after: '', format: 'none', count: 1 });
    this.fixed.set(key, known);
    return reference(known, depth);
  }

  /** Counts the numbers of siblings: gives what {@link fix} gives, from a list that Word counts on. */
  siblings(): { readonly next: (number: string, depth: number) => string | null } {
    const running: Running[] = [];
    return {
      next: (number, depth) => {
        if (!isPrintable(number)) return null;
        for (const one of running) {
          const { before, after, format } = one.pattern;
          if (`${before}${formatCount(one.next, format)}${after}` !== number) continue;
          one.next += 1;
          return reference(one.id, depth);
        }
        const pattern = patternOf(number);
        if (pattern === null) return this.fix(number, depth);
        const id = this.define(depth, pattern);
        running.push({ id, pattern, next: pattern.count + 1 });
        return reference(id, depth);
      },
    };
  }

  /** The content of the numbering part. */
  part(): string {
    const unnumbered = Array.from({ length: DEEPEST + 1 }, (_, at) =>
      levelElement(at, { before: '', after: '', format: 'none', count: 1 }),
    ).join('');
    const abstracts = [abstract(UNNUMBERED, unnumbered), ...this.definitions];
    const lists = abstracts.map((_, at) =>
      inline('w:num', { 'w:numId': String(at + 1) }, tag('w:abstractNumId', { 'w:val': String(at + 1) }, '/>')),
    );
    return [...abstracts, ...lists].join('');
  }

  private define(depth: number, pattern: Pattern): number {
    const id = UNNUMBERED + this.definitions.length + 1;
    this.definitions.push(abstract(id, levelElement(level(depth), pattern)));
    return id;
  }
}

/** The indent of what stands deeper than Word has levels; empty for all else. */
export function deepIndent(depth: number): string {
  return depth > DEEPEST ? tag('w:ind', { 'w:left': String(depth * INDENT) }, '/>') : '';
}

function level(depth: number): number {
  return Math.min(depth, DEEPEST);
}

function reference(id: number, depth: number): string {
  const [ilvl, numId] = [{ 'w:val': String(level(depth)) }, { 'w:val': String(id) }];
  return inline('w:numPr', {}, tag('w:ilvl', ilvl, '/>') + tag('w:numId', numId, '/>'));
}

function abstract(id: number, levels: string): string {
  const kind = tag('w:multiLevelType', { 'w:val': 'multilevel' }, '/>');
  return inline('w:abstractNum', { 'w:abstractNumId': String(id) }, kind + levels);
}

function levelElement(at: number, { before, after, format, count }: Pattern): string {
  const text = format === 'none' ? before : `${before}%${at + 1}${after}`;
  const left = String(at * INDENT + (text === '' ? 0 : HANGING));
  const indent = tag('w:ind', { 'w:left': left, 'w:hanging': text === '' ? '0' : String(HANGING) }, '/>');
  const parts: readonly (readonly [string, string])[] = [
    ['w:start', String(count)],
    ['w:numFmt', format],
    ['w:suff', text === '' ? 'nothing' : 'tab'],
    ['w:lvlText', text],
    ['w:lvlJc', 'left'],
  ];
  const said = parts.map(([name, value]) => tag(name, { 'w:val': value }, '/>')).join('');
  return inline('w:lvl', { 'w:ilvl': String(at) }, said + inline('w:pPr', {}, indent));
}

/** Whether Word prints a number as it stands: nothing in it that Word takes for a count, no space at its ends. */
function isPrintable(number: string): boolean {
  return !/%[1-9]|[\t\n\r]|^\s|\s$/.test(number);
}

/** A number as a count with what stands around it, the first format that prints it; null when none does. */
function patternOf(number: string): Pattern | null {
  const [, before = '', core = '', after = ''] = /^(.*?)([A-Za-z]+|\d+)([^A-Za-z0-9]*)$/su.exec(number) ?? [];
  if (core === '') return null;
  for (const format of FORMATS) {
    const count = countOf(core, format);
    if (count > 0 && formatCount(count, format) === core) return { before, after, format, count };
  }
  return null;
}

function countOf(core: string, format: string): number {
  if (format === 'decimal') return /^\d{1,6}$/.test(core) ? Number(core) : 0;
  const small = core.toLowerCase();
  if (format.endsWith('Letter')) return small.charCodeAt(0) - 96 + 26 * (small.length - 1);
  const values = [...small].map((sign) => ({ i: 1, v: 5, x: 10, l: 50, c: 100 })[sign] ?? Number.NaN);
  // one letter that is no I is more likely the letter
  if (small.length === 1 && small !== 'i') return 0;
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
