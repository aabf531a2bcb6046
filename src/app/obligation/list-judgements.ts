import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { judgementSchema } from '../../core/obligation/judgement.schema.ts';
import { knownAtField } from '../instruments.ts';
import { done, operation } from '../operation.ts';
import { codeField, partyField } from '../party/estate.ts';
import { readJudgements } from './read-judgements.ts';

/** A judgement as it is listed. */
export const keptJudgementSchema = judgementSchema.extend({
  withdrawn: z.strictObject({ by: z.string(), reasons: z.string(), on: daySchema }).nullable(),
  superseded: z.boolean().meta({ description: 'Whether a later one on the same words stands in its place.' }),
});

/** What people judge of parties, so far as the reader may know of it. */
export const listJudgements = operation({
  name: 'list-judgements',
  room: 'obligation',
  kind: 'read',
  summary: 'Lists what people judged of parties: of oneself, or of all for those who assure and govern.',
  roles: 'anyone',
  input: z.strictObject({
    code: codeField,
    party: partyField.nullable().default(null).meta({ description: 'Only of this party.' }),
    knownAt: knownAtField,
  }),
  output: z.strictObject({ judgements: z.array(keptJudgementSchema) }),
  run: async (context, { code, party, knownAt }) => {
    const all = await readJudgements(context, code, knownAt);
    return done({ judgements: all.filter((one) => party === null || one.party === party) });
  },
});
