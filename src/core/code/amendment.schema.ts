import { z } from 'zod';
import type { Amendment, Wording } from './amendment.ts';
import { placeSchema, provisionIdSchema, provisionSchema } from './provision.schema.ts';

/** The words of one provision. */
export const wordingSchema = z.strictObject({
  heading: z.string().min(1).nullable().default(null),
  text: z.string().default(''),
}) satisfies z.ZodType<Wording>;

const offsetSchema = z.number().int().min(0);

const replaceSchema = z
  .strictObject({
    kind: z.literal('replace'),
    target: provisionIdSchema.describe('The provision whose words change.'),
    field: z.enum(['text', 'heading']).default('text'),
    find: z.string().describe('The words that go; empty where words are only added.'),
    with: z.string().describe('The words that come; empty where words are only taken out.'),
    at: z
      .array(offsetSchema)
      .min(1)
      .describe('Where the words stand in the field, counted in UTF-16 units from 0, rising; two places do not touch.'),
  })
  .superRefine(({ find, with: words, at }, context) => {
    if (find === words) {
      context.addIssue({ code: 'custom', path: ['with'], message: 'expected other words than those of find' });
    }
    const index = at.findIndex((offset, place) => place > 0 && offset <= (at[place - 1] as number) + find.length);
    if (index > 0) {
      const message = `expected more than ${(at[index - 1] as number) + find.length}, past the place before it, found ${at[index]}`;
      context.addIssue({ code: 'custom', path: ['at', index], message });
    }
  });

const divisionFields = {
  target: provisionIdSchema.describe('The first of the two provisions, or the one.'),
  at: offsetSchema.describe('How long the words of the first of the two are, in UTF-16 units.'),
  between: z.string().default('').describe('What stands between the words of both when they are one: mostly a space.'),
  provision: provisionSchema,
};

const anyAmendmentSchema = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('insert'), at: placeSchema, provision: provisionSchema })
      .describe('A new provision, with all below it.'),
    z
      .strictObject({ kind: z.literal('repeal'), at: placeSchema, provision: provisionSchema })
      .describe('A provision that goes, with all below it, as it reads.'),
    z
      .strictObject({
        kind: z.literal('substitute'),
        target: provisionIdSchema,
        from: wordingSchema,
        to: wordingSchema,
      })
      .describe('The whole heading and words of a provision, as they read and as they shall read.'),
    replaceSchema.describe('Some words of a provision and what comes in their place, everywhere that is named.'),
    z
      .strictObject({
        kind: z.literal('renumber'),
        target: provisionIdSchema,
        from: z.string().min(1).nullable(),
        to: z.string().min(1).nullable(),
      })
      .describe('The number of a provision, as it is printed and as it shall be.'),
    z
      .strictObject({
        kind: z.literal('move'),
        target: provisionIdSchema,
        from: placeSchema,
        to: placeSchema.describe('As the text reads without the provision; never within it.'),
      })
      .describe('A provision, with all below it, that comes to stand elsewhere.'),
    z
      .strictObject({ kind: z.literal('split'), ...divisionFields })
      .describe('One provision that becomes two siblings: the second takes the last words, and the last below it.'),
    z
      .strictObject({ kind: z.literal('join'), ...divisionFields })
      .describe('Two neighbouring provisions that become one: the words, then what is below, of the second follow.'),
  ])
  .meta({ id: 'Amendment' });

/** A change of the text as data, carrying what it replaces. */
export const amendmentSchema: z.ZodType<Amendment, z.input<typeof anyAmendmentSchema>> = anyAmendmentSchema;
