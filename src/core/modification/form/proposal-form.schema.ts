import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { daySchema } from '../../kernel/day.schema.ts';
import type { FormRules } from './proposal-form.ts';

/** What a process asks of whoever raises a proposal. */
export const formRulesSchema = z.strictObject({
  solution: z.enum(['asked', 'later']),
  citation: citationSchema,
}) satisfies z.ZodType<FormRules>;

const words = z.string().default('');
const ids = z.array(z.string().min(1)).default([]);

/** The fields of the form, which a program or a command may fill in as well. */
export const formFields = {
  title: words,
  problem: words.meta({ description: 'What is wrong; an empty line begins a paragraph.' }),
  solution: words.meta({ description: 'How it is put right; where the process lets it, later.' }),
  objectives: z
    .record(z.string(), z.strictObject({ effect: z.enum(['better', 'worse']).nullable().default(null), reason: words }))
    .default({})
    .meta({ description: 'By objective, whether it is served better or worse and why; those left out are neutral.' }),
  parties: ids.meta({ description: 'Categories of Parties that it affects, by id.' }),
  systems: ids.meta({ description: 'Systems that it affects, by id.' }),
  documents: ids.meta({ description: 'Documents of the code that it touches: Section G.' }),
  costs: words,
  urgent: z.boolean().default(false),
  urgencyGround: z.string().nullable().default(null).meta({ description: 'A ground of the process by id.' }),
  urgencyReason: words,
  path: z.string().nullable().default(null).meta({ description: 'A path of the process by id; left out, none.' }),
  day: daySchema.nullable().default(null).meta({ description: 'Day of implementation; left out, it is left open.' }),
};
