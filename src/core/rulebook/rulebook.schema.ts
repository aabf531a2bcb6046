import { z } from 'zod';
import { assessmentRuleSchema } from '../assurance/assessment.schema.ts';
import { codeTextSchema } from '../code/provision.schema.ts';
import { versionPublishedSchema } from '../code/version.schema.ts';
import { calendarSchema } from '../kernel/calendar.schema.ts';
import { citationSchema } from '../kernel/citation.schema.ts';
import { daySchema, partialDateSchema } from '../kernel/day.schema.ts';
import { parameterSchema } from '../kernel/parameter.schema.ts';
import { wordingsSchema } from '../kernel/reading.schema.ts';
import { historySchema } from '../modification/history/history.schema.ts';
import { profileSchema } from '../modification/profile/profile.schema.ts';
import { releaseCalendarSchema } from '../modification/timetable/release-calendar.schema.ts';
import { factKindSchema } from '../obligation/fact.schema.ts';
import { obligationSchema } from '../obligation/obligation.schema.ts';
import { meetingCalendarSchema } from '../party/meeting-calendar.schema.ts';
import { bodySchema, listedSchema, partyCategorySchema, slugSchema } from '../party/party.schema.ts';
import type { Instrument, Rulebook } from './rulebook.ts';

/** A code, licence or other instrument with its text from the first day in the record. */
export const instrumentSchema = z.strictObject({
  id: slugSchema,
  title: z.string().min(1),
  shortTitle: z.string().min(1),
  path: slugSchema,
  since: partialDateSchema,
  notice: z.string().min(1),
  base: z.strictObject({ label: z.string().min(1), inForceFrom: daySchema, text: codeTextSchema }),
  versions: z.array(versionPublishedSchema.extend({ citation: citationSchema })),
}) satisfies z.ZodType<Instrument>;

/** What the files of a rulebook hold: all of a Rulebook but its digest, which is worked out from the files. */
export const rulebookContentSchema = z.strictObject({
  code: slugSchema,
  title: z.string().min(1),
  instruments: z.array(instrumentSchema).min(1),
  objectives: z.array(listedSchema).default([]),
  partyCategories: z.array(partyCategorySchema).min(1),
  userRoles: z.array(listedSchema).default([]),
  votingCategories: z.array(listedSchema).min(1),
  impactCategories: z.array(listedSchema).min(1),
  systemImpactCategories: z.array(listedSchema).default([]),
  bodies: z.array(bodySchema).min(1),
  pathTests: z.array(listedSchema.extend({ words: z.array(z.string().min(1)).min(1) })),
  parameters: z.array(parameterSchema).min(1),
  profiles: z.array(profileSchema).min(1),
  obligations: z.array(obligationSchema).default([]),
  wordings: z.array(wordingsSchema).default([]),
  factKinds: z.array(factKindSchema).default([]),
  assessmentRules: z.array(assessmentRuleSchema).default([]),
  calendars: z.array(calendarSchema).min(1),
  meetingCalendars: z.array(meetingCalendarSchema).default([]),
  histories: z.array(historySchema).default([]),
  releaseCalendar: releaseCalendarSchema.nullable().default(null),
}) satisfies z.ZodType<Omit<Rulebook, 'digest'>>;
