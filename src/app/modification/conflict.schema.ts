import { z } from 'zod';
import { redlineBlockSchema } from '../../core/code/redline.schema.ts';
import { conflictClassSchema } from '../../core/code/resolution.schema.ts';
import { storedResolutionSchema } from '../../core/modification/proposal.schema.ts';

/** Who can settle a conflict, in words. */
export const resolverSchema = z.strictObject({ who: z.string(), by: z.string() });

/** What one side of a conflict makes of the provision. */
const conflictSideSchema = z.strictObject({
  modification: z.string().meta({ description: 'The modification, or whatever made the version that holds it up.' }),
  title: z.string(),
  reference: z.string().meta({ description: 'The provision that it amends there, as printed.' }),
  blocks: z.array(redlineBlockSchema).readonly().meta({ description: 'What it makes of the provision.' }),
});

/** One for both orders, or one for each. */
const settledSchema = z.array(storedResolutionSchema).readonly();

/** Two open modifications in conflict, with both texts side by side. */
export const conflictSchema = z
  .strictObject({
    instrument: z.string(),
    class: conflictClassSchema,
    provision: z.string().meta({ description: 'Where they meet, by id.' }),
    reference: z.string().meta({ description: 'Where they meet, as printed.' }),
    stands: z.boolean().meta({ description: 'Whether it stands in the text that both amend.' }),
    document: z.string().meta({ description: 'The document it is in: Section G Security.' }),
    sentence: z.string(),
    sides: z.array(conflictSideSchema).readonly(),
    resolutions: settledSchema.meta({ description: 'What was settled and holds; none while nobody has.' }),
    resolvers: z.array(resolverSchema).meta({ description: 'Who can settle it.' }),
    waits: z
      .strictObject({ modification: z.string(), sentence: z.string() })
      .nullable()
      .meta({ description: 'Which of the two has to be settled with a published version before; null when neither.' }),
  })
  .meta({ id: 'Conflict' });

/** An open text that a published version holds up. */
export const stuckSchema = z.strictObject({
  instrument: z.string(),
  modification: z.string(),
  title: z.string(),
  over: z.string().meta({ description: 'Label of the version over which its text cannot be mapped.' }),
  with: z.string().meta({ description: 'What made that version: a modification, or a designation.' }),
  clashes: z
    .array(
      z.strictObject({
        class: conflictClassSchema,
        provision: z.string(),
        reference: z.string().meta({ description: 'Where they meet, as printed before that version.' }),
        stands: z.boolean().meta({ description: 'Whether it stands in the text that both amend.' }),
        document: z.string().meta({ description: 'The document it is in: Section G Security.' }),
        sentence: z.string(),
        sides: z.array(conflictSideSchema).readonly(),
        resolutions: settledSchema.meta({ description: 'What was recorded of it, if anything.' }),
      }),
    )
    .meta({ description: 'What has to be settled; none when it does not apply for another reason.' }),
  sentence: z.string(),
  resolvers: z.array(resolverSchema),
});

/** What of an open text cannot be compared with others. */
export const notComparedSchema = z.strictObject({
  modification: z.string(),
  over: z.string().meta({ description: 'Label of the version over which it cannot be mapped.' }),
  at: z.array(z.string()).meta({ description: 'What it amends there, as printed before that version.' }),
  sentence: z.string(),
});
