import type { Replacement } from './amendment.ts';
import { type Splice, splicesBetween, splicesOf } from './amendment-words.ts';
import { ordinal, quote } from './instruction-name.ts';
import { wordsOf } from './words.ts';

/** Separate changes of words beyond which the whole wording is substituted. */
const CHANGES_AT_MOST = 4;

/** What changes some words into others, in sentences about the provision or heading of that name. */
export function wordInstructions(name: string, before: string, after: string): readonly string[] {
  if (before === after) return [];
  if (before === '') return [`In ${name} insert ${quote(after)}.`];
  if (after === '') return [`Omit the words of ${name}.`];
  const splices = splicesBetween(before, after);
  return isRewritten(before, splices)
    ? [`For the words of ${name} substitute ${quote(after)}.`]
    : splices.map((splice) => spliceInstruction(name, before, splice));
}

/** Whether so much changes that a reader is better served by the new words as a whole. */
export function isRewritten(before: string, splices: readonly Splice[]): boolean {
  return (
    splices.length > CHANGES_AT_MOST ||
    splices.reduce((sum, splice) => sum + splice.to - splice.from, 0) > before.length / 2
  );
}

/** A replacement in sentences: one for all its places where the words that go are whole words, else one for each. */
export function replaceInstructions(name: string, before: string, replacement: Replacement): readonly string[] {
  const { find, with: words, at } = replacement;
  const splices = splicesOf(replacement);
  const whole = splices.every((splice) => {
    const { from, to } = wholeWords(before, splice);
    return from === splice.from && to === splice.to;
  });
  if (at.length === 1 || find.trim() === '' || !whole) {
    return splices.map((splice) => spliceInstruction(name, before, splice));
  }
  const places = placesOf(before, find);
  const named = at.map((offset) => ordinal(places.indexOf(offset) + 1));
  const where =
    places.length === at.length
      ? `in ${at.length === 2 ? 'both places' : 'each place'} where it occurs`
      : `where it occurs for the ${listed(named)} time`;
  return [
    words.trim() === ''
      ? `In ${name}, omit ${quote(find)} ${where}.`
      : `In ${name}, for ${quote(find)} ${where} substitute ${quote(words)}.`,
  ];
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Where some words stand as whole words. */
function placesOf(text: string, find: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(find); at !== -1; at = text.indexOf(find, at + find.length)) {
    if (isWhole(text, at, at + find.length)) places.push(at);
  }
  return places;
}

function spliceInstruction(name: string, before: string, splice: Splice): string {
  const { from, to, words } = wholeWords(before, splice);
  const removed = before.slice(from, to);
  if (before.trim() === '') return `In ${name} insert ${quote(words)}.`;
  if (removed.trim() === '' && words.trim() !== '') {
    if (from === 0) return `At the beginning of ${name} insert ${quote(words)}.`;
    if (to === before.length) return `At the end of ${name} insert ${quote(words)}.`;
    return `In ${name}, after ${quote(before.slice(anchor(before, from, from), from))} insert ${quote(words)}.`;
  }
  // spaces around what is omitted are for whoever prints the text
  const first = words === '' ? to - removed.trimStart().length : from;
  // a mark alone is no words to find it by
  const bare = !LETTER.test(removed) && before.slice(0, from).trim() !== '';
  const start = Math.min(anchor(before, first, to), bare ? anchor(before, from, from) : first);
  if (words === '' && start === first) return `In ${name}, omit ${quote(removed)}.`;
  return `In ${name}, for ${quote(before.slice(start, to))} substitute ${quote(before.slice(start, from) + words)}.`;
}

const LETTER = /[\p{L}\p{N}]/u;

/** A change widened until it neither starts nor ends within a word, in the words as they were and as they become. */
function wholeWords(before: string, { from, to, words }: Splice): Splice {
  let [start, end, by] = [from, to, words];
  while (
    LETTER.test(before.charAt(start - 1)) &&
    LETTER.test(before.charAt(start) + (by + before.slice(end)).charAt(0))
  ) {
    start -= 1;
    by = before.charAt(start) + by;
  }
  while (
    LETTER.test(before.charAt(end)) &&
    LETTER.test((end > 0 ? before.charAt(end - 1) : '') + (before.slice(0, start) + by).slice(-1))
  ) {
    by += before.charAt(end);
    end += 1;
  }
  return { from: start, to: end, words: by };
}

function isWhole(text: string, from: number, to: number): boolean {
  const inside = (at: number): boolean => LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at));
  return !inside(from) && !inside(to);
}

/** Where the shortest phrase starts that ends at `to`, holds all from `from`, and stands in the text once. */
function anchor(text: string, from: number, to: number): number {
  const starts: number[] = [];
  let at = 0;
  for (const word of wordsOf(text)) {
    if (at < from || (at === from && from < to)) if (word.trim() !== '') starts.unshift(at);
    at += word.length;
  }
  return starts.find((start) => occurrences(text, text.slice(start, to).trim()) === 1) ?? 0;
}

/** How often some words stand in a text; a word is not found within another. */
function occurrences(text: string, phrase: string): number {
  return phrase === '' ? 0 : placesOf(text, phrase).length;
}
