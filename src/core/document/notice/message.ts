import type { Instant } from '../../kernel/instant.ts';
import type { Notice } from './notice.ts';

/** A notice as it is kept. */
export interface KeptNotice extends Notice {
  /** A UUID that follows from the event: the same in every copy of the record. */
  readonly id: string;
}

/** Ways in which a message leaves. */
export const CHANNELS = ['email', 'webhook'] as const;

export type Channel = (typeof CHANNELS)[number];

/** `suppressed`: it was not sent and will not be, on purpose. */
export const MESSAGE_STATES = ['pending', 'sent', 'failed', 'suppressed'] as const;

export type MessageState = (typeof MESSAGE_STATES)[number];

/** Where a message is to go: one notice for itself, or all of a digest together. */
export interface Addressed {
  readonly channel: Channel;
  /** Person by id, or webhook. */
  readonly recipient: string;
  /** When the digest goes out that it waits for, the first choice first; null: it goes out for itself, at once. */
  readonly digests: readonly Instant[] | null;
}

/** A message of the outbox: what one recipient is sent at once. */
export interface Message {
  /** A UUID that stays the same however often it is tried. */
  readonly id: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly isDigest: boolean;
  readonly state: MessageState;
  readonly attempts: number;
  /** When it is due; null once it is settled. */
  readonly next: Instant | null;
  /** Why it was not sent, as of the last attempt. */
  readonly error: string | null;
  /** When it was settled: sent, given up or suppressed. */
  readonly settledAt: Instant | null;
  readonly notices: readonly KeptNotice[];
}

/** What became of an attempt to send. */
export type Attempt =
  | { readonly kind: 'sent' }
  /** It may work later. */
  | { readonly kind: 'failed'; readonly error: string; readonly next: Instant | null }
  /** It was not tried, and does not count as an attempt. */
  | { readonly kind: 'postponed'; readonly why: string; readonly next: Instant }
  | { readonly kind: 'suppressed'; readonly why: string };
