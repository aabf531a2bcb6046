import { openDatabase } from '../../src/store/database.ts';
import { openRecord } from '../../src/store/open-record.ts';
import { by, vote } from './events.ts';

/**
 * A server that appends without end to the record in the folder named, and prints the version of each event once the
 * store has acknowledged it. It is made to be killed.
 */
const database = await openDatabase({ data: process.argv[2] ?? '' }, 'server');
await database.announce('http://127.0.0.1:1');
const standingOf = async () => ({ stage: 'vote', status: 'open' });
const { store } = await openRecord(database, { startsAt: null, standingOf });
for (let version = 0; ; version += 1) {
  const events = [vote(`seat-${version}`)];
  const result = await store.append([{ stream: 'facts/killed', expectedVersion: version, events }], by);
  if (result.ok) process.stdout.write(`${version + 1}\n`);
}
