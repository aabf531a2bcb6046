import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { instant } from '../src/core/kernel/instant.ts';
import { signedHeaders } from '../src/format/webhook/sign.ts';
import { example } from './support/webhook-receiver.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const SENT_AT = instant('2018-11-08T09:00:00Z');

/** What one posts to the receiver of the example, a text at a time. */
interface Story {
  readonly handled: string[];
  /** Where ids are kept. */
  readonly file: string;
  post(headers: Readonly<Record<string, string>>, body: string): Promise<[status: number, words: string]>;
  /** Moves the receiver's clock on. */
  later(seconds: number): void;
}

async function withReceiver(story: (given: Story) => Promise<void>, file?: string, fails = () => false) {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-receiver-'));
  const kept = file ?? join(folder, 'seen.txt');
  const handled: string[] = [];
  let now = Date.parse(SENT_AT) / 1000;
  const handle = ({ type }: { type: string }) => {
    if (fails()) throw new Error('the disk is full');
    handled.push(type);
  };
  const server = createServer(
    example.receiver({ secret: SECRET, seen: example.openSeen(kept), handle, now: () => now }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    await story({
      handled,
      file: kept,
      post: async (headers, body) => {
        const answer = await fetch(url, { method: 'POST', headers, body });
        return [answer.status, (await answer.text()).trim()];
      },
      later: (seconds) => {
        now += seconds;
      },
    });
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  }
}

const BODY = JSON.stringify({ type: 'ballot.ballot-opened', data: { subject: 'é' } });
const signed = (at = SENT_AT, body = BODY, secret = SECRET) => signedHeaders({ id: 'one', secret, body, at });

describe('the receiver of the example', () => {
  test('takes what the sender signed', () =>
    withReceiver(async ({ post, handled }) => {
      expect(await post(signed(), BODY)).toEqual([200, 'taken']);
      expect(handled).toEqual(['ballot.ballot-opened']);
    }));

  test('refuses a message that is replayed, even after a restart', () =>
    withReceiver(async ({ post, handled, file }) => {
      await post(signed(), BODY);
      const refused = [409, 'this very message was taken before'];
      expect(await post(signed(), BODY)).toEqual(refused);
      expect(handled).toHaveLength(1);
      await withReceiver(async (restarted) => {
        expect(await restarted.post(signed(), BODY)).toEqual(refused);
        expect(restarted.handled).toEqual([]);
      }, file);
    }));

  test('refuses a replay that claims another time or another id, since both are signed', () =>
    withReceiver(async ({ post, handled }) => {
      await post(signed(), BODY);
      const forged = [401, "the signature is not the sender's"];
      expect(await post({ ...signed(), 'webhook-timestamp': '1541667601' }, BODY)).toEqual(forged);
      expect(await post({ ...signed(), 'webhook-id': 'two' }, BODY)).toEqual(forged);
      expect(handled).toHaveLength(1);
    }));

  test('refuses what is forged: another body, another secret, no signature, another scheme', () =>
    withReceiver(async ({ post, handled }) => {
      const forged = [401, "the signature is not the sender's"];
      expect(await post(signed(), BODY.replace('opened', 'closed'))).toEqual(forged);
      const other = signed(SENT_AT, BODY, 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
      expect(await post(other, BODY)).toEqual(forged);
      const { 'webhook-signature': signature = '', ...bare } = signed();
      expect(await post(bare, BODY)).toEqual([401, 'the headers of a webhook are missing']);
      expect(await post({ ...bare, 'webhook-signature': signature.replace('v1,', 'v0,') }, BODY)).toEqual(forged);
      expect(await post({ ...bare, 'webhook-signature': 'v1,' }, BODY)).toEqual(forged);
      expect(handled).toEqual([]);
    }));

  test('takes a message that one of several signatures fits, as when a secret is replaced', () =>
    withReceiver(async ({ post }) => {
      const both = { ...signed(), 'webhook-signature': `v1,AAAA ${signed()['webhook-signature']}` };
      expect(await post(both, BODY)).toEqual([200, 'taken']);
    }));

  test('refuses what was signed more than five minutes ago, and what is signed for later', () =>
    withReceiver(async ({ post, later, handled }) => {
      later(301);
      const stale = [401, 'it was sent too long ago, or too far ahead'];
      expect(await post(signed(), BODY)).toEqual(stale);
      later(-602);
      expect(await post(signed(), BODY)).toEqual(stale);
      expect(handled).toEqual([]);
    }));

  test('handles an event once when its answer was lost and the sender sends it again', () =>
    withReceiver(async ({ post, later, handled }) => {
      await post(signed(), BODY);
      later(60);
      expect(await post(signed(instant('2018-11-08T09:01:00Z')), BODY)).toEqual([200, 'taken before']);
      expect(handled).toHaveLength(1);
    }));

  test('asks for an event again that it could not handle', () => {
    let isFull = true;
    return withReceiver(
      async ({ post, handled }) => {
        expect(await post(signed(), BODY)).toEqual([500, 'not handled; send it again']);
        isFull = false;
        expect(await post(signed(), BODY)).toEqual([200, 'taken']);
        expect(handled).toHaveLength(1);
      },
      undefined,
      () => isFull,
    );
  });
});
