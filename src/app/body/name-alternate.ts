import { z } from 'zod';
import { personSchema } from '../../core/party/membership.schema.ts';
import { SIGNED_IN } from '../modification/proposals.ts';
import { operation } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { actOnMembership, bodyField, membershipDoneSchema, seatField, termFields } from './membership.ts';

/** Names a person who stands in for the holder of a seat, for a time and, where so said, for some ballots or meetings only. */
export const nameAlternate = operation({
  name: 'name-alternate',
  room: 'body',
  kind: 'write',
  summary:
    'Names a person who stands in for the holder of a seat, for a time and, where so said, for some ballots or meetings only.',
  roles: SIGNED_IN,
  input: z.strictObject({
    code: codeField,
    body: bodyField,
    seat: seatField,
    person: personSchema,
    ...termFields,
    only: z.array(z.string().min(1)).nullable().default(null).meta({
      description: 'What for, as streams of the record: modification/SECMP0065; left out, whatever comes up.',
    }),
  }),
  output: membershipDoneSchema,
  run: (context, { code, body, from, ...asked }) =>
    actOnMembership(context, { code, body }, { type: 'name-alternate', ...asked, from: from ?? context.today }),
});
