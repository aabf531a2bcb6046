import { z } from 'zod';
import { knownAtField } from '../instruments.ts';
import { done, operation } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { bodyViewOf, bodyViewSchema } from './body-view.ts';
import { readMembership } from './membership.ts';

/** The bodies of a code with who sits in them today. */
export const listBodies = operation({
  name: 'list-bodies',
  room: 'body',
  kind: 'read',
  summary: 'Lists the bodies of a code with their seats and members today.',
  roles: 'anyone',
  input: z.strictObject({ code: codeField, knownAt: knownAtField }),
  output: z.strictObject({ bodies: z.array(bodyViewSchema) }),
  run: async ({ ports, today }, { code, knownAt }) => {
    const { bodies } = await ports.rulebooks.current(code);
    const views = bodies.map(async (body) =>
      bodyViewOf(code, body, await readMembership(ports, code, body.id, knownAt), today),
    );
    return done({ bodies: await Promise.all(views) });
  },
});
