import { z } from 'zod';
import { citationSchema } from '../kernel/citation.schema.ts';
import type { Obligation } from './obligation.ts';

const words = z.string().min(1);

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
