import { z } from 'zod';
import { CHANNELS, MESSAGE_STATES } from '../../core/document/notice/message.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { nextField, pageFields, readCursor, writeCursor } from '../cursor.ts';
import type { Context } from '../operation.ts';
import { done, operation, refuse } from '../operation.ts';
import { messageField, topicField } from './notice-fields.ts';

/** What the cursors of this list name. */
const ORDER = 'outbox';

/** What was sent, waits to be sent or could not be. */
export const listOutbox = operation({
  name: 'list-outbox',
  room: 'notice',
  kind: 'read',
  summary:
    'Lists messages of the outbox, the latest first: all to the Code Administrator, to others their own; in a demonstration who is not signed in is told how many there are of each topic, and no letter.',
  roles: 'anyone',
  input: z.strictObject({
    state: z.enum(MESSAGE_STATES).nullable().default(null),
    channel: z.enum(CHANNELS).nullable().default(null),
    topic: topicField.nullable().default(null),
    recipient: z.string().nullable().default(null).meta({ description: 'Person by id, or webhook.' }),
    recipients: z.array(z.string()).nullable().default(null).meta({ description: 'Any of these, by id.' }),
    limit: pageFields.limit.unwrap().unwrap().default(100),
    after: pageFields.after,
  }),
  output: z.strictObject({
    messages: z.array(messageField).readonly(),
    topics: z
      .array(z.strictObject({ topic: topicField, messages: z.number().int() }))
      .readonly()
      .meta({ description: 'How many messages there are of each topic, whatever is asked for.' }),
    next: nextField,
  }),
  run: async (context, { state, channel, topic, recipient, recipients, limit, after }) => {
    const { actor, ports } = context;
    const { notices } = ports.store;
    if (actor.role === 'public') {
      if (ports.clock.kind === 'case') return done({ messages: [], topics: await notices.counted(null), next: null });
      return refuse(rejection('not-signed-in', 'Only a signed-in person can see what they were sent.'));
    }
    const place = readCursor(ORDER, after, ['']);
    if (!place.ok) return place;
    const isAll = seesAll(context);
    const named = recipient === null ? recipients : [recipient];
    const whose = isAll ? named : [actor.id];
    const [last] = place.value ?? [];
    const found = await notices.messages({
      ...(state !== null && { state }),
      ...(channel !== null && { channel }),
      ...(topic !== null && { topic }),
      ...(whose !== null && { recipients: whose }),
      ...(last !== undefined && { after: String(last) }),
      limit: limit + 1,
    });
    const messages = found.slice(0, limit);
    const end = messages.at(-1);
    return done({
      messages,
      topics: await notices.counted(isAll ? null : actor.id),
      next: end === undefined || found.length <= limit ? null : writeCursor(ORDER, [end.id]),
    });
  },
});

/** Whether someone sees the messages of others: who administers the code. */
export function seesAll({ actor }: Pick<Context, 'actor'>): boolean {
  return actor.role === 'code-administrator';
}
