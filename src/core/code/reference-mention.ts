/** A printed reference in parts: `G3.28(a)(ii)` is number `G3.28` and limbs `(a)`, `(ii)`; `(b)` alone has no number. */
export interface PrintedReference {
  readonly number: string | null;
  readonly limbs: readonly string[];
}

/** One provision that words name: by what is printed, or by where it stands from the words (`this Schedule`). */
export interface Step {
  /** The word for its kind, singular and in lower case: `section`; null when the number stands alone. */
  readonly word: string | null;
  readonly printed: PrintedReference;
  /** What the words stand in, what comes before or after that, or the only one of its kind there; null by what is printed. */
  readonly place: 'this' | 'before' | 'after' | 'only' | null;
}

/** Words that name provisions: which words, and what they print. What they mean depends on where they stand. */
export interface ReferenceMention extends Omit<Step, 'printed'> {
  readonly kind: 'reference';
  /** Offsets in the words: from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  readonly first: PrintedReference;
  /** End of a range; null for a single reference. */
  readonly last: PrintedReference | null;
  /** What they say it is in, from the inside out: the `Table 2` and `Schedule 8` of "row 3 of Table 2 in Schedule 8". */
  readonly within: readonly Step[];
  /** Whether the words can be nothing but a reference, so that one which names nothing is an error. */
  readonly certain: boolean;
}

const WORD =
  '(?:[Ss]ub-?)?[Pp]aragraphs?|(?:[Ss]ub-?)?[Ss]ections?|[Cc]lauses?|[Cc]onditions?|[Ss]chedules?|[Aa]ppendi(?:x|ces)|[Aa]nnex(?:es)?|[Pp]arts?|[Aa]rticles?|[Tt]ables?|[Rr]ows?|[Nn]otes?|[Ff]igures?';
/** `Section ` before a number, or a number that stands alone and has its letters with it: `G3.26`, `G3.28(a)`, `G3`. */
const START = new RegExp(`(?<word>${WORD})\\s+(?=[(A-Z0-9])|(?=[A-Z]{1,2}[0-9])`, 'g');
/** Words that mean a provision by where it stands, with no number; those that are ordinary words too need their capital. */
const HERE =
  '[Pp]aragraph|[Ss]ub-?[Pp]aragraph|[Ss]ection|[Cc]lause|[Ss]chedule|[Aa]ppendix|[Aa]nnex|[Tt]able|[Nn]ote|Condition|Part|Article';
