import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Day, day } from '../src/core/kernel/day.ts';
import { kyselyOn } from '../src/store/database.ts';
import { startEmbedded } from '../src/store/embedded.ts';
import { migrate } from '../src/store/migrations.ts';
import { readProvisions, readSection } from '../src/store/provisions.ts';
import { chance } from '../test/support/generated-words.ts';
import { report } from './support-code.ts';

// One section of fifty provisions on a day, from the projection, as a tree and as provisions named one by one, against a
// bare round trip and against the same question asked of a range, with a GiST index over reference and range in place of ours. An argument sets how many versions each of 25,000 provisions has: 40 make a million.

const SECTIONS = 500;
const VERSIONS = Number(process.argv[2] ?? 8);
const DAYS_BETWEEN = 90;
const RUNS = 601;
const WARMING = 50;
const FIRST = day('2013-01-01');

/** Milliseconds by the share of runs, in percent, that take no longer. */
type Times = Readonly<Record<50 | 95, number>>;

const folder = await mkdtemp(join(tmpdir(), 'proviso-bench-'));
const server = await startEmbedded(folder);
const db = kyselyOn(server.url);
try {
  await migrate(db);
  await fill();
  const next = chance(7);
  const draw = () => ({ section: 1 + next(SECTIONS), on: (FIRST + next(VERSIONS * DAYS_BETWEEN)) as Day });
  const size = `50 provisions of ${SECTIONS * 50 * VERSIONS} versions`;
  const bare = () => sql`select 1`.execute(db);
  const readOne = async () => {
    const { section, on } = draw();
    const found = await readSection(db, 'sec', `s${section}-1`, { on, knownAt: null });
    if (found?.children.length !== 49) throw new Error(`${found?.children.length} provisions instead of 49 in one`);
  };
  const readNamed = async () => {
    const { section, on } = draw();
    const found = await readProvisions(db, 'sec', referencesOf(section), { on, knownAt: null });
    if (found.length !== 50) throw new Error(`${found.length} provisions instead of 50`);
  };
  const [trip, ours, named] = await timesOf(bare, readOne, readNamed);
  await sql`drop index provision_version_by_reference`.execute(db);
  const [range] = await timesOf(async () => {
    const { section, on } = draw();
    const found = await sql`
      select reference, provision, lower, upper, label from provision_version
      where int4range(lower, upper) @> ${on}::integer and reference = any(${referencesOf(section)})`.execute(db);
    if (found.rows.length !== 50) throw new Error(`${found.rows.length} provisions instead of 50`);
  });
  for (const share of [50, 95] as const) {
    const p = (what: string) => `${what} on a day, p${share}`;
    report(p('one section'), size, ours[share], 'select 1', trip[share]);
    report(p('one section'), size, ours[share], 'valid @> day by GiST', range[share]);
    report(p('named provisions'), size, named[share], 'select 1', trip[share]);
  }
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
    insert into provision_version (instrument, document, provision_id, reference, lower, upper, label, provision, inside, known_from)
    select 'sec', 's' || section || '-1', 's' || section || '-' || number, 'S' || section || '.' || number,
      ${FIRST}::integer + version * ${DAYS_BETWEEN}::integer,
      case when version < ${VERSIONS - 1}::integer then ${FIRST}::integer + (version + 1) * ${DAYS_BETWEEN}::integer end,
      '1.' || version,
      json_build_object('id', 's' || section || '-' || number, 'kind', 'paragraph', 'number', 'S' || section || '.' || number,
        'heading', null, 'text', repeat('each Party keeps records of what it has done ', 5) || version),
      case when number = 1 then (
        select to_json(jsonb_build_array('s' || section || '-1') || jsonb_agg(jsonb_build_array('s' || section || '-' || below)))
        from generate_series(2, 50) below) end,
      now()
    from generate_series(0, ${VERSIONS - 1}::integer) version,
      generate_series(1, ${SECTIONS}::integer) section, generate_series(1, 50) number`.execute(db);
  await sql`create index by_range on provision_version using gist (reference, int4range(lower, upper))`.execute(db);
  // as autovacuum does
  await sql`vacuum analyze provision_version`.execute(db);
}

/** What runs take, those of several works by turns, connections and plans warm: the middle one, and what nineteen in twenty do not exceed. */
async function timesOf<W extends (() => Promise<unknown>)[]>(...works: W): Promise<{ [K in keyof W]: Times }> {
  const times = works.map((): number[] => []);
  for (let run = -WARMING; run < RUNS; run += 1) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work();
      if (run >= 0) times[index]?.push(performance.now() - start);
    }
  }
  return times.map((all) => {
    all.sort((a, b) => a - b);
    const at = (share: number): number => all[Math.floor((RUNS * share) / 100)] ?? 0;
    return { 50: at(50), 95: at(95) };
  }) as { [K in keyof W]: Times };
}
