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
import { modificationField } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';

/** The legal text of a modification against the text that it was drafted on. */
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
    instructions: z.array(z.string()),
    before: codeTextSchema,
    after: codeTextSchema,
    blocks: z.array(redlineBlockSchema).meta({ description: 'The changed provisions, each under those it stands in.' }),
  }),
  run: async (context, { modification, knownAt }) => {
    const [first] = await context.ports.store.read(`modification/${modification}`, knownAt);
    if (first?.event.type !== 'proposal-raised') {
      return refuse(rejection('not-found', `The register holds no modification "${modification}".`));
    }
    const { content } = first.event;
    const read = await readInstrument(context, content.code, knownAt);
    if (!read.ok) return read;
    const version = textLabelled(read.value, content.draftedAgainst, knownAt);
    if (version === null) {
      const sentence = `The legal text was drafted against version ${content.draftedAgainst} of the ${read.value.shortTitle}, which the record does not hold.`;
      return refuse(rejection('not-found', sentence));
    }
    const made = legalTextOf(version.text, content.legalText);
    if (!made.ok) return refuse(rejection('text-does-not-apply', made.fault));
    const { before, after, blocks, instructions } = made.legalText;
    return done({
      modification,
      title: content.title,
      instrument: describeInstrument(read.value),
      draftedAgainst: describeVersion(version),
      amendments: [...content.legalText],
      instructions: [...instructions],
      before,
      after,
      blocks: [...blocks],
    });
  },
});
