import { z } from 'zod';
import { cycleYearSchema } from '../../core/assurance/assessment.schema.ts';
import { partySchema } from '../../core/party/party.schema.ts';
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
  input: z.strictObject({ knownAt: knownAtField }),
  output: z.strictObject({
    parties: z.array(
      partySchema.extend({
        cycleYear: cycleYearSchema.nullable(),
        groups: z.number().int(),
        assessments: z.number().int(),
      }),
    ),
  }),
  run: async (context, { knownAt }) => {
    const parties = await readParties(context, knownAt);
    return done({
      parties: parties.map(({ party, groups, assessments }) => ({
        ...party,
        groups: groups.length,
        assessments: assessments.length,
      })),
    });
  },
});
