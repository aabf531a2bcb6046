import { z } from 'zod';
import { daySchema } from '../kernel/day.schema.ts';
import type { MembershipEvent, Person } from './membership.ts';

const words = z.string().min(1);

/** Somebody who sits in a body. */
export const personSchema = z
  .strictObject({
    account: words
      .nullable()
      .default(null)
      .meta({ description: 'Account by id, so that they can act; null for none.' }),
    name: words,
  })
  .meta({ id: 'Person' }) satisfies z.ZodType<Person>;

const about = { body: words, code: words, on: daySchema };
const term = { from: daySchema, until: daySchema.nullable() };

/** Everything that happens to the membership of a body. */
export const membershipEventSchemas = [
  z.strictObject({
    ...about,
    type: z.literal('member-appointed'),
    seat: words.nullable(),
    person: personSchema,
    ...term,
  }),
  z.strictObject({
    ...about,
    type: z.literal('membership-ended'),
    seat: words.nullable(),
    person: personSchema,
    until: daySchema,
    reasons: z.string(),
  }),
  z.strictObject({
    ...about,
    type: z.literal('alternate-named'),
    seat: words,
    person: personSchema,
    ...term,
    only: z.array(words).nullable(),
  }),
  z.strictObject({
    ...about,
    type: z.literal('alternate-ended'),
    seat: words,
    person: personSchema,
    until: daySchema,
  }),
] as const satisfies readonly z.ZodType<MembershipEvent>[];
