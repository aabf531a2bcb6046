import { z } from 'zod';
import { daySchema } from '../kernel/day.schema.ts';
import { amendmentSchema } from './amendment.schema.ts';
import type { VersionPublished } from './version.ts';

/** A version label: whole numbers joined by points, ordered part by part. */
export const versionLabelSchema = z
  .string()
  .regex(/^(0|[1-9]\d*)(\.(0|[1-9]\d*))*$/, 'expected whole numbers joined by points, such as 5.20')
  .meta({ description: 'A version label, such as 5.20; 5.5 comes before 5.14.' });

/** A published change of a code. */
export const versionPublishedSchema = z.strictObject({
  label: versionLabelSchema,
  inForceFrom: daySchema,
  source: z.strictObject({ kind: z.enum(['modification', 'designation', 'unknown']), reference: z.string().min(1) }),
  amendments: z.array(amendmentSchema),
}) satisfies z.ZodType<VersionPublished>;
