import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { personSchema } from '../../core/party/membership.schema.ts';
import { operation } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { actOnMembership, bodyField, membershipDoneSchema, optionalSeatField } from './membership.ts';

/** Records that a person no longer sits in a body from a day on, and why. */
export const endMembership = operation({
  name: 'end-membership',
  room: 'body',
  kind: 'write',
  summary: 'Records that a person no longer sits in a body from a day on, and why.',
  roles: ['code-administrator'],
  input: z.strictObject({
    code: codeField,
    body: bodyField,
    seat: optionalSeatField,
    person: personSchema,
    until: daySchema.meta({ description: 'First day on which they no longer sit there.' }),
    reasons: z.string().default(''),
  }),
  output: membershipDoneSchema,
  run: (context, { code, body, ...asked }) =>
    actOnMembership(context, { code, body }, { type: 'end-membership', ...asked }),
});
