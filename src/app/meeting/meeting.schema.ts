import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { MEETING_STATUSES } from '../../core/modification/meeting/meeting.ts';
import {
  agendaItemSchema,
  attendeeSchema,
  clockTimeSchema,
  leftOutSchema,
  meetingPaperSchema,
  placedActionSchema,
} from '../../core/modification/meeting/meeting-event.schema.ts';
import { roleSchema } from '../../core/party/actor.schema.ts';

const many = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const listed = z.strictObject({ id: z.string(), title: z.string() });

/** What every list says of a meeting. */
export const meetingRowSchema = z
  .strictObject({
    id: z.string(),
    code: z.string(),
    body: listed,
    number: z.number().nullable(),
    day: daySchema,
    startsAt: clockTimeSchema,
    place: z.string(),
    paperDay: daySchema,
    status: z.enum(MEETING_STATUSES),
    items: z.number().int().meta({ description: 'Items on its agenda, what it collects by itself counted in.' }),
  })
  .meta({ id: 'Meeting' });

/** What a meeting or an action that it placed waits for. */
export const meetingActSchema = z
  .strictObject({
    meeting: z.string(),
    body: z.string(),
    operation: z.string(),
    act: z.string(),
    who: z.string(),
    roles: many(roleSchema),
    until: daySchema.nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: 'MeetingAct' });

/** A paper as it is listed. */
const paperViewSchema = meetingPaperSchema.extend({
  late: z.boolean().meta({ description: 'Whether it came after the paper day.' }),
  readable: z.boolean().meta({ description: 'Whether whoever asks may read it.' }),
});

/** An action with how it stands. */
export const actionViewSchema = placedActionSchema.extend({
  standing: z.enum(['open', 'overdue', 'done', 'dropped']),
  note: z.string(),
  meeting: z.string().meta({ description: 'Where it was placed.' }),
});

/** Everything that a page says of a meeting. */
export const meetingViewSchema = meetingRowSchema.omit({ items: true }).extend({
  seats: many(
    listed.extend({
      holder: z.string().nullable().meta({ description: 'Who holds it on the day; null: nobody, or not recorded.' }),
      alternates: many(z.string()),
    }),
  ),
  members: many(z.string()).meta({ description: 'Members without a seat on the day.' }),
  agenda: many(
    agendaItemSchema.extend({
      number: z.number().int(),
      papers: many(paperViewSchema),
      asked: many(
        z.strictObject({
          step: z.string(),
          title: z.string(),
          act: z.string(),
          outcome: z.string().nullable().meta({ description: 'What was decided on the day of the meeting.' }),
        }),
      ),
    }),
  ),
  sinceIssued: many(agendaItemSchema).meta({ description: 'What came due after the agenda was issued.' }),
  leftOut: many(leftOutSchema),
  withdrawn: many(z.strictObject({ number: z.string(), sequence: z.number(), title: z.string(), reasons: z.string() })),
  moves: many(z.strictObject({ from: daySchema, to: daySchema, reasons: z.string(), on: daySchema })),
  cancelled: z.strictObject({ reasons: z.string(), on: daySchema }).nullable(),
  issuedOn: daySchema.nullable(),
  attendance: many(attendeeSchema.extend({ seat: z.string().nullable() })),
  carried: many(z.string()),
  actions: many(actionViewSchema),
  outstanding: many(actionViewSchema).meta({ description: 'Actions of earlier meetings that are not closed.' }),
  outside: many(
    z.strictObject({
      modification: z.string(),
      step: z.string(),
      title: z.string(),
      outcome: z.string(),
      on: daySchema,
    }),
  ).meta({ description: 'Decisions since the meeting before that were made on a day without one.' }),
  minutes: many(z.strictObject({ version: z.number().int(), by: z.string(), on: daySchema })),
  minutesIssued: z.strictObject({ version: z.number(), on: daySchema }).nullable(),
  minutesApproved: z.strictObject({ version: z.number(), at: z.string(), on: daySchema }).nullable(),
  warnings: many(z.string()).meta({ description: 'What is odd about its day, while it is ahead.' }),
  forMembers: z.boolean().meta({ description: 'Whether whoever asks reads what is for members.' }),
  later: many(listed).meta({ description: 'Later meetings of the body, at which its minutes can be approved.' }),
  next: many(meetingActSchema),
});

/** A meeting as {@link meetingViewSchema} says it. */
export type MeetingView = z.output<typeof meetingViewSchema>;
