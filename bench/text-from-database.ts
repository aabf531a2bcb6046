import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Day, day } from '../src/core/kernel/day.ts';
import { kyselyOn } from '../src/store/database.ts';
import { startEmbedded } from '../src/store/embedded.ts';
import { migrate } from '../src/store/migrations.ts';
import { readProvisions } from '../src/store/provisions.ts';
import { chance } from '../test/support/generated-words.ts';
import { report } from './support-code.ts';

// One section of fifty provisions on a day, from the projection, against a bare round trip and against the same question
// asked of a range, with a GiST index over reference and range in place of ours. An argument sets how many versions each of 25,000 provisions has: 40 make a million.

const SECTIONS = 500;
const VERSIONS = Number(process.argv[2] ?? 8);
const DAYS_BETWEEN = 90;
const RUNS = 201;
const FIRST = day('2013-01-01');

const folder = await mkdtemp(join(tmpdir(), 'proviso-bench-'));
const server = await startEmbedded(folder);
const db = kyselyOn(server.url);
try {
  await migrate(db);
  await fill();
  const next = chance(7);
  const draw = () => ({ section: 1 + next(SECTIONS), on: (FIRST + next(VERSIONS * DAYS_BETWEEN)) as Day });
  const size = `50 provisions of ${SECTIONS * 50 * VERSIONS} versions`;
  const trip = await medianOf(() => sql`select 1`.execute(db));
  const ours = await medianOf(async () => {
    const { section, on } = draw();
    const found = await readProvisions(db, 'sec', referencesOf(section), { on, knownAt: null });
    if (found.length !== 50) throw new Error(`${found.length} provisions instead of 50`);
  });
  await sql`drop index provision_version_read`.execute(db);
  const range = await medianOf(async () => {
    const { section, on } = draw();
    const found = await sql`
      select reference, provision, lower, upper, label from provision_version
      where int4range(lower, upper) @> ${on}::integer and reference = any(${referencesOf(section)})`.execute(db);
    if (found.rows.length !== 50) throw new Error(`${found.rows.length} provisions instead of 50`);
  });
  report('one section on a day', size, ours, 'select 1', trip);
  report('one section on a day', size, ours, 'valid @> day by GiST', range);
} finally {
  await db.destroy();
  await server.stop('at-once');
  await rm(folder, { recursive: true, force: true });
}

function referencesOf(section: number): string[] {
  return Array.from({ length: 50 }, (_, index) => `S${section}.${index + 1}`);
}

/** Every version of every provision lasts equally long; the last has no end. The peer gets its index of ranges. What only a search reads is left out: filling it takes minutes. */
async function fill(): Promise<void> {
  await sql`alter table provision_version drop constraint provision_has_one_text`.execute(db);
  await sql`alter table provision_version drop column english, drop column exact`.execute(db);
  await sql`
    insert into provision_version (instrument, document, provision_id, reference, lower, upper, label, provision, known_from)
    select 'sec', 's' || section, 's' || section || '-' || number, 'S' || section || '.' || number,
      ${FIRST}::integer + version * ${DAYS_BETWEEN}::integer,
      case when version < ${VERSIONS - 1}::integer then ${FIRST}::integer + (version + 1) * ${DAYS_BETWEEN}::integer end,
      '1.' || version,
      jsonb_build_object('id', 's' || section || '-' || number, 'kind', 'paragraph', 'number', 'S' || section || '.' || number,
        'heading', null, 'text', repeat('each Party keeps records of what it has done ', 5) || version),
      now()
    from generate_series(0, ${VERSIONS - 1}::integer) version,
      generate_series(1, ${SECTIONS}::integer) section, generate_series(1, 50) number`.execute(db);
  await sql`create index by_range on provision_version using gist (reference, int4range(lower, upper))`.execute(db);
  await sql`analyze provision_version`.execute(db);
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}
