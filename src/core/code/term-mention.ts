/** Words that use a defined term: which words, and which term. */
export interface TermMention {
  readonly kind: 'term';
  readonly start: number;
  readonly end: number;
  /** The term as its definition writes it. */
  readonly term: string;
}

/** Defined terms by their first word, the longest first. */
export type TermIndex = ReadonlyMap<string, readonly string[]>;

/** Where a term can begin: a capital or a figure, if no word or hyphen runs into it. */
const START = /[A-Z0-9À-ÖØ-Þ]/g;
const LETTERS = /[\p{L}\p{N}]+/uy;
const WORD = /[\p{L}\p{N}]/u;

/** Makes terms ready to be found. Only terms that begin with a capital or a figure are: others are ordinary words. */
export function indexTerms(terms: Iterable<string>): TermIndex {
  const capital = [...new Set(terms)].filter((term) => term.search(START) === 0);
  const index = Map.groupBy(capital, (term) => lettersAt(term, 0));
  for (const sharing of index.values()) sharing.sort((a, b) => b.length - a.length);
  return index;
}

/** Every use of a defined term in some words, in order: the longest term at each place, in the singular or plural. */
export function termsIn(words: string, index: TermIndex): readonly TermMention[] {
  const found: TermMention[] = [];
  START.lastIndex = 0;
  for (let start = START.exec(words); start !== null; start = START.exec(words)) {
    const at = start.index;
    if (at > 0 && isJoined(words, at - 1)) continue;
    const first = lettersAt(words, at);
    let longest: TermMention | null = null;
    for (const key of first.endsWith('s') ? [first, ...singularsOf(first)] : [first]) {
      for (const term of index.get(key) ?? []) {
        const end = endOf(term, words, at);
        if (end === null || end <= (longest?.end ?? 0)) continue;
        longest = { kind: 'term', start: at, end, term };
        break;
      }
    }
    if (longest !== null) found.push(longest);
    START.lastIndex = longest?.end ?? at + first.length;
  }
  return found;
}

/** Letters and figures of ASCII, by code: most words are of nothing else, and an expression costs many times as much. */
const ASCII = Array.from({ length: 128 }, (_, code) => WORD.test(String.fromCharCode(code)));

function isWord(words: string, at: number): boolean {
  return ASCII[words.charCodeAt(at)] ?? WORD.test(words[at] ?? '');
}

function isJoined(words: string, at: number): boolean {
  return isWord(words, at) || words[at] === '-' || words[at] === '_';
}

/** The letters and figures from a place on; what lies beyond ASCII is read by character and not by code unit. */
function lettersAt(words: string, at: number): string {
  let end = at;
  while (ASCII[words.charCodeAt(end)] === true) end += 1;
  if (!(words.charCodeAt(end) > 127)) return words.slice(at, end);
  LETTERS.lastIndex = at;
  return LETTERS.exec(words)?.[0] ?? '';
}

function singularsOf(plural: string): readonly string[] {
  const forms = [plural.slice(0, -1)];
  if (plural.endsWith('es')) forms.push(plural.slice(0, -2));
  if (plural.endsWith('ies')) forms.push(`${plural.slice(0, -3)}y`);
  return forms;
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
  if (next === '-' || next === '_') return !isWord(words, at + 1);
  return !isWord(words, at);
}
