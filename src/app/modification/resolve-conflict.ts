import { z } from 'zod';
import { applyAmendments } from '../../core/code/apply-amendment.ts';
import { keptResolutionSchema } from '../../core/code/resolution.schema.ts';
import { type KeptResolution, settles } from '../../core/code/resolution.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { operation, refuse } from '../operation.ts';
import { countConflicts, type OpenTexts, readOpenTexts } from './open-texts.ts';
import { actOnProposal, modificationField, readProposal, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

const { with: withField, class: classField, provision, resolution } = keptResolutionSchema.shape;

/** Settles a conflict between two open modifications: an order, a merged text, or a text for the case that the other is in force. */
export const resolveConflict = operation({
  name: 'resolve-conflict',
  room: 'modification',
  kind: 'write',
  summary: 'Settles a conflict between two open modifications: an order, a merged text, or a contingent text.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    with: withField,
    class: classField,
    provision,
    resolution,
    reasons: z.string().default(''),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, reasons, ...kept }) => {
    const [own, other] = [
      await readProposal(context, modification, null),
      await readProposal(context, kept.with, null),
    ];
    if (!own.ok) return own;
    if (!other.ok) return other;
    const { content } = own.value.state;
    const texts = await readOpenTexts(context, content.code, null);
    if (!texts.ok) return texts;
    const fault = resolutionFault(texts.value, modification, kept);
    if (fault !== null) return refuse(fault);
    const otherProposer = other.value.state.content.proposer.id;
    return actOnProposal(context, modification, { type: 'resolve-conflict', ...kept, otherProposer, reasons });
  },
});

/** Why a resolution settles nothing; null when it does. */
function resolutionFault(texts: OpenTexts, modification: string, kept: KeptResolution): Rejection | null {
  const pair = [modification, kept.with];
  const between = countConflicts(texts, modification).filter(
    ({ conflict: { one, other } }) => pair.includes(one.modification) && pair.includes(other.modification),
  );
  const { resolution } = kept;
  const named =
    resolution.kind === 'order' ? resolution.first : resolution.kind === 'contingent' ? resolution.on : null;
  if (named !== null && !pair.includes(named)) {
    return fault('resolution', `The resolution names "${named}"; expected ${pair.join(' or ')}.`);
  }
  const met = between.find(({ conflict }) => conflict.class === kept.class && conflict.provision === kept.provision);
  if (met === undefined) {
    const known = between.map(({ conflict }) => `${conflict.class} at "${conflict.provision}"`).join(', ');
    const found = known === '' ? 'they are in none' : `they are in conflict as ${known}`;
    return fault(
      'provision',
      `${pair.join(' and ')} are in no conflict "${kept.class}" at "${kept.provision}"; ${found}.`,
    );
  }
  if (resolution.kind === 'merged-text') {
    if (kept.class !== 'same-words') {
      return fault('resolution', `A merged text settles a conflict of the same words only, not "${kept.class}".`);
    }
    if (!settles(texts.last.text, modification, kept, met.conflict)) {
      const sentence = `The provision "${kept.provision}" does not read as the merged text says that it does in version ${texts.last.label}.`;
      return rejection('text-does-not-apply', sentence, { place: { field: 'resolution.from' } });
    }
  }
  return resolution.kind === 'contingent' ? contingentFault(texts, resolution) : null;
}

function contingentFault(
  { last, open }: OpenTexts,
  { on, amendments }: Extract<KeptResolution['resolution'], { kind: 'contingent' }>,
): Rejection | null {
  const text = open.find(({ id }) => id === on)?.text;
  const before = text?.ok ? applyAmendments(last.text, text.amendments) : null;
  const after = before?.ok ? applyAmendments(before.text, amendments) : before;
  if (after?.ok) return null;
  return rejection('text-does-not-apply', after?.fault ?? `The text of ${on} is not settled itself.`, {
    place: { field: 'resolution.amendments' },
  });
}

function fault(field: string, sentence: string): Rejection {
  return rejection('input-invalid', sentence, { place: { field } });
}
