import type { Day } from '../../kernel/day.ts';
import type { Interval } from '../../kernel/interval.ts';
import type { Worded } from '../asked.ts';
import type { Verdict } from '../bound-steps.ts';
import { atomsUnder } from './condition-table.ts';
import { refreshed } from './member-facts.ts';
import { type PlannedDuty, planDuty } from './plan.ts';
import { canBind } from './population.ts';
import type { MemberRows, Register } from './register.ts';
import { BOUND, emptyRows, type Rows, UNBOUND, UNKNOWN, verdictOf } from './row.ts';

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

/**
 * What another list of duties changes for everyone. Duties that are the same values as those of the register are not
 * computed again. Duties of one id are one obligation, as when it is owed otherwise from a day on. Days on which both
 * worlds are unknown are no difference here, though events can settle them differently.
 */
export function differenceWith(register: Register, duties: readonly Worded[]): Difference {
  const obligations = changedObligations(register, duties);
  const { members, rows, plan, span, knowledge, values, writer } = register;
  const added = emptyRows(4096);
  const out: Out = { runs: new Int32Array(4096), count: 0 };
  const old: Cursors = { all: [], used: 0 };
  const now: Cursors = { all: [], used: 0 };
  const concerned = new Map<Int32Array, ConcernedKind>();
  let computed = 0;
  members.forEach((of, member) => {
    let kind = concerned.get(of.duties);
    if (kind === undefined) {
      const touched = obligations.flatMap((one, at) => concernedBy(one, at, of));
      kind = {
        touched,
        needed: atomsUnder(
          plan.table,
          touched.flatMap((one) => one.conditions),
        ),
      };
      concerned.set(of.duties, kind);
    }
    const { touched, needed } = kind;
    if (touched.length === 0) return;
    of.facts = refreshed(of.facts, needed, { plan, knowledge, span, values });
    writer.begin(of.facts);
    for (const { at, before, stays, after } of touched) {
      added.used = 0;
      old.used = 0;
      now.used = 0;
      for (const row of before) look(old, rows, of.at[row] as number, of.length[row] as number);
      for (const row of stays) {
        look(old, rows, of.at[row] as number, of.length[row] as number);
        look(now, rows, of.at[row] as number, of.length[row] as number);
      }
      for (const duty of after) {
        const start = writer.write(duty, added);
        look(now, added, start, added.used - start);
      }
      computed += after.length;
      compare(old, now, member, at, span.length, out);
    }
  });
  return { obligations: obligations.map(({ id }) => id), runs: out.runs, count: out.count, computed };
}

/** The days that differ, member after member. */
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
  readonly before: number[];
  /** Duties of it that are in both worlds. */
  readonly stays: number[];
  readonly after: PlannedDuty[];
}

/** What of it can bind a kind of members: entries of the member's rows, and duties to compute. */
interface Concerned {
  readonly at: number;
  readonly before: readonly number[];
  readonly stays: readonly number[];
  readonly after: readonly PlannedDuty[];
  readonly conditions: readonly number[];
}

function changedObligations(register: Register, duties: readonly Worded[]): ChangedObligation[] {
  const { population, plan, knowledge, places } = register;
  const kept = new Set(duties);
  const changed = new Map<string, ChangedObligation>();
  const of = ({ obligation: { id } }: Worded) => {
    const found = changed.get(id) ?? { id, before: [], stays: [], after: [] };
    changed.set(id, found);
    return found;
  };
  population.duties.forEach((worded, place) => {
    if (!kept.has(worded)) of(worded).before.push(place);
  });
  for (const worded of duties) {
    if (!places.has(worded)) of(worded).after.push(planDuty(plan, worded, population.readings, knowledge));
  }
  if (changed.size === 0) return [];
  population.duties.forEach((worded, place) => {
    if (kept.has(worded)) changed.get(worded.obligation.id)?.stays.push(place);
  });
  return [...changed.values()];
}

function concernedBy({ before, stays, after }: ChangedObligation, at: number, of: MemberRows): Concerned[] {
  const rowsOf = (places: readonly number[]) =>
    places.map((place) => of.duties.indexOf(place)).filter((row) => row >= 0);
  const now = after.filter(({ worded }) => canBind(worded, of.member));
  const old = rowsOf(before);
  if (old.length + now.length === 0) return [];
  const conditions = now.flatMap(({ condition }) => condition ?? []);
  return [{ at, before: old, stays: rowsOf(stays), after: now, conditions }];
}

interface ConcernedKind {
  readonly touched: readonly Concerned[];
  readonly needed: ReturnType<typeof atomsUnder>;
}

interface Cursor {
  rows: Rows;
  next: number;
  end: number;
  state: number;
}

/** Rows that are gone through together; the cursors of one member and obligation are used again for the next. */
interface Cursors {
  readonly all: Cursor[];
  used: number;
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

function compare(before: Cursors, after: Cursors, member: number, obligation: number, length: number, out: Out): void {
  if (before.used + after.used === 0) return;
  for (let day = 0; day < length; ) {
    const old = stateAt(before, day);
    const now = stateAt(after, day);
    const until = Math.min(nextOf(before), nextOf(after), length);
    if (old !== now) note(out, member, obligation, day, until, (old << 2) | now);
    day = until;
  }
}

/** Moves to a day; what binds by one duty of an obligation binds. */
function stateAt({ all, used }: Cursors, day: number): number {
  let state: number = UNBOUND;
  for (let index = 0; index < used; index += 1) {
    const one = all[index] as Cursor;
    const { changes } = one.rows;
    while (one.next < one.end && (changes[one.next] as number) >> 2 <= day) {
      one.state = (changes[one.next] as number) & 3;
      one.next += 1;
    }
    if (one.state === BOUND) state = BOUND;
    else if (one.state === UNKNOWN && state === UNBOUND) state = UNKNOWN;
  }
  return state;
}

function nextOf({ all, used }: Cursors): number {
  let next = Infinity;
  for (let index = 0; index < used; index += 1) {
    const { rows, next: at, end } = all[index] as Cursor;
    if (at < end) next = Math.min(next, (rows.changes[at] as number) >> 2);
  }
  return next;
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
