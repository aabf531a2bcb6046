import { z } from 'zod';
import { labelFault, labelsAfter, publishVersionEvents } from '../../core/code/publish-version.ts';
import { versionLabelSchema } from '../../core/code/version.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { decide } from '../../core/modification/decide.ts';
import { implementationOf } from '../../core/modification/implementation.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import { evolve, type ProposalState, replay } from '../../core/modification/state.ts';
import { act } from '../act.ts';
import { historyOf } from '../instruments.ts';
import { operation } from '../operation.ts';
import { modificationField, notFound, SIGNED_IN, settleProposal, streamOf } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';
import { viewOf } from './view.ts';

/** Implements a modification: in one append a version of the code is published and the proposal ends. */
export const implementModification = operation({
  name: 'implement-modification',
  room: 'modification',
  kind: 'write',
  summary: 'Implements an approved modification: publishes the new version of the code and closes the proposal.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    label: versionLabelSchema.nullable().default(null).meta({ description: 'Label; left out, the next one.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, label: given }) => {
    const settled = await settleProposal(context, modification);
    if (!settled.ok) return settled;
    const { rules } = settled.value;
    return act(context, 'implement-modification', async (load) => {
      const loaded = await load<ProposalEvent>(streamOf(modification));
      const state = replay(loaded.events);
      if (state.status === 'none') return { ok: false, rejection: notFound(modification) };
      const { content } = state;
      const stream = `code/${content.code}`;
      const history = historyOf((await load(stream)).recorded);
      if (history === null) {
        return { ok: false, rejection: rejection('not-found', `The record holds no instrument "${content.code}".`) };
      }
      const label = given ?? labelsAfter(history)[0] ?? history.baseLabel;
      const command = { type: 'implement-modification', step: null, label } as const;
      const decision = decide(command, state, { ...rules, ...context, parties: [] });
      if (!decision.ok) return decision;
      const fault = labelFault(label, history);
      if (fault !== null) {
        const step = rules.profile.steps.find((one) => one.kind === 'implementation');
        const cited = { citation: step?.citation ?? rules.profile.citation, place: { field: 'label' } };
        return { ok: false, rejection: rejection(fault.code, fault.sentence, cited) };
      }
      const version = publishVersionEvents(history, {
        label,
        // A step that can be done has a day of implementation.
        inForceFrom: implementationOf(state, rules.profile).day ?? context.today,
        source: { kind: 'modification', reference: content.id },
        amendments: content.legalText,
      });
      if (!version.ok) return version;
      const { events } = decision;
      const after = events.reduce<ProposalState>(evolve, state);
      if (after.status === 'none') return { ok: false, rejection: notFound(modification) };
      const writes = [
        { stream, events: version.events },
        { stream: loaded.stream, events },
      ];
      const value = viewOf(after, loaded.version + events.length, rules, context.now);
      return { ok: true, writes, value };
    });
  },
});
