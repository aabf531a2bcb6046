import type { Day } from '../../kernel/day.ts';
import type { Steps } from '../../kernel/steps.ts';
import type { Worded } from '../asked.ts';
import type { Verdict } from '../bound-steps.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Subject } from '../subject.ts';
import { type Basis, basisOf, wordsOf } from './basis.ts';
import { type Needs, needsOf } from './condition-table.ts';
import { emptyPlan, kindsBehind, type Plan, type PlannedDuty, planDuty } from './plan.ts';
import { canBind, type Member, type Population } from './population.ts';
import {
  compactionAfter,
  emptyRows,
  type RowPlaces,
  type Rows,
  rowSteps,
  standing,
  stateOn,
  UNBOUND,
  verdictOf,
} from './row.ts';
import { type Span, spanOf } from './span.ts';
import { writeRows } from './write-rows.ts';

/** One member, and the places of the duties that can bind it, in order: one list for all members that are alike. */
export interface MemberDuties {
  readonly member: Member;
  readonly duties: Int32Array;
  /** For each of the duties its row. */
  readonly rows: Int32Array;
}

/** Members whom the same duties can bind, and what the conditions of these need; the needs grow by those of other duties. */
interface Kind {
  readonly example: Member;
  duties: Int32Array;
  needs: Needs;
}

/** Whom some duties can bind: places of members in order, and for each member its place among these, or -1. */
export interface Concerned {
  readonly members: Int32Array;
  readonly place: Int32Array;
  /** Kinds of members by their place. */
  readonly kinds: readonly number[];
  /** Conditions whose needs of them are met. */
  readonly met: Set<number>;
}

/** Who is bound by what on which days: the kept results of a population. {@link learn} changes them in place. */
export interface Register {
  readonly population: Population;
  readonly span: Span;
  readonly plan: Plan;
  /** The duties made ready, with the kinds of facts that each depends on. */
  readonly planned: readonly (PlannedDuty & { readonly kinds: ReadonlySet<string> })[];
  /** Rows of all duties one behind the other, each duty's in the order of the members whom it can bind. */
  readonly rows: Rows;
  readonly places: RowPlaces;
  /** For each duty its first row. */
  readonly first: Int32Array;
  readonly concerned: readonly Concerned[];
  readonly members: readonly MemberDuties[];
  readonly kinds: readonly Kind[];
  readonly kindOf: Int32Array;
  /** {@link Concerned} by what decides it. */
  readonly known: Map<string, Concerned>;
  readonly byParty: ReadonlyMap<string, readonly number[]>;
  readonly bySubject: ReadonlyMap<string, readonly number[]>;
  /** Duties by the kinds of facts that they depend on, for each list of duties; filled as they are asked for. */
  readonly dependents: Map<Int32Array, Map<string, number[]>>;
  /** Duties of the population to their place. */
  readonly dutyPlaces: ReadonlyMap<Worded, number>;
  /** Duties of each obligation, by its id. */
  readonly byObligation: ReadonlyMap<string, readonly number[]>;
  /** Number of entries at which those that no row uses any more are given up. */
  compactAt: number;
  knowledge: Knowledge;
  /** What rows of other duties are computed from; null once something was learnt, until it is needed again. */
  basis: Basis | null;
  /** Words of the basis by whose they are. */
  words: Map<Int32Array, Int32Array>;
}

/**
 * The register of a population. Equal, for every duty and member and day of the window, to {@link verdictsOf}. A duty is
 * computed for all members at once: parts of conditions as masks over segments of days, commencements as one day for
 * each member, or one for all where they are the market's. Days on which nothing changes cost nothing.
 */
