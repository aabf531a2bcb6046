import { z } from 'zod';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { topicField } from './notice-fields.ts';

const many = z.number().int();

/** A webhook as it is given: without its secret. */
export const webhookField = z.strictObject({
  id: z.string(),
  url: z.string(),
  topics: z.array(topicField).readonly().meta({ description: 'None: all.' }),
  madeAt: instantSchema,
  madeBy: z.string().meta({ description: 'Person by id.' }),
  messages: z
    .strictObject({ pending: many, sent: many, failed: many, suppressed: many })
    .meta({ description: 'How many messages to it are in which state.' }),
});
