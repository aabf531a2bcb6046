import { z } from 'zod';
import { daySchema, instantSchema } from '../../kernel/day.schema.ts';
import { ORIGINS, PRESENCES, PURPOSES } from './meeting.ts';
import type { MeetingEvent } from './meeting-event.ts';

const words = z.string().min(1);
const content = z.strictObject({ id: words, digest: words });
const count = z.number().int().positive();

/** `10:00`, London time. */
export const clockTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'expected a time of day, such as 10:00' });

/** When and where a body meets. */
export const meetingTimeFields = {
  day: daySchema,
  startsAt: clockTimeSchema,
  place: words,
  paperDay: daySchema,
};

/** An item of an agenda. */
export const agendaItemSchema = z.strictObject({
  id: words,
  title: words,
  purpose: z.enum(PURPOSES),
  confidential: z.boolean(),
  origin: z.enum(ORIGINS),
  modification: words.nullable(),
  steps: z.array(words).readonly(),
});

/** A due item that is not dealt with. */
export const leftOutSchema = z.strictObject({ item: words, reasons: words });

/** A paper of a meeting. */
export const meetingPaperSchema = z.strictObject({
  number: words,
  sequence: count,
  item: words,
  title: words,
  access: z.enum(['public', 'members']),
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('record'), modification: words, paper: words, asOf: instantSchema }),
    z.strictObject({ kind: z.literal('file'), fileName: words, pages: count, content }),
  ]),
  tabledOn: daySchema,
});

/** A person at a meeting. */
export const attendeeSchema = z.strictObject({
  name: words,
  seat: words.nullable().default(null),
  presence: z.enum(PRESENCES),
});

/** Something that somebody is to do, as it was placed. */
export const placedActionSchema = z.strictObject({
  id: words,
  what: words,
  owner: words,
  due: daySchema,
  item: words.nullable(),
  placedOn: daySchema,
});

/** A version of the minutes. */
const minutesVersionSchema = z.strictObject({
  version: count,
  by: words,
  on: daySchema,
  items: z
    .array(
      z.strictObject({
        item: words,
        title: words,
        confidential: z.boolean(),
        words: z.string(),
        recorded: z.array(words).readonly(),
      }),
    )
    .readonly(),
  confidential: content.nullable(),
});

/** Everything that can happen to a meeting. */
export const meetingEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('meeting-called'),
    meeting: words,
    code: words,
    body: words,
    number: count.nullable(),
    rulebook: words,
    on: daySchema,
    ...meetingTimeFields,
  }),
  z.strictObject({
    type: z.literal('meeting-moved'),
    reasons: words,
    on: daySchema,
    number: count.exactOptional(),
    ...meetingTimeFields,
  }),
  z.strictObject({ type: z.literal('meeting-cancelled'), reasons: words, on: daySchema }),
  z.strictObject({
    type: z.literal('agenda-arranged'),
    items: z.array(agendaItemSchema).readonly(),
    leftOut: z.array(leftOutSchema).readonly(),
    on: daySchema,
  }),
  z.strictObject({ type: z.literal('meeting-paper-tabled'), paper: meetingPaperSchema }),
  z.strictObject({ type: z.literal('meeting-paper-withdrawn'), number: words, reasons: words, on: daySchema }),
  z.strictObject({
    type: z.literal('meeting-papers-issued'),
    items: z.array(agendaItemSchema).readonly(),
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('meeting-held'),
    attendance: z.array(attendeeSchema).readonly(),
    carried: z.array(words).readonly(),
    on: daySchema,
  }),
  z.strictObject({ type: z.literal('action-placed'), action: placedActionSchema }),
  z.strictObject({
    type: z.literal('action-closed'),
    action: words,
    outcome: z.enum(['done', 'dropped']),
    note: z.string(),
    on: daySchema,
  }),
  z.strictObject({ type: z.literal('minutes-drafted'), minutes: minutesVersionSchema }),
  z.strictObject({ type: z.literal('minutes-issued'), version: count, on: daySchema }),
  z.strictObject({ type: z.literal('minutes-approved'), version: count, at: words, on: daySchema }),
]) satisfies z.ZodType<MeetingEvent>;
