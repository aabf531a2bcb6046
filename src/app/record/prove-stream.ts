import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { streamProofSchema } from '../../core/rulebook/proof.schema.ts';
import { done, operation, refuse } from '../operation.ts';
import { readLog, streamField } from './read-log.ts';
import { withholdsFrom } from './show-log.ts';

/** What a reader needs to hold a stream to a published root by themselves. */
export const proveStream = operation({
  name: 'prove-stream',
  room: 'record',
  kind: 'read',
  summary:
    'Gives the events of a stream with what leads from them to the root of the latest checkpoint that covers it.',
  roles: 'anyone',
  input: z.strictObject({ stream: streamField }),
  output: streamProofSchema,
  run: async (context, { stream }) => {
    const read = await readLog(context, stream, null);
    if (!read.ok) return read;
    const proof = await context.ports.store.proof(stream);
    if (proof !== null && withholdsFrom(context.actor, read.value)) {
      const why = 'its hashes are over titles of papers for members only, which the public log withholds';
      return refuse(rejection('wrong-actor', `The proof of ${stream} is for members of the body: ${why}.`));
    }
    if (proof !== null) return done(proof);
    const sentence = `No checkpoint covers the stream "${stream}" yet; the Code Administrator makes one.`;
    return refuse(rejection('not-found', sentence));
  },
});
