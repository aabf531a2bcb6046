import { z } from 'zod';
import { roleSchema } from '../../party/actor.schema.ts';

const words = z.string().min(1);

/** How long something runs, by parameters. */
export const clockSchema = z.strictObject({
  workingDays: words.nullable(),
  urgentWorkingDays: words.nullable(),
  calendar: words,
  countFirst: z.boolean(),
  closesAt: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { message: 'expected a London time, such as 17:00' }),
  given: z.boolean().exactOptional(),
  variedBy: z.array(roleSchema).min(1).exactOptional(),
});
