import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import type { Amendment } from '../../core/code/amendment.ts';
import { applyAmendments } from '../../core/code/apply-amendment.ts';
import type { CodeText } from '../../core/code/provision.ts';
import { findById, findByReference } from '../../core/code/tree.ts';
import { versionLabelSchema } from '../../core/code/version.schema.ts';
import { textLabelled } from '../../core/code/version.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { readInstrument } from '../instruments.ts';
import { legalTextFault } from '../modification/legal-text-fault.ts';
import { actOnProposal, modificationField, readProposal, SIGNED_IN } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { operation, refuse } from '../operation.ts';

const wordingsSchema = z.array(
  z.strictObject({
    provision: z.string().min(1).meta({ description: 'Provision by reference or id: G3.26.' }),
    words: z.string().min(1).meta({ description: 'What it says instead.' }),
  }),
);

/** Raises an alternative solution with a legal text of its own, by amendments or by what provisions say instead. */
export const raiseAlternative = operation({
  name: 'raise-alternative',
  room: 'refinement',
  kind: 'write',
  summary:
    'Raises an alternative solution with a legal text of its own, by amendments or by what provisions say instead.',
  roles: SIGNED_IN,
  takesText: true,
  input: z.strictObject({
    modification: modificationField,
    title: z.string().min(1),
    description: z.string().default(''),
    against: versionLabelSchema
      .nullable()
      .default(null)
      .meta({ description: 'Label of the version that it amends; left out, that of what is proposed.' }),
    amendments: z.array(amendmentSchema).default([]),
    wordings: wordingsSchema.default([]).meta({ description: 'New words of provisions, after the amendments.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, against: given, amendments, wordings, ...asked }) => {
    const read = await readProposal(context, modification, null);
    if (!read.ok) return read;
    const { content, legalText } = read.value.state;
    const against = given ?? legalText.against;
    const fields = { against: 'against', amendments: 'amendments' };
    const fault = await legalTextFault(context, { code: content.code, against, amendments }, fields);
    if (fault !== null) return refuse(fault);
    const instrument = await readInstrument(context, content.code, null);
    if (!instrument.ok) return instrument;
    const base = textLabelled(instrument.value, against, null);
    if (base === null) return refuse(rejection('not-found', `The record holds no version ${against}.`));
    const worded = reworded(base.text, amendments, wordings);
    if ('provision' in worded) {
      const sentence = `Version ${against} of the ${instrument.value.shortTitle} has no provision "${worded.provision}".`;
      return refuse(rejection('not-found', sentence, { place: { field: `wordings.${worded.at}.provision` } }));
    }
    return actOnProposal(context, modification, {
      type: 'raise-alternative',
      ...asked,
      against,
      amendments: worded.all,
    });
  },
});

/** The amendments and, after them, those that give provisions other words; or which provision is not there. */
function reworded(
  base: CodeText,
  amendments: readonly Amendment[],
  wordings: z.output<typeof wordingsSchema>,
): { readonly all: readonly Amendment[] } | { readonly provision: string; readonly at: number } {
  const all = [...amendments];
  for (const [at, { provision, words }] of wordings.entries()) {
    const made = applyAmendments(base, all);
    const text = made.ok ? made.text : base;
    const found = findById(text, provision) ?? findByReference(text, provision);
    if (found === null) return { provision, at };
    const { id: target, heading, text: from } = found;
    all.push({ kind: 'substitute', target, from: { heading, text: from }, to: { heading, text: words } });
  }
  return { all };
}
