import { z } from 'zod';
import { done, operation } from '../operation.ts';

/** Publishes one number over the whole record, which a reader can note and hold the record to. */
export const makeCheckpoint = operation({
  name: 'make-checkpoint',
  room: 'record',
  kind: 'write',
  summary: 'Appends a checkpoint: a Merkle root over the last hash of every stream.',
  roles: ['code-administrator'],
  input: z.strictObject({}),
  output: z.strictObject({
    root: z.string().meta({ description: 'SHA-256 in hexadecimal digits.' }),
    heads: z.number().int().nonnegative().meta({ description: 'How many streams it covers.' }),
    position: z.number().int().nonnegative().meta({ description: 'The last event that it covers.' }),
  }),
  run: async ({ ports }) => done(await ports.store.checkpoint()),
});
