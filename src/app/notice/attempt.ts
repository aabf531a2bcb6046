import type { Attempt, Message } from '../../core/document/notice/message.ts';
import { nextAttempt } from '../../core/document/notice/schedule.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import type { Handed } from './notice-doors.ts';

/** What an attempt to send comes to: what was not taken is tried again, until it is given up. */
export function attemptOf(handed: Handed, { attempts }: Message, now: Instant): Attempt {
  if (handed.ok) return { kind: 'sent' };
  return { kind: 'failed', error: handed.error, next: handed.isFinal ? null : nextAttempt(attempts + 1, now) };
}
