import { z } from 'zod';
import { faultOfWebhookUrl } from '../../core/document/notice/webhook.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { done, operation, refuse } from '../operation.ts';
import type { Random } from '../ports.ts';
import { topicField } from './notice-fields.ts';

/** How many webhooks there may be. Ours, no rule. */
const MOST = 50;

/** Has a program told of notices. */
export const addWebhook = operation({
  name: 'add-webhook',
  room: 'notice',
  kind: 'write',
  summary:
    'Has what is told to everyone posted to a public https address, signed as Standard Webhooks has it. The secret is told once, here.',
  roles: ['code-administrator'],
  input: z.strictObject({
    url: z.string().min(1).max(2000).meta({ description: 'Public https address: https://receiver.example/proviso.' }),
    topics: z.array(topicField).default([]).meta({ description: 'Topics it is told of; left out, all.' }),
  }),
  output: z.strictObject({
    webhook: z.string(),
    secret: z.string().meta({ description: 'For the receiver, to check signatures by: whsec_ and Base64.' }),
  }),
  run: async ({ ports, actor, now }, { url, topics }) => {
    const { webhooks } = ports.store.notices;
    const fault = faultOfWebhookUrl(url);
    if (fault !== null) return refuse(invalid(`url: "${url}" ${fault}`));
    if ((await webhooks.all()).length >= MOST) {
      return refuse(invalid(`url: there are ${MOST} webhooks already; expected one to be removed first`));
    }
    const id = ports.random.id();
    const secret = secretOf(ports.random);
    const webhook = { id, url: new URL(url).href, topics: [...new Set(topics)], madeAt: now, madeBy: actor.id };
    if (await webhooks.add(webhook, secret)) return done({ webhook: id, secret });
    return refuse(invalid(`url: "${url}" is told already; expected an address once`));
  },
});

function invalid(sentence: string): Rejection {
  return rejection('input-invalid', sentence, { place: { field: 'url' } });
}

/** A secret of 33 bytes that nobody can guess; two identifiers are Base64 of just so many. */
function secretOf(random: Random): string {
  return `whsec_${`${random.id()}${random.id()}`.replaceAll('-', '+').replaceAll('_', '/')}`;
}
