import { html } from 'hono/html';
import { addresseeOf } from '../../app/notice/send-notices.ts';
import type { Message } from '../../core/document/notice/message.ts';
import { isConcerned, type Preference } from '../../core/document/notice/preference.ts';
import type { Account } from '../accounts/accounts.ts';
import type { Html } from '../page/parts.ts';
import { type Tone, tag } from '../page/parts.ts';
import { instantText } from '../page/words.ts';

const STATES: Record<Message['state'], readonly [title: string, tone: Tone]> = {
  pending: ['waits', 'wait'],
  sent: ['sent', 'good'],
  failed: ['given up', 'bad'],
  suppressed: ['not sent', 'plain'],
};

/** The state of a message as a small word. */
export function stateTag(state: Message['state']): Html {
  return tag(...STATES[state]);
}

/** Why a person is told, as a sentence. */
export function whyTold({ notices }: Message, account: Account, chosen: readonly Preference[]): string {
  if (chosen.length > 0) return 'By what they chose, and by what concerns them.';
  const person = addresseeOf(account);
  return notices.every((notice) => isConcerned(notice, person))
    ? 'It concerns them, so it goes out at once.'
    : 'What does not concern them directly comes once a day.';
}

/** When a message is due, or was settled. */
export function when({ next, settledAt }: Message): Html | string {
  if (next !== null) return html`due ${instantText(next)}`;
  return settledAt === null ? '' : instantText(settledAt);
}
