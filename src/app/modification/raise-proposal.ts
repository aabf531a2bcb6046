import { z } from 'zod';
import { proposalContentSchema } from '../../core/modification/proposal.schema.ts';
import { operation } from '../operation.ts';
import { SIGNED_IN } from './proposals.ts';
import { raise } from './raising.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Raises a proposal: it pins the rulebook and the profile of today, and its legal text must fit what it was drafted on. */
export const raiseProposal = operation({
  name: 'raise-proposal',
  room: 'modification',
  kind: 'write',
  summary: 'Raises a modification proposal under the rules of today, which it keeps.',
  roles: SIGNED_IN,
  takesText: true,
  input: z.strictObject({ content: proposalContentSchema }),
  output: modificationViewSchema,
  run: (context, { content }) => raise(context, content),
});
