import type { Commencement } from '../../kernel/commencement.ts';
import { namesIn } from '../../kernel/condition.ts';
import type { Worded } from '../asked.ts';
import type { Readings } from '../bound-steps.ts';
import type { Knowledge } from '../knowledge.ts';
import { kindOfName } from '../scope.ts';
import { addCondition, type ConditionTable, emptyTable } from './condition-table.ts';
import { kindsAwaited } from './level.ts';
import { type Span, within } from './span.ts';
import { addStart, emptyStartTable, type StartTable } from './start-table.ts';

/** Words in force with their reading: days counted in the window, and the places of its start and end. */
export interface Piece {
  readonly from: number;
  readonly until: number;
  readonly begins: number;
  readonly ends: number;
}

/** A duty made ready: its words, and the node of its condition (null: none). */
export interface PlannedDuty {
  readonly worded: Worded;
  /** Its words in force inside the window, in day order. */
  readonly pieces: readonly Piece[];
  readonly condition: number | null;
  /** Its bearers, by their place among the sets of bearers. */
  readonly bearers: number;
}

/** The rules of a population, shared where they are equal. */
export interface Plan {
  readonly span: Span;
  readonly table: ConditionTable;
  readonly starts: StartTable;
  readonly bearers: (readonly string[])[];
  readonly known: Map<string | readonly string[], number>;
  /** Kinds of facts that a commencement waits for. */
  readonly awaited: Map<Commencement, readonly string[]>;
}

export function emptyPlan(span: Span): Plan {
  return { span, table: emptyTable(), starts: emptyStartTable(), bearers: [], known: new Map(), awaited: new Map() };
}

/** A duty in the terms of the plan, which grows by what it does not hold yet. */
export function planDuty(plan: Plan, worded: Worded, readings: Readings, { kinds: declared }: Knowledge): PlannedDuty {
  const { obligation, words } = worded;
  const pieces: Piece[] = [];
  for (const { wording, interval } of words.toSorted((a, b) => a.interval.from - b.interval.from)) {
    const { commences, ends } = readings(wording);
    const from = within(plan.span, interval.from);
    const until = within(plan.span, interval.until ?? Infinity);
    const start = (of: Commencement) => addStart(plan.starts, of, interval.from, declared);
    if (from < until) pieces.push({ from, until, begins: start(commences), ends: start(ends) });
  }
  return {
    worded,
    pieces,
    condition: obligation.condition === null ? null : addCondition(plan.table, obligation.condition),
    bearers: bearersOf(plan, obligation.bearers),
  };
}

/** Kinds of facts that a duty depends on. */
export function kindsBehind(
  plan: Plan,
  { obligation: { condition }, words }: Worded,
  readings: Readings,
  { kinds: declared }: Knowledge,
): Set<string> {
  const kinds = new Set<string>();
  for (const kind of condition === null ? [] : namesIn(condition).flatMap(kindsOfName)) {
    kinds.add(kind);
    if (declared.get(kind)?.derived?.from !== 'commencement') continue;
    for (const one of kindsAwaited({ kind: 'event', event: kind }, declared)) kinds.add(one);
  }
  for (const { wording } of words) {
    const { commences, ends } = readings(wording);
    for (const kind of awaitedIn(plan, commences, declared)) kinds.add(kind);
    for (const kind of awaitedIn(plan, ends, declared)) kinds.add(kind);
  }
  return kinds;
}

/** Kinds of facts that a name in a condition can speak of: `a-day` may be a kind of its own, or the day of an `a`. */
function kindsOfName(name: string): string[] {
  const kind = kindOfName(name);
  return kind.endsWith('-day') ? [kind, kind.slice(0, -'-day'.length)] : [kind];
}

function awaitedIn({ awaited }: Plan, of: Commencement, kinds: Knowledge['kinds']): readonly string[] {
  const known = awaited.get(of) ?? kindsAwaited(of, kinds);
  awaited.set(of, known);
  return known;
}

function bearersOf({ bearers, known }: Plan, categories: readonly string[]): number {
  const same = known.get(categories);
  if (same !== undefined) return same;
  const sorted = [...new Set(categories)].sort();
  const key = JSON.stringify(sorted);
  const at = known.get(key) ?? bearers.push(sorted) - 1;
  known.set(key, at);
  known.set(categories, at);
  return at;
}
