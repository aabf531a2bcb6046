import { z } from 'zod';
import { citationSchema } from './citation.schema.ts';
import { daySchema } from './day.schema.ts';
import type { Parameter } from './parameter.ts';

/** A dated parameter: days as ISO text outside. */
export const parameterSchema = z
  .strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    unit: z.string().min(1),
    values: z
      .array(
        z.strictObject({
          from: daySchema.nullable(),
          value: z.union([z.number(), z.string()]),
          citation: citationSchema,
        }),
      )
      .min(1),
  })
  .meta({ id: 'Parameter' }) satisfies z.ZodType<Parameter>;
