import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { mayReadWhole } from '../consultation/responses.ts';
import { knownAtField } from '../instruments.ts';
import { done, operation, refuse } from '../operation.ts';
import { modificationField, readProposal } from './proposals.ts';

/** The words of a response, for its own party and for the Code Administrator, who collates them. */
export const showResponse = operation({
  name: 'show-response',
  room: 'modification',
  kind: 'read',
  summary: 'Shows the words of a response to its own party and to the Code Administrator.',
  roles: ['party', 'code-administrator'],
  input: z.strictObject({
    modification: modificationField,
    response: z.string().min(1).meta({ description: 'Names the words that are kept, as the receipt does.' }),
    knownAt: knownAtField,
  }),
  output: z.strictObject({
    party: z.string(),
    body: z.string().nullable().meta({ description: 'As it is kept; null when it was lawfully erased.' }),
  }),
  run: async (context, { modification, response, knownAt }) => {
    const read = await readProposal(context, modification, knownAt);
    if (!read.ok) return read;
    const responses = Object.values(read.value.state.consultations).flatMap((held) => [
      ...held.responses,
      ...held.replaced,
    ]);
    const named = responses.filter(({ content, sealed }) => [content.id, sealed?.content.id].includes(response));
    const [first] = named;
    if (first === undefined) return refuse(rejection('not-found', `${modification} has no response "${response}".`));
    const { actor, ports } = context;
    const found = named.find((one) => mayReadWhole(actor, one));
    if (found === undefined) {
      return refuse(
        rejection('wrong-actor', 'The words of a response are for its own Party and the Code Administrator.'),
      );
    }
    const kept = await ports.store.confidential(response);
    return done({ party: found.party, body: kept?.body ?? null });
  },
});
