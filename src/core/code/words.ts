const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** A date; an amount, share or time of day. Read whole, since half a figure says something else. */
const DATE = `\\d{1,2}(?:st|nd|rd|th)? (?:${MONTH})(?: \\d{4})?(?![\\p{L}\\p{N}])`;
const FIGURE = "[£$€]?\\d+(?:[.,:/]\\d+)*%?(?![\\p{L}\\p{N}\\p{M}]|[.’'-][\\p{L}\\p{N}]|\\()";
/** A limb of a number. */
const LIMB = '\\([a-zA-Z]{1,2}\\)|\\([ivxlIVXL0-9]{1,5}[A-Z]?\\)';
const WORD = `[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:[.’'-][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*(?:${LIMB})*`;
/** Any other character, with what is joined to it: a mark above a letter, a skin tone, the rest of a family. */
const MARK = '\\P{White_Space}[\\p{M}\\p{Emoji_Modifier}]*(?:\\u200d\\P{White_Space}[\\p{M}\\p{Emoji_Modifier}]*)*';
// most words are letters alone, and are read without trying the rest
const TOKEN = new RegExp(
  `\\s+|[A-Za-z]+(?=[ ,;:\\n])|(?=[£$€\\d])(?:${DATE}|${FIGURE})|${WORD}|(?:${LIMB})+|${MARK}`,
  'gu',
);

/**
 * The words, spaces and punctuation marks of a text, in order; joined they are the text. `G3.26(a)(ii)`, `end-user`,
 * `£1,200.50`, `(b)` and `1 January 2019` are one word.
 */
export function wordsOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Negative or positive as a defined term comes before or after another in a list of definitions; 0 only for the same. */
export function compareTerms(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left !== right) return left < right ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}

/** How much a reader sees in words that two texts share: nothing in spaces and marks, half in short words, one in others. */
export function weightOf(words: readonly string[]): number {
  let weight = 0;
  for (const word of words) if (/[\p{L}\p{N}]/u.test(word)) weight += word.length > 3 ? 1 : 0.5;
  return weight;
}

/** How alike two texts are by their words, whatever the order: 0 nothing in common, 1 the same words. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  return a.length + b.length === 0 ? 1 : (2 * common) / (a.length + b.length);
}
