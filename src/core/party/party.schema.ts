import { z } from 'zod';
import { citationSchema } from '../kernel/citation.schema.ts';
import { daySchema } from '../kernel/day.schema.ts';
import { schemeFault } from './paper-number.ts';
import type { Body, Listed, Party, PartyCategory, Seat } from './party.ts';
import type { PartyChange } from './party-over-time.ts';

/** Lower-case words joined by hyphens: `brightwater-energy`. */
export const slugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  message: 'expected lower-case words joined by hyphens, such as large-supplier',
});

/** What a party is from a day on. */
export const partyChangeSchema = z.strictObject({
  from: daySchema,
  category: slugSchema,
  roles: z.array(slugSchema).readonly().exactOptional(),
  citation: citationSchema,
}) satisfies z.ZodType<PartyChange>;

/** A company bound by the code. */
export const partySchema = z
  .strictObject({
    id: slugSchema,
    name: z.string().min(1),
    category: slugSchema,
    admittedOn: daySchema,
    group: slugSchema.exactOptional().meta({ description: 'The group of companies that it belongs to.' }),
    roles: z
      .array(slugSchema)
      .readonly()
      .exactOptional()
      .meta({ description: 'User roles by id that it is admitted in.' }),
    changes: z
      .array(partyChangeSchema)
      .readonly()
      .exactOptional()
      .meta({ description: 'What it became later, in order of recording.' }),
  })
  .meta({ id: 'Party' }) satisfies z.ZodType<Party>;

/** An entry of a list that a code holds as data. */
export const listedSchema = z.strictObject({
  id: slugSchema,
  title: z.string().min(1),
  citation: citationSchema,
}) satisfies z.ZodType<Listed>;

/** A party category with its voting category and impact boxes. */
export const partyCategorySchema = listedSchema.extend({
  votingCategory: slugSchema.nullable(),
  impactCategories: z.array(slugSchema),
  supplier: z.boolean(),
}) satisfies z.ZodType<PartyCategory>;

const seatSchema = z.strictObject({
  id: slugSchema,
  title: z.string().min(1),
  votingCategory: slugSchema,
}) satisfies z.ZodType<Seat>;

/** A body that decides or advises. */
export const bodySchema = listedSchema.extend({
  inSentence: z.string().min(1),
  seats: z.array(seatSchema),
  papers: z
    .strictObject({
      scheme: z.string().check((context) => {
        const message = schemeFault(context.value);
        if (message !== null) context.issues.push({ code: 'custom', input: context.value, message });
      }),
      citation: citationSchema,
    })
    .exactOptional(),
}) satisfies z.ZodType<Body>;
