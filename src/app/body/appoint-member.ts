import { z } from 'zod';
import { personSchema } from '../../core/party/membership.schema.ts';
import { operation } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { actOnMembership, bodyField, membershipDoneSchema, optionalSeatField, termFields } from './membership.ts';

/** Records that a person sits in a body, for a seat where it has seats, from one day to another. */
export const appointMember = operation({
  name: 'appoint-member',
  room: 'body',
  kind: 'write',
  summary: 'Records that a person sits in a body, for a seat where it has seats, from one day to another.',
  roles: ['code-administrator'],
  input: z.strictObject({
    code: codeField,
    body: bodyField,
    seat: optionalSeatField,
    person: personSchema,
    ...termFields,
  }),
  output: membershipDoneSchema,
  run: (context, { code, body, from, ...asked }) =>
    actOnMembership(context, { code, body }, { type: 'appoint-member', ...asked, from: from ?? context.today }),
});
