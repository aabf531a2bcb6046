import { z } from 'zod';
import { applyAmendments } from '../../core/code/apply-amendment.ts';
import { keptResolutionSchema } from '../../core/code/resolution.schema.ts';
import { type KeptResolution, kindsThatSettle, settles } from '../../core/code/resolution.ts';
import { noContingent } from '../../core/code/resolution-words.ts';
import { type TextVersion, timelineOf } from '../../core/code/version.ts';
import type { Day } from '../../core/kernel/day.ts';
import { fold } from '../../core/kernel/decider.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { decide } from '../../core/modification/decide.ts';
import { evolve, replay } from '../../core/modification/evolve.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import type { ProposalState } from '../../core/modification/state.ts';
import { madeBy, partsAfter, textAtLast } from '../../core/modification/text/pending-text.ts';
import { act, type Load, type Write } from '../act.ts';
import { operation, refuse } from '../operation.ts';
import {
  countConflicts,
  inPartsOf,
  notYet,
  type OpenModification,
  type OpenTexts,
  readOpenTexts,
} from './open-texts.ts';
import { modificationField, notFound, readProposal, SIGNED_IN, settleProposal, streamOf } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';
import { viewOf } from './view.ts';

const { with: withField, class: classField, provision, resolution } = keptResolutionSchema.shape;

/**
 * Settles a conflict of an open modification with another, or with a version over which its text could not be mapped;
 * that text is then mapped in the same append.
 */
export const resolveConflict = operation({
  name: 'resolve-conflict',
  room: 'modification',
  kind: 'write',
  summary: 'Settles a conflict of an open modification: by an order, a merged text, or a contingent text.',
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
    const settled = await settleProposal(context, modification);
    if (!settled.ok) return settled;
    const { rules, state: own } = settled.value;
    const other = await readProposal(context, kept.with, null);
    const texts = await readOpenTexts(context, own.content.code, null);
    if (!texts.ok) return texts;
    const stuck = texts.value.open.find(
      ({ id, text }) => id === modification && !text.ok && madeBy(text.over) === kept.with,
    );
    if (!other.ok && stuck === undefined) return other;
    const fault =
      stuck === undefined ? resolutionFault(texts.value, modification, kept) : stuckFault(stuck, modification, kept);
    if (fault !== null) return refuse(fault);
    const otherProposer = other.ok ? other.value.state.content.proposer.id : '';
    const command = { type: 'resolve-conflict', ...kept, otherProposer, reasons } as const;
    return act(context, 'resolve-conflict', async (load) => {
      const loaded = await load<ProposalEvent>(streamOf(modification));
      const state = replay(loaded.events);
      const decision = decide(command, state, { ...rules, ...context, parties: [] });
      if (!decision.ok) return decision;
      const mapped =
        stuck === undefined || stuck.text.ok
          ? []
          : mappedNow(texts.value, fold(state, evolve, decision.events), stuck.text.over, context.today);
      const events = [...decision.events, ...mapped];
      const after = fold(state, evolve, events);
      if (after.status === 'none') return { ok: false, rejection: notFound(modification) };
      const value = viewOf(after, loaded.version + events.length, rules, context.now);
      const also = stuck === undefined ? await replacedIn(load, modification, kept, decision.events) : [];
      return { ok: true, writes: [{ stream: loaded.stream, events }, ...also], value };
    });
  },
});

/**
 * The later resolution replaces the earlier, whichever of the two keeps that; a contingent text stands beside what holds
 * when the other is not in force before.
 */
async function replacedIn(
  load: Load,
  modification: string,
  kept: KeptResolution,
  events: readonly ProposalEvent[],
): Promise<readonly Write[]> {
  if (kept.resolution.kind === 'contingent') return [];
  const { stream, events: past } = await load<ProposalEvent>(streamOf(kept.with));
  const other = replay(past);
  const isKept =
    other.status === 'open' &&
    other.resolutions.some(
      (one) => one.with === modification && one.class === kept.class && one.provision === kept.provision,
    );
  if (!isKept) return [];
  return [{ stream, events: events.map((event) => ({ ...event, with: modification })) }];
}

/** The text of a modification that stood before a version, once all that held it up is settled. */
function mappedNow(
  { history, last, open }: OpenTexts,
  state: ProposalState,
  { label, published }: TextVersion,
  on: Day,
): readonly ProposalEvent[] {
  if (state.status === 'none' || published === null) return [];
  const text = textAtLast(timelineOf(history, null), state);
  if (!text.ok) return [];
  const { source } = published;
  const resolutions = state.resolutions.filter((one) => open.some(({ id }) => id === one.with));
  const { amendments, parts } = text;
  const mapped = { amendments, ...partsAfter(state, parts), against: last.label };
  return [{ type: 'legal-text-rebased', ...mapped, over: { ...source, label }, resolutions, on }];
}

/** Why a kind of resolution does not settle a class of conflict; null when it does. */
function unfit({ class: kind, resolution }: KeptResolution, inParts: string | null): Rejection | null {
  const kinds = kindsThatSettle(kind, inParts !== null);
  if (kinds.includes(resolution.kind)) return null;
  if (resolution.kind === 'contingent' && inParts !== null) return fault('resolution', noContingent(kind, inParts));
  return fault('resolution', `"${resolution.kind}" does not settle "${kind}"; expected ${kinds.join(' or ')}.`);
}

/** Why a resolution settles nothing of what holds a text up; null when it does. */
function stuckFault(own: OpenModification, modification: string, kept: KeptResolution): Rejection | null {
  const clashes = own.text.ok ? [] : own.text.clashes;
  if (clashes.some((clash) => clash.class === kept.class && clash.provision === kept.provision)) {
    return unfit(kept, inPartsOf([own]));
  }
  const known = clashes.map((clash) => `${clash.class} at "${clash.provision}"`).join(', ') || 'nothing that clashes';
  const sentence = `The text of ${modification} is not held up by "${kept.class}" at "${kept.provision}"; expected ${known}.`;
  return fault('provision', sentence);
}

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
  const both = texts.open.filter(({ id }) => pair.includes(id));
  const kindFault = notYet(both) ?? unfit(kept, inPartsOf(both));
  if (kindFault !== null) return kindFault;
  if (resolution.kind === 'merged-text') {
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
