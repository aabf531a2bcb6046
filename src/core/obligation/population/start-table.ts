import type { Commencement } from '../../kernel/commencement.ts';
import type { Day } from '../../kernel/day.ts';
import type { FactKind } from '../fact.ts';
import { kindsAwaited, type Level, levelOf, MARKET } from './level.ts';

/**
 * Commencements of many readings as one list in which equal parts are one entry; parts come before what is made of them.
 * Those that are made of a date, an event, an offset in days, an earlier or a later one are taken apart; others are whole.
 */
export interface StartTable {
  readonly entries: Entry[];
  readonly known: Map<string, number>;
}

/** A commencement, or a part of some; its parts by their place. */
export interface Entry {
  readonly commencement: Commencement;
  /** From when the words are in force, where it depends on that. */
  readonly wordsFrom: Day;
  readonly level: Level;
  readonly parts: readonly number[];
}

export function emptyStartTable(): StartTable {
  return { entries: [], known: new Map() };
}

/** Place of a commencement under words that came into force on a day. */
export function addStart(table: StartTable, of: Commencement, from: Day, kinds: ReadonlyMap<string, FactKind>): number {
  switch (of.kind) {
    case 'never':
      return put(table, 'never', () => ({ commencement: of, wordsFrom: from, level: MARKET, parts: [] }));
    case 'on':
      return put(table, `on ${of.day}`, () => ({ commencement: of, wordsFrom: from, level: MARKET, parts: [] }));
    case 'event':
      if (kinds.get(of.event)?.subject === 'words') return addStart(table, { kind: 'on', day: from }, from, kinds);
      if (kinds.get(of.event)?.derived?.from !== 'commencement')
        return put(table, `event ${of.event}`, () => whole(of, from, kinds));
      return put(table, `event ${from} ${of.event}`, () => whole(of, from, kinds));
    case 'offset':
      return made(table, of, `offset ${of.days}`, [addStart(table, of.base, from, kinds)]);
    case 'earlier-of':
    case 'later-of':
      return made(
        table,
        of,
        of.kind,
        of.of.map((one) => addStart(table, one, from, kinds)),
      );
    default:
      return put(table, `whole ${from} ${JSON.stringify(of)}`, () => whole(of, from, kinds));
  }
}

function whole(commencement: Commencement, wordsFrom: Day, kinds: ReadonlyMap<string, FactKind>): Entry {
  const events = kindsAwaited(commencement, kinds).filter((event) => kinds.has(event));
  const level = Math.max(MARKET, ...events.map((event) => levelOf(kinds.get(event)))) as Level;
  return { commencement, wordsFrom, level, parts: [] };
}

function made(table: StartTable, commencement: Commencement, key: string, parts: readonly number[]): number {
  return put(table, `${key} ${parts.join(' ')}`, () => {
    const level = Math.max(MARKET, ...parts.map((part) => table.entries[part]?.level ?? MARKET)) as Level;
    return { commencement, wordsFrom: 0 as Day, level, parts };
  });
}

function put({ entries, known }: StartTable, key: string, entry: () => Entry): number {
  const at = known.get(key) ?? entries.push(entry()) - 1;
  known.set(key, at);
  return at;
}
