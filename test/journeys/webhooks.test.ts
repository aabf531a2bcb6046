import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addWebhook } from '../../src/app/notice/add-webhook.ts';
import { removeWebhook } from '../../src/app/notice/remove-webhook.ts';
import { resendMessage } from '../../src/app/notice/resend-message.ts';
import { sendNotices } from '../../src/app/notice/send-notices.ts';
import { runOperation } from '../../src/app/run-operation.ts';
import type { Parcel } from '../../src/core/document/notice/webhook.ts';
import { webhookPoster } from '../../src/format/webhook/post.ts';
import { shippedCase } from '../support/case.ts';
import { type TestRecord, withRecord } from '../support/database.ts';
import { by, publication } from '../support/events.ts';
import { serve, temporaryFolder } from '../support/server.ts';
import { doorsOf, onRealClock, publish } from '../support/telling.ts';
import { Visitor } from '../support/visitor.ts';
import { example, reach, startReceiver } from '../support/webhook-receiver.ts';

const { rulebook } = await shippedCase();
const ADMINISTRATOR = { id: 'ada', name: 'Ada', role: 'code-administrator' } as const;
const PUBLISHED = '2018-11-08T09:00:00Z';

/** A record whose Code Administrator has added webhooks, in which a version is published after that. */
async function told(record: TestRecord, urls: readonly string[]) {
  const ports = onRealClock(record, rulebook);
  const caller = { ports, actor: ADMINISTRATOR };
  const made: { readonly webhook: string; readonly secret: string }[] = [];
  for (const url of urls) {
    const added = await runOperation(addWebhook, caller, { url, topics: ['version'] });
    if (!added.ok) throw new Error(added.rejection.sentence);
    made.push(added.value as { webhook: string; secret: string });
  }
  await publish(record);
  ports.at(PUBLISHED);
  const hours = (many: number) => ports.at(new Date(Date.parse(PUBLISHED) + many * 3_600_000).toISOString());
  const deliveries = (recipient: string) =>
    record.store.notices.messages({ channel: 'webhook', recipients: [recipient], limit: 9 });
  return { ports, caller, made, hours, deliveries };
}

describe('a webhook', () => {
  test('reaches the receiver of the example once, however many send; a copy of it is refused', () =>
    withRecord(async (record) => {
      const heard: string[] = [];
      let answer: Parameters<typeof startReceiver>[0] = (_, response) => response.end();
      const receiver = await startReceiver((request, response) => answer(request, response));
      const { ports, made, deliveries } = await told(record, [receiver.url]);
      const [{ webhook, secret } = { webhook: '', secret: '' }] = made;
      answer = example.receiver({
        secret,
        seen: example.openSeen(join(await temporaryFolder(), 'seen.txt')),
        handle: ({ type, data }) => heard.push(`${type}: ${data.subject}`),
        now: () => Date.parse(ports.clock.now()) / 1000,
      });
      const parcels: Parcel[] = [];
      const deliver = webhookPoster(reach);
      const post = (parcel: Parcel) => {
        parcels.push(parcel);
        return deliver(parcel);
      };
      await Promise.all([1, 2, 3].map(() => sendNotices(ports, doorsOf([], { post }))));
      expect(heard).toEqual([
        'version.version-published: SEC: version 5.24 is published, in force from 8 November 2018',
      ]);
      expect(await deliveries(webhook)).toMatchObject([{ state: 'sent', attempts: 1, error: null }]);
      expect(parcels).toHaveLength(1);
      expect(await deliver(parcels[0] as Parcel)).toEqual({ ok: false, error: 'It answered 409.', isFinal: false });
      expect(heard).toHaveLength(1);
      await receiver.close();
    }));

  test('that is never taken is given up after two days, told, and sent again under the same id', () =>
    withRecord(async (record) => {
      const { ports, caller, made, hours, deliveries } = await told(record, ['https://receiver.example/']);
      const id = made[0]?.webhook ?? '';
      const tried: Parcel[] = [];
      const refusing = async (parcel: Parcel) => {
        tried.push(parcel);
        return { ok: false, error: 'It answered 503.', isFinal: false } as const;
      };
      for (let hour = 0; hour < 60; hour += 1) {
        hours(hour);
        await sendNotices(ports, doorsOf([], { post: refusing }));
      }
      const [given] = await deliveries(id);
      expect(given).toMatchObject({ state: 'failed', attempts: 9, error: 'It answered 503.' });
      expect(tried).toHaveLength(9);
      expect(new Set(tried.map((one) => one.id)).size).toBe(1);
      expect(new Set(tried.map((one) => one.at)).size).toBe(9);
      expect(await record.store.notices.webhooks.all()).toMatchObject([{ messages: { failed: 1, sent: 0 } }]);

      expect(await runOperation(resendMessage, caller, { message: given?.id })).toMatchObject({ ok: true });
      await sendNotices(ports, doorsOf([], { post: async () => ({ ok: true }) }));
      expect(await deliveries(id)).toMatchObject([{ id: given?.id, state: 'sent', attempts: 1 }]);
    }));

  test('that does not answer keeps no other waiting, and is asked once for all that is due', () =>
    withRecord(async (record) => {
      const urls = ['https://dead.example/', 'https://well.example/'];
      const { ports, made, hours, deliveries } = await told(record, urls);
      const { label } = publication as { label: string };
      const moved = { type: 'version-moved', label, inForceFrom: 18_000, reasons: 'a later release' } as never;
      await record.store.append([{ stream: 'code/sec', expectedVersion: 2, events: [moved] }], by);
      hours(1);
      const asked: string[] = [];
      const post = async ({ url }: Parcel) => {
        asked.push(url);
        return url === urls[0] ? ({ ok: false, error: 'no answer', isFinal: false } as const) : ({ ok: true } as const);
      };
      await sendNotices(ports, doorsOf([], { post }));
      expect(asked.toSorted()).toEqual([urls[0], urls[1], urls[1]]);
      const [dead, well] = await Promise.all(made.map(({ webhook }) => deliveries(webhook)));
      expect(well?.map(({ state }) => state)).toEqual(['sent', 'sent']);
      expect(dead?.map(({ state, attempts }) => [state, attempts]).toSorted()).toEqual([
        ['pending', 0],
        ['pending', 1],
      ]);
    }));

  test('that is removed is sent nothing more, not even what waits', () =>
    withRecord(async (record) => {
      const { ports, caller, made, hours, deliveries } = await told(record, ['https://receiver.example/']);
      const id = made[0]?.webhook ?? '';
      const failing = async () => ({ ok: false, error: 'It answered 503.', isFinal: false }) as const;
      await sendNotices(ports, doorsOf([], { post: failing }));
      expect(await runOperation(removeWebhook, caller, { webhook: id })).toMatchObject({ ok: true });
      hours(1);
      const post = async () => {
        throw new Error('something was posted');
      };
      await sendNotices(ports, doorsOf([], { post }));
      expect(await deliveries(id)).toMatchObject([{ state: 'suppressed', error: 'The webhook was removed.' }]);
    }));

  test('is told of nothing from before it was added', () =>
    withRecord(async (record) => {
      await publish(record);
      const ports = onRealClock(record, rulebook);
      ports.at('2018-11-08T09:00:01Z');
      await runOperation(addWebhook, { ports, actor: ADMINISTRATOR }, { url: 'https://receiver.example/' });
      await sendNotices(ports, doorsOf([]));
      expect(await record.store.notices.messages({ channel: 'webhook', limit: 9 })).toEqual([]);
    }));

  test('has a secret of its own that no reading gives, and an address that no other has', () =>
    withRecord(async ({ ports }) => {
      const caller = { ports, actor: ADMINISTRATOR };
      const add = (url: string) => runOperation(addWebhook, caller, { url });
      const made = [await add('https://receiver.example/a'), await add('https://receiver.example/b')];
      const secrets = made.map((one) => (one.ok ? (one.value as { secret: string }).secret : ''));
      expect(secrets.map((secret) => Buffer.from(secret.replace('whsec_', ''), 'base64').length)).toEqual([33, 33]);
      expect(new Set(secrets).size).toBe(2);
      const listed = JSON.stringify(await ports.store.notices.webhooks.all());
      expect(secrets.filter((secret) => listed.includes(secret))).toEqual([]);
      expect(await add('https://receiver.example:443/a')).toMatchObject({
        rejection: {
          code: 'input-invalid',
          place: { field: 'url' },
          sentence: expect.stringContaining('told already'),
        },
      });
    }));
});

