import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { addDays } from '../../core/kernel/day.ts';
import { slotsOf } from '../../core/obligation/evidence.ts';
import { countingFields } from '../calendars.ts';
import { type Context, done, type Result } from '../operation.ts';
import { listDuties } from './list-duties.ts';
import { readEvidence } from './read-evidence.ts';

/** How long before its day evidence is asked for, and how long after it, in days. */
const AHEAD = 14;
const PAST = 365;

/** Evidence that a party is to record by a day. */
export const evidenceActSchema = z
  .strictObject({
    party: z.string(),
    obligation: z.string(),
    title: z.string(),
    subject: z.string().meta({ description: 'The group of systems by id, or the party itself.' }),
    systems: z.string().nullable(),
    of: daySchema.meta({ description: 'The end of the period, or the day of the event, that it is for.' }),
    until: daySchema.meta({ description: 'The day by which the duty is to be done.' }),
    overdue: z.boolean(),
    instrument: z.string(),
    shortTitle: z.string().meta({ description: 'The instrument as a citation names it: SEC.' }),
    provision: z.string(),
  })
  .meta({ id: 'EvidenceAct' });

/** {@link evidenceActSchema} as a value. */
export type EvidenceAct = z.output<typeof evidenceActSchema>;

/** What a party has not shown in the last year or is to show soon, for its own people alone; the overdue first. */
export async function evidenceDue(context: Context, party: string): Promise<Result<readonly EvidenceAct[]>> {
  const { actor, today } = context;
  if (actor.role !== 'party' || actor.party !== party) return done([]);
  const evidence = await readEvidence(context, party);
  if (!evidence.ok) return evidence;
  const standing = evidence.value.filter(({ withdrawn }) => withdrawn === null);
  const codes = (await context.ports.rulebooks.shipped()).filter(({ obligations }) => obligations.length > 0);
  const acts: EvidenceAct[] = [];
  for (const { code, instruments } of codes) {
    const span = { on: null, from: addDays(today, -PAST), to: addDays(today, AHEAD) };
    const plain = { system: null, knownAt: null, readings: {}, assume: {} };
    const listed = await listDuties.run(context, {
      ...{ party, code, calendar: countingFields.calendar.parse(undefined) },
      ...span,
      ...plain,
    });
    if (!listed.ok) return listed;
    for (const { obligation, title, subject, systems, instrument, provision, ...duty } of listed.value.duties) {
      const shortTitle = instruments.find(({ id }) => id === instrument)?.shortTitle ?? instrument;
      const own = standing.filter(
        (one) => one.code === code && one.obligation === obligation && one.subject === subject,
      );
      const due = duty.due.filter((one) => one.standing === 'due');
      const open = slotsOf(duty.recurs, due, own, today).flatMap((slot): EvidenceAct[] =>
        slot.of === null || slot.due === null || slot.standing === 'filled' || slot.standing === 'late'
          ? []
          : [
              {
                ...{ party, obligation, title, subject, systems, instrument, shortTitle, provision },
                ...{ of: slot.of, until: slot.due, overdue: slot.standing === 'overdue' },
              },
            ],
      );
      acts.push(...open);
    }
  }
  return done(acts.toSorted((a, b) => a.until - b.until));
}