export function registerOf(population: Population): Register {
  const { duties, members, readings, knowledge, window } = population;
  const span = spanOf(window);
  const plan = emptyPlan(span);
  const planned = duties.map((worded) => ({
    ...planDuty(plan, worded, readings, knowledge),
    kinds: kindsBehind(plan, worded, readings, knowledge),
  }));
  const { kinds, kindOf } = kindsOf(members);
  const known = new Map<string, Concerned>();
  const concerned = duties.map((worded) => concernedBy(worded, { members, kinds, kindOf, known }));
  const borne = kinds.map((): number[] => []);
  concerned.forEach((of, duty) => {
    for (const kind of of.kinds) borne[kind]?.push(duty);
  });
  kinds.forEach((kind, at) => {
    kind.duties = Int32Array.from(borne[at] as number[]);
    kind.needs = needsOf(plan.table, conditionsOf(planned, kind.duties));
  });
  const first = new Int32Array(duties.length);
  let rowCount = 0;
  concerned.forEach((of, duty) => {
    first[duty] = rowCount;
    rowCount += of.members.length;
  });
  const register: Register = {
    population,
    span,
    plan,
    planned,
    rows: emptyRows(rowCount + (rowCount >> 2) + 1024),
    places: new Int32Array(2 * rowCount),
    first,
    concerned,
    members: membersOf(members, kinds, kindOf, concerned, first),
    kinds,
    kindOf,
    known,
    byParty: placesBy(members, (subject) => subject.supplier),
    bySubject: placesBy(members, (subject) => subject.id),
    dependents: new Map(),
    dutyPlaces: new Map(duties.map((worded, place) => [worded, place])),
    byObligation: Map.groupBy(duties.keys(), (duty) => (duties[duty] as Worded).obligation.id),
    compactAt: 0,
    knowledge,
    basis: null,
    words: new Map(),
  };
  planned.forEach((duty, place) => {
    write(register, duty, concerned[place] as Concerned, register.rows, register.places, first[place] as number);
  });
  register.compactAt = compactionAfter(register.rows.used);
  return register;
}

/** Appends the rows of a duty on those whom it can bind, by what the register knows. */
export function write(
  register: Register,
  duty: PlannedDuty,
  { members }: Concerned,
  rows: Rows,
  places: RowPlaces,
  first: number,
): void {
  const basis = basisFor(register);
  const words = register.words.get(members) ?? wordsOf(basis, members);
  register.words.set(members, words);
  writeRows(basis, duty, members, words, rows, places, first);
}

/** Makes sure that what a condition needs of those whom it is about is there. */
export function need(register: Register, node: number, { kinds, met }: Concerned): void {
  if (met.has(node)) return;
  met.add(node);
  const { names, compound } = needsOf(register.plan.table, [node]);
  for (const place of kinds) {
    const kind = register.kinds[place] as Kind;
    if (names.isSubsetOf(kind.needs.names) && compound.isSubsetOf(kind.needs.compound)) continue;
    kind.needs = { names: kind.needs.names.union(names), compound: kind.needs.compound.union(compound) };
    register.basis = null;
  }
}

function basisFor(register: Register): Basis {
  if (register.basis !== null) return register.basis;
  const { plan, knowledge, population, kinds, kindOf } = register;
  const needs = (place: number): Needs => (kinds[kindOf[place] as number] as Kind).needs;
  register.basis = basisOf(plan, knowledge, population.members, needs);
  register.words = new Map();
  return register.basis;
}

/** Entries of the row of a duty on a member, both by their place; none where it cannot bind it. */
export function entriesOf(register: Register, member: number, duty: number): Int32Array {
  const row = rowOf(register, member, duty);
  if (row === -1) return new Int32Array(0);
  const at = register.places[2 * row] as number;
  return register.rows.changes.subarray(at, at + (register.places[2 * row + 1] as number));
}

/** The row of a duty on a member, or -1. */
export function rowOf({ first, concerned }: Register, member: number, duty: number): number {
  const place = concerned[duty]?.place[member] ?? -1;
  return place === -1 ? -1 : (first[duty] as number) + place;
}

/** The verdicts of a duty on a member, both by their place, over the window's days. */
export function verdictsIn(register: Register, member: number, duty: number): Steps<Verdict> {
  return rowSteps(entriesOf(register, member, duty), register.span);
}

/** A duty that binds, or may bind, a member on a day; both by their place in the population. */
export interface DutyOnDay {
  readonly member: number;
  readonly duty: number;
  readonly bound: true | 'unknown';
}

