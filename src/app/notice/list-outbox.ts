import { z } from 'zod';
import { CHANNELS, MESSAGE_STATES } from '../../core/document/notice/message.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Context } from '../operation.ts';
import { done, operation, refuse } from '../operation.ts';
import { messageField } from './notice-fields.ts';

/** What was sent, waits to be sent or could not be. */
export const listOutbox = operation({
  name: 'list-outbox',
  room: 'notice',
  kind: 'read',
  summary:
    'Lists messages of the outbox, the latest first: all to the Code Administrator and in a demonstration, to others their own.',
  roles: 'anyone',
  input: z.strictObject({
    state: z.enum(MESSAGE_STATES).nullable().default(null),
    channel: z.enum(CHANNELS).nullable().default(null),
    recipient: z.string().nullable().default(null).meta({ description: 'Person by id, or webhook.' }),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.strictObject({ messages: z.array(messageField).readonly() }),
  run: async (context, { state, channel, recipient, limit }) => {
    const { actor, ports } = context;
    if (actor.role === 'public' && !seesAll(context)) {
      return refuse(rejection('not-signed-in', 'Only a signed-in person can see what they were sent.'));
    }
    const whose = seesAll(context) ? recipient : actor.id;
    const filter = {
      ...(state !== null && { state }),
      ...(channel !== null && { channel }),
      ...(whose !== null && { recipient: whose }),
    };
    return done({ messages: await ports.store.notices.messages({ ...filter, limit }) });
  },
});

/** Whether someone sees the messages of others: who administers the code, and anyone where nothing is sent. */
export function seesAll({ actor, ports }: Pick<Context, 'actor' | 'ports'>): boolean {
  return actor.role === 'code-administrator' || ports.clock.kind === 'case';
}
