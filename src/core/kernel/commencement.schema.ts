import { z } from 'zod';
import type { Commencement } from './commencement.ts';
import { daySchema } from './day.schema.ts';
import { MONTH_ROUNDINGS } from './months.ts';

const eventName = z.string().min(1);

/** When something starts: days as ISO text outside. A key that its kind does not have is refused. */
export const commencementSchema: z.ZodType<Commencement> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('on'), day: daySchema }),
    z.strictObject({ kind: z.literal('event'), event: eventName }),
    z.strictObject({
      kind: z.literal('decision'),
      decision: eventName,
      by: daySchema,
      // biome-ignore lint/suspicious/noThenProperty: it holds a value, never a function, so nothing awaits it
      get then() {
        return commencementSchema;
      },
      get otherwise() {
        return commencementSchema.nullable();
      },
    }),
    z.strictObject({
      kind: z.enum(['earlier-of', 'later-of']),
      get of() {
        return z.array(commencementSchema).min(1);
      },
    }),
    z.strictObject({
      kind: z.literal('offset'),
      get base() {
        return commencementSchema;
      },
      days: z.int(),
    }),
    z.strictObject({
      kind: z.literal('working-days-after'),
      get base() {
        return commencementSchema;
      },
      workingDays: z.int(),
      calendar: z.string().min(1),
    }),
    z.strictObject({
      kind: z.literal('months-after'),
      get base() {
        return commencementSchema;
      },
      months: z.int(),
      rounding: z.enum(MONTH_ROUNDINGS),
    }),
    z.strictObject({ kind: z.literal('never') }),
  ])
  .meta({ id: 'Commencement' });
