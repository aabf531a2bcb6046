import { describe, expect, test } from 'vitest';
import { checkReceipt } from '../../src/app/consultation/check-receipt.ts';
import { sendNotices } from '../../src/app/notice/send-notices.ts';
import { operations } from '../../src/app/operations.ts';
import { playAct } from '../../src/app/record/play-act.ts';
import { runOperation } from '../../src/app/run-operation.ts';
import type { Letter } from '../../src/core/document/notice/letter.ts';
import type { Addressed, Attempt } from '../../src/core/document/notice/message.ts';
import { linkIn } from '../../src/core/document/notice/notice.ts';
import { choose } from '../../src/core/document/notice/preference.ts';
import { instant } from '../../src/core/kernel/instant.ts';
import { faultsOfAtom } from '../support/atom.ts';
import { shippedCase } from '../support/case.ts';
import { withCaseRecord } from '../support/case-record.ts';
import { withRecord } from '../support/database.ts';
import { by, publication } from '../support/events.ts';
import { startMailServer } from '../support/mail-server.ts';
import { seed } from '../support/play.ts';
import { serve, serveDatabase } from '../support/server.ts';
import { doorsOf, onRealClock, publish } from '../support/telling.ts';
import { Visitor } from '../support/visitor.ts';

const { rulebook } = await shippedCase();
const SENT: Attempt = { kind: 'sent' };
const toAda = (): readonly Addressed[] => [{ channel: 'email', recipient: 'ada', digests: null }];

describe('what people are told', () => {
  test('of SECMP0065, from its raising to its implementation', () =>
    withCaseRecord(async ({ ports, store, clock }) => {
      for (const act of seed.acts) {
        expect(await playAct(ports, operations, seed, act)).toMatchObject({ ok: true });
      }
      const told = (await store.notices.told(clock.now(), { modification: 'SECMP0065', limit: 100 })).toReversed();
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
        '2018-10-16T13:00 consultation: SECMP0065: the questions of the Modification Report Consultation were revised',
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
      const happened = await store.read('modification/SECMP0065', null);
      const responders = happened.flatMap(({ event }) => (event.type === 'response-received' ? [event.party] : []));
      expect(receipts).toEqual(responders.map((party) => ['response-received', { kind: 'party', party }]));
      const reader = { ports, actor: { id: 'reader', name: 'Reader', role: 'public' as const } };
      for (const { isPublic, body, concerns } of told) {
        if (isPublic) continue;
        const address = linkIn(body) ?? '';
        expect(address).toMatch(/^\/receipts\?code=/);
        const code = new URLSearchParams(address.slice(address.indexOf('?'))).get('code') ?? '';
        expect(JSON.stringify(body)).toContain(`"${code}"`);
        const [concern] = concerns;
        expect(await runOperation(checkReceipt, reader, { code })).toMatchObject({
          ok: true,
          value: { modification: 'SECMP0065', party: concern?.kind === 'party' ? concern.party : '' },
        });
      }
    }));
});

