import type { Clock, RecordStore } from '../app/ports.ts';
import type { Instant } from '../core/kernel/instant.ts';
import { RECORD_STREAM } from './append.ts';
import type { Database } from './database.ts';
import { readStream } from './events.ts';
import { type Reading, tellNothing } from './projections/projection.ts';
import { rebuildNotices, rebuildRegister } from './rebuild.ts';
import { recordStore } from './record-store.ts';
import { type CaseClock, caseClock, realClock } from './system.ts';

/** A record with the clock that it runs on. */
export interface OpenRecord {
  readonly store: RecordStore;
  readonly clock: Clock;
}

/** Where a demonstration begins (null: it is none), and how what happens is read; who leaves the notices out tells nobody anything. */
interface Opening extends Pick<Reading, 'standingOf'>, Partial<Pick<Reading, 'noticesOf'>> {
  readonly startsAt: Instant | null;
}

/**
 * The record of an open database. One that holds a demonstration runs on its case clock, as it was left; an empty one
 * does so when `startsAt` says where a demonstration is about to begin; any other runs on the real clock.
 */
export async function openRecord(
  database: Pick<Database, 'db' | 'stop' | 'heard'>,
  { startsAt, standingOf, noticesOf = tellNothing }: Opening,
): Promise<OpenRecord> {
  const { db } = database;
  await rebuildRegister(db, { standingOf, noticesOf });
  const life = await readStream(db, RECORD_STREAM);
  const empty = (await db.selectFrom('log_head').select('position').executeTakeFirstOrThrow()).position === 0;
  const demonstration = life.find(({ event }) => event.type === 'demonstration-loaded')?.recordedAt ?? null;
  const begins = demonstration ?? (empty ? startsAt : null);
  const clock: CaseClock | null = begins === null ? null : caseClock(begins);
  const store = recordStore({
    db,
    clock: clock ?? realClock,
    standingOf,
    noticesOf,
    restored: async () => clock?.reload(),
    close: database.stop,
  });
  await rebuildNotices(db, { standingOf, noticesOf });
  await clock?.bind(store);
  if (clock !== null) database.heard(clock.reload);
  return { store, clock: clock ?? realClock };
}
