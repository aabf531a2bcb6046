import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { roleSchema } from '../../party/actor.schema.ts';
import type { Replanning } from './replanning.ts';

const roles = z.array(roleSchema).min(1);

/** Who may put another timetable in the place of the one that holds. */
export const replanningSchema = z.strictObject({
  proposes: roles,
  agrees: roles,
  agreesUrgent: roles.exactOptional(),
  citation: citationSchema,
}) satisfies z.ZodType<Replanning>;