describe('a letter', () => {
  test('goes at once to whom a notice concerns and with the next digest to all others, and to nobody who is disabled', () =>
    withRecord(async (record) => {
      await publish(record);
      const letters: Letter[] = [];
      const ports = onRealClock(record, rulebook);
      await sendNotices(ports, doorsOf(letters));
      expect(letters.map(({ to, subject }) => [to.name, subject])).toEqual([
        ['Ada', 'SEC: version 5.24 is published, in force from 8 November 2018'],
      ]);
      expect(letters[0]?.leave).toBe('https://code.example/leave/ada/null/SECMP0065');
      ports.at('2018-11-09T08:00:00Z');
      await Promise.all([1, 2, 3].map(() => sendNotices(ports, doorsOf(letters))));
      expect(letters.slice(1).map(({ to, subject }) => [to.name, subject])).toEqual([['Bob', '1 notice: SECMP0065']]);
      expect(await record.store.notices.messages({ state: 'pending', limit: 9 })).toEqual([]);
    }));

  test('that waits in a digest is not sent to one who leaves before it goes out', () =>
    withRecord(async (record) => {
      await publish(record);
      const letters: Letter[] = [];
      const ports = onRealClock(record, rulebook);
      await sendNotices(ports, doorsOf(letters));
      await record.store.notices.prefer('bob', (chosen) =>
        choose(chosen, { topic: 'version', modification: null, mode: 'none' }),
      );
      ports.at('2018-11-09T08:00:00Z');
      await sendNotices(ports, doorsOf(letters));
      expect(letters.map(({ to }) => to.name)).toEqual(['Ada']);
      const [left] = await record.store.notices.messages({ recipients: ['bob'], limit: 9 });
      expect(left).toMatchObject({ state: 'suppressed', error: 'The person left before it was sent.' });
    }));

  test('that the mail server refuses is tried again and again, and given up in the end', () =>
    withRecord(async (record) => {
      await publish(record);
      const ports = onRealClock(record, rulebook);
      let tried = 0;
      const mail = async () => {
        tried += 1;
        return { ok: false, error: '451 try later', isFinal: false } as const;
      };
      for (let hours = 0; hours < 200; hours += 1) {
        ports.at(new Date(Date.parse('2018-11-08T09:00:00Z') + hours * 3_600_000).toISOString());
        await sendNotices(ports, doorsOf([], { mail }));
      }
      const messages = await record.store.notices.messages({ limit: 9 });
      expect(messages.map(({ state, attempts, error }) => [state, attempts, error])).toEqual([
        ['failed', 9, '451 try later'],
        ['failed', 9, '451 try later'],
      ]);
      expect(tried).toBe(18);
    }));

  test('leaves no demonstration, even where a mail server is configured', () =>
    withRecord(async (record) => {
      await publish(record);
      const letters: Letter[] = [];
      const current = async () => rulebook;
      await sendNotices({ ...record.ports, rulebooks: { ...record.ports.rulebooks, current } }, doorsOf(letters));
      expect(letters).toEqual([]);
      const messages = await record.store.notices.messages({ limit: 9 });
      expect(messages.map(({ recipient, state, next }) => [recipient, state, next]).toSorted()).toEqual([
        ['ada', 'suppressed', null],
        ['bob', 'pending', '2018-11-09T08:00:00.000Z'],
      ]);
    }));
});

