import { z } from 'zod';
import { actorSchema } from '../party/actor.schema.ts';
import type { StreamProof } from './proof.ts';

const count = z.int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in 64 hexadecimal digits');

/** A proof as it is given to readers and read back from their files. */
export const streamProofSchema = z
  .strictObject({
    stream: z.string().min(1),
    links: z
      .array(
        z.strictObject({
          version: z.int().positive(),
          type: z.string(),
          schema: z.int().positive(),
          data: z.record(z.string(), z.unknown()),
          actor: actorSchema,
          cause: z.string(),
          recordedAt: z.string(),
          hash: digest,
        }),
      )
      .min(1)
      .readonly()
      .meta({ description: 'The events of the stream that the checkpoint covers, as they are stored.' }),
    later: count.meta({
      description: 'Events of the stream recorded after the checkpoint, of which this proves nothing.',
    }),
    way: z
      .array(z.strictObject({ side: z.enum(['left', 'right']), hash: digest }))
      .readonly()
      .meta({ description: "The nodes of the Merkle tree beside the way from the stream's head to the root." }),
    checkpoint: z.strictObject({ root: digest, position: count, madeAt: z.string() }),
  })
  .meta({ id: 'StreamProof' }) satisfies z.ZodType<StreamProof>;
