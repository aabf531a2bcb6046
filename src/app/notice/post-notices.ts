import type { Attempt, Message } from '../../core/document/notice/message.ts';
import { afterAnother } from '../../core/document/notice/schedule.ts';
import { eventOf } from '../../core/document/notice/webhook.ts';
import type { Ports } from '../ports.ts';
import { attemptOf } from './attempt.ts';
import type { NoticeDoors } from './notice-doors.ts';

/**
 * Posts messages to webhooks, one after another. When one has failed, the others to the same webhook are left for later, so
 * that a receiver that does not answer keeps nobody else waiting.
 */
export function poster({ store, clock }: Ports, doors: NoticeDoors): (message: Message) => Promise<Attempt> {
  const failing = new Set<string>();
  return async (message) => {
    const { id, recipient, notices } = message;
    const at = clock.now();
    if (failing.has(recipient)) {
      return { kind: 'postponed', why: 'Another message to it has just failed.', next: afterAnother(at) };
    }
    const webhook = await store.notices.webhooks.find(recipient);
    const [notice] = notices;
    if (webhook === null || notice === undefined) return { kind: 'suppressed', why: 'The webhook was removed.' };
    const body = JSON.stringify(eventOf(notice, doors.baseUrl));
    const handed = await doors.post({ id, url: webhook.url, secret: webhook.secret, body, at });
    if (!handed.ok) failing.add(recipient);
    return attemptOf(handed, message, clock.now());
  };
}
