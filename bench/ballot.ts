import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { tallyBallot } from '../src/app/modification/tally-ballot.ts';
import { runOperation } from '../src/app/run-operation.ts';
import { instant } from '../src/core/kernel/instant.ts';
import { replay } from '../src/core/modification/evolve.ts';
import { standingOf } from '../src/core/modification/standing.ts';
import { documentFormats } from '../src/format/document-formats.ts';
import { kyselyOn } from '../src/store/database.ts';
import { startEmbedded } from '../src/store/embedded.ts';
import { migrate } from '../src/store/migrations.ts';
import { openRecord } from '../src/store/open-record.ts';
import { systemRandom } from '../src/store/system.ts';
import { PEOPLE } from '../test/support/proposal.ts';
import { OPENED_AT, only, openWideBallot, voteOf, WIDE, wideRulebook } from '../test/support/wide-ballot.ts';
import { report } from './support-code.ts';

// Two hundred members vote in one ballot within the same second while others read its tally, against the bare insert of
// the same row, as many at once into the same database. An argument sets how many members there are.

const MEMBERS = Number(process.argv[2] ?? 200);
const READERS = 4;
/** Milliseconds between two reads of one reader. */
const READ_EVERY = 10;

const folder = await mkdtemp(join(tmpdir(), 'proviso-bench-'));
const server = await startEmbedded(folder);
const db = kyselyOn(server.url);
try {
  await migrate(db);
  const rulebook = await wideRulebook(MEMBERS);
  const [profile] = rulebook.profiles;
  if (profile === undefined) throw new Error('the rulebook has no process');
  const { store, clock } = await openRecord(
    { db, stop: async () => undefined, heard: () => undefined },
    {
      startsAt: instant(OPENED_AT),
      standingOf: async (history) => {
        const state = replay(history);
        if (state.status === 'none') throw new Error('nothing was raised');
        return standingOf(state, profile);
      },
    },
  );
  const ports = { store, clock, random: systemRandom, rulebooks: only(rulebook), documents: documentFormats };
  await openWideBallot(ports);

  // The peer first, so that it finds the same database: the row of a vote and nothing else, one connection pool for all.
  await sql`create table bare_vote (id bigserial primary key, seat text not null, vote text not null, reasons text not null)`.execute(
    db,
  );
  const bare = await timesOf(MEMBERS, (at) =>
    sql`insert into bare_vote (seat, vote, reasons) values (${`member-${at}`}, 'approve', ${`Objective (g), says member ${at}.`})`.execute(
      db,
    ),
  );

  let isVoting = true;
  let reads = 0;
  const readers = Array.from({ length: READERS }, async () => {
    while (isVoting) {
      const told = await runOperation(tallyBallot, { ports, actor: PEOPLE.stranger }, { modification: WIDE });
      if (!told.ok) throw new Error(told.rejection.sentence);
      reads += 1;
      await new Promise((resume) => setTimeout(resume, READ_EVERY));
    }
  });
  const refusals: string[] = [];
  const start = performance.now();
  const ours = await timesOf(MEMBERS, async (at) => {
    const voted = await voteOf(ports, at, at % 3 === 0 ? 'reject' : 'approve');
    if (!voted.ok) refusals.push(`${voted.rejection.code}: ${voted.rejection.sentence}`);
  });
  const taken = performance.now() - start;
  isVoting = false;
  await Promise.all(readers);

  const log = await store.read(`modification/${WIDE}`, null);
  const seats = log.flatMap(({ event }) => (event.type === 'vote-cast' ? [event.seat] : []));
  const verified = await store.verify();
  const size = `${MEMBERS} at once, ${reads} reads beside`;
  report('a vote in one ballot, p50', size, at(ours, 50), 'bare insert', at(bare, 50));
  report('a vote in one ballot, p99', size, at(ours, 99), 'bare insert', at(bare, 99));
  console.log(`all ${MEMBERS} within ${taken.toFixed(0)} ms; bare within ${(bare.at(-1) ?? 0).toFixed(0)} ms`);
  console.log(
    `${seats.length} votes of ${new Set(seats).size} members, ${refusals.length} refused, record ${verified.ok ? 'verifies' : 'is broken'}`,
  );
  for (const one of new Set(refusals)) console.log(one);
  if (seats.length !== MEMBERS || new Set(seats).size !== MEMBERS || refusals.length > 0 || !verified.ok)
    process.exitCode = 1;
} finally {
  await db.destroy();
  await server.stop('at-once');
  await rm(folder, { recursive: true, force: true });
}

/** Milliseconds that each of so many acts took that were all begun in the same moment, in rising order. */
async function timesOf(count: number, act: (at: number) => Promise<unknown>): Promise<readonly number[]> {
  const begun = performance.now();
  const times = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      await act(index + 1);
      return performance.now() - begun;
    }),
  );
  return times.toSorted((a, b) => a - b);
}

function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.ceil((times.length * share) / 100) - 1)] ?? 0;
}
