import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { done, operation, refuse } from '../operation.ts';

/** Sends a message again that was given up, or that its receiver lost. */
export const resendMessage = operation({
  name: 'resend-message',
  room: 'notice',
  kind: 'write',
  summary: 'Sends a message that is settled once more, under the same id, so that who has it already can tell.',
  roles: ['code-administrator'],
  input: z.strictObject({ message: z.string().min(1).meta({ description: 'Message by id.' }) }),
  output: z.strictObject({ message: z.string() }),
  run: async ({ ports, now }, { message }) => {
    if (await ports.store.notices.again(message, now)) return done({ message });
    return refuse(rejection('not-found', `The outbox has no settled message "${message}".`));
  },
});
