import type { Change } from '../../kernel/steps.ts';
import type { Knowledge } from '../knowledge.ts';
import { AND, ATOM, NOT } from './condition-table.ts';
import { atomMasks, type MemberFacts, segmentOf, setBits } from './member-facts.ts';
import type { Plan, PlannedDuty } from './plan.ts';
import { BOUND, put, type Rows, reserve, UNBOUND, UNKNOWN } from './row.ts';
import { sharedStarts } from './shared-starts.ts';
import { type Span, within } from './span.ts';

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
  let facts: MemberFacts | null = null;
  let width = 0;
  let turn = 0;
  let truths = new Int32Array(0);
  let falsities = new Int32Array(0);
  let turns = new Int32Array(0);
  let changeDays = new Int32Array(64);
  let changeStates = new Int8Array(64);
  const starts = sharedStarts(plan, knowledge, span);
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
    const [all, any] = op[node] === AND ? [truths, falsities] : [falsities, truths];
    for (let word = 0; word < width; word += 1) {
      all[to + word] = (all[one + word] as number) & (all[other + word] as number);
      any[to + word] = (any[one + word] as number) | (any[other + word] as number);
    }
  };

  /** The runs of days on which a condition and the category of the bearer come to one thing: how many. */
  const condition = (node: number | null, bearers: Int32Array | null): number => {
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
    write: (duty, rows) => {
      const row = rows.used;
      const of = facts as MemberFacts;
      const runs = condition(duty.condition, bearersOf(duty.bearers));
      const operated = within(span, of.member.subject.operatedFrom);
      reserve(rows, (runs + 4) * duty.pieces.length + 1);
      for (const piece of duty.pieces) {
        const began = starts.at(piece.begins);
        const ended = starts.at(piece.ends);
        const last = piece.until === null ? span.length : within(span, piece.until);
        const from = Math.max(within(span, piece.from), operated, began.earliest);
        const until = Math.min(last, ended.latest);
        if (from >= until) continue;
        const surely = Math.min(Math.max(from, began.latest), until);
        const surelyUntil = Math.max(surely, Math.min(until, ended.earliest));
        let at = 0;
        while (at + 1 < runs && (changeDays[at + 1] as number) <= from) at += 1;
        let day = from;
        while (day < until) {
          const held = changeStates[at] as number;
          const certain = day >= surely && day < surelyUntil;
          put(rows, row, day, held === BOUND && !certain ? UNKNOWN : held);
          const edge = day < surely ? surely : day < surelyUntil ? surelyUntil : until;
          const next = at + 1 < runs ? (changeDays[at + 1] as number) : until;
          if (next <= edge) at += 1;
          day = Math.min(edge, next);
        }
        if (until < span.length) put(rows, row, until, UNBOUND);
      }
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
