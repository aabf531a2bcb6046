import { z } from 'zod';
import { amendmentsOn, labelFault, labelsAfter } from '../../core/code/publish-version.ts';
import { versionLabelSchema } from '../../core/code/version.schema.ts';
import { type TextVersion, timelineOf } from '../../core/code/version.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { decide } from '../../core/modification/decide.ts';
import { evolve, replay } from '../../core/modification/evolve.ts';
import { takePart } from '../../core/modification/implementation/implement-part.ts';
import { implementationOf } from '../../core/modification/implementation/implementation.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import type { ProposalState, RaisedProposal } from '../../core/modification/state.ts';
import { WHOLE } from '../../core/modification/text/part.ts';
import { partsAfter, textAtLast } from '../../core/modification/text/pending-text.ts';
import { ROLE_IN_SENTENCE } from '../../core/party/actor.ts';
import { act } from '../act.ts';
import { historyOf } from '../instruments.ts';
import { operation } from '../operation.ts';
import { publishing } from '../text/publishing.ts';
import { modificationField, notFound, partField, SIGNED_IN, settleProposal, streamOf } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';
import { viewOf } from './view.ts';

/** Implements a modification: in one append a version is published, the proposal ends (with its last part) and other open texts are mapped. */
export const implementModification = operation({
  name: 'implement-modification',
  room: 'modification',
  kind: 'write',
  summary:
    'Implements an approved modification, or the part of it that is due: publishes a version; with the last part it ends.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    part: partField,
    label: versionLabelSchema.nullable().default(null).meta({ description: 'Label; left out, the next one.' }),
  }),
  output: modificationViewSchema.extend({
    others: z
      .array(z.strictObject({ modification: z.string(), rebased: z.boolean(), sentence: z.string() }))
      .readonly()
      .meta({ description: 'What became of the legal texts of the other open modifications of the code.' }),
  }),
  run: async (context, { modification, part, label: given }) => {
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
      const timeline = timelineOf(history, null);
      const asked = { label, ...(part && { part }) };
      const command = { type: 'implement-modification', step: null, ...asked } as const;
      const decision = decide(command, state, { ...rules, ...context, parties: [] });
      if (!decision.ok) return decision;
      const fault = labelFault(label, history);
      if (fault !== null) {
        const step = rules.profile.steps.find((one) => one.kind === 'implementation');
        const cited = { citation: step?.citation ?? rules.profile.citation, place: { field: 'label' } };
        return { ok: false, rejection: rejection(fault.code, fault.sentence, cited) };
      }
      const { events } = decision;
      const own = events.find((event) => event.type === 'part-implemented');
      // A step that can be done has a day of implementation.
      const inForceFrom = own?.inForceFrom ?? implementationOf(state, rules.profile).day ?? context.today;
      const text = textAtLast(timeline, state);
      if (!text.ok) return { ok: false, rejection: unsettled(state, text) };
      const whole = { amendments: text.amendments, ...partsAfter(state, text.parts) };
      const base = (timeline.at(-1) as TextVersion).text;
      const taken = takePart(base, whole, own?.part ?? WHOLE);
      if (!taken.ok) return { ok: false, rejection: unsettled(state, taken) };
      const { ours: amendments, clashes } = amendmentsOn(timeline, inForceFrom, taken.amendments);
      if (clashes.length > 0) return { ok: false, rejection: unsettled(state, { clashes, fault: null }) };
      const source = { kind: 'modification', reference: content.id } as const;
      const publication = { published: { label, inForceFrom, source, amendments }, until: null };
      const isLast = events.some((event) => event.type === 'modification-implemented');
      const one = { state, version: loaded.version, rules };
      const leaving = isLast ? null : { one, events, ...taken.left };
      const published = await publishing(context, load, { history, stream }, publication, state, leaving);
      if (!published.ok) return published;
      const after = published.writes
        .flatMap((write) => (write.stream === loaded.stream ? (write.events as readonly ProposalEvent[]) : []))
        .concat(isLast ? events : [])
        .reduce<ProposalState>(evolve, state);
      if (after.status === 'none') return { ok: false, rejection: notFound(modification) };
      const writes = [...published.writes, ...(isLast ? [{ stream: loaded.stream, events }] : [])];
      const added = writes.filter((write) => write.stream === loaded.stream).flatMap((write) => write.events).length;
      const view = viewOf(after, loaded.version + added, rules, context.now);
      const value = { ...view, others: published.mapped };
      return { ok: true, writes, value };
    });
  },
});

/** That the text does not fit what is in force before it, and who can settle that. */
function unsettled(
  { content }: RaisedProposal,
  { clashes, fault }: { readonly clashes: readonly { readonly sentence: string }[]; readonly fault: string | null },
): Rejection {
  const why = clashes.map((clash) => clash.sentence).join(' ') || (fault ?? '');
  const { name } = content.proposer;
  const by = `settle what ${content.id} and the text before it change alike`;
  return rejection(
    'conflict-unsettled',
    `The legal text of ${content.id} does not apply to the text before it. ${why}`,
    {
      unblock: [name, ROLE_IN_SENTENCE['code-administrator']].map((who) => ({ who, by, until: null })),
    },
  );
}
