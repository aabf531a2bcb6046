import type { Wording } from './amendment.ts';
import { type Splice, spliced, splicesBetween } from './amendment-words.ts';

/** Two changes of the same words put together, and where a person has to look at the joint sense. */
export interface MergedWords {
  readonly text: string;
  /** What each made of words that both changed, in reading order; empty where neither met the other. */
  readonly met: readonly { readonly one: string; readonly other: string }[];
}

/** Two changes of one provision put together. */
export interface MergedWording {
  readonly wording: Wording;
  readonly met: MergedWords['met'];
}

/**
 * Both changes of some words in one text, as a first draft for people. Where they lie apart both are made. Where they
 * meet, one that only takes words away yields to what the other writes in their place, and two that write stand one
 * after the other, what they share said once.
 */
export function mergeWords(base: string, one: string, other: string): MergedWords {
  const groups = meetingGroups(splicesBetween(base, one), splicesBetween(base, other));
  const met: { one: string; other: string }[] = [];
  const splices = groups.map(({ from, to, ours, theirs }): Splice => {
    const region = base.slice(from, to);
    const [a, b] = [ours, theirs].map((own) =>
      spliced(
        region,
        own.map((splice) => shifted(splice, from)),
      ),
    );
    const [mine, yours] = [a ?? region, b ?? region];
    if (theirs.length === 0 || mine === yours) return { from, to, words: mine };
    if (ours.length === 0) return { from, to, words: yours };
    met.push({ one: mine.trim(), other: yours.trim() });
    return { from, to, words: joined(region, mine, yours) };
  });
  return { text: spliced(base, splices), met };
}

/** Both changes of a provision's heading and text; a heading that one gives or takes whole is as that one has it. */
export function mergeWording(base: Wording, one: Wording, other: Wording): MergedWording {
  const text = mergeWords(base.text, one.text, other.text);
  if (base.heading === null || one.heading === null || other.heading === null) {
    const heading = one.heading === base.heading ? other.heading : one.heading;
    return { wording: { heading, text: text.text }, met: text.met };
  }
  const heading = mergeWords(base.heading, one.heading, other.heading);
  return { wording: { heading: heading.text, text: text.text }, met: [...heading.met, ...text.met] };
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly ours: readonly Splice[];
  readonly theirs: readonly Splice[];
}

/** Changes of both sides in groups that do not touch: at most one character between two makes them one. */
function meetingGroups(ours: readonly Splice[], theirs: readonly Splice[]): readonly Group[] {
  const groups: Group[] = [];
  const all = [...ours.map((splice) => ({ splice, mine: true })), ...theirs.map((splice) => ({ splice, mine: false }))];
  for (const { splice, mine } of all.toSorted((a, b) => a.splice.from - b.splice.from || a.splice.to - b.splice.to)) {
    const last = groups.at(-1);
    const own = { ours: mine ? [splice] : [], theirs: mine ? [] : [splice] };
    if (last !== undefined && splice.from <= last.to + 1) {
      groups[groups.length - 1] = {
        from: last.from,
        to: Math.max(last.to, splice.to),
        ours: [...last.ours, ...own.ours],
        theirs: [...last.theirs, ...own.theirs],
      };
    } else groups.push({ from: splice.from, to: splice.to, ...own });
  }
  return groups;
}

function shifted({ from, to, words }: Splice, by: number): Splice {
  return { from: from - by, to: to - by, words };
}

/** What both make of a region, neither being what it was. */
function joined(region: string, mine: string, yours: string): string {
  if (onlyTakes(region, mine)) return yours;
  if (onlyTakes(region, yours)) return mine;
  let head = 0;
  while (head < mine.length && head < yours.length && mine[head] === yours[head]) head += 1;
  let tail = 0;
  const most = Math.min(mine.length, yours.length) - head;
  while (tail < most && mine[mine.length - 1 - tail] === yours[yours.length - 1 - tail]) tail += 1;
  // a word is never said in part
  while (head > 0 && inWord(mine, head)) head -= 1;
  while (tail > 0 && inWord(mine, mine.length - tail)) tail -= 1;
  const [a, b] = [mine, yours].map((words) => words.slice(head, words.length - tail));
  const between = [a?.trimEnd(), b?.trimStart()].filter((words) => words !== undefined && words !== '').join(' ');
  return mine.slice(0, head) + between + mine.slice(mine.length - tail);
}

/** Whether some words are what is left of others when some go. */
function onlyTakes(region: string, words: string): boolean {
  return splicesBetween(region, words).every((splice) => splice.words.trim() === '');
}

function inWord(words: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(words[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(words[at] ?? '');
}
