import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { streamProofSchema } from '../../core/rulebook/proof.schema.ts';
import { done, operation, refuse } from '../operation.ts';
import { mayReadLog, withholdsFrom } from './show-log.ts';

/** What a reader needs to hold a stream to a published root by themselves. */
export const proveStream = operation({
  name: 'prove-stream',
  room: 'record',
  kind: 'read',
  summary:
    'Gives the events of a stream with what leads from them to the root of the latest checkpoint that covers it.',
  roles: 'anyone',
  input: z.strictObject({
    stream: z.string().min(1).meta({ description: 'Name of the stream: modification/SECMP0065.' }),
  }),
  output: streamProofSchema,
  run: async ({ ports, actor }, { stream }) => {
    if (!mayReadLog(actor, stream)) {
      return refuse(rejection('wrong-actor', `The log of ${stream} is for its party and the Code Administrator.`));
    }
    const proof = await ports.store.proof(stream);
    if (proof !== null && withholdsFrom(actor, await ports.store.read(stream, null))) {
      const why = 'its hashes are over titles of papers for members only, which the public log withholds';
      return refuse(rejection('wrong-actor', `The proof of ${stream} is for members of the body: ${why}.`));
    }
    if (proof !== null) return done(proof);
    if ((await ports.store.read(stream, null)).length === 0) {
      return refuse(rejection('not-found', `The record has no stream "${stream}".`));
    }
    const sentence = `No checkpoint covers the stream "${stream}" yet; the Code Administrator makes one.`;
    return refuse(rejection('not-found', sentence));
  },
});
