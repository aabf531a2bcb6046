import { z } from 'zod';
import { versionPublishedSchema } from '../../core/code/version.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { Binding } from '../../core/obligation/binding.ts';
import type { Confirmation } from '../../core/obligation/binding-event.ts';

const pointSchema = z.strictObject({
  label: z.string(),
  inForceFrom: daySchema,
  by: z.enum(['rulebook', 'first-words', 'modification', 'confirmation']).meta({
    description:
      'The rulebook names it; the first version with the provision; a modification that says what becomes of the obligation; a person.',
  }),
  modification: z.string().nullable(),
});

const changedSchema = z.strictObject({
  label: z.string(),
  inForceFrom: daySchema,
  source: versionPublishedSchema.shape.source,
  repeals: z.boolean(),
});

/** How an obligation stands to the words that it was bound to. */
export const bindingSchema = z.strictObject({
  boundTo: pointSchema.nullable().meta({ description: 'The version whose words count on the day.' }),
  points: z.array(pointSchema).meta({ description: 'Every version that it is or will be bound to, in order.' }),
  changed: changedSchema
    .nullable()
    .meta({ description: 'The version since which the words are others than those bound.' }),
  toCome: z.array(changedSchema).meta({ description: 'Published versions that will change the words.' }),
  pending: z.array(
    z.strictObject({
      modification: z.string(),
      day: daySchema.nullable(),
      notBefore: daySchema.nullable(),
      repeals: z.boolean(),
      rebinds: z.boolean().meta({ description: 'Whether it says itself what becomes of the obligation.' }),
    }),
  ),
  flag: z.enum(['changed', 'will-change', 'may-change']).nullable(),
});

/** A confirmation with who took it back. */
export const confirmationSchema = z.strictObject({
  label: z.string(),
  by: z.string(),
  on: daySchema,
  reasons: z.string(),
  reopened: z.strictObject({ by: z.string(), on: daySchema, reasons: z.string() }).nullable(),
});

/** A binding as {@link bindingSchema} says it. */
export function bindingView({ points, changed, toCome, pending, ...binding }: Binding): z.output<typeof bindingSchema> {
  return {
    ...binding,
    points: [...points],
    changed,
    toCome: [...toCome],
    pending: pending.map(({ modification, commences, repeals, rebinds }) => ({
      ...{ modification, repeals, rebinds },
      day: commences.kind === 'on' ? commences.day : null,
      notBefore: commences.kind === 'unknown' ? commences.notBefore : null,
    })),
  };
}

/** A confirmation as {@link confirmationSchema} says it. */
export function confirmationView({ confirmed, reopened }: Confirmation): z.output<typeof confirmationSchema> {
  const { label, by, on, reasons } = confirmed;
  const back = reopened === null ? null : { by: reopened.by, on: reopened.on, reasons: reopened.reasons };
  return { label, by, on, reasons, reopened: back };
}
