/** One thing sought: a word in any of its forms, words or a number exactly as written, or words that begin so. */
export interface SearchPart {
  readonly kind: 'word' | 'exact' | 'prefix';
  /** Letters and figures without the marks between them: `G3.26` is `G3`, `26`. */
  readonly tokens: readonly string[];
  /** Whether provisions that hold it are left out. */
  readonly not: boolean;
}

/** A piece of some words, marked where it is what was sought. */
export interface MarkedRun {
  readonly text: string;
  readonly marked: boolean;
}

/** The stem that the words of one family share; null for a word that says nothing by itself (`the`). */
export type StemOf = (word: string) => string | null;

const TOKEN = /[\p{L}\p{N}]+/gu;
const PART = /(?<=^|\s)(-?)(?:"([^"]*)"?|([^\s"]+))/gu;
/** Letters of an excerpt around what was found. */
const AROUND = 110;

/**
 * Reads what a person types: words in any form, "words exactly so", numbers (`G3.26`, `250,000`), beginnings (`enrol*`),
 * and what is to be left out (`-device`).
 */
export function parseSearch(typed: string): readonly SearchPart[] {
  return [...typed.replace(/[“”„]/g, '"').matchAll(PART)].flatMap(([, minus, quoted, bare = '']): SearchPart[] => {
    const tokens = tokensOf(quoted ?? bare);
    if (tokens.length === 0) return [];
    const hasFigure = /\p{N}/u.test(bare);
    const kind = bare.endsWith('*') ? 'prefix' : quoted !== undefined || hasFigure ? 'exact' : 'word';
    return [{ kind, tokens, not: minus === '-' }];
  });
}

/** The words of a text, without the marks between them. */
export function tokensOf(words: string): readonly string[] {
  return words.match(TOKEN) ?? [];
}

/** Words in pieces, those marked that are sought. */
export function markSought(words: string, parts: readonly SearchPart[], stemOf: StemOf): readonly MarkedRun[] {
  const tokens = [...words.matchAll(TOKEN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[0],
  }));
  const marked = new Array<boolean>(tokens.length).fill(false);
  for (const part of parts.filter(({ not }) => !not)) {
    const fits = part.tokens.map((sought, at) => fitting(part, sought, at, stemOf));
    for (let at = 0; at + fits.length <= tokens.length; at += 1) {
      if (!fits.every((isFit, ahead) => isFit(tokens[at + ahead]?.word ?? ''))) continue;
      marked.fill(true, at, at + fits.length);
    }
  }
  const runs: MarkedRun[] = [];
  let from = 0;
  for (const [at, { start, end }] of tokens.entries()) {
    if (marked[at] !== true) continue;
    const joins = at > 0 && marked[at - 1] === true;
    if (start > from) runs.push({ text: words.slice(from, start), marked: joins });
    runs.push({ text: words.slice(start, end), marked: true });
    from = end;
  }
  if (from < words.length) runs.push({ text: words.slice(from), marked: false });
  return joined(runs);
}

/** An excerpt of marked words around the first that are marked; the beginning when none is. */
export function excerptOf(runs: readonly MarkedRun[]): readonly MarkedRun[] {
  const length = runs.reduce((sum, run) => sum + run.text.length, 0);
  let first = 0;
  for (const run of runs) {
    if (run.marked) break;
    first += run.text.length;
  }
  const at = first === length ? 0 : first;
  const from = at <= AROUND ? 0 : at - AROUND;
  const to = Math.min(length, Math.max(at + 2 * AROUND, 3 * AROUND));
  let passed = 0;
  const cut = runs.flatMap(({ text, marked }): MarkedRun[] => {
    const start = passed;
    passed += text.length;
    const piece = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return piece === '' ? [] : [{ text: piece, marked }];
  });
  const [head] = cut;
  if (from > 0 && head?.marked === false) cut[0] = { text: `…${head.text.replace(/^\S*\s/, '')}`, marked: false };
  const tail = cut.at(-1);
  if (to < length && tail?.marked === false) {
    cut[cut.length - 1] = { text: `${tail.text.replace(/\s\S*$/, '')}…`, marked: false };
  }
  return cut;
}

function fitting({ kind, tokens }: SearchPart, sought: string, at: number, stemOf: StemOf): (word: string) => boolean {
  const wanted = sought.toLowerCase();
  if (kind === 'prefix' && at === tokens.length - 1) return (word) => word.toLowerCase().startsWith(wanted);
  const stem = kind === 'word' ? stemOf(sought) : null;
  return (word) => word.toLowerCase() === wanted || (stem !== null && stemOf(word) === stem);
}

function joined(runs: readonly MarkedRun[]): readonly MarkedRun[] {
  const all: MarkedRun[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last !== undefined && last.marked === run.marked) all[all.length - 1] = { ...last, text: last.text + run.text };
    else all.push(run);
  }
  return all;
}
