import { z } from 'zod';
import { provisionSchema } from '../../core/code/provision.schema.ts';
import { versionsOf } from '../../core/code/provision-history.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import {
  describeInstrument,
  describeVersion,
  instrumentField,
  instrumentSchema,
  knownAtField,
  readInstrument,
  versionSchema,
} from '../instruments.ts';
import { done, operation, refuse } from '../operation.ts';

/** One provision from change to change, followed through renumbering and moves. */
export const showHistory = operation({
  name: 'show-history',
  room: 'text',
  kind: 'read',
  summary: 'Shows every wording that a provision has had or will have, with the days it is in force.',
  roles: 'anyone',
  input: z.strictObject({
    instrument: instrumentField,
    reference: z.string().min(1).meta({ description: 'Printed reference: G3.26.' }),
    knownAt: knownAtField,
  }),
  output: z.strictObject({
    instrument: instrumentSchema,
    reference: z.string(),
    wordings: z.array(
      versionSchema.extend({
        reference: z.string().nullable(),
        provision: provisionSchema.nullable().meta({ description: 'Null while the text does not have it.' }),
      }),
    ),
  }),
  run: async (context, { instrument, reference, knownAt }) => {
    const read = await readInstrument(context, instrument, knownAt);
    if (!read.ok) return read;
    const runs = versionsOf(read.value, reference, null);
    if (runs.length === 0) {
      return refuse(rejection('not-found', `No text of the ${read.value.shortTitle} has a provision "${reference}".`));
    }
    const wordings = runs.map((run) => ({
      ...describeVersion(run),
      reference: run.reference,
      provision: run.provision,
    }));
    return done({ instrument: describeInstrument(read.value), reference, wordings });
  },
});
