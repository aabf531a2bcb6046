import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { streamProofSchema } from '../../core/rulebook/proof.schema.ts';
import { checkProof as check } from '../../core/rulebook/proof.ts';
import { done, operation, refuse } from '../operation.ts';

/** Whether a proof holds; refused `record-broken`, naming the first event that does not follow. */
export const checkProof = operation({
  name: 'check-proof',
  room: 'record',
  kind: 'read',
  summary: 'Recomputes the chain in a proof and its way to the published root; it asks nothing of the record.',
  roles: 'anyone',
  takesFile: true,
  input: z.strictObject({
    proof: streamProofSchema,
    root: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/, 'expected a SHA-256 in 64 hexadecimal digits')
      .nullable()
      .default(null)
      .meta({ description: 'The published root; left out, the one that the proof names.' }),
  }),
  output: z.strictObject({
    stream: z.string(),
    events: z.int().nonnegative(),
    root: z.string(),
    madeAt: z.string(),
    later: z
      .int()
      .nonnegative()
      .meta({ description: 'Events recorded after the checkpoint, of which nothing is proved.' }),
    compared: z.boolean().meta({ description: 'Whether a root was given to hold the proof to.' }),
  }),
  run: async ({ ports }, { proof, root }) => {
    const proven = check(proof, ports.random.digest, root);
    if (!proven.ok) {
      const sentence = `The proof of ${proof.stream} does not hold: version ${proven.version} ${proven.fault}.`;
      return refuse(rejection('record-broken', sentence));
    }
    const { stream, checkpoint } = proof;
    return done({
      stream,
      later: proof.later,
      events: proven.events,
      root: proven.root,
      madeAt: checkpoint.madeAt,
      compared: root !== null,
    });
  },
});
