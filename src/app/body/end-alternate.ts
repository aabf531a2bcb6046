import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { personSchema } from '../../core/party/membership.schema.ts';
import { SIGNED_IN } from '../modification/proposals.ts';
import { operation } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { actOnMembership, bodyField, membershipDoneSchema, seatField } from './membership.ts';

/** Records that a person no longer stands in for a seat from a day on. */
export const endAlternate = operation({
  name: 'end-alternate',
  room: 'body',
  kind: 'write',
  summary: 'Records that a person no longer stands in for a seat from a day on.',
  roles: SIGNED_IN,
  input: z.strictObject({
    code: codeField,
    body: bodyField,
    seat: seatField,
    person: personSchema,
    until: daySchema.meta({ description: 'First day on which they no longer stand in.' }),
  }),
  output: membershipDoneSchema,
  run: (context, { code, body, ...asked }) =>
    actOnMembership(context, { code, body }, { type: 'end-alternate', ...asked }),
});
