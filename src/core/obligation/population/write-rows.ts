import type { Basis, Runs } from './basis.ts';
import type { Masks } from './facts.ts';
import type { Piece, PlannedDuty } from './plan.ts';
import { BOUND, type RowPlaces, type Rows, reserve, UNBOUND, UNKNOWN } from './row.ts';
import type { StartDays } from './start-days.ts';

/** Numbers of a window: its first day, the first after it, and the first and the first after those on which its words surely bind. */
const WINDOW = 4;

/**
 * Appends the rows of a duty on some members of the basis, and notes where each is, from place `first` on. `words` are
 * those of the members.
 */
export function writeRows(
  basis: Basis,
  { condition, bearers, pieces }: PlannedDuty,
  members: Int32Array,
  words: Int32Array,
  rows: Rows,
  places: RowPlaces,
  first: number,
): void {
  const { facts, plan, runs } = basis;
  const masks = basis.conditions.of(condition, basis.borne(bearers), words);
  const begins = pieces.map((piece) => basis.starts(piece.begins));
  const ends = pieces.map((piece) => basis.starts(piece.ends));
  const windows = new Int32Array(WINDOW * pieces.length);
  const last = plan.span.length;
  for (let index = 0; index < members.length; index += 1) {
    const member = members[index] as number;
    const row = rows.used;
    const place = 2 * (first + index);
    places[place] = row;
    places[place + 1] = 0;
    const alive = readWindows(basis, pieces, begins, ends, member, windows);
    if (alive === 0) continue;
    const count = readRuns(masks, facts, member, runs);
    if (count === 1 && runs.states[0] === UNBOUND) continue;
    const { days, states } = runs;
    reserve(rows, count * pieces.length + alive + 1);
    const { changes } = rows;
    let end = row;
    let state: number = UNBOUND;
    /** Where the piece before ended, unless the next one goes on from there. */
    let over = 0;
    let run = 0;
    for (let window = 0; window < alive; window += WINDOW) {
      const from = windows[window] as number;
      const until = windows[window + 1] as number;
      const surely = windows[window + 2] as number;
      const surelyUntil = windows[window + 3] as number;
      if (state !== UNBOUND && from > over) {
        changes[end] = over << 2;
        end += 1;
        state = UNBOUND;
      }
      while (run + 1 < count && (days[run + 1] as number) <= from) run += 1;
      for (let day = from; day < until; ) {
        const held = states[run] as number;
        const next = held === BOUND && (day < surely || day >= surelyUntil) ? UNKNOWN : held;
        if (next !== state) {
          changes[end] = (day << 2) | next;
          end += 1;
          state = next;
        }
        let edge = until;
        if (day < surely) edge = Math.min(edge, surely);
        else if (day < surelyUntil) edge = surelyUntil;
        if (run + 1 < count && (days[run + 1] as number) <= edge) {
          run += 1;
          edge = days[run] as number;
        }
        day = edge;
      }
      over = until;
    }
    if (state !== UNBOUND && over < last) {
      changes[end] = over << 2;
      end += 1;
    }
    rows.used = end;
    places[place + 1] = end - row;
  }
}

/**
 * The days on which words of a duty may bind a member, whatever its condition, and within these the days on which they
 * surely do: how many numbers of them.
 */
function readWindows(
  { operated, operatedUntil }: Basis,
  pieces: readonly Piece[],
  begins: readonly StartDays[],
  ends: readonly StartDays[],
  member: number,
  windows: Int32Array,
): number {
  let used = 0;
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] as Piece;
    const begin = begins[index] as StartDays;
    const end = ends[index] as StartDays;
    const begun = member * begin.stride;
    const ended = member * end.stride;
    const from = Math.max(piece.from, operated[member] as number, begin.earliest[begun] as number);
    const until = Math.min(piece.until, operatedUntil[member] as number, end.latest[ended] as number);
    if (from >= until) continue;
    windows[used] = from;
    windows[used + 1] = until;
    windows[used + 2] = Math.max(from, begin.latest[begun] as number);
    windows[used + 3] = Math.min(until, end.earliest[ended] as number);
    used += WINDOW;
  }
  return used;
}

/** Reads the runs of a member off its masks: how many. */
function readRuns({ truth, falsity }: Masks, facts: Basis['facts'], member: number, runs: Runs): number {
  const { wordAt, startAt, starts } = facts;
  const base = wordAt[member] as number;
  const end = wordAt[member + 1] as number;
  const first = startAt[member] as number;
  const segments = (startAt[member + 1] as number) - first;
  if (runs.days.length <= segments) {
    runs.days = new Int32Array(2 * segments);
    runs.states = new Uint8Array(2 * segments);
  }
  const { days, states } = runs;
  let count = 0;
  let lastTrue = 0;
  let lastFalse = 0;
  for (let word = base; word < end; word += 1) {
    const isTrue = truth[word] as number;
    const isFalse = falsity === null ? ~isTrue : (falsity[word] as number);
    let edges = (isTrue ^ ((isTrue << 1) | lastTrue)) | (isFalse ^ ((isFalse << 1) | lastFalse));
    if (word === base) edges |= 1;
    lastTrue = isTrue >>> 31;
    lastFalse = isFalse >>> 31;
    while (edges !== 0) {
      const bit = 31 - Math.clz32(edges & -edges);
      edges &= edges - 1;
      const segment = ((word - base) << 5) + bit;
      if (segment > segments) break;
      days[count] = segment === 0 ? 0 : (starts[first + segment - 1] as number);
      states[count] = (isTrue >>> bit) & 1 ? BOUND : (isFalse >>> bit) & 1 ? UNBOUND : UNKNOWN;
      count += 1;
    }
  }
  return count;
}
