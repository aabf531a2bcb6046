import { z } from 'zod';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { actorSchema } from '../../core/party/actor.schema.ts';
import { recordEventSchema } from '../../core/rulebook/record-event.schema.ts';

/** An event as the log keeps it, in ISO days and instants. */
export const recordedEventSchema = z
  .strictObject({
    stream: z.string(),
    version: z.number().int().positive(),
    position: z.number().int().positive().meta({ description: 'Place in the whole log, in commit order.' }),
    event: recordEventSchema,
    actor: actorSchema,
    cause: z.string(),
    recordedAt: instantSchema,
    hash: z.string().meta({ description: 'SHA-256 over the hash before it in its stream and the event.' }),
  })
  .meta({ id: 'RecordedEvent' });

/** Lines of text that are read or written one by one, for what is too long to hold: NDJSON at every door. */
export const linesSchema = z
  .custom<AsyncIterable<string>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
    'expected lines of text',
  )
  .meta({ id: 'Lines', description: 'Lines of an exported record (application/x-ndjson).' });
