import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { daySchema } from '../../kernel/day.schema.ts';
import { recurringRuleSchema } from '../../kernel/recurrence.schema.ts';
import type { ReleaseCalendar } from './release-calendar.ts';

const listedReleaseSchema = z.strictObject({
  title: z.string().min(1),
  day: daySchema,
  kind: z.enum(['scheduled', 'ad-hoc']),
  scopeFreeze: daySchema.exactOptional(),
  decisionBy: daySchema.exactOptional(),
  citation: citationSchema,
});

/** When versions are released; a release listed twice, or settled after its day, is refused. */
export const releaseCalendarSchema = z
  .strictObject({
    calendar: z.string().min(1),
    rules: z.array(recurringRuleSchema).default([]),
    releases: z.array(listedReleaseSchema).default([]),
    scopeFreeze: z.string().min(1),
    decisionLead: z.string().min(1),
  })
  .superRefine(({ releases }, context) => {
    releases.forEach(({ day, scopeFreeze = day, decisionBy = day }, index) => {
      const refuse = (key: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['releases', index, key], message });
      if (releases.findIndex((one) => one.day === day) !== index) {
        refuse('day', 'this day is listed twice; expected each release once');
      }
      if (scopeFreeze > day) refuse('scopeFreeze', 'the scope is frozen after the release; expected a day before it');
      if (decisionBy > day) refuse('decisionBy', 'the decision is wanted after the release; expected a day before it');
    });
  })
  .meta({ id: 'ReleaseCalendar' }) satisfies z.ZodType<ReleaseCalendar>;
