import type { MessageState } from '../../core/document/notice/message.ts';
import type { Webhook } from '../../core/document/notice/webhook.ts';

/** A webhook, and how many messages to it are in which state. */
export interface ListedWebhook extends Webhook {
  readonly messages: Readonly<Record<MessageState, number>>;
}

/** Programs that are told of notices. They are no part of the record: neither chained nor exported. */
export interface Webhooks {
  /** In order of when they were made. */
  all(): Promise<readonly ListedWebhook[]>;
  /** One with its secret, which nothing else gives; null for one that was removed. */
  find(id: string): Promise<(Webhook & { readonly secret: string }) | null>;
  /** False when there is one with the same address. */
  add(webhook: Webhook, secret: string): Promise<boolean>;
  /** False when there is none. */
  remove(id: string): Promise<boolean>;
}
