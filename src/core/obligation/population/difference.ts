import type { Day } from '../../kernel/day.ts';
import type { Interval } from '../../kernel/interval.ts';
import type { Worded } from '../asked.ts';
import type { Verdict } from '../bound-steps.ts';
import { type PlannedDuty, planDuty } from './plan.ts';
import { type Concerned, concernedBy, need, type Register, write } from './register.ts';
import { BOUND, emptyRows, type RowPlaces, type Rows, UNBOUND, UNKNOWN, verdictOf } from './row.ts';
import { FAR } from './start-days.ts';

/** Days on which an obligation (by id) has one verdict on a member in the kept world and another one in the other world. */
export interface ChangedDays {
  /** Place of the member in the population. */
  readonly member: number;
  readonly obligation: string;
  readonly interval: Interval;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** The days that differ, five numbers each: member, obligation, first day, first day after, and both states. */
export interface Difference {
  readonly obligations: readonly string[];
  readonly runs: Int32Array;
  readonly count: number;
  /** Rows that were computed anew to find it. */
  readonly computed: number;
}

const NUMBERS = 5;
/** How far on in a list a value is looked for before it is taken to be absent. */
const LOOK_AHEAD = 8;

/**
 * What another list of duties changes for everyone. Duties that are the same values as those of the register are not
 * computed again, nor days before the first on which the words of an obligation differ. Duties of one id are one
 * obligation, as when it is owed otherwise from a day on. Days on which both worlds are unknown are no difference here,
 * though events can settle them differently.
 */
export function differenceWith(register: Register, duties: readonly Worded[]): Difference {
  const obligations = changedObligations(register, duties);
  for (const { after } of obligations)
    for (const { duty, concerned } of after) {
      if (duty.condition !== null) need(register, duty.condition, concerned);
    }
  const added = emptyRows(4096);
  const out: Out = { runs: new Int32Array(16_384), count: 0 };
  let computed = 0;
  obligations.forEach((obligation, at) => {
    added.used = 0;
    for (const { duty, concerned, places } of obligation.after) {
      write(register, duty, concerned, added, places, 0);
      computed += concerned.members.length;
    }
    compareAll(register, obligation, at, added, out);
  });
  return { obligations: obligations.map(({ id }) => id), runs: out.runs, count: out.count, computed };
}

/** The days that differ, obligation after obligation. */
export function changedDays({ population, span }: Register, { obligations, runs, count }: Difference): ChangedDays[] {
  return Array.from({ length: count }, (_, index) => {
    const [member, obligation, from, until, states] = runs.subarray(
      index * NUMBERS,
      (index + 1) * NUMBERS,
    ) as unknown as [number, number, number, number, number];
    return {
      member,
      obligation: obligations[obligation] as string,
      interval: {
        from: (from + span.from) as Day,
        until: until === span.length ? population.window.until : ((until + span.from) as Day),
      },
      before: verdictOf(states >> 2),
      after: verdictOf(states & 3),
    };
  });
}

/** An obligation that is not the same in both worlds: its duties there by their place, and here made ready. */
interface ChangedObligation {
  readonly id: string;
  readonly before: readonly number[];
  /** Duties of it that are in both worlds. */
  readonly stays: readonly number[];
  /** What is new of it, from the first day on that may differ. */
  readonly after: readonly NewDuty[];
  /** That day, counted in the window. */
  readonly from: number;
}

/** A duty of the other world with whom it can bind, and where its rows are once they are written. */
interface NewDuty {
  readonly duty: PlannedDuty;
  readonly concerned: Concerned;
  readonly places: RowPlaces;
}

function changedObligations(register: Register, duties: readonly Worded[]): ChangedObligation[] {
  const { population, plan, knowledge, planned } = register;
  const { removed, added } = notInBoth(population.duties, duties);
  const changed = new Map<string, { before: number[]; after: PlannedDuty[] }>();
  const of = ({ obligation: { id } }: Worded) => {
    const found = changed.get(id) ?? { before: [], after: [] };
    changed.set(id, found);
    return found;
  };
  for (const worded of removed) of(worded).before.push(register.dutyPlaces.get(worded) as number);
  for (const worded of added) of(worded).after.push(planDuty(plan, worded, population.readings, knowledge));
  if (changed.size === 0) return [];
  return [...changed].map(([id, { before, after }]) => {
    const stays = (register.byObligation.get(id) ?? []).filter((place) => !before.includes(place));
    const from = firstDifference(
      before.map((place) => planned[place] as PlannedDuty),
      after,
    );
    return { id, before, stays, from, after: after.flatMap((duty) => fromDay(register, duty, from)) };
  });
}

/** Values that one of two lists has and the other has not; quick where most are in both and in one order. */
function notInBoth<T>(before: readonly T[], after: readonly T[]): { removed: T[]; added: T[] } {
  const old: T[] = [];
  const now: T[] = [];
  let at = 0;
  for (const one of before) {
    const start = at;
    while (at < after.length && at < start + LOOK_AHEAD && after[at] !== one) at += 1;
    if (after[at] === one && at < after.length) {
      for (let skipped = start; skipped < at; skipped += 1) now.push(after[skipped] as T);
      at += 1;
    } else {
      at = start;
      old.push(one);
    }
  }
  now.push(...after.slice(at));
  const [known, others] = [new Set(old), new Set(now)];
  return { removed: old.filter((one) => !others.has(one)), added: now.filter((one) => !known.has(one)) };
}

/** A duty without what ends before a day; none when nothing is left of it. */
function fromDay(register: Register, duty: PlannedDuty, from: number): NewDuty[] {
  const pieces = duty.pieces.flatMap((piece) =>
    piece.until <= from ? [] : [{ ...piece, from: Math.max(piece.from, from) }],
  );
  if (pieces.length === 0) return [];
  const { population, kinds, kindOf, known } = register;
  const concerned = concernedBy(duty.worded, { members: population.members, kinds, kindOf, known });
  const count = concerned.members.length;
  return [{ duty: { ...duty, pieces }, concerned, places: new Int32Array(2 * count) }];
}

/**
 * The first day on which an obligation can differ. What it comes to on a day follows from the pieces that cover the day,
 * each with the bearers and the condition of its duty; where they begin and end has no other part in it.
 */
function firstDifference(before: readonly PlannedDuty[], after: readonly PlannedDuty[]): number {
  const old = before.flatMap(piecesOf);
  let first = Infinity;
  for (const [key, from, until] of after.flatMap(piecesOf)) {
    const same = old.findIndex((one) => one[0] === key && one[1] === from);
    if (same === -1) {
      first = Math.min(first, from);
      continue;
    }
    const [[, , ended]] = old.splice(same, 1) as [readonly [string, number, number]];
    if (ended !== until) first = Math.min(first, ended, until);
  }
  return Math.min(first, ...old.map(([, from]) => from));
}

function piecesOf({ worded, pieces, condition, bearers }: PlannedDuty): (readonly [string, number, number])[] {
  const { each, fuel } = worded.obligation;
  return pieces.map(({ from, until, begins, ends }) => [
    `${each} ${fuel} ${bearers} ${condition} ${begins} ${ends}`,
    from,
    until,
  ]);
}

/** Compares both worlds of an obligation for everyone whom one of them can bind. */
function compareAll(
  register: Register,
  { before, stays, after, from }: ChangedObligation,
  obligation: number,
  added: Rows,
  out: Out,
): void {
  const { span } = register;
  if (from >= span.length) return;
  const old = [...before, ...stays].map((duty) => keptSource(register, duty));
  const now = [
    ...stays.map((duty) => keptSource(register, duty)),
    ...after.map(({ concerned, places }) => ({ concerned, places, rows: added, first: 0 })),
  ];
  const cursors = noCursors();
  const others = noCursors();
  const members = together([...old, ...now].map(({ concerned }) => concerned));
  for (let index = 0; index < members.length; index += 1) {
    const member = members[index] as number;
    lookAll(cursors, old, member);
    lookAll(others, now, member);
    compare(cursors, others, member, obligation, from, span.length, out);
  }
}

/** Where the rows of one duty are. */
interface Source {
  readonly concerned: Concerned;
  readonly places: RowPlaces;
  readonly rows: Rows;
  readonly first: number;
}

function keptSource({ concerned, places, rows, first }: Register, duty: number): Source {
  return { concerned: concerned[duty] as Concerned, places, rows, first: first[duty] as number };
}

function lookAll(cursors: Cursors, sources: readonly Source[], member: number): void {
  cursors.used = 0;
  for (let index = 0; index < sources.length; index += 1) {
    const { concerned, places, rows, first } = sources[index] as Source;
    const place = concerned.place[member] as number;
    if (place === -1) continue;
    const row = 2 * (first + place);
    look(cursors, rows, places[row] as number, places[row + 1] as number);
  }
}

/** Members of some lists, each once and in order. */
function together(all: readonly Concerned[]): ArrayLike<number> {
  const [first, ...others] = new Set(all);
  if (first === undefined || others.length === 0) return first?.members ?? [];
  const members = new Set([first, ...others].flatMap((one) => [...one.members]));
  return Int32Array.from(members).sort();
}

interface Cursor {
  rows: Rows;
  next: number;
  end: number;
  state: number;
}

/**
 * Rows that are gone through together, what they come to on the day that was gone to, and the day of the next change. The
 * cursors of one member are used again for the next.
 */
interface Cursors {
  readonly all: Cursor[];
  used: number;
  state: number;
  next: number;
}

function noCursors(): Cursors {
  return { all: [], used: 0, state: UNBOUND, next: 0 };
}

interface Out {
  runs: Int32Array;
  count: number;
}

/** Goes through one row more; one without changes never binds. */
function look(cursors: Cursors, rows: Rows, at: number, length: number): void {
  if (length === 0) return;
  const cursor = cursors.all[cursors.used];
  if (cursor === undefined) cursors.all.push({ rows, next: at, end: at + length, state: UNBOUND });
  else {
    cursor.rows = rows;
    cursor.next = at;
    cursor.end = at + length;
    cursor.state = UNBOUND;
  }
  cursors.used += 1;
}

/** Notes the days from one on that differ. */
function compare(
  before: Cursors,
  after: Cursors,
  member: number,
  obligation: number,
  from: number,
  length: number,
  out: Out,
): void {
  if (before.used + after.used === 0) return;
  goTo(before, from);
  goTo(after, from);
  for (let day = from; day < length; ) {
    const until = Math.min(before.next, after.next, length);
    if (before.state !== after.state) note(out, member, obligation, day, until, (before.state << 2) | after.state);
    day = until;
    if (before.next === day) goTo(before, day);
    if (after.next === day) goTo(after, day);
  }
}

/** Goes to a day; what binds by one duty of an obligation binds. */
function goTo(cursors: Cursors, day: number): void {
  let state: number = UNBOUND;
  let next = FAR;
  for (let index = 0; index < cursors.used; index += 1) {
    const one = cursors.all[index] as Cursor;
    const { changes } = one.rows;
    while (one.next < one.end && (changes[one.next] as number) >> 2 <= day) {
      one.state = (changes[one.next] as number) & 3;
      one.next += 1;
    }
    if (one.state === BOUND) state = BOUND;
    else if (one.state === UNKNOWN && state === UNBOUND) state = UNKNOWN;
    if (one.next < one.end) next = Math.min(next, (changes[one.next] as number) >> 2);
  }
  cursors.state = state;
  cursors.next = next;
}

function note(out: Out, member: number, obligation: number, from: number, until: number, states: number): void {
  const at = out.count * NUMBERS;
  const last = at - NUMBERS;
  const goesOn =
    out.count > 0 &&
    out.runs[last] === member &&
    out.runs[last + 1] === obligation &&
    out.runs[last + 3] === from &&
    out.runs[last + 4] === states;
  if (goesOn) {
    out.runs[last + 3] = until;
    return;
  }
  if (at + NUMBERS > out.runs.length) {
    const runs = new Int32Array(2 * out.runs.length);
    runs.set(out.runs);
    out.runs = runs;
  }
  out.runs[at] = member;
  out.runs[at + 1] = obligation;
  out.runs[at + 2] = from;
  out.runs[at + 3] = until;
  out.runs[at + 4] = states;
  out.count += 1;
}
