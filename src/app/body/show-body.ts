import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { knownAtField } from '../instruments.ts';
import { done, operation } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { bodyViewOf, bodyViewSchema } from './body-view.ts';
import { bodyField, findBody, readMembership } from './membership.ts';

/** A body with its seats, who holds them on a day, who stands in, and which are vacant. */
export const showBody = operation({
  name: 'show-body',
  room: 'body',
  kind: 'read',
  summary: 'Shows a body with its seats, who holds each on a day, who may stand in, and which are vacant.',
  roles: 'anyone',
  input: z.strictObject({
    code: codeField,
    body: bodyField,
    on: daySchema.nullable().default(null).meta({ description: 'The day; left out, today.' }),
    knownAt: knownAtField,
  }),
  output: bodyViewSchema,
  run: async (context, { code, body, on, knownAt }) => {
    const found = await findBody(context, code, body);
    if (!found.ok) return found;
    const membership = await readMembership(context.ports, code, body, knownAt);
    return done(bodyViewOf(code, found.value, membership, on ?? context.today));
  },
});
