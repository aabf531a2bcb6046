import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import type { Parcel } from '../../core/document/notice/webhook.ts';

/** What stands before a secret (Standard Webhooks). */
const PREFIX = 'whsec_';

/** The headers by which a receiver knows a parcel: its id, when it was sent, and the signature over both and the body. */
export function signedHeaders({ id, secret, body, at }: Omit<Parcel, 'url'>): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(Date.parse(at) / 1000));
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
