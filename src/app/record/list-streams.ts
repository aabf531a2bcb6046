import { z } from 'zod';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { knownAtField } from '../instruments.ts';
import { done, operation } from '../operation.ts';

/** The streams of the record, each with its last event. */
export const listStreams = operation({
  name: 'list-streams',
  room: 'record',
  kind: 'read',
  summary: 'Lists the streams of the record with the version, instant and hash of the last event of each.',
  roles: 'anyone',
  input: z.strictObject({ knownAt: knownAtField }),
  output: z.strictObject({
    streams: z.array(
      z.strictObject({
        stream: z.string(),
        version: z.number().int().positive(),
        recordedAt: instantSchema,
        hash: z.string(),
      }),
    ),
  }),
  run: async ({ ports }, { knownAt }) => done({ streams: [...(await ports.store.heads(knownAt))] }),
});
