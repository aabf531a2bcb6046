import { z } from 'zod';
import { daySchema } from '../kernel/day.schema.ts';
import { ROLES } from '../party/actor.ts';
import type { EvidenceEvent } from './evidence.ts';

const words = z.string().min(1);
const reference = z.strictObject({ id: words, digest: words });

/** What happens in a stream of evidence. */
export const evidenceEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('evidence-recorded'),
    id: words,
    code: words,
    obligation: words,
    party: words,
    subject: words,
    of: daySchema.nullable(),
    shows: daySchema,
    content: reference,
    file: reference.nullable(),
    by: words,
    role: z.enum(ROLES),
    on: daySchema,
  }),
  z.strictObject({ type: z.literal('evidence-withdrawn'), id: words, reasons: reference, by: words, on: daySchema }),
]) satisfies z.ZodType<EvidenceEvent>;
