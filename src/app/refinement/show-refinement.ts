import { z } from 'zod';
import { knownAtField } from '../instruments.ts';
import { modificationField, readProposal } from '../modification/proposals.ts';
import { done, operation } from '../operation.ts';
import { refinementViewSchema } from './refinement.schema.ts';
import { refinementViewOf } from './refinement-view.ts';

/** How a modification is refined. */
export const showRefinement = operation({
  name: 'show-refinement',
  room: 'refinement',
  kind: 'read',
  summary: 'Shows how a modification is refined: its Working Group, its assessments, and what is still to be done.',
  roles: 'anyone',
  input: z.strictObject({ modification: modificationField, knownAt: knownAtField }),
  output: refinementViewSchema,
  run: async (context, { modification, knownAt }) => {
    const read = await readProposal(context, modification, knownAt);
    if (!read.ok) return read;
    const { state, rules } = read.value;
    return done(refinementViewOf(state, { ...rules, now: knownAt ?? context.now }));
  },
});
