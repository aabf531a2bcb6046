import { z } from 'zod';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { clashesOf, type TimetableClash } from '../../core/modification/timetable/clashes.ts';
import { modificationField, readOpenProposals } from '../modification/proposals.ts';
import { done, operation } from '../operation.ts';

/** What of timetables does not go together. */
export const clashSchema = z.strictObject({
  kind: z.enum(['consultations', 'crowded-meeting', 'no-meeting', 'after-freeze', 'late-decision']),
  sentence: z.string(),
  modifications: z.array(z.string()).readonly(),
  from: daySchema,
  to: daySchema,
  citation: citationSchema.nullable(),
}) satisfies z.ZodType<TimetableClash>;

/** Everything in the timetables of open modifications that does not go together. */
export const listClashes = operation({
  name: 'list-clashes',
  room: 'timetable',
  kind: 'read',
  summary:
    'Lists what in the timetables of open modifications does not go together: consultations of the same Parties in one week, crowded meetings, days without a meeting, decisions too late for their release.',
  roles: 'anyone',
  input: z.strictObject({
    modification: modificationField.nullable().default(null).meta({ description: 'Only those that concern it.' }),
  }),
  output: z.strictObject({ clashes: z.array(clashSchema).readonly() }),
  run: async (context, { modification }) => {
    const open = await readOpenProposals(context, null);
    const clashes = clashesOf(
      open.map(({ state, rules }) => ({ life: state, rules })),
      context.today,
    );
    const concerns = (clash: TimetableClash) => modification === null || clash.modifications.includes(modification);
    return done({ clashes: clashes.filter(concerns) });
  },
});
