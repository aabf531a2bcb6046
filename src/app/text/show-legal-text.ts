import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import { legalTextOf } from '../../core/code/legal-text.ts';
import { codeTextSchema } from '../../core/code/provision.schema.ts';
import { redlineBlockSchema } from '../../core/code/redline.schema.ts';
import { textLabelled } from '../../core/code/version.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import {
  describeInstrument,
  describeVersion,
  instrumentSchema,
  knownAtField,
  readInstrument,
  versionSchema,
} from '../instruments.ts';
import { modificationField, readProposal } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { done, operation, refuse } from '../operation.ts';

/** The legal text of a modification as it now stands, against the text that it amends. */
export const showLegalText = operation({
  name: 'show-legal-text',
  room: 'text',
  kind: 'read',
  summary: 'Shows what the legal text of a modification does to the text that it was drafted against.',
  roles: 'anyone',
  input: z.strictObject({ modification: modificationField, knownAt: knownAtField }),
  output: z.strictObject({
    modification: z.string(),
    title: z.string(),
    instrument: instrumentSchema,
    draftedAgainst: versionSchema,
    amendments: z.array(amendmentSchema),
    revision: modificationViewSchema.shape.legalText.shape.revision,
    over: modificationViewSchema.shape.legalText.shape.over,
    instructions: z.array(z.string()),
    before: codeTextSchema,
    after: codeTextSchema,
    blocks: z.array(redlineBlockSchema).meta({ description: 'The changed provisions, each under those it stands in.' }),
  }),
  run: async (context, { modification, knownAt }) => {
    const proposal = await readProposal(context, modification, knownAt);
    if (!proposal.ok) return proposal;
    const { content, legalText: current } = proposal.value.state;
    const read = await readInstrument(context, content.code, knownAt);
    if (!read.ok) return read;
    const version = textLabelled(read.value, current.against, knownAt);
    if (version === null) {
      const sentence = `The legal text was drafted against version ${current.against} of the ${read.value.shortTitle}, which the record does not hold.`;
      return refuse(rejection('not-found', sentence));
    }
    const made = legalTextOf(version.text, current.amendments);
    if (!made.ok) return refuse(rejection('text-does-not-apply', made.fault));
    const { before, after, blocks, instructions } = made.legalText;
    return done({
      modification,
      title: content.title,
      instrument: describeInstrument(read.value),
      draftedAgainst: describeVersion(version),
      amendments: [...current.amendments],
      revision: current.revision,
      over: current.over,
      instructions: [...instructions],
      before,
      after,
      blocks: [...blocks],
    });
  },
});
