import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { done, operation, refuse } from '../operation.ts';

/** Tells a program no more. */
export const removeWebhook = operation({
  name: 'remove-webhook',
  room: 'notice',
  kind: 'write',
  summary: 'Removes a webhook: its secret is forgotten, and what waits to be sent to it is not sent.',
  roles: ['code-administrator'],
  input: z.strictObject({ webhook: z.string().min(1).meta({ description: 'Webhook by id.' }) }),
  output: z.strictObject({ webhook: z.string() }),
  run: async ({ ports }, { webhook }) => {
    if (await ports.store.notices.webhooks.remove(webhook)) return done({ webhook });
    return refuse(rejection('not-found', `There is no webhook "${webhook}".`));
  },
});
