import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { done, operation, refuse } from '../operation.ts';
import { releaseNamed } from '../timetable/release-named.ts';
import { actOnProposal, modificationField, partField, readProposal, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Sets the day of implementation that a late decision left open, or moves one that is still to come. */
export const setImplementationDate = operation({
  name: 'set-implementation-date',
  room: 'modification',
  kind: 'write',
  summary:
    'Sets the day of implementation that a late decision left open, or moves one that is still to come: to a release, or to a day of its own.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    part: partField,
    day: daySchema
      .nullable()
      .default(null)
      .meta({ description: 'The day; on one that is no release day it is implemented ad hoc.' }),
    release: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'A release instead: its day, or its name such as November 2018.' }),
    reasons: z.string().default(''),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, part, day: given, release, ...asked }) => {
    const read = await readProposal(context, modification, null);
    if (!read.ok) return read;
    const { state, rules } = read.value;
    if ((given === null) === (release === null)) {
      const both = release === null ? 'Neither a day nor a release is given' : 'A day and a release are both given';
      return refuse(rejection('input-invalid', `${both}; expected one of the two.`, { place: { field: 'day' } }));
    }
    const named = release === null ? done(null) : releaseNamed(release, context.today, rules, state.raisedOn);
    if (!named.ok) return named;
    const day = named.value?.day ?? given;
    if (day === null) throw new Error('a day or a release was given');
    return actOnProposal(context, modification, {
      ...{ type: 'set-implementation-date', ...asked, day },
      ...(part && { part }),
    });
  },
});
