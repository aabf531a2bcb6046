import { describe, expect, test, vi } from 'vitest';
import { day } from '../../src/core/kernel/day.ts';
import { instant } from '../../src/core/kernel/instant.ts';
import { CLOCK } from '../../src/core/party/actor.ts';
import { openDatabase } from '../../src/store/database.ts';
import { openRecord } from '../../src/store/open-record.ts';
import { rulebooksOf } from '../../src/store/system.ts';
import { shippedCase } from '../support/case.ts';
import { withRecord } from '../support/database.ts';
import { adoption, by, publication, submitted, vote } from '../support/events.ts';

describe('the record', () => {
  test('an event is read as it was appended, with its days', () =>
    withRecord(async ({ store }) => {
      const result = await store.append(
        [{ stream: 'modification/A', expectedVersion: 0, events: [vote('seat-1')] }],
        by,
      );
      expect(result).toMatchObject({ ok: true, events: [{ version: 1, position: 1 }] });
      const [recorded] = await store.read('modification/A', null);
      expect(recorded).toMatchObject({ event: vote('seat-1'), actor: CLOCK, cause: 'test', stream: 'modification/A' });
    }));

  test('an append at a version that has passed is refused and nothing of it is written', () =>
    withRecord(async ({ store }) => {
      await store.append([{ stream: 'modification/A', expectedVersion: 0, events: [vote('seat-1')] }], by);
      const late = [
        { stream: 'modification/B', expectedVersion: 0, events: [vote('seat-2')] },
        { stream: 'modification/A', expectedVersion: 0, events: [vote('seat-2')] },
      ];
      expect(await store.append(late, by)).toEqual({
        ok: false,
        conflict: { stream: 'modification/A', actualVersion: 1 },
      });
      expect(await store.readAll('modification/', null)).toHaveLength(1);
    }));

  test('positions have no gap after a refused append and follow the recorded instants', () =>
    withRecord(async ({ store, clock }) => {
      await store.append([{ stream: 'modification/A', expectedVersion: 0, events: [submitted(), submitted()] }], by);
      await store.append([{ stream: 'modification/A', expectedVersion: 0, events: [submitted()] }], by);
      await clock.advanceTo(instant('2018-10-06T08:00:00Z'));
      await store.append([{ stream: 'modification/B', expectedVersion: 0, events: [submitted()] }], by);
      const all = await store.readAll('', null);
      expect(all.map((one) => one.position)).toEqual([1, 2, 3, 4]);
      expect(all.map((one) => one.recordedAt)).toEqual(all.map((one) => one.recordedAt).toSorted());
    }));

  test('what was recorded later does not change what was known before', () =>
    withRecord(async ({ store, clock }) => {
      await store.append([{ stream: 'code/sec', expectedVersion: 0, events: [adoption] }], by);
      const before = clock.now();
      await clock.advanceTo(instant('2018-10-24T08:00:00Z'));
      await store.append([{ stream: 'code/sec', expectedVersion: 1, events: [publication] }], by);
      const on = day('2018-11-08');
      const [now] = await store.provisionsOn('sec', ['G3.26'], { on, knownAt: null });
      expect(now).toMatchObject({
        label: '5.24',
        provision: { text: 'new words' },
        inForceFrom: on,
        inForceUntil: null,
      });
      const [then] = await store.provisionsOn('sec', ['G3.26'], { on, knownAt: before });
      expect(then).toMatchObject({ label: '5.20', provision: { text: 'old words' }, inForceUntil: null });
      const [dayBefore] = await store.provisionsOn('sec', ['G3.26'], { on: day('2018-11-07'), knownAt: null });
      expect(dayBefore).toMatchObject({ label: '5.20', inForceUntil: on });
      expect(await store.provisionsOn('sec', ['G3.26'], { on: day('2018-07-17'), knownAt: null })).toEqual([]);
      expect(await store.read('code/sec', before)).toHaveLength(1);
    }));

  test('a rulebook that many ask for at once is read once, and one that could not be read is tried again', () =>
    withRecord(async ({ store }) => {
      const { rulebook } = await shippedCase();
      await store.keepRulebook('kept', 'sec', '{}');
      let opened = 0;
      const open = async () => {
        opened += 1;
        if (opened === 1) throw new Error('The disk is away.');
        return rulebook;
      };
      const read = async () => ({ rulebook, files: '{}' });
      const rulebooks = rulebooksOf(store, read, open, async () => []);
      await expect(rulebooks.byDigest('kept')).rejects.toThrow('The disk is away.');
      const asked = await Promise.all(Array.from({ length: 9 }, () => rulebooks.byDigest('kept')));
      expect([new Set(asked), opened]).toEqual([new Set([rulebook]), 2]);
      await expect(rulebooks.byDigest('none')).rejects.toThrow('holds no rulebook');
    }));

  test('the log refuses to be changed', () =>
    withRecord(async ({ store, db }) => {
      await store.append([{ stream: 'modification/A', expectedVersion: 0, events: [vote('seat-1')] }], by);
      await expect(db.updateTable('event').set({ cause: 'other' }).execute()).rejects.toThrow('append-only');
      await expect(db.deleteFrom('event').execute()).rejects.toThrow('append-only');
    }));

  test('a case clock goes forward only', () =>
    withRecord(async ({ clock }) => {
      await clock.advanceTo(instant('2018-10-12T09:00:00Z'));
      expect(clock.now()).toBe('2018-10-12T09:00:00.000Z');
      await expect(clock.advanceTo(instant('2018-10-11T09:00:00Z'))).rejects.toThrow('does not go back');
    }));

  test('a case clock stands after a restart where it was left, and hears of another process that moves it', () =>
    withRecord(async ({ store, clock, url }) => {
      const loaded = { type: 'demonstration-loaded', case: 'secmp0065', startsAt: clock.now() } as const;
      await store.append([{ stream: 'record', expectedVersion: 0, events: [loaded] }], by);
      await clock.advanceTo(instant('2018-10-12T09:00:00Z'));
      const database = await openDatabase({ url }, 'server');
      const standingOf = async () => ({ stage: '', status: 'open' });
      const again = await openRecord(database, { startsAt: null, standingOf });
      expect(again.clock.kind).toBe('case');
      expect(again.clock.now()).toBe('2018-10-12T09:00:00.000Z');
      await clock.advanceTo(instant('2018-10-15T09:00:00Z'));
      await vi.waitFor(() => expect(again.clock.now()).toBe('2018-10-15T09:00:00.000Z'));
      await again.store.close();
    }));
});
