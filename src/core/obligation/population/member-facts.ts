import type { Value } from '../../kernel/condition.ts';
import { conditionSteps } from '../../kernel/condition-steps.ts';
import type { Steps } from '../../kernel/steps.ts';
import type { Knowledge } from '../knowledge.ts';
import { scopeOf, settingsOf } from '../scope.ts';
import { type Atom, codeFor, codeOf, FALSE, NEITHER, TRUE } from './condition-table.ts';
import type { NamedValues } from './named-values.ts';
import type { Plan } from './plan.ts';
import type { Member } from './population.ts';
import type { Span } from './span.ts';

/**
 * What is known of one member, cut into segments of days on which no name changes. A mask has one bit for a segment:
 * 32 to a word, first those where an atom is true, then those where it is false; neither where it is not settled.
 */
export interface MemberFacts {
  readonly member: Member;
  readonly values: readonly (Steps<Value | null> | undefined)[];
  /** For each name the segments in which its values inside the window start, once they are asked for. */
  readonly segments: (readonly number[] | undefined)[];
  /** First days of the segments but the first one's, counted from the window's first day. */
  readonly starts: Int32Array;
  /** Words of a mask. */
  readonly width: number;
  /** Masks of atoms, and whether each has been made. */
  masks: Int32Array;
  made: Uint8Array;
}

/** What the facts of members are cut out of. */
export interface Given {
  readonly plan: Plan;
  readonly knowledge: Knowledge;
  readonly span: Span;
  readonly values: NamedValues;
}

/** The segments of a member for the names and atoms that its duties speak of. */
export function memberFacts(
  member: Member,
  names: readonly number[],
  atoms: readonly number[],
  given: Given,
): MemberFacts {
  const { plan, knowledge, span } = given;
  const values: (Steps<Value | null> | undefined)[] = [];
  const days: number[] = [];
  const note = (of: Steps<unknown>) => {
    for (const { from } of of.changes) {
      const at = from - span.from;
      if (at > 0 && at < span.length) days.push(at);
    }
  };
  for (const name of names) {
    const of = given.values(name, member);
    values[name] = of;
    note(of);
  }
  note(member.category);
  const compound = atoms.filter((at) => isCompound(plan, at));
  const outcomes = compound.map((at) => {
    const { expression } = plan.table.atoms[at] as Atom;
    const of = conditionSteps(expression, scopeOf(knowledge, member.subject), settingsOf(knowledge));
    note(of);
    return of;
  });
  const starts = segmentsOf(days);
  const width = (starts.length >> 5) + 1;
  const facts: MemberFacts = {
    member,
    values,
    segments: [],
    starts,
    width,
    masks: new Int32Array(2 * width * plan.table.atoms.length),
    made: new Uint8Array(plan.table.atoms.length),
  };
  compound.forEach((at, index) => {
    const { whole } = plan.table.atoms[at] as Atom;
    fill(facts, at, outcomes[index] as (typeof outcomes)[number], (outcome) => codeOf(outcome, whole), span);
  });
  return facts;
}

/** The same facts, cut anew where atoms and names speak of days that are not in them yet. */
export function refreshed(
  facts: MemberFacts,
  { atoms, names }: { readonly atoms: readonly number[]; readonly names: readonly number[] },
  given: Given,
): MemberFacts {
  const missing =
    names.some((name) => facts.values[name] === undefined) ||
    atoms.some((at) => isCompound(given.plan, at) && facts.made[at] !== 1);
  if (!missing) return facts;
  const known = [...facts.values.keys()].filter((name) => facts.values[name] !== undefined);
  const made = [...facts.made.keys()].filter((at) => facts.made[at] === 1);
  return memberFacts(facts.member, [...new Set([...known, ...names])], [...new Set([...made, ...atoms])], given);
}

/** Makes the masks of an atom with one name, unless they are there. Its offset among the masks. */
export function atomMasks(facts: MemberFacts, plan: Plan, at: number, span: Span): number {
  if (at >= facts.made.length) grow(facts, plan.table.atoms.length);
  if (facts.made[at] === 0) fillNamed(facts, plan.table.atoms[at] as Atom, at, span);
  return 2 * facts.width * at;
}

/** Number of starts that are no later than a day: the segment that the day lies in. */
export function segmentOf(starts: Int32Array, on: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= on) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sets the bits of segments `[from, until)` of the mask that starts at an offset. */
export function setBits(masks: Int32Array, offset: number, from: number, until: number): void {
  for (let at = from; at < until; ) {
    const word = at >> 5;
    const end = Math.min(until, (word + 1) << 5);
    const bits = end - at === 32 ? -1 : ((1 << (end - at)) - 1) << (at & 31);
    masks[offset + word] = (masks[offset + word] as number) | bits;
    at = end;
  }
}

/** Whether an atom must be lifted over days as a whole: it does not come from the value of one name. */
function isCompound({ table }: Plan, at: number): boolean {
  return !(table.atoms[at] as Atom).ofOneName;
}

function fillNamed(facts: MemberFacts, atom: Atom, at: number, span: Span): void {
  const { masks, starts, width, values, segments } = facts;
  const name = atom.names[0] as number;
  const { initial, changes } = values[name] as Steps<Value | null>;
  segments[name] ??= changes.map(({ from }) => segmentOf(starts, Math.min(from - span.from, span.length - 1)));
  const found = segments[name];
  const offset = 2 * width * at;
  let from = 0;
  let code = codeFor(atom, initial);
  for (let index = 0; index <= changes.length; index += 1) {
    const change = changes[index];
    if (change !== undefined && change.from - span.from >= span.length) continue;
    const until = change === undefined ? starts.length + 1 : (found[index] as number);
    if (from < until && code !== NEITHER) setBits(masks, code === TRUE ? offset : offset + width, from, until);
    from = until;
    if (change !== undefined) code = codeFor(atom, change.value);
  }
  facts.made[at] = 1;
}

function fill<T>(facts: MemberFacts, at: number, of: Steps<T>, code: (value: T) => number, span: Span): void {
  const { masks, starts, width } = facts;
  const offset = 2 * width * at;
  const set = (value: T, from: number, until: number) => {
    const made = code(value);
    if (made === TRUE) setBits(masks, offset, from, until);
    else if (made === FALSE) setBits(masks, offset + width, from, until);
  };
  let from = 0;
  let value = of.initial;
  for (const change of of.changes) {
    const day = change.from - span.from;
    if (day >= span.length) break;
    if (day > 0) {
      const until = segmentOf(starts, day);
      set(value, from, until);
      from = until;
    }
    value = change.value;
  }
  set(value, from, starts.length + 1);
  facts.made[at] = 1;
}

function segmentsOf(days: number[]): Int32Array {
  const sorted = Int32Array.from(days).sort();
  let count = 0;
  for (const day of sorted) {
    if (count > 0 && sorted[count - 1] === day) continue;
    sorted[count] = day;
    count += 1;
  }
  return sorted.slice(0, count);
}

function grow(facts: MemberFacts, atoms: number): void {
  const masks = new Int32Array(2 * facts.width * atoms);
  masks.set(facts.masks);
  const made = new Uint8Array(atoms);
  made.set(facts.made);
  facts.masks = masks;
  facts.made = made;
}
