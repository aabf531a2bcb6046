import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Verification } from '../../src/app/ports.ts';
import { sha256 } from '../../src/store/chain.ts';
import { type TestRecord, withRecord } from '../support/database.ts';
import { by, response, submitted, vote } from '../support/events.ts';

/** What someone with the rights of the database's owner does behind the program. */
async function behind({ db }: TestRecord, statement: string): Promise<void> {
  await sql.raw('alter table event disable trigger event_append_only').execute(db);
  await sql.raw(statement).execute(db);
  await sql.raw('alter table event enable trigger event_append_only').execute(db);
}

/** A record of two streams, three events each: positions 1–3 are A, 4–6 are B. */
async function twoStreams(record: TestRecord): Promise<void> {
  for (const stream of ['modification/A', 'modification/B']) {
    const events = [submitted(), vote('seat-1'), vote('seat-2')];
    await record.store.append([{ stream, expectedVersion: 0, events }], by);
  }
}

function found(stream: string, version: number, fault: RegExp): Verification {
  return expect.objectContaining({ ok: false, stream, version, fault: expect.stringMatching(fault) });
}

describe('the audit', () => {
  test('a record that nobody touched verifies, checkpoints included', () =>
    withRecord(async (record) => {
      await twoStreams(record);
      const checkpoint = await record.store.checkpoint();
      expect(checkpoint).toMatchObject({ heads: 2, position: 6 });
      await record.store.append([{ stream: 'modification/A', expectedVersion: 3, events: [submitted()] }], by);
      expect(await record.store.verify()).toEqual({ ok: true, streams: 3, events: 8, checkpoints: 1 });
    }));

  test('an event whose content was altered is named', () =>
    withRecord(async (record) => {
      await twoStreams(record);
      await behind(record, `update event set data = jsonb_set(data, '{position}', '"reject"') where position = 5`);
      expect(await record.store.verify()).toEqual(found('modification/B', 2, /altered/));
    }));

  test('an event that was altered together with its hash is named by the one that follows it', () =>
    withRecord(async (record) => {
      await twoStreams(record);
      const forged = sha256('forged');
      await behind(record, `update event set hash = '${forged}', previous_hash = previous_hash where position = 4`);
      expect(await record.store.verify()).toEqual(found('modification/B', 1, /altered/));
    }));

  test('an event that was removed from the middle is named', () =>
    withRecord(async (record) => {
      await twoStreams(record);
      await behind(record, 'delete from event where position = 2');
      expect(await record.store.verify()).toEqual(found('modification/A', 2, /removed/));
    }));

  test('events that were exchanged are named', () =>
    withRecord(async (record) => {
      await twoStreams(record);
      await behind(
        record,
        'update event set version = 9 where position = 2; update event set version = 2 where position = 3; update event set version = 3 where position = 2',
      );
      expect(await record.store.verify()).toEqual(found('modification/A', 3, /reordered/));
    }));

  test('an event that was added is named', () =>
    withRecord(async (record) => {
      await twoStreams(record);
      await behind(
        record,
        `insert into event select 7, stream, 4, type, schema, data, actor, cause, recorded_at, hash, '${sha256('x')}' from event where position = 6`,
      );
      expect(await record.store.verify()).toEqual(found('modification/B', 4, /added/));
    }));

  test('the last event of a stream that was removed with every trace outside the checkpoint is named', () =>
    withRecord(async (record) => {
      await twoStreams(record);
      await record.store.checkpoint();
      await behind(
        record,
        `delete from event where position = 6; update event set position = 6 where position = 7;
         update log_head set position = 6;
         update stream_head set version = 2, hash = (select hash from event where position = 5) where stream = 'modification/B'`,
      );
      expect(await record.store.verify()).toEqual(found('modification/B', 3, /removed/));
    }));

  test('confidential content that was changed is named, and content that was erased is not a fault', () =>
    withRecord(async (record) => {
      const given = response('brightwater-energy', 'We support the change.');
      const append = {
        stream: 'modification/A',
        expectedVersion: 0,
        events: [given.event],
        confidential: [given.content],
      };
      await record.store.append([append], by);
      expect(await record.store.confidential(given.content.id)).toEqual(given.content);
      await record.db.updateTable('confidential_content').set({ body: 'We oppose it.' }).execute();
      expect(await record.store.verify()).toEqual(found('modification/A', 1, /confidential/));
      await record.db.deleteFrom('confidential_content').execute();
      expect(await record.store.verify()).toMatchObject({ ok: true, events: 1 });
    }));
});
