import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { operation, refuse } from '../operation.ts';
import { wordingsLeft } from './draft-obligation-change.ts';
import { actOnProposal, modificationField, readProposal, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** The proposer takes out what was said of an obligation. */
export const removeObligationChange = operation({
  name: 'remove-obligation-change',
  room: 'modification',
  kind: 'write',
  summary: 'Takes out what a modification is said to do to an obligation.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    obligation: z.string().min(1).meta({ description: 'Obligation by id.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, obligation }) => {
    const read = await readProposal(context, modification, null);
    if (!read.ok) return read;
    const { content } = read.value.state;
    const obligations = content.obligations.filter((one) => one.obligation !== obligation);
    if (obligations.length === content.obligations.length) {
      const sentence = `${modification} says nothing of the obligation "${obligation}"; expected one that it changes.`;
      return refuse(rejection('not-found', sentence, { place: { field: 'obligation' } }));
    }
    const wordings = wordingsLeft(content.wordings, obligations);
    return actOnProposal(context, modification, { type: 'draft-obligations', obligations, wordings });
  },
});
