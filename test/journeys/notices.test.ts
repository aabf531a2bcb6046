import { describe, expect, test } from 'vitest';
import { operations } from '../../src/app/operations.ts';
import { playAct } from '../../src/app/record/play-act.ts';
import type { Addressed, Attempt } from '../../src/core/document/notice/message.ts';
import { instant } from '../../src/core/kernel/instant.ts';
import { withCaseRecord } from '../support/case-record.ts';
import { type TestRecord, withRecord } from '../support/database.ts';
import { adoption, by, publication } from '../support/events.ts';
import { seed } from '../support/play.ts';

const SENT: Attempt = { kind: 'sent' };
const toAda = (): readonly Addressed[] => [{ channel: 'email', recipient: 'ada', digests: null }];

/** A record in which a code was adopted, and a version of it published later, of which one notice tells. */
async function publish({ store, clock }: TestRecord) {
  await store.append([{ stream: 'code/sec', expectedVersion: 0, events: [adoption] }], by);
  await clock.advanceTo(instant('2018-11-08T09:00:00Z'));
  await store.append([{ stream: 'code/sec', expectedVersion: 1, events: [publication] }], by);
}

describe('what people are told', () => {
  test('of SECMP0065, from its raising to its implementation', () =>
    withCaseRecord(async ({ ports, store, clock }) => {
      for (const act of seed.acts) {
        expect(await playAct(ports, operations, seed, act)).toMatchObject({ ok: true });
      }
      const told = (await store.notices.told(clock.now(), { limit: 100 })).toReversed();
      const subjects = told
        .filter((one) => one.isPublic)
        .map(({ at, topic, subject }) => `${at.slice(0, 16)} ${topic}: ${subject}`);
      expect(subjects).toEqual([
        '2018-10-05T09:00 raised: SECMP0065: SMETS1 Security Obligations was raised',
        '2018-10-09T10:00 papers: SECMP0065: Initial Modification Report submitted',
        '2018-10-12T09:30 decision: SECMP0065: Initial Modification Report presented to Panel: Progressed',
        '2018-10-12T09:40 decision: SECMP0065: Urgent Modification Proposal: Agreed',
        '2018-10-12T09:45 decision: SECMP0065: Straight to Modification Report Consultation: Agreed',
        '2018-10-12T09:50 decision: SECMP0065: Progression timetable: Agreed',
        '2018-10-12T10:00 decision: SECMP0065: Path 3: Self-Governance: Path 3 agreed',
        "2018-10-12T14:30 decision: SECMP0065: Authority's agreement to the urgent timetable: Agreed",
        '2018-10-15T08:00 consultation: SECMP0065: Modification Report Consultation is open until 17:00 on 19 October 2018',
        '2018-10-17T08:00 consultation: SECMP0065: Modification Report Consultation closes at 17:00 on 19 October 2018',
        '2018-10-22T09:00 consultation: SECMP0065: Modification Report Consultation has closed',
        '2018-10-22T09:00 papers: SECMP0065: Modification Report with the responses',
        '2018-10-24T09:00 ballot: SECMP0065: Change Board vote is open until 17:00 on 24 October 2018',
        '2018-10-24T10:30 ballot: SECMP0065: Change Board vote has closed: Approve',
        '2018-11-08T09:00 appeal: SECMP0065: nobody referred the decision in time',
        '2018-11-08T09:00 implementation: SECMP0065: implemented as version 5.24',
        '2018-11-08T09:00 version: SEC: version 5.24 is published, in force from 8 November 2018',
      ]);
      const receipts = told.filter((one) => !one.isPublic).map(({ what, concerns }) => [what, ...concerns]);
      const responders = ['harrowbeck', 'cinderpath', 'kestrel-tarn', 'quillfield', 'foxlight'];
      expect(receipts).toEqual(responders.map((party) => ['response-received', { kind: 'party', party }]));
    }));
});

