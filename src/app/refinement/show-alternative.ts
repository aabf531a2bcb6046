import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import { legalTextOf } from '../../core/code/legal-text.ts';
import { redlineBlockSchema } from '../../core/code/redline.schema.ts';
import { textLabelled } from '../../core/code/version.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { knownAtField, readInstrument } from '../instruments.ts';
import { modificationField, readProposal } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';

/** The legal text of an alternative, as a redline against the version that it amends and as instructions. */
export const showAlternative = operation({
  name: 'show-alternative',
  room: 'refinement',
  kind: 'read',
  summary: 'Shows what the legal text of an alternative does to the version that it was drafted against.',
  roles: 'anyone',
  input: z.strictObject({
    modification: modificationField,
    alternative: z.string().min(1).meta({ description: 'Alternative by id: alternative-1.' }),
    knownAt: knownAtField,
  }),
  output: z.strictObject({
    modification: z.string(),
    id: z.string(),
    title: z.string(),
    description: z.string(),
    against: z.string(),
    amendments: z.array(amendmentSchema),
    instructions: z.array(z.string()),
    blocks: z.array(redlineBlockSchema).meta({ description: 'The changed provisions, each under those it stands in.' }),
  }),
  run: async (context, { modification, alternative, knownAt }) => {
    const read = await readProposal(context, modification, knownAt);
    if (!read.ok) return read;
    const { content, refinement } = read.value.state;
    const found = refinement.alternatives.find((one) => one.id === alternative);
    if (found === undefined) {
      const sentence = `${modification} has no alternative "${alternative}".`;
      return refuse(rejection('not-found', sentence, { place: { field: 'alternative' } }));
    }
    const instrument = await readInstrument(context, content.code, knownAt);
    if (!instrument.ok) return instrument;
    const version = textLabelled(instrument.value, found.against, knownAt);
    if (version === null) {
      const sentence = `The alternative was drafted against version ${found.against}, which the record does not hold.`;
      return refuse(rejection('not-found', sentence));
    }
    const made = legalTextOf(version.text, found.amendments);
    if (!made.ok) return refuse(rejection('text-does-not-apply', made.fault));
    const { instructions, blocks } = made.legalText;
    const { id, title, description, against, amendments } = found;
    return done({
      ...{ modification, id, title, description, against },
      amendments: [...amendments],
      instructions: [...instructions],
      blocks: [...blocks],
    });
  },
});
