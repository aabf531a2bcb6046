import { z } from 'zod';
import { moveVersionEvents } from '../../core/code/move-version.ts';
import { evolveCode, type InstrumentHistory } from '../../core/code/publish-version.ts';
import { versionLabelSchema } from '../../core/code/version.schema.ts';
import { type Timeline, timelineOf } from '../../core/code/version.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { Day } from '../../core/kernel/day.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { replay } from '../../core/modification/evolve.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import { partsAfter } from '../../core/modification/text/pending-text.ts';
import { ROLE_IN_SENTENCE } from '../../core/party/actor.ts';
import { act, type Load, type Write } from '../act.ts';
import { describeVersion, historyOf, instrumentField, versionSchema } from '../instruments.ts';
import { type OpenModification, openTextsOf, resolversOf } from '../modification/open-texts.ts';
import { loadOpenProposals, streamOf } from '../modification/proposals.ts';
import { operation } from '../operation.ts';

/** Moves a version that is published and not yet in force to another day; what was known before stays answerable. */
export const moveVersion = operation({
  name: 'move-version',
  room: 'text',
  kind: 'write',
  summary: 'Moves a published version that is not yet in force to another day, and maps the versions that it passes.',
  roles: ['code-administrator'],
  input: z.strictObject({
    instrument: instrumentField,
    label: versionLabelSchema,
    inForceFrom: daySchema.meta({ description: 'The day on which it now takes effect: today or later.' }),
    reasons: z.string().default('').meta({ description: 'Why, and by whose decision.' }),
  }),
  output: z.strictObject({
    instrument: z.string(),
    versions: z
      .array(versionSchema)
      .readonly()
      .meta({ description: 'The versions of the instrument, in the order in which they now take effect.' }),
  }),
  run: async (context, { instrument, ...move }) =>
    act(context, 'move-version', async (load) => {
      const stream = `code/${instrument}`;
      const history = historyOf((await load(stream)).recorded);
      if (history === null) {
        return { ok: false, rejection: rejection('not-found', `The record holds no instrument "${instrument}".`) };
      }
      const proposers = await proposersOf(history, load);
      const administrator = ROLE_IN_SENTENCE['code-administrator'];
      const decision = moveVersionEvents(history, move, context.today, ({ reference }) => [
        ...(proposers.get(reference) ?? []),
        administrator,
      ]);
      if (!decision.ok) return decision;
      const after = decision.events.reduce<InstrumentHistory>(
        (known, event) => evolveCode(known, { event, recordedAt: context.now }) ?? known,
        history,
      );
      const [before, now] = [timelineOf(history, null), timelineOf(after, null)];
      const writes: Write[] = [{ stream, events: decision.events }];
      for (const one of openTextsOf(history, await loadOpenProposals(context, load)).open) {
        const stood = standing(one, { before, after: now, on: context.today }, move.label);
        if (!stood.ok) return stood;
        if (stood.event !== null) writes.push({ stream: streamOf(one.id), events: [stood.event] });
      }
      return { ok: true, writes, value: { instrument, versions: now.map(describeVersion) } };
    }),
});

/** Who proposed the modifications that made the versions of a history, by modification. */
async function proposersOf(history: InstrumentHistory, load: Load): Promise<ReadonlyMap<string, readonly string[]>> {
  const proposers = new Map<string, readonly string[]>();
  for (const { source } of history.versions) {
    if (source.kind !== 'modification' || proposers.has(source.reference)) continue;
    const state = replay((await load<ProposalEvent>(streamOf(source.reference))).events);
    proposers.set(source.reference, state.status === 'none' ? [] : [state.content.proposer.name]);
  }
  return proposers;
}

type Stood = Extract<ProposalEvent, { type: 'legal-text-rebased' | 'legal-text-anchored' }>;

/**
 * How an open text stands once a version has moved: the last text is the same, but it may have another label, which
 * makes no other text of one that amends it. A text that is held up at a version before it cannot follow, since nothing
 * says what it would be there.
 */
function standing(
  { id, state, text }: OpenModification,
  { before, after, on }: { readonly before: Timeline; readonly after: Timeline; readonly on: Day },
  label: string,
): { readonly ok: true; readonly event: Stood | null } | { readonly ok: false; readonly rejection: Rejection } {
  const { legalText, resolutions } = state;
  const last = after.at(-1);
  if (!text.ok) {
    if (sameUpTo(legalText.against, before, after)) return { ok: true, event: null };
    const sentence = `Version ${label} cannot be moved while the legal text of ${id}, drafted on version ${legalText.against}, cannot be mapped over version ${text.over.label}.`;
    const unblock = resolversOf([{ id, state }]).map((resolver) => ({ ...resolver, until: null }));
    return { ok: false, rejection: rejection('conflict-unsettled', sentence, { unblock }) };
  }
  const published = after.find((version) => version.label === label)?.published;
  const stays = legalText.against === last?.label && legalText.against === before.at(-1)?.label;
  if (last === undefined || !published || stays) return { ok: true, event: null };
  const over = { ...published.source, label };
  if (legalText.against === before.at(-1)?.label && legalText.without === undefined) {
    return { ok: true, event: { type: 'legal-text-anchored', against: last.label, without: [], over, on } };
  }
  const { amendments, parts } = text;
  const stood = { type: 'legal-text-rebased', amendments, against: last.label, over, resolutions, on } as const;
  return { ok: true, event: { ...stood, ...partsAfter(state, parts) } };
}

/** Whether the same versions stand before a version, and itself, in both orders. */
function sameUpTo(label: string, before: Timeline, after: Timeline): boolean {
  const labels = [before, after].map((timeline) =>
    timeline.slice(0, timeline.findIndex((one) => one.label === label) + 1).map((one) => one.label),
  );
  return labels[0]?.toSorted().join() === labels[1]?.toSorted().join();
}
