import { z } from 'zod';
import { cycleYearSchema } from '../../core/assurance/assessment.schema.ts';
import { partySchema } from '../../core/party/party.schema.ts';
import { nextField, pageFields, pageOf } from '../cursor.ts';
import { knownAtField } from '../instruments.ts';
import { done, operation } from '../operation.ts';
import { readParties } from './estate.ts';

/** The parties of the record. */
export const listParties = operation({
  name: 'list-parties',
  room: 'party',
  kind: 'read',
  summary:
    'Lists the parties of the record with their category and how many groups of systems and assessments each has.',
  roles: 'anyone',
  input: z.strictObject({ knownAt: knownAtField, ...pageFields }),
  output: z.strictObject({
    parties: z.array(
      partySchema.extend({
        cycleYear: cycleYearSchema.nullable(),
        groups: z.number().int(),
        systems: z.array(z.strictObject({ id: z.string(), title: z.string() })).meta({
          description: 'Its groups of systems.',
        }),
        assessments: z.number().int(),
      }),
    ),
    next: nextField,
  }),
  run: async (context, { knownAt, ...asked }) => {
    const parties = (await readParties(context, knownAt)).toSorted((a, b) => (a.party.id < b.party.id ? -1 : 1));
    const page = pageOf(parties, asked, 'id', ({ party }) => [party.id]);
    if (!page.ok) return page;
    return done({
      next: page.value.next,
      parties: page.value.rows.map(({ party, groups, assessments }) => ({
        ...party,
        groups: groups.length,
        systems: groups.map(({ id, title }) => ({ id, title })),
        assessments: assessments.length,
      })),
    });
  },
});
