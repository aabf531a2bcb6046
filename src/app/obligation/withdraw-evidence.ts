import { z } from 'zod';
import { refused } from '../../core/kernel/decider.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { evidenceIn, mayWithdrawEvidence } from '../../core/obligation/evidence.ts';
import { act } from '../act.ts';
import { operation } from '../operation.ts';
import { partyField } from '../party/estate.ts';
import { reasonsField } from './confirm-binding.ts';
import { evidenceEvents, evidenceStream, keptOf } from './read-evidence.ts';

/** Withdraws evidence that was recorded in error: its place is empty again, and the piece stays in the record as withdrawn. */
export const withdrawEvidence = operation({
  name: 'withdraw-evidence',
  room: 'obligation',
  kind: 'write',
  summary:
    'Withdraws evidence that was recorded in error, such as the wrong file or for the wrong period; it stays in the record as withdrawn.',
  roles: ['party', 'code-administrator'],
  input: z.strictObject({
    party: partyField,
    evidence: z.string().min(1).meta({ description: 'Evidence by id.' }),
    reasons: reasonsField,
  }),
  output: z.strictObject({ evidence: z.string() }),
  run: async (context, { party, evidence, reasons }) => {
    const { actor, today, ports } = context;
    const kept = keptOf(ports, party, reasons);
    return act<{ evidence: string }>(context, 'withdraw-evidence', async (load) => {
      if (actor.role === 'party' && actor.party !== party) {
        const sentence = 'A Party withdraws evidence of itself alone.';
        return refused(rejection('wrong-actor', sentence, { place: { field: 'party' } }));
      }
      const { stream, events } = await load(evidenceStream(party));
      const place = { place: { field: 'evidence' } };
      const found = evidenceIn(evidenceEvents(events)).find((one) => one.id === evidence);
      if (found === undefined)
        return refused(rejection('not-found', `There is no evidence "${evidence}" of ${party}.`, place));
      if (found.withdrawn !== null) {
        const sentence = `${found.withdrawn.by} has withdrawn this evidence already.`;
        return refused(rejection('input-invalid', sentence, place));
      }
      if (!mayWithdrawEvidence(actor, found)) {
        const unblock = [{ who: 'the Code Administrator', by: 'withdraw it', until: null }];
        const sentence = 'The Code Administrator recorded this evidence, and withdraws it.';
        return refused(rejection('wrong-actor', sentence, { ...place, unblock }));
      }
      const told = { id: kept.id, digest: kept.digest };
      const event = { type: 'evidence-withdrawn', id: evidence, reasons: told, by: actor.name, on: today } as const;
      return { ok: true, writes: [{ stream, events: [event], confidential: [kept] }], value: { evidence } };
    });
  },
});
