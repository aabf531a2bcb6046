import { z } from 'zod';
import { blockSchema } from '../../core/document/block.schema.ts';
import { CHANNELS, MESSAGE_STATES } from '../../core/document/notice/message.ts';
import { TOPICS, type Topic } from '../../core/document/notice/notice.ts';
import { MODES } from '../../core/document/notice/preference.ts';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { ROLES } from '../../core/party/actor.ts';

/** A topic by name. */
export const topicField = z.enum(Object.keys(TOPICS) as [Topic, ...Topic[]]);

/** A choice of how one is told. */
export const preferenceField = z.strictObject({
  topic: topicField.nullable().default(null).meta({ description: 'Null or left out: every topic.' }),
  modification: z
    .string()
    .min(1)
    .max(60)
    .nullable()
    .default(null)
    .meta({ description: 'Null or left out: every one.' }),
  mode: z.enum(MODES),
});

const concernField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('role'), role: z.enum(ROLES) }),
  z.strictObject({ kind: z.literal('seat'), seat: z.string() }),
  z.strictObject({ kind: z.literal('party'), party: z.string() }),
]);

/** A notice as it is given. */
export const noticeField = z.strictObject({
  id: z.string(),
  topic: topicField,
  what: z.string().meta({ description: 'What happened: ballot-opened.' }),
  modification: z.string().nullable(),
  code: z.string().nullable(),
  subject: z.string(),
  body: z.array(blockSchema).readonly(),
  concerns: z.array(concernField).readonly().meta({ description: 'Whom it asks for something, or matters to most.' }),
  isPublic: z.boolean(),
  at: instantSchema,
  until: instantSchema.nullable().meta({ description: 'From when on it is no longer worth telling.' }),
  reminds: z.string().nullable().meta({ description: 'What it reminds of; null where it tells of what happened.' }),
});

/** A message of the outbox as it is given. */
export const messageField = z.strictObject({
  id: z.string(),
  channel: z.enum(CHANNELS),
  recipient: z.string().meta({ description: 'Person by id, or webhook.' }),
  isDigest: z.boolean(),
  state: z.enum(MESSAGE_STATES),
  attempts: z.number().int(),
  next: instantSchema.nullable(),
  error: z.string().nullable(),
  settledAt: instantSchema.nullable(),
  notices: z.array(noticeField).readonly(),
});
