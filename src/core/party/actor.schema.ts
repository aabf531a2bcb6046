import { z } from 'zod';
import { type Actor, ROLES } from './actor.ts';

/** A role of the record. */
export const roleSchema = z.enum(ROLES);

/** Who acts. */
export const actorSchema = z
  .strictObject({
    id: z.string().min(1),
    name: z.string().min(1),
    role: roleSchema,
    seat: z.string().exactOptional(),
    party: z.string().exactOptional(),
  })
  .meta({ id: 'Actor' }) satisfies z.ZodType<Actor>;
