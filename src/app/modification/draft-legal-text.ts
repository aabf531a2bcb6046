import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import { versionLabelSchema } from '../../core/code/version.schema.ts';
import { partsSchema } from '../../core/modification/proposal.schema.ts';
import { operation, refuse } from '../operation.ts';
import { legalTextFault } from './legal-text-fault.ts';
import { actOnProposal, modificationField, readProposal, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** The proposer replaces the legal text, until the process lets it stand. */
export const draftLegalText = operation({
  name: 'draft-legal-text',
  room: 'modification',
  kind: 'write',
  summary:
    'Replaces the legal text of a modification, until the process lets it stand: its first paper, or a later step.',
  roles: SIGNED_IN,
  takesText: true,
  input: z.strictObject({
    modification: modificationField,
    against: versionLabelSchema.meta({ description: 'Label of the version that it amends: 5.23.' }),
    amendments: z.array(amendmentSchema),
    parts: partsSchema
      .nullable()
      .default(null)
      .meta({ description: 'How it is divided into parts that take effect by themselves; left out, it is not.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, parts, ...drafted }) => {
    const read = await readProposal(context, modification, null);
    if (!read.ok) return read;
    const { code } = read.value.state.content;
    const fault = await legalTextFault(context, { code, ...drafted }, { against: 'against', amendments: 'amendments' });
    if (fault !== null) return refuse(fault);
    return actOnProposal(context, modification, { type: 'draft-legal-text', ...drafted, ...(parts && { parts }) });
  },
});
