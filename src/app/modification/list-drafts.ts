import { z } from 'zod';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { done, operation } from '../operation.ts';

/** Which working drafts there are: not their words, which are for their drafters. */
export const listDrafts = operation({
  name: 'list-drafts',
  room: 'modification',
  kind: 'read',
  summary: 'Lists working drafts of legal texts, which are no part of the record and not exported with it.',
  roles: ['code-administrator'],
  input: z.strictObject({}),
  output: z.strictObject({
    drafts: z.array(
      z.strictObject({ modification: z.string(), by: z.string(), at: instantSchema, amendments: z.number().int() }),
    ),
  }),
  run: async ({ ports }) => {
    const drafts = await ports.store.drafts.list();
    const open = drafts.filter(({ state }) => state === 'open');
    return done({
      drafts: open.map(({ modification, by, at, amendments }) => ({
        modification,
        by: by.name,
        at,
        amendments: amendments.length,
      })),
    });
  },
});
