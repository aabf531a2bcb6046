import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { type Attendee, PRESENCES } from '../../core/modification/meeting/meeting.ts';
import { operation, type Result, refuse } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

const NOT_RECORDED = 'not-recorded';

/** A row of a list of people; one without a name and without a presence is blank. */
const rowSchema = z.strictObject({
  name: z.string().max(200).nullable().default(null),
  seat: z.string().min(1).nullable().default(null).meta({ description: 'Seat of the body by id; left out, none.' }),
  presence: z
    .enum([...PRESENCES, NOT_RECORDED])
    .nullable()
    .default(null)
    .meta({ description: 'Of one who is not-recorded, nothing is recorded.' }),
});

/** Records that a meeting was held. */
export const holdMeeting = operation({
  name: 'hold-meeting',
  room: 'meeting',
  kind: 'write',
  summary: 'Records who took part in a meeting, and which items it carried over to the next.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    attendance: z.array(rowSchema).max(200).readonly().meta({ description: 'Blank rows are not counted.' }),
    carried: z
      .array(z.string().min(1))
      .readonly()
      .default([])
      .meta({ description: 'Items by id that were not dealt with and go on the next agenda.' }),
  }),
  output: actedSchema,
  run: async (context, { meeting, attendance, carried }) => {
    const named = namedIn(attendance);
    if (!named.ok) return named;
    return actOnMeeting(context, meeting, { type: 'hold-meeting', attendance: named.value, carried });
  },
});

function namedIn(rows: readonly z.output<typeof rowSchema>[]): Result<readonly Attendee[]> {
  const people: Attendee[] = [];
  for (const [at, { name, seat, presence }] of rows.entries()) {
    const isNamed = name !== null && name.trim() !== '';
    if (presence === NOT_RECORDED || (!isNamed && presence === null)) continue;
    if (!isNamed || presence === null) {
      const [field, missing] = isNamed ? ['presence', `how ${name} took part`] : ['name', 'a name'];
      const place = { field: `attendance.${at}.${field}` };
      return refuse(rejection('input-invalid', `A row of those who took part says nothing of ${missing}.`, { place }));
    }
    people.push({ name: name.trim(), seat, presence });
  }
  return { ok: true, value: people };
}
