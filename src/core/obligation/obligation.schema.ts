import { z } from 'zod';
import { citationSchema } from '../kernel/citation.schema.ts';
import { commencementSchema } from '../kernel/commencement.schema.ts';
import type { Obligation, ObligationChange, Wordings } from './obligation.ts';

const words = z.string().min(1);

/** Words with their readings. */
export const wordingsSchema = z.strictObject({
  id: words,
  title: words,
  readings: z
    .array(
      z.strictObject({
        id: words,
        title: words,
        default: z.boolean(),
        commences: commencementSchema,
        ends: commencementSchema,
        citation: citationSchema,
      }),
    )
    .min(1),
}) satisfies z.ZodType<Wordings>;

/** A duty bound to a provision. */
export const obligationSchema = z.strictObject({
  id: words,
  title: words,
  instrument: words,
  provision: words,
  bearers: z.array(words).min(1),
  each: z.enum(['smets1-system', 'party']),
  fuel: z.enum(['electricity', 'gas']).nullable(),
  modality: z.enum(['must', 'must-not', 'may']),
  object: words,
  judgementWords: z.array(words),
  wording: words,
  evidence: z.array(words),
  countsDevices: z.boolean(),
  assessableAfter: z.array(words),
  covers: z.array(words),
  citation: citationSchema,
}) satisfies z.ZodType<Obligation>;

/** What a modification does to an obligation. */
export const obligationChangeSchema = z.strictObject({
  obligation: words,
  from: words,
  to: words,
}) satisfies z.ZodType<ObligationChange>;
