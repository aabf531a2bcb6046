import { z } from 'zod';
import { done, operation } from '../operation.ts';
import { noticeField } from './notice-fields.ts';

/** What was told to everyone. */
export const listNotices = operation({
  name: 'list-notices',
  room: 'notice',
  kind: 'read',
  summary: 'Lists what was told to everyone of the register, a modification or the text of a code, the latest first.',
  roles: 'anyone',
  input: z.strictObject({
    modification: z.string().min(1).nullable().default(null).meta({ description: 'Modification by id.' }),
    code: z.string().min(1).nullable().default(null).meta({ description: 'Code, or the instrument, by id.' }),
    topic: z.string().nullable().default(null).meta({ description: 'Topic by name: version.' }),
    limit: z.number().int().min(1).max(500).default(50),
  }),
  output: z.strictObject({ notices: z.array(noticeField).readonly() }),
  run: async ({ ports, now }, { modification, code, topic, limit }) => {
    const filter = {
      ...(modification !== null && { modification }),
      ...(code !== null && { code }),
      ...(topic !== null && { topic }),
    };
    return done({ notices: await ports.store.notices.told(now, { ...filter, isPublic: true, limit }) });
  },
});