/** What binds or may bind a party on a day of the window, member by member. */
export function dutiesOn({ byParty, members, rows, places, span }: Register, party: string, on: Day): DutyOnDay[] {
  const day = on - span.from;
  if (day < 0 || day >= span.length) return [];
  const found: DutyOnDay[] = [];
  for (const member of byParty.get(party) ?? []) {
    const { duties, rows: own } = members[member] as MemberDuties;
    // All that lies far apart in memory is asked for at once: no read waits for what another one says.
    const firsts = new Int32Array(duties.length);
    for (let index = 0; index < firsts.length; index += 1)
      firsts[index] = rows.changes[places[2 * (own[index] as number)] as number] as number;
    for (let index = 0; index < firsts.length; index += 1) {
      if ((firsts[index] as number) >> 2 > day) continue;
      const row = 2 * (own[index] as number);
      const state = stateOn(rows, places[row] as number, places[row + 1] as number, day);
      if (state !== UNBOUND)
        found.push({ member, duty: duties[index] as number, bound: verdictOf(state) as true | 'unknown' });
    }
  }
  return found;
}

/** Rows kept, their changes, and the bytes of the typed arrays that hold them and what they are computed from. */
export function sizeOf(register: Register): { rows: number; changes: number; bytes: number } {
  const { rows, places, first, known, kinds, words, members } = register;
  const lists = [...known.values()].reduce((sum, of) => sum + of.members.byteLength + of.place.byteLength, 0);
  const kept = [
    rows.changes,
    places,
    first,
    ...kinds.map(({ duties }) => duties),
    ...members.map((of) => of.rows),
    ...words.values(),
  ];
  return {
    rows: places.length / 2,
    changes: standing(places),
    bytes: lists + kept.reduce((sum, one) => sum + one.byteLength, 0) + (register.basis?.bytes() ?? 0),
  };
}

/** Nodes of the conditions of some duties. */
export function conditionsOf(planned: readonly PlannedDuty[], duties: Iterable<number>): number[] {
  const nodes: number[] = [];
  for (const duty of duties) {
    const condition = planned[duty]?.condition ?? null;
    if (condition !== null) nodes.push(condition);
  }
  return nodes;
}

/** Whom a duty can bind. */
export function concernedBy(
  worded: Worded,
  { members, kinds, kindOf, known }: Pick<Register, 'kinds' | 'kindOf' | 'known'> & { members: readonly unknown[] },
): Concerned {
  const { each, fuel, bearers } = worded.obligation;
  const key = JSON.stringify([each, fuel, bearers]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const bound = new Uint8Array(kinds.length);
  const all: number[] = [];
  kinds.forEach(({ example }, kind) => {
    if (!canBind(worded, example)) return;
    bound[kind] = 1;
    all.push(kind);
  });
  const place = new Int32Array(members.length).fill(-1);
  const places: number[] = [];
  for (let member = 0; member < members.length; member += 1) {
    if (bound[kindOf[member] as number] === 1) place[member] = places.push(member) - 1;
  }
  const concerned = { members: Int32Array.from(places), place, kinds: all, met: new Set<number>() };
  known.set(key, concerned);
  return concerned;
}

/** The duties and rows of each member. */
function membersOf(
  members: readonly Member[],
  kinds: readonly Kind[],
  kindOf: Int32Array,
  concerned: readonly Concerned[],
  first: Int32Array,
): MemberDuties[] {
  const all = members.map((member, place) => {
    const { duties } = kinds[kindOf[place] as number] as Kind;
    return { member, duties, rows: new Int32Array(duties.length) };
  });
  const next = new Int32Array(members.length);
  concerned.forEach(({ members: places }, duty) => {
    for (let index = 0; index < places.length; index += 1) {
      const member = places[index] as number;
      (all[member] as MemberDuties).rows[next[member] as number] = (first[duty] as number) + index;
      next[member] = (next[member] as number) + 1;
    }
  });
  return all;
}

const NOTHING: Needs = { names: new Set(), compound: new Set() };

/** Members that the same duties can bind, whatever the duties. */
function kindsOf(members: readonly Member[]): { kinds: Kind[]; kindOf: Int32Array } {
  const places = new Map<string, number>();
  const kinds: Kind[] = [];
  const kindOf = Int32Array.from(members, (member) => {
    const { subject, category } = member;
    const categories = new Set([category.initial, ...category.changes.map(({ value }) => value)]);
    const key = JSON.stringify([subject.generation, subject.fuel, [...categories].sort()]);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, kinds.length);
    return kinds.push({ example: member, duties: new Int32Array(0), needs: NOTHING }) - 1;
  });
  return { kinds, kindOf };
}

function placesBy(members: readonly Member[], key: (subject: Subject) => string): Map<string, number[]> {
  return Map.groupBy(members.keys(), (place) => key((members[place] as Member).subject));
}
