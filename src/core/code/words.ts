const TOKEN = /\s+|[\p{L}\p{N}]+(?:[.’'-][\p{L}\p{N}]+)*|[^\s]/gu;

/** The words, spaces and punctuation marks of a text, in order; joined they are the text. `G3.26` and `end-user` are one word. */
export function wordsOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
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
