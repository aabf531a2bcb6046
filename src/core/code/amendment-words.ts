import type { AmendmentOf, Replacement, Wording } from './amendment.ts';
import { redlineWords } from './word-redline.ts';

/** Words from one offset to another, and what comes in their place. Of several, each starts after the one before it ends. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** The words with splices made in them; offsets are those of the words as given. */
export function spliced(words: string, splices: readonly Splice[]): string {
  let made = '';
  let done = 0;
  for (const { from, to, words: by } of splices) {
    made += words.slice(done, from) + by;
    done = to;
  }
  return made + words.slice(done);
}

/** What turns some words into others, as a reader would mark it: word by word, nothing shared between two splices lost. */
export function splicesBetween(before: string, after: string): readonly Splice[] {
  const splices: Splice[] = [];
  let at = 0;
  for (const run of redlineWords(before, after)) {
    const last = splices.at(-1);
    const end = run.kind === 'inserted' ? at : at + run.text.length;
    if (run.kind === 'inserted' && last?.to === at) splices[splices.length - 1] = { ...last, words: run.text };
    else if (run.kind !== 'same') splices.push({ from: at, to: end, words: run.kind === 'inserted' ? run.text : '' });
    at = end;
  }
  return splices;
}

/** The splices of a replacement. */
export function splicesOf({ at, find, with: words }: Pick<Replacement, 'at' | 'find' | 'with'>): readonly Splice[] {
  return at.map((from) => ({ from, to: from + find.length, words }));
}

/** Splices as replacements made one after another: like changes together, each counted in the words that those before it leave. */
export function replacementsOf(
  target: string,
  field: Replacement['field'],
  before: string,
  splices: readonly Splice[],
): readonly Replacement[] {
  const alike = new Map<string, Splice[]>();
  for (const splice of splices) {
    const key = JSON.stringify([before.slice(splice.from, splice.to), splice.words]);
    alike.set(key, [...(alike.get(key) ?? []), splice]);
  }
  const made: Splice[] = [];
  return [...alike.values()].map((group) => {
    const [{ from, to, words }] = group as [Splice];
    const at = group.map((splice) => splice.from + growthBefore(made, splice.from));
    made.push(...group);
    return { kind: 'replace', target, field, find: before.slice(from, to), with: words, at };
  });
}

/** How much longer the words become by the splices. */
export function growth(splices: readonly Splice[]): number {
  return splices.reduce((sum, { from, to, words }) => sum + words.length - (to - from), 0);
}

function growthBefore(splices: readonly Splice[], offset: number): number {
  return growth(splices.filter((splice) => splice.from < offset));
}

/**
 * Splices as they are after others of the same words have been made; what the others do as well is left out. Null when
 * two that differ touch: with at most one character, a space or a mark, between them, their joint sense is for people.
 */
export function shiftSplices(splices: readonly Splice[], over: readonly Splice[]): readonly Splice[] | null {
  const left: Splice[] = [];
  for (const splice of splices) {
    const near = over.filter((other) => splice.from <= other.to + 1 && other.from <= splice.to + 1);
    if (near.some((other) => !sameSplice(splice, other))) return null;
    if (near.length > 0) continue;
    const by = growthBefore(over, splice.from);
    left.push({ ...splice, from: splice.from + by, to: splice.to + by });
  }
  return left;
}

function sameSplice(a: Splice, b: Splice): boolean {
  return a.from === b.from && a.to === b.to && a.words === b.words;
}

/** An amendment of the words of one provision. */
export type WordEdit = AmendmentOf<'substitute'> | Replacement;

/** The splices that an edit makes in the heading or text of its provision; null when a heading comes or goes whole. */
export function editOf(edit: WordEdit, field: keyof Wording): readonly Splice[] | null {
  if (edit.kind === 'replace') return edit.field === field ? splicesOf(edit) : [];
  const [from, to] = [edit.from[field], edit.to[field]];
  if (from === to) return [];
  return from === null || to === null ? null : splicesBetween(from, to);
}
