import { z } from 'zod';
import { daySchema } from '../kernel/day.schema.ts';
import { VERSION_LABEL } from '../kernel/version-label.ts';
import { amendmentSchema } from './amendment.schema.ts';
import type { VersionPublished } from './version.ts';

/** A version label as the kernel's grammar has it, ordered part by part. */
export const versionLabelSchema = z
  .string()
  .regex(VERSION_LABEL, 'expected one to four whole numbers joined by points, such as 5.20')
  .meta({ description: 'A version label, such as 5.20; 5.5 comes before 5.14.' });

/** A published change of a code. */
export const versionPublishedSchema = z.strictObject({
  label: versionLabelSchema,
  inForceFrom: daySchema,
  source: z.strictObject({ kind: z.enum(['modification', 'designation', 'unknown']), reference: z.string().min(1) }),
  amendments: z.array(amendmentSchema),
}) satisfies z.ZodType<VersionPublished>;
