import { z } from 'zod';
import { knownAtField } from '../instruments.ts';
import { done, operation } from '../operation.ts';
import { modificationField, readProposal } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';
import { viewOf } from './view.ts';

/** A modification with all that its page says. */
export const showModification = operation({
  name: 'show-modification',
  room: 'modification',
  kind: 'read',
  summary: 'Shows a modification: its stages, timetable, steps, responses, ballots, decision and what happens next.',
  roles: 'anyone',
  input: z.strictObject({ modification: modificationField, knownAt: knownAtField }),
  output: modificationViewSchema,
  run: async (context, { modification, knownAt }) => {
    const read = await readProposal(context, modification, knownAt);
    if (!read.ok) return read;
    const { state, version, rules } = read.value;
    return done(viewOf(state, version, rules, knownAt ?? context.now));
  },
});