describe('the outbox', () => {
  test('many who address and send at the same moment send each notice once', () =>
    withRecord(async (record) => {
      await publish(record);
      const { notices } = record.store;
      const now = record.clock.now();
      const people = Array.from(
        { length: 30 },
        (_, at): Addressed => ({ channel: 'email', recipient: `p${at}`, digests: null }),
      );
      const addressed = await Promise.all([1, 2, 3, 4].map(() => notices.dispatch(now, () => people)));
      expect(addressed.reduce((all, one) => all + one)).toBe(1);
      const sent: string[] = [];
      const sender = async () => {
        while (
          await notices.deliver(now, async ({ recipient }) => {
            sent.push(recipient);
            return SENT;
          })
        );
      };
      await Promise.all([sender(), sender(), sender(), sender()]);
      expect(sent.toSorted()).toEqual(people.map(({ recipient }) => recipient).toSorted());
      expect(await notices.messages({ state: 'sent', limit: 100 })).toHaveLength(30);
    }));

  test('a sender that dies while it sends loses nothing: the message is sent again under the same id', () =>
    withRecord(async (record) => {
      await publish(record);
      const { notices } = record.store;
      const now = record.clock.now();
      await notices.dispatch(now, toAda);
      const seen: string[] = [];
      const dying = notices.deliver(now, async ({ id }) => {
        seen.push(id);
        throw new Error('killed');
      });
      await expect(dying).rejects.toThrow('killed');
      expect(
        await notices.deliver(now, async ({ id }) => {
          seen.push(id);
          return SENT;
        }),
      ).toBe(true);
      expect(seen[0]).toBe(seen[1]);
      expect(await notices.deliver(now, async () => SENT)).toBe(false);
    }));

  test('a message that failed is tried again only when its time has come', () =>
    withRecord(async (record) => {
      await publish(record);
      const { notices } = record.store;
      const now = record.clock.now();
      await notices.dispatch(now, toAda);
      const next = instant('2018-11-08T09:05:00Z');
      await notices.deliver(now, async () => ({ kind: 'failed', error: 'the mailbox is full', next }));
      const [message] = await notices.messages({ limit: 1 });
      expect(message).toMatchObject({ state: 'pending', attempts: 1, error: 'the mailbox is full', next });
      expect(await notices.deliver(now, async () => SENT)).toBe(false);
      expect(await notices.deliver(next, async () => SENT)).toBe(true);
      expect(await notices.messages({ limit: 1 })).toMatchObject([{ state: 'sent', attempts: 2, error: null }]);
    }));

  test('what comes while a digest is under way waits for the next', () =>
    withRecord(async (record) => {
      await publish(record);
      const { notices } = record.store;
      const [first, second] = [instant('2018-11-09T08:00:00Z'), instant('2018-11-12T08:00:00Z')];
      const digest = (): Addressed[] => [{ channel: 'email', recipient: 'ada', digests: [first, second] }];
      await notices.dispatch(record.clock.now(), digest);
      await notices.deliver(first, async () => SENT);
      const { label } = publication as { label: string };
      const moved = { type: 'version-moved', label, inForceFrom: 18_000, reasons: 'a later release' } as never;
      await record.store.append([{ stream: 'code/sec', expectedVersion: 2, events: [moved] }], by);
      await notices.dispatch(record.clock.now(), digest);
      const messages = await notices.messages({ limit: 9 });
      expect(messages.map((one) => [one.state, one.next, one.notices.length]).toSorted()).toEqual([
        ['pending', second, 1],
        ['sent', null, 1],
      ]);
    }));

  test('a record that is restored has the same notices, and nobody is sent them again', () =>
    withRecord(async (first) => {
      await publish(first);
      const lines = await Array.fromAsync(first.store.exportLines());
      await withRecord(async (second) => {
        await second.store.importLines(
          (async function* () {
            yield* lines;
          })(),
        );
        const now = second.clock.now();
        const [mine, theirs] = await Promise.all(
          [first, second].map(({ store }) => store.notices.told(now, { limit: 9 })),
        );
        expect(mine).toHaveLength(1);
        expect(theirs).toEqual(mine);
        expect(await second.store.notices.dispatch(now, toAda)).toBe(0);
        expect(await second.store.notices.messages({ limit: 9 })).toEqual([]);
      });
    }));
});
