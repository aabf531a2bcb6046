import { z } from 'zod';
import { daySchema } from '../kernel/day.schema.ts';
import type { SystemGroup, Volume } from './estate.ts';

const count = z.number().int().nonnegative();

const countsSchema = z.strictObject({ devices: count, premises: count, systems: count });

/** A group of like systems of one Responsible Supplier. */
export const systemGroupSchema = z
  .strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    supplier: z.string().min(1),
    generation: z.enum(['SMETS1', 'SMETS2']),
    fuel: z.enum(['electricity', 'gas', 'dual']),
    counts: countsSchema,
    operatedFrom: daySchema,
    operatedUntil: daySchema.exactOptional().meta({ description: 'First day on which they are operated no more.' }),
  })
  .meta({ id: 'SystemGroup' }) satisfies z.ZodType<SystemGroup>;

/** Counts on a day, by what makes them count. */
export const volumeSchema = z
  .strictObject({
    smets2: countsSchema,
    smets1Bound: countsSchema,
    smets1Unbound: countsSchema,
    smets1Unsettled: countsSchema,
  })
  .meta({ id: 'Volume' }) satisfies z.ZodType<Volume>;
