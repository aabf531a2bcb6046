// A receiver of webhooks in plain Node, without packages. README.md beside it says how to run it.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

/** How far the clocks of sender and receiver may differ, and how long an event may be under way, in seconds. */
const TOLERANCE = 300;
const LARGEST = 1_000_000;

/**
 * What is wrong with a message; null when it is one of the sender's, sent just now.
 * @param {{ id: string, timestamp: string, signature: string, body: Buffer, secret: string, now: number }} message
 */
export function faultOf({ id, timestamp, signature, body, secret, now }) {
  if (id === '' || !/^\d+$/.test(timestamp) || signature === '') return 'the headers of a webhook are missing';
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  const isSigned = signature.split(' ').some((one) => {
    const [version, value = ''] = one.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === signed.length && timingSafeEqual(given, signed);
  });
  if (!isSigned) return "the signature is not the sender's";
  if (Math.abs(now - Number(timestamp)) > TOLERANCE) return 'it was sent too long ago, or too far ahead';
  return null;
}

/** The events that were handled, by id, with the time of the message that brought them; kept in a file across restarts. */
export function openSeen(file) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const seen = new Map(lines.filter((line) => line !== '').map((line) => line.split(' ')));
  return {
    timestampOf: (id) => seen.get(id),
    keep: (id, timestamp) => {
      seen.set(id, timestamp);
      appendFileSync(file, `${id} ${timestamp}\n`);
    },
  };
}

/**
 * Answers requests: an event is handled once, however often it comes.
 * @param {{ secret: string, seen: ReturnType<typeof openSeen>, handle: (event: object) => unknown, now?: () => number }} given
 */
export function receiver({ secret, seen, handle, now = () => Date.now() / 1000 }) {
  const underWay = new Set();
  return async (request, response) => {
    const answer = (status, words) => response.writeHead(status, { 'content-type': 'text/plain' }).end(`${words}\n`);
    if (request.method !== 'POST') return answer(405, 'expected POST');
    const header = (name) => String(request.headers[name] ?? '');
    const [id, timestamp] = [header('webhook-id'), header('webhook-timestamp')];
    const body = await bodyOf(request);
    if (body === null) return answer(413, 'too large');
    const fault = faultOf({ id, timestamp, signature: header('webhook-signature'), body, secret, now: now() });
    if (fault !== null) return answer(401, fault);
    if (seen.timestampOf(id) === timestamp) return answer(409, 'this very message was taken before');
    // signed anew by the sender, who did not hear that it was taken: tell it, and do nothing
    if (seen.timestampOf(id) !== undefined) return answer(200, 'taken before');
    if (underWay.has(id)) return answer(409, 'this event is being handled');
    underWay.add(id);
    try {
      await handle(JSON.parse(body.toString('utf8')));
      seen.keep(id, timestamp);
      return answer(200, 'taken');
    } catch {
      return answer(500, 'not handled; send it again');
    } finally {
      underWay.delete(id);
    }
  };
}

async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const secret = process.env.WEBHOOK_SECRET;
  if (secret === undefined)
    throw new Error('WEBHOOK_SECRET: expected the secret that was shown when the webhook was added');
  const seen = openSeen(process.env.WEBHOOK_SEEN ?? 'seen.txt');
  const handle = ({ type, data }) => console.log(`${type}: ${data.subject}\n  ${data.address}`);
  const server = createServer(receiver({ secret, seen, handle }));
  server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => {
    console.log(`Receiving at http://127.0.0.1:${server.address().port}`);
  });
}
