import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { done, operation, refuse } from '../operation.ts';
import { seesAll } from './list-outbox.ts';
import { messageField } from './notice-fields.ts';

/** One message, and what became of it. */
export const showMessage = operation({
  name: 'show-message',
  room: 'notice',
  kind: 'read',
  summary: 'Shows a message of the outbox to the Code Administrator and to its recipient.',
  roles: 'anyone',
  input: z.strictObject({ message: z.string().min(1).meta({ description: 'Message by id.' }) }),
  output: messageField,
  run: async (context, { message: id }) => {
    const message = await context.ports.store.notices.message(id);
    const isOwn = message !== null && message.recipient === context.actor.id;
    if (message === null || !(isOwn || seesAll(context))) {
      return refuse(rejection('not-found', `The outbox has no message "${id}" that you may see.`));
    }
    return done(message);
  },
});
