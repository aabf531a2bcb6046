import type { Change } from '../../kernel/steps.ts';
import type { Knowledge } from '../knowledge.ts';
import { AND, ATOM, NOT } from './condition-table.ts';
import { atomMasks, type MemberFacts, segmentOf, setBits } from './member-facts.ts';
import { PIECE, type Plan, type PlannedDuty } from './plan.ts';
import { BOUND, type Rows, reserve, UNBOUND, UNKNOWN } from './row.ts';
import { type Span, within } from './span.ts';
import { startsOver } from './start-table.ts';

/** Writes rows member after member; what one duty of a member has computed the next ones use. */
export interface RowWriter {
  /** Starts on another member, or again on one whose facts have changed. */
  readonly begin: (facts: MemberFacts) => void;
  /** Appends the row of a duty on the member; its first entry. */
  readonly write: (duty: PlannedDuty, rows: Rows) => number;
}

/** A writer for the rules of a plan over what is known. */
export function rowWriter(plan: Plan, knowledge: Knowledge, span: Span): RowWriter {
  const { op, left, right } = plan.table;
  const { pieces } = plan;
  let facts: MemberFacts | null = null;
  let width = 0;
  let turn = 0;
  let operated = 0;
  let operatedUntil = 0;
  let truths = new Int32Array(0);
  let falsities = new Int32Array(0);
  let turns = new Int32Array(0);
  let changeDays = new Int32Array(64);
  let changeStates = new Int8Array(64);
  const starts = startsOver(plan.starts, knowledge);
  const bearing = new Map<number, Int32Array | null>();

  const evaluate = (node: number): void => {
    if (turns[node] === turn) return;
    turns[node] = turn;
    const to = node * width;
    const first = left[node] as number;
    if (op[node] === ATOM) {
      const of = facts as MemberFacts;
      const from = atomMasks(of, plan, first, span);
      for (let word = 0; word < width; word += 1) {
        truths[to + word] = of.masks[from + word] as number;
        falsities[to + word] = of.masks[from + width + word] as number;
      }
      return;
    }
    evaluate(first);
    const one = first * width;
    if (op[node] === NOT) {
      for (let word = 0; word < width; word += 1) {
        truths[to + word] = falsities[one + word] as number;
        falsities[to + word] = truths[one + word] as number;
      }
      return;
    }
    const second = right[node] as number;
    evaluate(second);
    const other = second * width;
    const all = op[node] === AND ? truths : falsities;
    const any = op[node] === AND ? falsities : truths;
    for (let word = 0; word < width; word += 1) {
      all[to + word] = (all[one + word] as number) & (all[other + word] as number);
      any[to + word] = (any[one + word] as number) | (any[other + word] as number);
    }
  };

  /** The runs of days on which a condition and the category of the bearer come to one thing: how many. */
  const conditionRuns = (node: number | null, bearers: Int32Array | null): number => {
    const { starts: days } = facts as MemberFacts;
    if (changeDays.length <= days.length) {
      changeDays = new Int32Array(2 * days.length);
      changeStates = new Int8Array(2 * days.length);
    }
    if (node !== null) evaluate(node);
    let count = 0;
    let lastTrue = 0;
    let lastFalse = 0;
    for (let word = 0; word < width; word += 1) {
      const borne = bearers === null ? -1 : (bearers[word] as number);
      const isTrue = (node === null ? -1 : (truths[node * width + word] as number)) & borne;
      const isFalse = (node === null ? 0 : (falsities[node * width + word] as number)) | ~borne;
      let edges = (isTrue ^ ((isTrue << 1) | lastTrue)) | (isFalse ^ ((isFalse << 1) | lastFalse));
      if (word === 0) edges |= 1;
      lastTrue = isTrue >>> 31;
      lastFalse = isFalse >>> 31;
      while (edges !== 0) {
        const bit = 31 - Math.clz32(edges & -edges);
        edges &= edges - 1;
        const segment = (word << 5) + bit;
        if (segment > days.length) break;
        changeDays[count] = segment === 0 ? 0 : (days[segment - 1] as number);
        changeStates[count] = (isTrue >>> bit) & 1 ? BOUND : (isFalse >>> bit) & 1 ? UNBOUND : UNKNOWN;
        count += 1;
      }
    }
    return count;
  };

  const bearersOf = (set: number): Int32Array | null => {
    const of = facts as MemberFacts;
    if (of.member.category.changes.length === 0) return null;
    const kept = bearing.get(set);
    if (kept !== undefined) return kept;
    const mask = bearerMask(of, plan.bearers[set] as readonly string[], span);
    bearing.set(set, mask);
    return mask;
  };

  return {
    begin: (of) => {
      facts = of;
      turn += 1;
      bearing.clear();
      starts.begin(of.member);
      operated = Math.max(0, of.member.subject.operatedFrom - span.from);
      operatedUntil = (of.member.subject.operatedUntil ?? Infinity) - span.from;
      if (of.width !== width || turns.length < op.length) {
        width = of.width;
        const nodes = Math.max(op.length, turns.length);
        if (truths.length < nodes * width) {
          truths = new Int32Array(nodes * width);
          falsities = new Int32Array(nodes * width);
        }
        if (turns.length < nodes) turns = new Int32Array(nodes);
      }
    },
    write: ({ condition: node, bearers, first, last }, rows) => {
      const row = rows.used;
      const runs = conditionRuns(node, bearersOf(bearers));
      if (runs === 1 && changeStates[0] === UNBOUND) return row;
      reserve(rows, (runs + 4) * (last - first) + 1);
      const { changes } = rows;
      const { length } = span;
      let end = row;
      let state: number = UNBOUND;
      /** Where the piece before ended, unless the next one goes on from there. */
      let over = 0;
      let at = 0;
      for (let piece = first; piece < last; piece += PIECE) {
        const begins = pieces[piece + 2] as number;
        const ends = pieces[piece + 3] as number;
        starts.need(begins);
        starts.need(ends);
        const from = Math.max(pieces[piece] as number, operated, (starts.earliest[begins] as number) - span.from);
        const until = Math.min(pieces[piece + 1] as number, operatedUntil, (starts.latest[ends] as number) - span.from);
        if (from >= until) continue;
        if (state !== UNBOUND && from > over) {
          changes[end] = over << 2;
          end += 1;
          state = UNBOUND;
        }
        const surely = Math.max(from, (starts.latest[begins] as number) - span.from);
        const surelyUntil = Math.min(until, (starts.earliest[ends] as number) - span.from);
        while (at + 1 < runs && (changeDays[at + 1] as number) <= from) at += 1;
        for (let day = from; day < until; ) {
          const held = changeStates[at] as number;
          const next = held === BOUND && (day < surely || day >= surelyUntil) ? UNKNOWN : held;
          if (next !== state) {
            changes[end] = (day << 2) | next;
            end += 1;
            state = next;
          }
          let edge = until;
          if (day < surely) edge = Math.min(edge, surely);
          else if (day < surelyUntil) edge = surelyUntil;
          if (at + 1 < runs && (changeDays[at + 1] as number) <= edge) {
            at += 1;
            edge = changeDays[at] as number;
          }
          day = edge;
        }
        over = until;
      }
      if (state !== UNBOUND && over < length) {
        changes[end] = over << 2;
        end += 1;
      }
      rows.used = end;
      return row;
    },
  };
}

function bearerMask(facts: MemberFacts, bearers: readonly string[], span: Span): Int32Array {
  const mask = new Int32Array(facts.width);
  const { initial, changes } = facts.member.category;
  [initial, ...changes.map(({ value }) => value)].forEach((category, index) => {
    if (!bearers.includes(category)) return;
    const from = index === 0 ? 0 : within(span, (changes[index - 1] as Change<string>).from);
    const until = within(span, changes[index]?.from ?? Infinity);
    if (from >= until) return;
    const last = until === span.length ? facts.starts.length + 1 : segmentOf(facts.starts, until);
    setBits(mask, 0, segmentOf(facts.starts, from), last);
  });
  return mask;
}
