import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { decide, modificationProposal } from '../../core/modification/decide.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import type { ProposalState } from '../../core/modification/state.ts';
import { actOn } from '../act.ts';
import { done, operation, refuse } from '../operation.ts';
import { modificationField, notFound, rulesWith, SIGNED_IN, settleProposal, streamOf } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';
import { viewOf } from './view.ts';

/** Moves an open proposal to another profile of its code, by that profile's own transition. */
export const moveToProfile = operation({
  name: 'move-to-profile',
  room: 'modification',
  kind: 'write',
  summary:
    'Moves an open proposal to another process of its code, where that process says how; otherwise it keeps its own.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    profile: z.string().min(1).meta({ description: 'Profile by id: sec-2018.' }),
    reasons: z.string().default(''),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, profile, reasons }) => {
    const settled = await settleProposal(context, modification);
    if (!settled.ok) return settled;
    const { rules, state: before } = settled.value;
    const rulebook = await context.ports.rulebooks.current(before.content.code);
    const to = rulebook.profiles.find((one) => one.id === profile);
    if (to === undefined) {
      const known = rulebook.profiles.map((one) => one.id).join(', ');
      const sentence = `There is no profile "${profile}"; expected one of ${known}.`;
      return refuse(rejection('not-found', sentence, { place: { field: 'profile' } }));
    }
    const command = { type: 'move-to-profile', to, rulebook: rulebook.digest, reasons } as const;
    const moved = await actOn<ProposalState, ProposalEvent>(
      context,
      command.type,
      streamOf(modification),
      modificationProposal,
      (state) => decide(command, state, { ...rules, ...context, parties: [] }),
    );
    if (!moved.ok) return moved;
    const { state, version } = moved.value;
    if (state.status === 'none') return refuse(notFound(modification));
    return done(viewOf(state, version, rulesWith(rulebook, to), context.now));
  },
});
