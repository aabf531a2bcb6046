import { z } from 'zod';
import { citationSchema } from '../kernel/citation.schema.ts';
import { daySchema } from '../kernel/day.schema.ts';
import { recurringRuleSchema } from '../kernel/recurrence.schema.ts';
import type { MeetingCalendar } from './meeting-calendar.ts';
import { slugSchema } from './party.schema.ts';

/** When a body meets; a day listed twice is refused. */
export const meetingCalendarSchema = z
  .strictObject({
    body: slugSchema,
    calendar: z.string().min(1),
    rules: z.array(recurringRuleSchema).default([]),
    meetings: z
      .array(
        z.strictObject({
          day: daySchema,
          number: z.number().int().positive().exactOptional(),
          insteadOf: daySchema.exactOptional(),
          citation: citationSchema,
        }),
      )
      .default([]),
    papers: z
      .strictObject({ workingDays: z.string().min(1), urgentWorkingDays: z.string().min(1).exactOptional() })
      .exactOptional(),
    papersMost: z.string().min(1).exactOptional(),
  })
  .superRefine(({ meetings }, context) => {
    meetings.forEach(({ day }, index) => {
      if (meetings.findIndex((one) => one.day === day) === index) return;
      const message = 'this day is listed twice; expected each meeting once';
      context.addIssue({ code: 'custom', path: ['meetings', index, 'day'], message });
    });
  })
  .meta({ id: 'MeetingCalendar' }) satisfies z.ZodType<MeetingCalendar>;
