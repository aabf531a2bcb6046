import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { contains } from '../../core/kernel/interval.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { profileSchema } from '../../core/modification/profile/profile.schema.ts';
import { done, operation, refuse } from '../operation.ts';

/** A change process as data: the one named, or the one under which a proposal is raised on a day. */
export const showProfile = operation({
  name: 'show-profile',
  room: 'rulebook',
  kind: 'read',
  summary:
    'Shows a change process: its stages and steps, who acts, what each step waits for, and how sure each rule is.',
  roles: 'anyone',
  input: z.strictObject({
    profile: z.string().min(1).nullable().default(null).meta({ description: 'Profile by id: sec-2016.' }),
    on: daySchema
      .nullable()
      .default(null)
      .meta({ description: 'Day of raising, when no profile is named; left out, today.' }),
  }),
  output: z.strictObject({
    code: z.string(),
    digest: z.string().meta({ description: 'SHA-256 of the rulebook that says so.' }),
    known: z.array(z.string()).meta({ description: 'Every profile of the rulebook by id.' }),
    profile: profileSchema,
  }),
  run: async ({ ports, today }, { profile: id, on }) => {
    const { code, digest, profiles } = await ports.rulebooks.current('sec');
    const raisedOn = on ?? today;
    const known = profiles.map((profile) => profile.id);
    const found = profiles.find((profile) => (id === null ? contains(profile.applies, raisedOn) : profile.id === id));
    if (found !== undefined) return done({ code, digest, known, profile: found });
    const sentence =
      id === null
        ? `No profile of the rulebook applies to a proposal raised on ${formatDay(raisedOn)}; known are ${known.join(', ')}.`
        : `There is no profile "${id}"; expected one of ${known.join(', ')}.`;
    return refuse(rejection('not-found', sentence, { place: { field: id === null ? 'on' : 'profile' } }));
  },
});
