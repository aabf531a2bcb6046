import type { Instant } from '../../kernel/instant.ts';
import { wordsOfBlocks } from '../text.ts';
import type { KeptNotice } from './message.ts';
import { linkIn, type Topic } from './notice.ts';
import { isPublicAddress } from './public-address.ts';

/** A program that is told of what is told to everyone. */
export interface Webhook {
  readonly id: string;
  /** Where events are posted: `https://receiver.example/proviso`. */
  readonly url: string;
  /** Which topics it is told of; none stands for all. */
  readonly topics: readonly Topic[];
  readonly madeAt: Instant;
  /** Who made it, by id. */
  readonly madeBy: string;
}

/** What is posted to a webhook at once. */
export interface Parcel {
  /** The message by id, which stays the same however often it is sent. */
  readonly id: string;
  readonly url: string;
  /** `whsec_` and Base64, as Standard Webhooks has it. */
  readonly secret: string;
  readonly body: string;
  readonly at: Instant;
}

/** What a webhook is told, as JSON. */
export interface WebhookEvent {
  /** Topic and what happened: `ballot.ballot-opened`. */
  readonly type: string;
  readonly timestamp: Instant;
  readonly data: {
    /** The notice by id: the same for every webhook, and in the Atom feeds. */
    readonly id: string;
    readonly modification: string | null;
    readonly code: string | null;
    readonly subject: string;
    /** Its words, a line for each paragraph or item. */
    readonly text: readonly string[];
    /** The page that it leads to. */
    readonly address: string;
    /** From when on it is no longer worth telling. */
    readonly until: Instant | null;
  };
}

/** Whether a webhook is told of a notice: of what is public alone, and of nothing from before it was made. */
export function isToldOf({ topics, madeAt }: Webhook, { isPublic, topic, at }: KeptNotice): boolean {
  return isPublic && at >= madeAt && (topics.length === 0 || topics.includes(topic));
}

/** What a webhook is told by a notice. */
export function eventOf(notice: KeptNotice, baseUrl: string): WebhookEvent {
  const { id, topic, what, at, modification, code, subject, body, until } = notice;
  const address = `${baseUrl}${linkIn(body) ?? '/notices'}`;
  const text = wordsOfBlocks(body);
  return { type: `${topic}.${what}`, timestamp: at, data: { id, modification, code, subject, text, address, until } };
}

/** Why nothing can be posted to an address, after its name; null when as far as it says itself it is a public one. */
export function faultOfWebhookUrl(text: string): string | null {
  if (!URL.canParse(text)) return 'is no address; expected https://host/path';
  const { protocol, username, password, hash, hostname } = new URL(text);
  if (protocol !== 'https:') return 'is not https; expected https://host/path';
  if (username !== '' || password !== '') return 'names a user; expected none, since events are signed';
  if (hash !== '') return `ends with "${hash}", which is never sent; expected none`;
  const literal = /^\[(.*)\]$/.exec(hostname)?.[1] ?? (/^[\d.]+$/.test(hostname) ? hostname : null);
  if (literal !== null && !isPublicAddress(literal)) return `leads to ${literal}; expected a public address`;
  const isLocal = /(^|\.)(localhost|local|internal)\.?$/.test(hostname);
  return isLocal ? `leads to ${hostname}; expected a host of the public internet` : null;
}
