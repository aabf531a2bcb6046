import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { parameterSchema, parameterValueSchema } from '../../core/kernel/parameter.schema.ts';
import { parameterOn } from '../../core/kernel/parameter.ts';
import { done, operation } from '../operation.ts';

/** The dated numbers of the code, each value with its citation and how sure it is. */
export const showParameters = operation({
  name: 'show-parameters',
  room: 'rulebook',
  kind: 'read',
  summary:
    'Shows the numbers of the code: the value in force on a day, every dated value, its source and how sure it is.',
  roles: 'anyone',
  input: z.strictObject({
    on: daySchema.nullable().default(null).meta({ description: 'The day asked about; left out, today.' }),
  }),
  output: z.strictObject({
    code: z.string(),
    title: z.string(),
    digest: z.string().meta({ description: 'SHA-256 of the rulebook that says so.' }),
    on: daySchema,
    parameters: z.array(
      z.strictObject({
        parameter: parameterSchema,
        inForce: parameterValueSchema.nullable().meta({ description: 'Null before the first value.' }),
      }),
    ),
  }),
  run: async ({ ports, today }, input) => {
    const { code, title, digest, parameters } = await ports.rulebooks.current('sec');
    const on = input.on ?? today;
    const shown = parameters.map((parameter) => ({ parameter, inForce: parameterOn(parameter, on) }));
    return done({ code, title, digest, on, parameters: shown });
  },
});
