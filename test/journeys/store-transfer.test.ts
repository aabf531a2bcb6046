import { describe, expect, test } from 'vitest';
import { instant } from '../../src/core/kernel/instant.ts';
import { PROJECTIONS } from '../../src/store/tables.ts';
import { transferDigest } from '../../src/store/transfer.ts';
import { type TestRecord, withRecord } from '../support/database.ts';
import { adoption, by, estate, fact, publication, raised, response, tallied, vote } from '../support/events.ts';

/** A record in which every projection has a row. */
async function fill({ store, clock }: TestRecord): Promise<void> {
  await store.keepRulebook('d'.repeat(64), 'sec', '{"files":{}}');
  await store.append([{ stream: 'code/sec', expectedVersion: 0, events: [adoption] }], by);
  await store.append([{ stream: 'party/brightwater-energy', expectedVersion: 0, events: estate }], by);
  await store.append([{ stream: 'facts/sec', expectedVersion: 0, events: [fact] }], by);
  await clock.advanceTo(instant('2018-10-16T09:00:00Z'));
  const given = response('brightwater-energy', 'We support the change — “fully”.');
  const events = [raised, given.event, vote('seat-1'), tallied];
  await store.append(
    [{ stream: 'modification/SECMP0065', expectedVersion: 0, events, confidential: [given.content] }],
    by,
  );
  await clock.advanceTo(instant('2018-11-08T09:00:00Z'));
  await store.append([{ stream: 'code/sec', expectedVersion: 1, events: [publication] }], by);
  await store.checkpoint();
}

async function exported({ store }: TestRecord): Promise<string[]> {
  return Array.fromAsync(store.exportLines());
}

async function* lines(of: readonly string[]) {
  yield* of;
}

async function tables({ db }: TestRecord): Promise<Record<string, unknown[]>> {
  const names = [...PROJECTIONS, 'event', 'log_head', 'rulebook', 'confidential_content'] as const;
  const rows = names.map(async (name) => {
    const all = await db.selectFrom(name).selectAll().execute();
    return [name, all.map((row) => JSON.stringify(row)).toSorted()] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

/** The lines of a filled record, and what an empty one says to them after a change. */
async function refusalOf(
  change: (of: string[]) => string[],
): Promise<{ sentence: string; line: number | undefined; left: number }> {
  const given = await withRecord(async (record) => {
    await fill(record);
    return exported(record);
  });
  return withRecord(async (record) => {
    const result = await record.store.importLines(lines(change(given)));
    if (!('rejection' in result)) throw new Error('the file was taken');
    const left = Object.values(await tables(record)).flat().length;
    return { sentence: result.rejection.sentence, line: result.rejection.place?.line, left };
  });
}

/** One vote turned into its opposite. */
function opposed(line: string): string {
  return line.includes('vote-cast') ? line.replace('"approve"', '"reject"') : line;
}

/** Closed again with a digest that fits the lines as they now are. */
function resealed([manifest = '', ...rest]: string[]): string[] {
  const digest = transferDigest(JSON.parse(manifest));
  const body = rest.slice(0, -1);
  for (const line of body) digest.add(line);
  return [manifest, ...body, JSON.stringify({ end: { digest: digest.value() } })];
}

describe('an exported record', () => {
  test('restores equal in every table, and exports to the same lines again', () =>
    withRecord(async (first) => {
      await fill(first);
      const given = await exported(first);
      const before = await tables(first);
      expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
      await withRecord(async (second) => {
        const result = await second.store.importLines(lines(given));
        expect(result).toEqual({ events: JSON.parse(given[0] as string).events });
        expect(await tables(second)).toEqual(before);
        expect(second.clock.now()).toBe('2018-11-08T09:00:00.000Z');
        expect(await exported(second)).toEqual(given);
        expect(await second.store.verify()).toMatchObject({ ok: true, checkpoints: 1 });
        const again = await second.store.importLines(lines(given));
        expect(again).toMatchObject({ rejection: { code: 'record-not-empty' } });
      });
    }));

  test('cut off before its end is refused by its last line, and nothing of it remains', async () => {
    const { sentence, line, left } = await refusalOf((of) => of.slice(0, 5));
    expect(sentence).toMatch(/^Line 5 of the record file: .*cut off\.$/);
    expect(line).toBe(5);
    expect(left).toBe(1);
  });

  test('with a line that is no JSON is refused by that line', async () => {
    const { sentence } = await refusalOf((of) => of.with(3, '{"event":'));
    expect(sentence).toBe('Line 4 of the record file: it is not JSON; expected one JSON object on each line.');
  });

  test('with a word changed is refused by its digest', async () => {
    const { sentence, left } = await refusalOf((of) => of.map(opposed));
    expect(sentence).toMatch(/^Line \d+ .* the digest does not match the lines before it: the file was changed\.$/);
    expect(left).toBe(1);
  });

  test('with a word changed and the digest made to fit is refused by its chain', async () => {
    const { sentence, left } = await refusalOf((of) => resealed(of.map(opposed)));
    expect(sentence).toMatch(/^The file is not a true record: version 3 of modification\/SECMP0065 .* was altered/);
    expect(left).toBe(1);
  });

  test('that is something else is refused by its first line', async () => {
    const { sentence } = await refusalOf(() => ['{"hello":"world"}']);
    expect(sentence).toBe(
      'Line 1 of the record file: it is not as expected; expected the manifest of a Proviso record.',
    );
  });

  test('with an event left out is refused by the line where it is missed', async () => {
    const { sentence } = await refusalOf((of) => of.toSpliced(5, 1));
    expect(sentence).toBe('Line 6 of the record file: event 3 is expected here, event 4 stands here.');
  });
});
