import { z } from 'zod';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { nextField, pageFields, pageOf } from '../cursor.ts';
import { knownAtField } from '../instruments.ts';
import { done, operation } from '../operation.ts';

/** The streams of the record, each with its last event. */
export const listStreams = operation({
  name: 'list-streams',
  room: 'record',
  kind: 'read',
  summary: 'Lists the streams of the record with the version, instant and hash of the last event of each.',
  roles: 'anyone',
  input: z.strictObject({ knownAt: knownAtField, ...pageFields }),
  output: z.strictObject({
    streams: z.array(
      z.strictObject({
        stream: z.string(),
        version: z.number().int().positive(),
        recordedAt: instantSchema,
        hash: z.string(),
      }),
    ),
    next: nextField,
  }),
  run: async ({ ports }, { knownAt, ...asked }) => {
    const heads = (await ports.store.heads(knownAt)).toSorted((a, b) => (a.stream < b.stream ? -1 : 1));
    const page = pageOf(heads, asked, 'stream', ({ stream }) => [stream]);
    return page.ok ? done({ streams: [...page.value.rows], next: page.value.next }) : page;
  },
});
