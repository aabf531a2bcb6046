import type { Commencement } from '../../kernel/commencement.ts';
import { eventsOf } from '../../kernel/commencement-cycle.ts';
import { namesIn } from '../../kernel/condition.ts';
import type { Day } from '../../kernel/day.ts';
import { implementationDateEvent } from '../../kernel/resolve-commencement.ts';
import type { Worded } from '../asked.ts';
import type { Readings } from '../bound-steps.ts';
import type { FactKind } from '../fact.ts';
import type { Knowledge } from '../knowledge.ts';
import { kindOfName } from '../scope.ts';
import { addCondition, type ConditionTable, emptyTable } from './condition-table.ts';

/** Whose facts something depends on: the market's (the same for everyone), a party's, or each subject's own. */
export const MARKET = 0;
export const PARTY = 1;
export const SUBJECT = 2;
export type Level = typeof MARKET | typeof PARTY | typeof SUBJECT;

/** A commencement under words that came into force on a day; equal ones are one. */
export interface SharedStart {
  readonly commencement: Commencement;
  readonly wordsFrom: Day;
  readonly level: Level;
}

/** Words in force with their places of the start and the end of their reading. */
interface Piece {
  readonly from: Day;
  readonly until: Day | null;
  readonly begins: number;
  readonly ends: number;
}

/** A duty made ready: its words, the node of its condition (null: none), and the kinds of facts that it depends on. */
export interface PlannedDuty {
  readonly worded: Worded;
  readonly pieces: readonly Piece[];
  readonly condition: number | null;
  /** Its bearers, by their place among the sets of bearers. */
  readonly bearers: number;
  readonly kinds: ReadonlySet<string>;
}

/** The rules of a population, shared where they are equal. */
export interface Plan {
  readonly table: ConditionTable;
  readonly starts: SharedStart[];
  readonly bearers: (readonly string[])[];
  readonly known: Map<string, number>;
}

export function emptyPlan(): Plan {
  return { table: emptyTable(), starts: [], bearers: [], known: new Map() };
}

/** A duty in the terms of the plan, which grows by what it does not hold yet. */
export function planDuty(plan: Plan, worded: Worded, readings: Readings, knowledge: Knowledge): PlannedDuty {
  const { obligation, words } = worded;
  const kinds = new Set(obligation.condition === null ? [] : namesIn(obligation.condition).flatMap(kindsOfName));
  const pieces = words.map(({ wording, interval: { from, until } }) => {
    const { commences, ends } = readings(wording);
    for (const event of [commences, ends].flatMap(eventsThatMove)) kinds.add(event);
    return {
      from,
      until,
      begins: startOf(plan, commences, from, knowledge),
      ends: startOf(plan, ends, from, knowledge),
    };
  });
  return {
    worded,
    pieces: pieces.toSorted((a, b) => a.from - b.from),
    condition: obligation.condition === null ? null : addCondition(plan.table, obligation.condition),
    bearers: bearersOf(plan, obligation.bearers),
    kinds,
  };
}

/** Kinds of facts that a name in a condition can speak of: `a-day` may be a kind of its own, or the day of an `a`. */
function kindsOfName(name: string): string[] {
  const kind = kindOfName(name);
  return kind.endsWith('-day') ? [kind, kind.slice(0, -'-day'.length)] : [kind];
}

/** Whose facts a kind is about. Of a kind that is not declared, any subject's may differ. */
export function levelOf(kind: FactKind | undefined): Level {
  if (kind === undefined || kind.subject === 'system-group') return SUBJECT;
  return kind.subject === 'party' ? PARTY : MARKET;
}

function startOf({ starts, known }: Plan, commencement: Commencement, wordsFrom: Day, { kinds }: Knowledge): number {
  const events = eventsThatMove(commencement);
  const ofWords = events.some((event) => kinds.get(event)?.subject === 'words');
  const key = `start ${ofWords ? wordsFrom : ''} ${JSON.stringify(commencement)}`;
  const at = known.get(key);
  if (at !== undefined) return at;
  const levels = events.map((event) => (kinds.has(event) ? levelOf(kinds.get(event)) : MARKET));
  const level = Math.max(MARKET, ...levels) as Level;
  starts.push({ commencement, wordsFrom, level });
  known.set(key, starts.length - 1);
  return starts.length - 1;
}

function eventsThatMove(commencement: Commencement): string[] {
  return eventsOf(commencement).flatMap((event) => [event, implementationDateEvent(event)]);
}

function bearersOf({ bearers, known }: Plan, categories: readonly string[]): number {
  const sorted = [...new Set(categories)].sort();
  const key = `bearers ${JSON.stringify(sorted)}`;
  const at = known.get(key);
  if (at !== undefined) return at;
  bearers.push(sorted);
  known.set(key, bearers.length - 1);
  return bearers.length - 1;
}
