import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { reach, startReceiver, type TestReceiver } from '../../../test/support/webhook-receiver.ts';
import { isPublicAddress } from '../../core/document/notice/public-address.ts';
import type { Parcel } from '../../core/document/notice/webhook.ts';
import { instant } from '../../core/kernel/instant.ts';
import { type Reach, webhookPoster } from './post.ts';
import { signedHeaders } from './sign.ts';

const parcel: Parcel = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  url: 'https://receiver.example/',
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  body: '{"test": 2432232314}',
  at: instant('2021-02-25T15:02:10Z'),
};

/** Posts to a server of this machine that answers so. */
async function posted(answer: RequestListener, changed: Partial<Reach> = {}, path = '') {
  const receiver = await startReceiver(answer);
  try {
    const outcome = await webhookPoster({ ...reach, ...changed })({ ...parcel, url: `${receiver.url}${path}` });
    return { outcome, receiver };
  } finally {
    await receiver.close();
  }
}

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(code, headers).end('words of the receiver');

describe('a signature', () => {
  test('is the one that Standard Webhooks gives as its example', () => {
    expect(signedHeaders(parcel)).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });
});

describe('a parcel', () => {
  test('is taken by an answer in the two hundreds, and comes with its id, time and signature', async () => {
    const { outcome, receiver } = await posted(status(204));
    expect(outcome).toEqual({ ok: true });
    expect(receiver.taken[0]?.headers).toMatchObject({
      ...signedHeaders(parcel),
      host: `receiver.example:${receiver.port}`,
      'content-type': 'application/json',
    });
  });

  test('that is answered otherwise is tried again, and of the answer only the status is told', async () => {
    expect((await posted(status(503))).outcome).toEqual({ ok: false, error: 'It answered 503.', isFinal: false });
    expect((await posted(status(404))).outcome).toEqual({ ok: false, error: 'It answered 404.', isFinal: false });
  });

  test('is given up at once where the receiver says that it wants no more', async () => {
    expect((await posted(status(410))).outcome).toEqual({ ok: false, error: 'It answered 410.', isFinal: true });
  });

  test('follows no redirect', async () => {
    const { outcome, receiver } = await posted((_, response) =>
      response.writeHead(307, { location: '/elsewhere' }).end(),
    );
    expect(outcome).toMatchObject({ ok: false, error: expect.stringContaining('leads elsewhere') });
    expect(receiver.taken.map(({ path }) => path)).toEqual(['/proviso']);
  });

  test('goes to nobody whose certificate is not theirs', async () => {
    const receiver = await startReceiver(status(204));
    const { ca: _, ...untrusting } = reach;
    const outcome = await webhookPoster(untrusting)({ ...parcel, url: receiver.url });
    expect(outcome).toMatchObject({ ok: false, error: expect.stringContaining('self-signed'), isFinal: false });
    expect(receiver.taken).toEqual([]);
    await receiver.close();
  });
});

describe('a name', () => {
  const never: RequestListener = () => {
    throw new Error('it was reached');
  };
  const isUntouched = ({ outcome, receiver }: { outcome: unknown; receiver: TestReceiver }) => {
    expect(outcome).toMatchObject({ ok: false, error: expect.stringContaining('no public address'), isFinal: true });
    expect(receiver.connections()).toBe(0);
  };

  test('that leads to this machine is not connected to', async () => {
    isUntouched(await posted(never, { isAllowed: isPublicAddress }));
  });

  test('of which one address is not public is not connected to at all', async () => {
    const resolve = async () => ['1.1.1.1', '127.0.0.1'];
    isUntouched(await posted(never, { resolve, isAllowed: isPublicAddress }));
  });

  test('is resolved once: another address that it has the next time is never reached', async () => {
    const answers = [['127.0.0.1'], ['192.0.2.1']];
    let asked = 0;
    const { outcome } = await posted(status(204), {
      resolve: async () => {
        asked += 1;
        return answers.shift() ?? [];
      },
      isAllowed: (address) => address === '127.0.0.1',
    });
    expect([outcome, asked]).toEqual([{ ok: true }, 1]);
  });

  test('that nobody knows is tried again later', async () => {
    const resolve = async () => {
      throw new Error('getaddrinfo ENOTFOUND receiver.example');
    };
    const { outcome } = await posted(never, { resolve });
    expect(outcome).toMatchObject({ ok: false, error: expect.stringContaining('ENOTFOUND'), isFinal: false });
  });

  test('with no test seam never leads to this machine', async () => {
    const receiver = await startReceiver(never);
    for (const host of ['localhost', '127.0.0.1', '[::1]', '0x7f000001', '[::ffff:127.0.0.1]']) {
      const outcome = await webhookPoster()({ ...parcel, url: `https://${host}:${receiver.port}/` });
      expect([host, outcome]).toEqual([host, expect.objectContaining({ ok: false, isFinal: true })]);
    }
    expect(receiver.connections()).toBe(0);
    await receiver.close();
  });
});
