import type { Commencement } from '../../kernel/commencement.ts';
import type { Day } from '../../kernel/day.ts';
import { commencedFor } from '../commenced-for.ts';
import type { FactKind } from '../fact.ts';
import type { Knowledge } from '../knowledge.ts';
import { kindsAwaited, type Level, levelOf, MARKET, PARTY, SUBJECT } from './level.ts';
import type { Member } from './population.ts';

/**
 * Commencements of many readings as one list in which equal parts are one entry; parts come before what is made of them.
 * Those that are made of a date, an event, an offset in days, an earlier or a later one are taken apart; others are whole.
 */
export interface StartTable {
  readonly entries: Entry[];
  readonly known: Map<string, number>;
}

interface Entry {
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
      return put(table, 'never', { commencement: of, wordsFrom: from, level: MARKET, parts: [] });
    case 'on':
      return put(table, `on ${of.day}`, { commencement: of, wordsFrom: from, level: MARKET, parts: [] });
    case 'event':
      if (kinds.get(of.event)?.subject === 'words') return addStart(table, { kind: 'on', day: from }, from, kinds);
      if (kinds.get(of.event)?.derived?.from !== 'commencement')
        return put(table, `event ${of.event}`, whole(of, from, kinds));
      return put(table, `event ${from} ${of.event}`, whole(of, from, kinds));
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
      return put(table, `whole ${from} ${JSON.stringify(of)}`, whole(of, from, kinds));
  }
}

/** When the commencements of a table are, for the member begun last; the market's and a party's are computed once. */
export interface Starts {
  readonly begin: (member: Member) => void;
  /** Makes sure that a place is computed. */
  readonly need: (place: number) => void;
  /** First day on which it can be; infinite where nothing bounds it, or it never is. */
  earliest: Float64Array;
  /** Day on which it is at the latest. */
  latest: Float64Array;
}

/** The commencements of a table over what is known. */
export function startsOver({ entries }: StartTable, knowledge: Knowledge): Starts {
  /** The turn of its level at which a place was computed; a level's turn begins with each member, party or market. */
  let made = new Int32Array(0);
  let levels = new Uint8Array(0);
  const turns = [1, 1, 1];
  let current: Member | null = null;

  const compute = (place: number): void => {
    made[place] = turns[levels[place] as number] as number;
    const { earliest, latest } = starts;
    const { commencement, wordsFrom, parts } = entries[place] as Entry;
    for (const part of parts) starts.need(part);
    switch (commencement.kind) {
      case 'offset':
        earliest[place] = (earliest[parts[0] as number] as number) + commencement.days;
        latest[place] = (latest[parts[0] as number] as number) + commencement.days;
        return;
      case 'earlier-of':
        earliest[place] = least(earliest, parts);
        latest[place] = least(latest, parts);
        return;
      case 'later-of':
        earliest[place] = greatest(earliest, parts);
        latest[place] = greatest(latest, parts);
        return;
      default: {
        const { subject } = current as Member;
        const commenced = commencedFor(commencement, { knowledge, subject, wordsFrom });
        const unknown = commenced.kind === 'unknown';
        const day = commenced.kind === 'on' ? commenced.day : Infinity;
        earliest[place] = unknown ? (commenced.notBefore ?? -Infinity) : day;
        latest[place] = unknown ? (commenced.notAfter ?? Infinity) : day;
      }
    }
  };
  const starts: Starts = {
    earliest: new Float64Array(0),
    latest: new Float64Array(0),
    need: (place) => {
      if (made[place] !== turns[levels[place] as number]) compute(place);
    },
    begin: (member) => {
      if (made.length < entries.length) {
        made = new Int32Array(entries.length);
        starts.earliest = new Float64Array(entries.length);
        starts.latest = new Float64Array(entries.length);
        levels = Uint8Array.from(entries, ({ level }) => level);
      }
      if (member.subject.supplier !== current?.subject.supplier) turns[PARTY] = (turns[PARTY] as number) + 1;
      turns[SUBJECT] = (turns[SUBJECT] as number) + 1;
      current = member;
    },
  };
  return starts;
}

/** A list of none never commences. */
function least(of: Float64Array, parts: readonly number[]): number {
  let found = Infinity;
  for (const part of parts) found = Math.min(found, of[part] as number);
  return found;
}

function greatest(of: Float64Array, parts: readonly number[]): number {
  let found = parts.length === 0 ? Infinity : -Infinity;
  for (const part of parts) found = Math.max(found, of[part] as number);
  return found;
}

function whole(commencement: Commencement, wordsFrom: Day, kinds: ReadonlyMap<string, FactKind>): Entry {
  const events = kindsAwaited(commencement, kinds).filter((event) => kinds.has(event));
  const level = Math.max(MARKET, ...events.map((event) => levelOf(kinds.get(event)))) as Level;
  return { commencement, wordsFrom, level, parts: [] };
}

function made(table: StartTable, commencement: Commencement, key: string, parts: readonly number[]): number {
  const level = Math.max(MARKET, ...parts.map((part) => table.entries[part]?.level ?? MARKET)) as Level;
  return put(table, `${key} ${parts.join(' ')}`, { commencement, wordsFrom: 0 as Day, level, parts });
}

function put({ entries, known }: StartTable, key: string, entry: Entry): number {
  const at = known.get(key);
  if (at !== undefined) return at;
  entries.push(entry);
  known.set(key, entries.length - 1);
  return entries.length - 1;
}
