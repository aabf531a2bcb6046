import type { Value } from '../../kernel/condition.ts';
import { conditionSteps } from '../../kernel/condition-steps.ts';
import type { Steps } from '../../kernel/steps.ts';
import type { Knowledge } from '../knowledge.ts';
import { scopeOf, settingsOf } from '../scope.ts';
import { type Atom, type Code, codeOf, codesOf, FALSE, type Needs, TRUE } from './condition-table.ts';
import { namedValues } from './named-values.ts';
import type { Plan } from './plan.ts';
import type { Member } from './population.ts';
import type { Span } from './span.ts';

/**
 * What is known of some members, the days of each cut into segments in which nothing changes that its conditions speak
 * of. A mask has one bit for a segment, 32 to a word, and the words of all members one behind the other.
 */
export interface Facts {
  readonly members: readonly Member[];
  /** First days of the segments of each member but its first one's, counted from the window's first day: where its own begin. */
  readonly startAt: Int32Array;
  readonly starts: Int32Array;
  /** Where the words of a member begin. */
  readonly wordAt: Int32Array;
  readonly names: (Runs<Value | null> | undefined)[];
  readonly compound: (Runs<Code> | undefined)[];
  /** Masks of atoms that were asked for. */
  readonly masks: (Masks | undefined)[];
}

/** Segments in which something holds, and those in which it fails; null: all the others. Bits behind the last segment mean nothing. */
export interface Masks {
  readonly truth: Int32Array;
  readonly falsity: Int32Array | null;
}

/** What something comes to for member after member: the segments from which it has a value, which is told by its place. */
interface Runs<T> {
  readonly at: Int32Array;
  readonly segments: number[];
  readonly values: number[];
  readonly all: T[];
  readonly places: Map<T, number>;
}

/** Cuts what is known of members into the segments that each needs. */
export function factsOf(
  members: readonly Member[],
  needs: (place: number) => Needs,
  { plan, knowledge, span }: { readonly plan: Plan; readonly knowledge: Knowledge; readonly span: Span },
): Facts {
  const valuesFor = namedValues(plan, knowledge);
  const settings = settingsOf(knowledge);
  const facts = {
    members,
    startAt: new Int32Array(members.length + 1),
    starts: new Int32Array(0),
    wordAt: new Int32Array(members.length + 1),
    names: [] as Facts['names'],
    compound: [] as Facts['compound'],
    masks: [],
  };
  let used = 0;
  let days = new Int32Array(256);
  let count = 0;
  const note = ({ changes }: Steps<unknown>) => {
    if (count + changes.length > days.length) days = grown(days, count + changes.length);
    for (const { from } of changes) {
      const day = from - span.from;
      if (day <= 0 || day >= span.length) continue;
      days[count] = day;
      count += 1;
    }
  };
  const named: Steps<Value | null>[] = [];
  members.forEach((member, place) => {
    const { names, compound } = needs(place);
    count = 0;
    note(member.category);
    named.length = 0;
    for (const name of names) {
      const of = valuesFor(name, member);
      named.push(of);
      note(of);
    }
    const lifted: [number, Steps<Code>][] = [];
    for (const at of compound) {
      const { expression, whole } = plan.table.atoms[at] as Atom;
      const { initial, changes } = conditionSteps(expression, scopeOf(knowledge, member.subject), settings);
      const of = {
        initial: codeOf(initial, whole),
        changes: changes.map(({ from, value }) => ({ from, value: codeOf(value, whole) })),
      };
      lifted.push([at, of]);
      note(of);
    }
    if (used + count > facts.starts.length) facts.starts = grown(facts.starts, used + count);
    const first = used;
    for (const day of days.subarray(0, count).sort()) {
      if (used > first && facts.starts[used - 1] === day) continue;
      facts.starts[used] = day;
      used += 1;
    }
    facts.startAt[place + 1] = used;
    facts.wordAt[place + 1] = (facts.wordAt[place] as number) + ((used - first) >> 5) + 1;
    let next = 0;
    for (const name of names) {
      addRuns(facts.names, name, place, named[next] as Steps<Value | null>, facts, span);
      next += 1;
    }
    for (const [at, of] of lifted) addRuns(facts.compound, at, place, of, facts, span);
  });
  for (const runs of [...facts.names, ...facts.compound]) if (runs !== undefined) settle(runs.at);
  return facts;
}

/** The masks of an atom. */
export function atomMasks(facts: Facts, { table }: Plan, at: number): Masks {
  const known = facts.masks[at];
  if (known !== undefined) return known;
  const atom = table.atoms[at] as Atom;
  const compound = facts.compound[at];
  const made =
    compound === undefined
      ? masksOf(facts, facts.names[atom.names[0] as number], codesOf(atom))
      : masksOf(facts, compound, (code) => code);
  facts.masks[at] = made;
  return made;
}

