import { z } from 'zod';
import { refused } from '../../core/kernel/decider.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { JUDGES, judgementsIn, mayReadJudgements } from '../../core/obligation/judgement.ts';
import { act } from '../act.ts';
import { operation } from '../operation.ts';
import { partyField } from '../party/estate.ts';
import { reasonsField } from './confirm-binding.ts';
import { judgementEvents, judgementStream } from './read-judgements.ts';

/** Takes a judgement back, as whoever recorded it or for the Code Administrator. */
export const withdrawJudgement = operation({
  name: 'withdraw-judgement',
  room: 'obligation',
  kind: 'write',
  summary:
    'Takes a judgement back: whoever recorded it, or the Code Administrator; it stays in the record as taken back.',
  roles: JUDGES,
  input: z.strictObject({
    party: partyField,
    judgement: z.string().min(1).meta({ description: 'Judgement by id.' }),
    reasons: reasonsField,
  }),
  output: z.strictObject({ judgement: z.string() }),
  run: async (context, { party, judgement, reasons }) =>
    act<{ judgement: string }>(context, 'withdraw-judgement', async (load) => {
      const { actor, today } = context;
      const { stream, events, recorded } = await load(judgementStream(party));
      const found = judgementsIn(judgementEvents(events)).find((one) => one.id === judgement);
      if (found === undefined || !mayReadJudgements(actor, party)) {
        return refused(
          rejection('not-found', `There is no judgement "${judgement}" about ${party}.`, {
            place: { field: 'judgement' },
          }),
        );
      }
      if (found.withdrawn !== null) {
        const sentence = `${found.withdrawn.by} has taken this judgement back already.`;
        return refused(rejection('input-invalid', sentence, { place: { field: 'judgement' } }));
      }
      const judge = recorded.find(({ event }) => event.type === 'judgement-recorded' && event.id === judgement)?.actor;
      if (judge?.id !== actor.id && actor.role !== 'code-administrator') {
        const unblock = [{ who: found.by, by: 'take it back', until: null }];
        return refused(rejection('wrong-actor', `This judgement is ${found.by}'s to take back.`, { unblock }));
      }
      const event = { type: 'judgement-withdrawn', id: judgement, reasons, by: actor.name, on: today } as const;
      return { ok: true, writes: [{ stream, events: [event] }], value: { judgement } };
    }),
});
