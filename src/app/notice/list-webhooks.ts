import { z } from 'zod';
import { done, operation } from '../operation.ts';
import { webhookField } from './webhook-fields.ts';

/** Programs that are told of notices. */
export const listWebhooks = operation({
  name: 'list-webhooks',
  room: 'notice',
  kind: 'read',
  summary:
    'Lists webhooks, with how many messages to each were sent, wait or were given up; their secrets are not told.',
  roles: ['code-administrator'],
  input: z.strictObject({}),
  output: z.strictObject({ webhooks: z.array(webhookField).readonly() }),
  run: async ({ ports }) => done({ webhooks: await ports.store.notices.webhooks.all() }),
});