const NO_NUMBER = '(?![\\p{L}\\p{N}-])(?!\\s+(?:[A-Z]{0,2}[0-9]|[A-Z]{1,2}(?![\\p{L}\\p{N}])|\\())';
const RELATIVE = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:[Tt]his|[Tt]he\\s+(?:immediately\\s+)?(?<beside>preceding|previous|foregoing|following|next))\\s+(?<word>${HERE})${NO_NUMBER}`,
  'gu',
);
/** Without this there is none of these: most words have none, and it is quickly seen. */
const MAY_BE_PLACED =
  /[Tt]his\s|[Tt]he\s+(?:immediately|preceding|previous|foregoing|following|next|table|note|figure|image)/;
/** `the table in`, when what follows says where. */
const ONLY = /(?<![\p{L}\p{N}-])[Tt]he\s+(?<word>table|note|figure|image)(?=\s+(?:in|to|of|under)\s)/gu;
/** What makes it the end of something longer. */
const JOINED = /[\p{L}\p{N}.-]/u;
const LETTERED = /[A-Z]{1,2}[0-9]+(?:\.[0-9]+)*[A-Z]?(?![\p{L}\p{N}])(?:\([0-9a-zA-Z]{1,5}\))*/uy;
const PLAIN = /(?:[0-9]+(?:\.[0-9]+)*[A-Z]?|[A-Z]{1,2})(?![\p{L}\p{N}-])(?:\([0-9a-zA-Z]{1,5}\))*/uy;
const LIMBS = /(?:\([0-9a-zA-Z]{1,5}\))+(?![\p{L}\p{N}])/uy;
const JOIN = /(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+)/uy;
const RANGE = /(?:\s+(?:to|through)\s+|\s*[–—]\s*|-(?=[A-Z]{1,2}[0-9]|\())/uy;
const AGAIN = new RegExp(`(?:${WORD})\\s+`, 'uy');
const WITHIN = /\s+(?:of|in|to|under)\s+/uy;
const OUTER_WORD = new RegExp(`(?:${WORD})\\s+(?=[(A-Z0-9])`, 'uy');
const OUTER_HERE = new RegExp(`[Tt]his\\s+(?:${HERE})${NO_NUMBER}`, 'uy');
const OUTER_ONLY = /the\s+(?:table|note|figure|image)(?![\p{L}\p{N}-])/uy;
/** What another instrument's name ends in: its provisions are not ours to link. */
const ELSEWHERE =
  /\s+(?:of|to|in|under)\s+(?:the|that|each|its|any|an?)\s+(?:(?:[A-Z][\w&'’-]*\s+(?:(?:and|of|for)\s+)?){1,8}(?:Acts?|Regulations?|Orders?|Licen[cs]es?|Directive|Agreement|Treaty|Code)|Acts?|Regulations|Order|Licen[cs]es?|Directive)\b/uy;

/**
 * Every reference in some words, in order, none overlapping. A list gives one for each item, a range one for all; what it
 * is said to be in belongs to it.
 */
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
  const placed = MAY_BE_PLACED.test(words) ? [...relativesIn(words), ...onlyOnesIn(words)] : [];
  if (placed.length === 0) return found;
  // `the table in G3.29` holds the `G3.29` that stands alone, and is held by `row 2 of the table in G3.29`
  const all = [...found, ...placed];
  return all
    .filter((one) => !all.some((other) => other.start < one.end && one.start < other.end && isLonger(other, one)))
    .sort((a, b) => a.start - b.start);
}

function isLonger(one: ReferenceMention, other: ReferenceMention): boolean {
  return one.end - one.start > other.end - other.start;
}

const UNPRINTED: PrintedReference = { number: null, limbs: [] };

function* relativesIn(words: string): Generator<ReferenceMention> {
  for (const match of words.matchAll(RELATIVE)) {
    const { word = '', beside } = match.groups ?? {};
    const place = beside === undefined ? 'this' : /^(?:following|next)/.test(beside) ? 'after' : 'before';
    const end = match.index + match[0].length;
    if (elsewhere(words, end)) continue;
    yield {
      ...{ kind: 'reference', start: match.index, end, word: word.toLowerCase(), place },
      ...{ first: UNPRINTED, last: null, within: [], certain: false },
    };
  }
}

function* onlyOnesIn(words: string): Generator<ReferenceMention> {
  for (const match of words.matchAll(ONLY)) {
    const outer = readOuters(words, match.index + match[0].length);
    if (outer.within.length === 0 || elsewhere(words, outer.end)) continue;
    yield {
      ...{ kind: 'reference', start: match.index, end: outer.end, word: match.groups?.word ?? null, place: 'only' },
      ...{ first: UNPRINTED, last: null, within: outer.within, certain: false },
    };
  }
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
    const upTo: Item | null =
      range === null ? null : readItem(words, skipWord(words, range, singular), singular, item, several);
    // "note 1 to G3.29" is no range
    const last: Item | null = upTo?.form === item.form || upTo?.form === 'limbs' ? upTo : null;
    end = last?.end ?? item.end;
    const certain = isCertain(word, item);
    mentions.push({
      ...{ kind: 'reference', start: at, end, word: singular, first: item.printed },
      ...{ place: null, last: last?.printed ?? null, within: [], certain },
    });
    const joined: number | null = match(JOIN, words, end);
    if (joined === null) break;
    at = skipWord(words, joined, singular);
    item = readItem(words, at, singular, last ?? item, several);
  }
  if (mentions.length === 0) return null;
  const local = singular !== 'section' && mentions.every(({ first }) => !/^[A-Z]+[0-9]/.test(first.number ?? ''));
  const outer = local ? readOuters(words, end) : { within: [], end };
  if (elsewhere(words, outer.end)) return { mentions: [], end: outer.end };
  const last = mentions.length - 1;
  return {
    mentions: mentions.map((one, index) => ({
      ...one,
      within: outer.within,
      end: index === last ? outer.end : one.end,
    })),
    end: outer.end,
  };
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

/** The `Table 2` and `Schedule 8` of "of Table 2 in Schedule 8", from the inside out. */
function readOuters(words: string, start: number): { readonly within: readonly Step[]; readonly end: number } {
  const within: Step[] = [];
  let end = start;
  for (let from = match(WITHIN, words, end); from !== null; from = match(WITHIN, words, end)) {
    const outer = readPlaced(words, from) ?? readPrinted(words, from);
    if (outer === null) break;
    within.push(outer.step);
    end = outer.end;
  }
  return { within, end };
}

interface Outer {
  readonly step: Step;
  readonly end: number;
}

function readPlaced(words: string, at: number): Outer | null {
  const here = match(OUTER_HERE, words, at);
  const end = here ?? match(OUTER_ONLY, words, at);
  if (end === null) return null;
  const word = words
    .slice(at, end)
    .replace(/^\S+\s+/, '')
    .toLowerCase();
  return { step: { word, printed: UNPRINTED, place: here === null ? 'only' : 'this' }, end };
}

function readPrinted(words: string, at: number): Outer | null {
  const from = match(OUTER_WORD, words, at);
  const word = from === null ? null : singularOf(words.slice(at, from).trim());
  const item = readItem(words, from ?? at, word, null);
  return item === null ? null : { step: { word, printed: item.printed, place: null }, end: item.end };
}

function elsewhere(words: string, at: number): boolean {
  return match(ELSEWHERE, words, at) !== null;
}

/** Past the same word for a kind, if it is said again: "Sections G3.26 to Section G3.28". */
function skipWord(words: string, at: number, singular: string | null): number {
  const end = singular === null ? null : match(AGAIN, words, at);
  return end !== null && singularOf(words.slice(at, end).trim()) === singular ? end : at;
}

/** A lettered number with a point or limb, a capitalised word, or the words that only drafting uses. */
function isCertain(word: string | null, { printed, form }: Item): boolean {
  if (word === null) return printed.limbs.length > 0 || (printed.number?.includes('.') ?? false);
  if (/^(?:row|figure)/i.test(word)) return false;
  if (/^(?:note|table)/i.test(word)) return /^[A-Z]/.test(word) && /^[0-9]/.test(printed.number ?? '');
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
