import { z } from 'zod';
import { citationSchema } from './citation.schema.ts';
import { daySchema } from './day.schema.ts';
import type { Parameter, ParameterValue } from './parameter.ts';

/** A value with the day from which it holds. */
export const parameterValueSchema: z.ZodType<ParameterValue> = z.strictObject({
  from: daySchema.nullable(),
  value: z.union([z.number(), z.string()]),
  citation: citationSchema,
});

/** A dated parameter: days as ISO text outside. */
export const parameterSchema: z.ZodType<Parameter> = z
  .strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    unit: z.string().min(1),
    values: z.array(parameterValueSchema).min(1),
  })
  .meta({ id: 'Parameter' });
