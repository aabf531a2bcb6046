import { type LeftScope, type Letter, scopeOf, wordsOf } from '../../core/document/notice/letter.ts';
import type { Message } from '../../core/document/notice/message.ts';
import { TOPICS } from '../../core/document/notice/notice.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import type { NoticeDoors, Person } from './notice-doors.ts';

/** The letter that a message is to a person. */
export function letterTo(
  person: Person,
  message: Message,
  doors: Pick<NoticeDoors, 'baseUrl' | 'leaveAddress'>,
  at: Instant,
): Letter {
  const scope = scopeOf(message);
  return {
    id: message.id,
    to: { name: person.name, email: person.email },
    ...wordsOf(message, doors.baseUrl),
    leaves: scopeInWords(scope),
    leave: doors.leaveAddress(person.id, scope),
    choose: `${doors.baseUrl}/account/notices`,
    at,
  };
}

/** What is left, inside a sentence: `SECMP0065`, `votes: opened, closing soon, closed`, `everything`. */
export function scopeInWords({ topic, modification }: LeftScope): string {
  if (topic === null) return modification ?? 'everything';
  const title = TOPICS[topic];
  const words = title.charAt(0).toLowerCase() + title.slice(1);
  return modification === null ? `“${words}”` : `“${words}” of ${modification}`;
}
