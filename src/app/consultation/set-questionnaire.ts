import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { questionsSchema } from '../../core/modification/consultation/questionnaire.schema.ts';
import { actOnProposal, modificationField, readProposal, SIGNED_IN, stepField } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { operation, refuse } from '../operation.ts';

/** Sets what a consultation asks; while it is open this makes a new version, to which answers that were given before are not moved. */
export const setQuestionnaire = operation({
  name: 'set-questionnaire',
  room: 'consultation',
  kind: 'write',
  summary: 'Sets the questions of a consultation before it opens, or revises them as a new version while it is open.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    questions: questionsSchema.meta({ description: 'The questions, in order.' }),
    replaces: z.int().positive().nullable().default(null).meta({ description: 'The version that was looked at.' }),
    reasons: z.string().default('').meta({ description: 'Why; needed while the consultation is open.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) => {
    const read = await readProposal(context, modification, null);
    if (!read.ok) return read;
    const { objectives } = await context.ports.rulebooks.byDigest(read.value.state.rulebook);
    const at = asked.questions.findIndex(
      ({ about }) => about?.kind === 'objective' && objectives.every((one) => one.id !== about.id),
    );
    if (at >= 0) {
      const known = objectives.map((one) => one.id).join(', ');
      const sentence = `The code has no objective "${asked.questions[at]?.about?.id}"; expected one of ${known}.`;
      return refuse(rejection('input-invalid', sentence, { place: { field: `questions.${at}.about` } }));
    }
    return actOnProposal(context, modification, { type: 'set-questionnaire', ...asked });
  },
});