describe('a person who is told', () => {
  test('leaves with one click from the letter, without signing in, and is told no more', () =>
    withRecord(
      async ({ url, db }) => {
        const mail = await startMailServer();
        const settings = { PROVISO_SMTP: `smtp://127.0.0.1:${mail.port}`, PROVISO_MAIL_FROM: 'SEC <sec@code.example>' };
        const server = await serveDatabase(url, settings);
        const admin = new Visitor(server.address);
        const ada = { name: 'Ada', email: 'ada@code.example', password: 'correct horse battery' };
        await admin.form('/set-up', { ...ada, _form: 'set-up', _back: '/set-up' }, '/set-up');
        const designate = (source: string) =>
          admin.write('text/designate-version', {
            instrument: 'sec',
            inForceFrom: '2030-01-01',
            source,
            amendments: [],
          });
        await designate('Energy Act 2008, section 89');
        const letter = await mail.next();
        expect(letter.to).toEqual(['ada@code.example']);
        expect(letter.text).toContain('Energy Act 2008, section 89');

        const leave = /<(.+)>/.exec(letter.headers.get('list-unsubscribe') ?? '')?.[1] ?? '';
        const stranger = new Visitor(server.address);
        const asked = await stranger.get(new URL(leave).pathname);
        expect(asked.words).toContain('You will be sent nothing more about “versions of a code, published or moved”');
        const forged = await stranger.unguardedForm(`${new URL(leave).pathname}x`, { 'List-Unsubscribe': 'One-Click' });
        expect(forged.status).toBe(404);
        const before = await db.selectFrom('notice_preference').selectAll().execute();
        expect(before).toEqual([]);
        const left = await stranger.unguardedForm(new URL(leave).pathname, { 'List-Unsubscribe': 'One-Click' });
        expect([left.status, left.words.includes('You have left')]).toEqual([200, true]);

        const choices = await admin.get('/account/notices');
        expect(choices.body).toMatch(/name="topic-version"[^§]*?<option value="none" selected>/);
        const bob = {
          name: 'Bob',
          email: 'bob@code.example',
          password: 'correct horse battery',
          role: 'code-administrator',
        };
        await admin.form('/accounts/create', bob, '/accounts');
        await designate('Energy Act 2008, section 90');
        const other = await mail.next();
        expect([other.to, other.text.includes('section 90')]).toEqual([['bob@code.example'], true]);
        expect(mail.taken).toHaveLength(2);
        const { messages } = await admin.read('notice/list-outbox', {});
        expect(messages).toHaveLength(2);
        expect(await server.stop()).toBe(0);
        await mail.close();
      },
      { startsAt: null },
    ));
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
          await notices.deliver(now, 'email', async ({ recipient }) => {
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
      const dying = notices.deliver(now, 'email', async ({ id }) => {
        seen.push(id);
        throw new Error('killed');
      });
      await expect(dying).rejects.toThrow('killed');
      expect(
        await notices.deliver(now, 'email', async ({ id }) => {
          seen.push(id);
          return SENT;
        }),
      ).toBe(true);
      expect(seen[0]).toBe(seen[1]);
      expect(await notices.deliver(now, 'email', async () => SENT)).toBe(false);
    }));

  test('a message that failed is tried again only when its time has come', () =>
    withRecord(async (record) => {
      await publish(record);
      const { notices } = record.store;
      const now = record.clock.now();
      await notices.dispatch(now, toAda);
      const next = instant('2018-11-08T09:05:00Z');
      await notices.deliver(now, 'email', async () => ({ kind: 'failed', error: 'the mailbox is full', next }));
      const [message] = await notices.messages({ limit: 1 });
      expect(message).toMatchObject({ state: 'pending', attempts: 1, error: 'the mailbox is full', next });
      expect(await notices.deliver(now, 'email', async () => SENT)).toBe(false);
      expect(await notices.deliver(next, 'email', async () => SENT)).toBe(true);
      expect(await notices.messages({ limit: 1 })).toMatchObject([{ state: 'sent', attempts: 2, error: null }]);
    }));

  test('what comes while a digest is under way waits for the next', () =>
    withRecord(async (record) => {
      await publish(record);
      const { notices } = record.store;
      const [first, second] = [instant('2018-11-09T08:00:00Z'), instant('2018-11-12T08:00:00Z')];
      const digest = (): Addressed[] => [{ channel: 'email', recipient: 'ada', digests: [first, second] }];
      await notices.dispatch(record.clock.now(), digest);
      await notices.deliver(first, 'email', async () => SENT);
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

describe('a feed', async () => {
  const server = serve({ demo: true });
  const reader = async () => new Visitor((await server).address);

  test('of the register is valid Atom with ids that stay, and is not sent again to who has it', async () => {
    const visitor = await reader();
    const first = await visitor.get('/feeds/register.atom');
    expect(first.type).toBe('application/atom+xml; charset=utf-8');
    expect(faultsOfAtom(first.bytes)).toEqual([]);
    expect(first.body).toContain('<title>SECMP0065: SMETS1 Security Obligations was raised</title>');
    const again = await visitor.send('/feeds/register.atom', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  test('of a modification and of a text each have an id of their own', async () => {
    const visitor = await reader();
    const paths = ['/feeds/register.atom', '/feeds/modifications/SECMP0065.atom', '/feeds/texts/sec.atom'];
    const feeds = await Promise.all(paths.map((path) => visitor.get(path)));
    expect(feeds.map(({ bytes }) => faultsOfAtom(bytes))).toEqual([[], [], []]);
    expect(new Set(feeds.map(({ body }) => /<id>(.+?)<\/id>/.exec(body)?.[1])).size).toBe(3);
    expect((await visitor.get('/feeds/modifications/SECMP9999.atom')).status).toBe(404);
  });

  test('holds nothing that is for one party alone, and nothing leaves a demonstration', async () => {
    const { address } = await server;
    const party = await Visitor.as(address, 'dovecote@demo.invalid');
    const administrator = await Visitor.as(address, 'code-administrator@demo.invalid');
    const panel = await Visitor.as(address, 'panel-chair@demo.invalid');
    const authority = await Visitor.as(address, 'authority@demo.invalid');
    const modification = 'SECMP0065';
    const to = (at: string) => party.write('record/advance-clock', { to: at });
    await to('2018-10-09T09:00:00Z');
    await administrator.write('modification/submit-paper', { modification, step: 'report' });
    await to('2018-10-12T10:00:00Z');
    for (const step of ['progress', 'urgency', 'route', 'timetable', 'path'])
      await panel.write('modification/make-determination', {
        modification,
        step,
        outcome: 'agreed',
        reasons: 'Agreed.',
      });
    const step = 'authority_timetable';
    await authority.write('modification/make-determination', {
      modification,
      step,
      outcome: 'agreed',
      reasons: 'Agreed.',
    });
    await to('2018-10-15T09:00:00Z');
    await administrator.write('modification/open-consultation', { modification });
    await party.write('modification/respond', { modification, stance: 'support', body: 'We support it.' });

    const feed = await party.get('/feeds/modifications/SECMP0065.atom');
    expect(feed.body).toContain('Modification Report Consultation is open until');
    expect(feed.body).not.toContain('your response');
    const stranger = await (await reader()).get('/notices/outbox');
    expect(stranger.words).toContain('nothing leaves it: no message was sent');
    expect(stranger.words).toContain('Consultations: opened, closing soon, closed');
    expect([stranger.body.includes('@demo.invalid'), stranger.body.includes('/notices/outbox/')]).toEqual([
      false,
      false,
    ]);
    const after = (await administrator.read('notice/list-outbox', { limit: '500' })).messages as {
      id: string;
      recipient: string;
      state: string;
      error: string | null;
      notices: { what: string }[];
    }[];
    expect(after.filter(({ state }) => state === 'sent')).toEqual([]);
    const theirs = (await party.read('notice/list-outbox', { limit: '500' })).messages as typeof after;
    const [me] = theirs.map(({ recipient }) => recipient);
    expect(new Set(theirs.map(({ recipient }) => recipient))).toEqual(new Set([me]));
    const others = after.find(({ recipient }) => recipient !== me);
    expect((await party.get(`/notices/outbox/${others?.id}`)).status).toBe(404);
    const own = await party.get('/notices/outbox');
    expect([own.words.includes('would have been sent to you'), own.words.includes('not sent not sent')]).toEqual([
      true,
      false,
    ]);

    const paged: string[] = [];
    for (let place: string | null = ''; place !== null; ) {
      const next: { messages: typeof after; next: string | null } = await administrator.read('notice/list-outbox', {
        ...{ limit: '7', ...(place !== '' && { after: place }) },
      });
      paged.push(...next.messages.map(({ id }) => id));
      place = next.next;
    }
    expect(paged).toEqual(after.map(({ id }) => id));
    const found = await administrator.get('/notices/outbox?person=dovecote@&topic=consultation');
    expect([found.words.includes('dovecote@demo.invalid'), found.words.includes('elderfen@demo.invalid')]).toEqual([
      true,
      false,
    ]);
    const opened = after.filter(({ notices }) => notices.some(({ what }) => what === 'consultation-opened'));
    expect(opened.filter(({ state }) => state === 'suppressed')).toHaveLength(12);
    expect(after.filter(({ notices }) => notices.some(({ what }) => what === 'response-received'))).toHaveLength(1);
  });
});