describe('the Code Administrator', async () => {
  const server = serve({ demo: true });

  test('adds a webhook, is shown its secret once, sees what would have been sent, and removes it', async () => {
    const { address } = await server;
    const administrator = await Visitor.as(address, 'code-administrator@demo.invalid');
    const page = '/notices/webhooks';
    const refused = await administrator.form(
      page,
      { _form: 'add-webhook', _back: page, url: 'https://10.0.0.1/' },
      page,
    );
    expect(refused.status).toBe(400);
    expect(refused.words).toContain('leads to 10.0.0.1; expected a public address');
    const asked = { _form: 'add-webhook', _back: page, url: 'https://receiver.example/proviso', topics: 'papers' };
    const added = await administrator.form(page, asked, page);
    const [secret = ''] = /whsec_[\w+/]{44}/.exec(added.body) ?? [];
    expect([added.status, secret.length, added.headers.get('cache-control')]).toEqual([200, 50, 'no-store']);
    const list = await administrator.get(page);
    expect(list.words).toContain('https://receiver.example/proviso');
    expect(list.body).not.toContain(secret);
    const path = /\/notices\/webhooks\/[\w-]{22}/.exec(list.body)?.[0] ?? '';

    await administrator.write('record/advance-clock', { to: '2018-10-09T09:00:00Z' });
    await administrator.write('modification/submit-paper', { modification: 'SECMP0065', step: 'report' });
    const deliveries = await administrator.get(path);
    expect(deliveries.words).toContain('SECMP0065: Initial Modification Report submitted');
    expect(deliveries.words).toContain('This record is a demonstration: nothing is sent.');
    expect(deliveries.body).not.toContain(secret);
    const message = /\/notices\/outbox\/[\w-]{36}/.exec(deliveries.body)?.[0] ?? '';
    expect((await administrator.get(message)).body).toContain('papers.');

    const removal = { webhook: path.slice(page.length + 1), _form: 'remove-webhook', _back: page };
    await administrator.form('/act/notice/remove-webhook', removal, path);
    expect((await administrator.get(page)).words).toContain('No program is told yet.');
    expect((await administrator.get(path)).status).toBe(404);
  });

  test('is the only one who can', async () => {
    const { address } = await server;
    const party = await Visitor.as(address, 'dovecote@demo.invalid');
    expect((await party.get('/notices/webhooks')).status).toBe(403);
    expect((await new Visitor(address).get('/notices/webhooks')).status).toBe(401);
    const url = 'https://receiver.example/theirs';
    expect(await party.refusal('notice/add-webhook', { url })).toMatchObject({ code: 'wrong-actor' });
    expect(await party.refusal('notice/remove-webhook', { webhook: 'any' })).toMatchObject({ code: 'wrong-actor' });
  });
});
