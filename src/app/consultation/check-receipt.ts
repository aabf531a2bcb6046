import { z } from 'zod';
import { daySchema, instantSchema } from '../../core/kernel/day.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { stanceSchema } from '../../core/modification/consultation/questionnaire.schema.ts';
import { parseReceipt, receiptMatches } from '../../core/modification/consultation/receipt.ts';
import { partiesOn, readProposal, streamOf } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';

/** Tells whoever holds a receipt what the record received: a code that the record did not give is refused. */
export const checkReceipt = operation({
  name: 'check-receipt',
  room: 'consultation',
  kind: 'read',
  summary:
    'Checks the code of a receipt against the record: for which response it was given, and whether that still counts.',
  roles: 'anyone',
  input: z.strictObject({
    code: z.string().min(1).max(200).meta({ description: 'The code as the receipt gives it.' }),
  }),
  output: z.strictObject({
    modification: z.string(),
    title: z.string(),
    step: z.string(),
    consultation: z.string().meta({ description: 'The title of the consultation.' }),
    party: z.string(),
    partyName: z.string().meta({ description: 'The party by name; its id where it is none any more.' }),
    stance: stanceSchema.nullable().meta({ description: 'Null where the party keeps it confidential.' }),
    receivedOn: daySchema,
    recordedAt: instantSchema,
    late: z.boolean(),
    counts: z.boolean().meta({ description: 'Whether it is the last response of the party; else it was replaced.' }),
    digest: z.string().meta({ description: 'SHA-256 (hex) of the salt followed by what is kept.' }),
    hash: z.string().meta({ description: 'The whole hash of the event in the chain.' }),
  }),
  run: async (context, { code }) => {
    const wrong = (sentence: string) =>
      refuse<never>(rejection('receipt-not-ours', sentence, { place: { field: 'code' } }));
    const read = parseReceipt(code);
    if (read === null) {
      return wrong(
        'That is no code of a receipt; expected a modification, a number and 32 letters and digits, such as SECMP0065.12.0123456789abcdef0123456789abcdef.',
      );
    }
    const recorded = await context.ports.store.read(streamOf(read.modification), null);
    const kept = recorded.find((one) => one.version === read.version);
    const event = kept?.event;
    if (kept === undefined || event?.type !== 'response-received' || !receiptMatches(read, kept.hash)) {
      return wrong('The record gave no receipt with that code: it was mistyped, or it is forged.');
    }
    const proposal = await readProposal(context, read.modification, null);
    if (!proposal.ok) return proposal;
    const { state, rules } = proposal.value;
    const parties = await partiesOn(context);
    const held = state.consultations[event.step]?.responses ?? [];
    return done({
      modification: read.modification,
      title: state.content.title,
      step: event.step,
      consultation: rules.profile.steps.find((one) => one.id === event.step)?.title ?? event.step,
      party: event.party,
      partyName: parties.find((one) => one.id === event.party)?.name ?? event.party,
      stance: event.stance,
      receivedOn: event.on,
      recordedAt: kept.recordedAt,
      late: event.late ?? false,
      counts: held.some((one) => one.party === event.party && one.content.id === event.content.id),
      digest: event.content.digest,
      hash: kept.hash,
    });
  },
});
