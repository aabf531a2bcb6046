import { z } from 'zod';
import { readinessReportSchema } from '../../core/assurance/readiness.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { knownAtField } from '../instruments.ts';
import { operation } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { assumeField, effectOptionFields } from './effect-options.ts';
import { readDutySources, readEffectSources } from './read-effect-sources.ts';
import { readinessFrom } from './readiness-from.ts';

/** When each party can show that it meets each duty, what holds that up and who, and what stands in meanwhile. */
export const showReadiness = operation({
  name: 'show-readiness',
  room: 'effect',
  kind: 'read',
  summary:
    'Shows for each duty of each party the first day on which compliance can be shown, who holds it up, and the exposure before it.',
  roles: 'anyone',
  input: z.strictObject({
    party: effectOptionFields.party,
    on: daySchema
      .nullable()
      .default(null)
      .meta({ description: 'Day on which it is asked where each duty stands; left out, today.' }),
    modification: z.string().min(1).nullable().default(null).meta({
      description:
        'Modification by id with which it is answered, and without which too; left out, the record as it stands.',
    }),
    code: codeField,
    knownAt: knownAtField,
    readings: effectOptionFields.readings,
    assume: assumeField,
  }),
  output: readinessReportSchema,
  run: async (context, { party, on, code, knownAt, readings, assume, modification }) => {
    if (modification !== null) {
      const read = await readEffectSources(context, modification, knownAt);
      if (!read.ok) return read;
      const asked = { party, readings, assume, on: on ?? read.value.today };
      return readinessFrom(read.value, asked, read.value);
    }
    const sources = await readDutySources(context, await context.ports.rulebooks.current(code), knownAt);
    const today = knownAt === null ? context.today : dayOfInstant(knownAt);
    return readinessFrom(sources, { party, readings, assume, on: on ?? today });
  },
});
