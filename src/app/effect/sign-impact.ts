import { z } from 'zod';
import { actOnProposal, modificationField, readProposal, SIGNED_IN } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { operation } from '../operation.ts';
import { effectOptionFields } from './effect-options.ts';
import { computeImpact } from './impact-of.ts';

const MOST = 20_000;

/** Signs what is said of the impact on Parties, with the figures that are computed at that moment. */
export const signImpact = operation({
  name: 'sign-impact',
  room: 'effect',
  kind: 'write',
  summary:
    'Signs what is said of the impact of a modification on Parties, in whatever words, with the figures computed at that moment; it replaces what was signed before.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    text: z
      .string()
      .max(MOST, `expected at most ${MOST.toLocaleString('en-GB')} characters`)
      .meta({ description: 'What is said, in paragraphs with an empty line between them.' }),
    readings: effectOptionFields.readings,
    assume: effectOptionFields.assume,
  }),
  output: modificationViewSchema,
  run: async (context, { modification, text, ...chosen }) => {
    const read = await readProposal(context, modification, null);
    if (!read.ok) return read;
    const { revision } = read.value.state.legalText;
    const computed = await computeImpact(context, modification, revision, chosen, null);
    if (!computed.ok) return computed;
    const { figures, basis } = computed.value;
    return actOnProposal(context, modification, {
      type: 'sign-impact',
      text: text.replaceAll('\r\n', '\n'),
      figures,
      basis,
    });
  },
});
