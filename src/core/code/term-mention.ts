/** Words that use a defined term: which words, and which term. */
export interface TermMention {
  readonly kind: 'term';
  readonly start: number;
  readonly end: number;
  /** The term as its definition writes it. */
  readonly term: string;
}

/** Defined terms by how they begin, the longest first. */
export type TermIndex = ReadonlyMap<string, readonly string[]>;

/** Letters by which terms are looked up: so few that singular and plural share them. */
const KEY = 2;
/** Where a term can begin: a capital or a figure that no word or hyphen runs into. */
const START = /(?<![\p{L}\p{N}_-])[\p{Lu}\p{N}]/gu;
const WORD = /[\p{L}\p{N}]/u;

/** Makes terms ready to be found. Only terms that begin with a capital or a figure are: others are ordinary words. */
export function indexTerms(terms: Iterable<string>): TermIndex {
  const index = new Map<string, string[]>();
  for (const term of new Set(terms)) {
    if (!/^[\p{Lu}\p{N}]/u.test(term)) continue;
    const key = term.slice(0, KEY);
    index.set(key, [...(index.get(key) ?? []), term]);
  }
  for (const sharing of index.values()) sharing.sort((a, b) => b.length - a.length);
  return index;
}

/** Every use of a defined term in some words, in order: the longest term at each place, in the singular or plural. */
export function termsIn(words: string, index: TermIndex): readonly TermMention[] {
  const found: TermMention[] = [];
  START.lastIndex = 0;
  for (let start = START.exec(words); start !== null; start = START.exec(words)) {
    const at = start.index;
    let longest: TermMention | null = null;
    for (let length = KEY; length > 0; length -= 1) {
      for (const term of index.get(words.slice(at, at + length)) ?? []) {
        const end = endOf(term, words, at);
        if (end !== null && end > (longest?.end ?? 0)) longest = { kind: 'term', start: at, end, term };
      }
    }
    if (longest === null) continue;
    found.push(longest);
    START.lastIndex = longest.end;
  }
  return found;
}

/** Where a use of the term at a place ends: `Device`, `Devices`, `Supplier Party`, `Supplier Parties`; null when it is not one. */
function endOf(term: string, words: string, at: number): number | null {
  if (words.startsWith(term, at)) {
    const end = at + term.length;
    if (isEnd(words, end)) return end;
    return (
      ['s', 'es']
        .map((plural) => (words.startsWith(plural, end) ? end + plural.length : -1))
        .find((to) => isEnd(words, to)) ?? null
    );
  }
  const stem = term.slice(0, -1);
  const end = at + stem.length + 3;
  return term.endsWith('y') && words.startsWith(`${stem}ies`, at) && isEnd(words, end) ? end : null;
}

/** Whether a word ends here: no letter follows, nor a hyphen with a letter after it. */
function isEnd(words: string, at: number): boolean {
  if (at < 0) return false;
  const next = words[at];
  if (next === undefined) return true;
  if (next === '-' || next === '_') return words[at + 1] === undefined || !WORD.test(words[at + 1] ?? '');
  return !WORD.test(next);
}
