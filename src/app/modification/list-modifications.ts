import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { nextField, pageFields, pageOf } from '../cursor.ts';
import { knownAtField } from '../instruments.ts';
import { done, operation } from '../operation.ts';

/** The register of modifications. */
export const listModifications = operation({
  name: 'list-modifications',
  room: 'modification',
  kind: 'read',
  summary: 'Lists the register: every modification with its stage, or how it ended.',
  roles: 'anyone',
  input: z.strictObject({ knownAt: knownAtField, ...pageFields }),
  output: z.strictObject({
    modifications: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          code: z.string(),
          raisedOn: daySchema,
          proposer: z.string(),
          stage: z.string().meta({ description: 'Stage by id, or the end to which it came.' }),
          status: z.string(),
          version: z.number().int(),
        }),
      )
      .readonly(),
    next: nextField,
  }),
  run: async ({ ports }, { knownAt, ...asked }) => {
    const page = pageOf(await ports.store.register(knownAt), asked, 'id', ({ id }) => [id]);
    return page.ok ? done({ modifications: page.value.rows, next: page.value.next }) : page;
  },
});