/** The segments of each member in which its category is one of some. */
export function categoryMasks(facts: Facts, categories: readonly string[], span: Span): Int32Array {
  const { members, wordAt } = facts;
  const mask = new Int32Array(wordAt[members.length] as number).fill(-1);
  members.forEach(({ category }, place) => {
    if (category.changes.length === 0) return;
    mask.fill(0, wordAt[place], wordAt[place + 1]);
    eachRun(category, place, facts, span, (from, until, value) => {
      if (categories.includes(value)) setBits(mask, wordAt[place] as number, from, until);
    });
  });
  return mask;
}

function masksOf<T>(facts: Facts, runs: Runs<T> | undefined, codeFor: (value: T) => Code): Masks {
  const { members, wordAt } = facts;
  const words = wordAt[members.length] as number;
  const truth = new Int32Array(words);
  if (runs === undefined) return { truth, falsity: null };
  const codes = new Uint8Array(runs.all.length);
  for (let at = 0; at < codes.length; at += 1) codes[at] = codeFor(runs.all[at] as T);
  fill(truth, facts, runs, codes, TRUE);
  if (codes.every((code) => code === TRUE || code === FALSE)) return { truth, falsity: null };
  const falsity = new Int32Array(words);
  fill(falsity, facts, runs, codes, FALSE);
  return { truth, falsity };
}

function fill<T>(
  mask: Int32Array,
  { members, startAt, wordAt }: Facts,
  { at, segments, values }: Runs<T>,
  codes: Uint8Array,
  wanted: Code,
): void {
  for (let place = 0; place < members.length; place += 1) {
    const end = at[place + 1] as number;
    for (let run = at[place] as number; run < end; run += 1) {
      if (codes[values[run] as number] !== wanted) continue;
      const last = (startAt[place + 1] as number) - (startAt[place] as number) + 1;
      const until = run + 1 < end ? (segments[run + 1] as number) : last;
      setBits(mask, wordAt[place] as number, segments[run] as number, until);
    }
  }
}

function addRuns<T>(
  all: (Runs<T> | undefined)[],
  which: number,
  place: number,
  of: Steps<T>,
  facts: Facts,
  span: Span,
): void {
  all[which] ??= noRuns(facts.members);
  const runs = all[which];
  eachRun(of, place, facts, span, (from, _until, value) => {
    let known = runs.places.get(value);
    if (known === undefined) {
      known = runs.all.push(value) - 1;
      runs.places.set(value, known);
    }
    runs.segments.push(from);
    runs.values.push(known);
  });
  runs.at[place + 1] = runs.segments.length;
}

function eachRun<T>(
  { initial, changes }: Steps<T>,
  place: number,
  { startAt, starts }: Facts,
  span: Span,
  run: (from: number, until: number, value: T) => void,
): void {
  const first = startAt[place] as number;
  const end = startAt[place + 1] as number;
  let from = 0;
  let value = initial;
  for (const change of changes) {
    const day = change.from - span.from;
    if (day >= span.length) break;
    if (day > 0) {
      const until = segmentOf(starts, first, end, day);
      run(from, until, value);
      from = until;
    }
    value = change.value;
  }
  run(from, end - first + 1, value);
}

/** Number of starts of a member that are no later than a day: the segment that the day lies in. */
function segmentOf(starts: Int32Array, first: number, end: number, on: number): number {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= on) low = middle + 1;
    else high = middle;
  }
  return low - first;
}

/** Sets the bits of segments `[from, until)` of the mask that starts at an offset. */
function setBits(masks: Int32Array, offset: number, from: number, until: number): void {
  for (let at = from; at < until; ) {
    const word = offset + (at >> 5);
    const end = Math.min(until, (at | 31) + 1);
    const bits = end - at === 32 ? -1 : ((1 << (end - at)) - 1) << (at & 31);
    masks[word] = (masks[word] as number) | bits;
    at = end;
  }
}

function noRuns<T>(members: readonly Member[]): Runs<T> {
  return { at: new Int32Array(members.length + 1), segments: [], values: [], all: [], places: new Map() };
}

/** Members of whom nothing was noted have no run: theirs begin where those before them end. */
function settle(at: Int32Array): void {
  for (let place = 1; place < at.length; place += 1) at[place] = Math.max(at[place] as number, at[place - 1] as number);
}

function grown(of: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(2 * of.length, least, 64));
  larger.set(of);
  return larger;
}
