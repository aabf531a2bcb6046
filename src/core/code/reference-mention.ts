/** A printed reference in parts: `G3.28(a)(ii)` is number `G3.28` and limbs `(a)`, `(ii)`; `(b)` alone has no number. */
export interface PrintedReference {
  readonly number: string | null;
  readonly limbs: readonly string[];
}

/** Words that name provisions: which words, and what they print. What they mean depends on where they stand. */
export interface ReferenceMention {
  readonly kind: 'reference';
  /** Offsets in the words: from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  /** The word before the number, singular and in lower case: `section`; null when the number stands alone. */
  readonly word: string | null;
  readonly first: PrintedReference;
  /** End of a range; null for a single reference. */
  readonly last: PrintedReference | null;
  /** The `G3.28` of "paragraph (b) of Section G3.28". */
  readonly within: PrintedReference | null;
  /** Whether the words can be nothing but a reference, so that one which names nothing is an error. */
  readonly certain: boolean;
}

const WORD =
  '(?:[Ss]ub-?)?[Pp]aragraphs?|[Ss]ections?|[Cc]lauses?|[Cc]onditions?|[Ss]chedules?|[Aa]ppendi(?:x|ces)|[Aa]nnex(?:es)?|[Pp]arts?|[Aa]rticles?';
/** `Section ` before a number, or a number that stands alone and has its letters with it: `G3.26`, `G3.28(a)`, `G3`. */
const START = new RegExp(`(?<word>${WORD})\\s+(?=[(A-Z0-9])|(?=[A-Z]{1,2}[0-9])`, 'g');
/** What makes it the end of something longer. */
const JOINED = /[\p{L}\p{N}.-]/u;
const LETTERED = /[A-Z]{1,2}[0-9]+(?:\.[0-9]+)*[A-Z]?(?![\p{L}\p{N}])(?:\([0-9a-zA-Z]{1,5}\))*/uy;
const PLAIN = /(?:[0-9]+(?:\.[0-9]+)*[A-Z]?|[A-Z]{1,2})(?![\p{L}\p{N}-])(?:\([0-9a-zA-Z]{1,5}\))*/uy;
const LIMBS = /(?:\([0-9a-zA-Z]{1,5}\))+(?![\p{L}\p{N}])/uy;
const JOIN = /(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+)/uy;
const RANGE = /(?:\s+(?:to|through)\s+|\s*[–—]\s*)/uy;
const AGAIN = new RegExp(`(?:${WORD})\\s+`, 'uy');
const WITHIN = new RegExp(`\\s+(?:of|in|to)\\s+(?:(?:${WORD})\\s+)?(?=[A-Z0-9])`, 'uy');
/** What another instrument's name ends in: its provisions are not ours to link. */
const ELSEWHERE =
  /\s+(?:of|to|in|under)\s+(?:the|that|each|its|any|an?)\s+(?:(?:[A-Z][\w&'’-]*\s+(?:(?:and|of|for)\s+)?){1,8}(?:Acts?|Regulations?|Orders?|Licen[cs]es?|Directive|Agreement|Treaty|Code)|Acts?|Regulations|Order|Licen[cs]es?|Directive)\b/uy;

/** Every printed reference in some words, in order, none overlapping. A list gives one for each item, a range one for all. */
export function referencesIn(words: string): readonly ReferenceMention[] {
  const found: ReferenceMention[] = [];
  START.lastIndex = 0;
  for (let start = START.exec(words); start !== null; start = START.exec(words)) {
    const joined = start.index > 0 && JOINED.test(words[start.index - 1] as string);
    const read = joined ? null : readList(words, start.index, START.lastIndex, start.groups?.word ?? null);
    if (read === null) {
      START.lastIndex = Math.max(START.lastIndex, start.index + 1);
      continue;
    }
    found.push(...read.mentions);
    START.lastIndex = read.end;
  }
  return found;
}

interface Item {
  readonly printed: PrintedReference;
  readonly end: number;
  readonly form: 'lettered' | 'plain' | 'limbs';
}

/** The items of a list from the first on: `G3.26, G3.27 and G3.28(a) to (c)`. */
function readList(words: string, start: number, from: number, word: string | null) {
  const singular = word === null ? null : singularOf(word);
  const several = word !== null && singular !== word.toLowerCase();
  const mentions: ReferenceMention[] = [];
  let at = start;
  let item = readItem(words, from, singular, null);
  let end = from;
  while (item !== null) {
    const range: number | null = match(RANGE, words, item.end);
    const last: Item | null =
      range === null ? null : readItem(words, skipWord(words, range, word), singular, item, several);
    end = last?.end ?? item.end;
    const certain = isCertain(word, item);
    mentions.push({
      ...{ kind: 'reference', start: at, end, word: singular, first: item.printed },
      ...{ last: last?.printed ?? null, within: null, certain },
    });
    const joined: number | null = match(JOIN, words, end);
    if (joined === null) break;
    at = skipWord(words, joined, word);
    item = readItem(words, at, singular, last ?? item, several);
  }
  if (mentions.length === 0) return null;
  const outer = readOuter(words, end);
  const local = mentions.every(({ first }) => first.number === null);
  if (outer !== null && local) {
    const whole = mentions.map((one, index) => ({
      ...one,
      within: outer.printed,
      end: index === mentions.length - 1 ? outer.end : one.end,
    }));
    return elsewhere(words, outer.end) ? { mentions: [], end: outer.end } : { mentions: whole, end: outer.end };
  }
  return elsewhere(words, end) ? { mentions: [], end } : { mentions, end };
}

/** One item at a place; after another, a limb alone continues that one's limbs, and a plain number only a plural word. */
function readItem(words: string, at: number, word: string | null, previous: Item | null, several = true): Item | null {
  const lettered = match(LETTERED, words, at);
  if (lettered !== null) return { printed: parts(words.slice(at, lettered)), end: lettered, form: 'lettered' };
  const limbs = match(LIMBS, words, at);
  if (limbs !== null) {
    if (word === null && previous === null) return null;
    const printed = parts(words.slice(at, limbs));
    const number = previous?.printed.number ?? null;
    const above = previous?.printed.limbs.slice(0, -1) ?? [];
    return { printed: { number, limbs: [...above, ...printed.limbs] }, end: limbs, form: 'limbs' };
  }
  const plain =
    word === null || (previous !== null && !(several && previous.form === 'plain')) ? null : match(PLAIN, words, at);
  return plain === null ? null : { printed: parts(words.slice(at, plain)), end: plain, form: 'plain' };
}

/** The `Section G3.28` of "of Section G3.28". */
function readOuter(words: string, at: number): Item | null {
  const from = match(WITHIN, words, at);
  if (from === null) return null;
  const bare = !/[a-z]\s*$/i.test(words.slice(at, from).replace(/^\s+(?:of|in|to)\s+/i, ''));
  return readItem(words, from, bare ? null : 'section', null);
}

function elsewhere(words: string, at: number): boolean {
  return match(ELSEWHERE, words, at) !== null;
}

function skipWord(words: string, at: number, word: string | null): number {
  return word === null ? at : (match(AGAIN, words, at) ?? at);
}

/** A lettered number with a point or limb, a capitalised word, or the words that only drafting uses. */
function isCertain(word: string | null, { printed, form }: Item): boolean {
  if (word === null) return printed.limbs.length > 0 || (printed.number?.includes('.') ?? false);
  return form === 'lettered' || /^[A-Z]/.test(word) || /^(?:sub-?)?paragraph/i.test(word);
}

function singularOf(word: string): string {
  const lower = word.toLowerCase();
  if (lower === 'appendices') return 'appendix';
  if (lower === 'annexes') return 'annex';
  return lower.replace(/s$/, '');
}

function parts(printed: string): PrintedReference {
  const open = printed.indexOf('(');
  const number = open === -1 ? printed : printed.slice(0, open);
  return { number: number === '' ? null : number, limbs: printed.match(/\([^)]*\)/g) ?? [] };
}

/** Where a match that begins at a place ends, or null. */
function match(pattern: RegExp, words: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(words) ? pattern.lastIndex : null;
}
