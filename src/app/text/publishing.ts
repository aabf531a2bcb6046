import { type Amendment, invertAmendments } from '../../core/code/amendment.ts';
import {
  evolveCode,
  type InstrumentHistory,
  labelsAfter,
  placeVersion,
  publishVersionEvents,
} from '../../core/code/publish-version.ts';
import { rebase } from '../../core/code/rebase.ts';
import { resolutionAfter } from '../../core/code/resolution.ts';
import { type Timeline, timelineOf, type VersionPublished } from '../../core/code/version.ts';
import { weave } from '../../core/code/weave.ts';
import { type Day, writeDay } from '../../core/kernel/day.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { evolve } from '../../core/modification/evolve.ts';
import type { ProposalEvent, StoredResolution } from '../../core/modification/proposal.ts';
import type { ProposalLife, RaisedProposal } from '../../core/modification/state.ts';
import type { LegalTextPart } from '../../core/modification/text/part.ts';
import { partsAfter, resolutionsBetween } from '../../core/modification/text/pending-text.ts';
import type { Load, Write } from '../act.ts';
import { openTextsOf } from '../modification/open-texts.ts';
import { loadOpenProposals, type ReadProposal, streamOf } from '../modification/proposals.ts';
import type { Context } from '../operation.ts';

/** What publishing a version did to another open modification. */
export interface MappedModification {
  readonly modification: string;
  /** Whether its text now stands on the new version; otherwise people have to settle it. */
  readonly rebased: boolean;
  readonly sentence: string;
}

/** What an act publishes: a version, and the day on which its amendments are undone by a further one, if they expire. */
export interface Publication {
  readonly published: VersionPublished;
  readonly until: Day | null;
}

/** A modification that publishes one of its parts: its events, and what is left of its text once that is made. */
export interface Leaving {
  readonly one: ReadProposal;
  readonly events: readonly ProposalEvent[];
  readonly amendments: readonly Amendment[];
  readonly parts: readonly LegalTextPart[];
}

type Published =
  | {
      readonly ok: true;
      readonly writes: readonly Write[];
      readonly labels: readonly string[];
      readonly mapped: readonly MappedModification[];
    }
  | { readonly ok: false; readonly rejection: Rejection };

/** Publishes in an act, and maps the text of every other open modification of the code over what is published. */
export async function publishing(
  context: Context,
  load: Load,
  { history, stream }: { readonly history: InstrumentHistory; readonly stream: string },
  { published, until }: Publication,
  by: ProposalLife | null,
  leaving: Leaving | null = null,
): Promise<Published> {
  const others = (await loadOpenProposals(context, load)).filter((one) => one.state.content.id !== by?.content.id);
  const first = publishOne(context, { history, others }, published, by, leaving);
  if (!first.ok) return first;
  const steps = [first];
  if (until !== null) {
    const end = expiryOf(first.history, published, until);
    const second = end.ok ? publishOne(context, first, end.published, null, null) : end;
    if (!second.ok) return second;
    steps.push(second);
  }
  const code = { stream, events: steps.flatMap((step) => step.events) };
  const labels = code.events.flatMap((event) => (event.type === 'version-published' ? [event.label] : []));
  const writes = [code, ...steps.flatMap((step) => step.writes)];
  return { ok: true, writes, labels, mapped: steps.at(-1)?.mapped ?? [] };
}

/** The version by which amendments end on a day: they are undone, mapped over what takes effect until then. */
function expiryOf(
  history: InstrumentHistory,
  { label, inForceFrom, source, amendments }: VersionPublished,
  until: Day,
): { readonly ok: true; readonly published: VersionPublished } | { readonly ok: false; readonly rejection: Rejection } {
  if (until <= inForceFrom) {
    const sentence = `What is in force from ${writeDay(inForceFrom)} cannot end on ${writeDay(until)}.`;
    return { ok: false, rejection: rejection('input-invalid', sentence, { place: { field: 'until' } }) };
  }
  const timeline = timelineOf(history, null);
  const between = timeline.slice(timeline.findIndex((one) => one.label === label) + 1);
  const meanwhile = between.filter((one) => one.inForceFrom <= until);
  const over = meanwhile.flatMap((one) => one.published?.amendments ?? []);
  const { ours, clashes } = weave(invertAmendments(amendments), over);
  if (clashes[0] !== undefined) {
    const sentence = `Version ${label} cannot end on ${writeDay(until)}: ${clashes[0].sentence}`;
    return { ok: false, rejection: rejection('text-does-not-apply', sentence, { place: { field: 'until' } }) };
  }
  const next = labelsAfter(history)[0] ?? history.baseLabel;
  return { ok: true, published: { label: next, inForceFrom: until, source, amendments: ours } };
}

interface Standing {
  readonly history: InstrumentHistory;
  readonly others: readonly ReadProposal[];
}

/** One version, with the history and the other open modifications as they are once it is published. */
function publishOne(
  context: Context,
  { history, others }: Standing,
  published: VersionPublished,
  by: ProposalLife | null,
  leaving: Leaving | null,
) {
  const version = publishVersionEvents(history, published);
  if (!version.ok) return version;
  const placed = placeVersion(timelineOf(history, null), published);
  const amendments = placed.ok ? placed.onLast : published.amendments;
  const after = version.events.reduce<InstrumentHistory>(
    (known, event) => evolveCode(known, { event, recordedAt: context.now }) ?? known,
    history,
  );
  const timeline = timelineOf(after, null);
  const against = timeline.at(-1)?.label ?? published.label;
  const { open, last } = openTextsOf(history, others);
  const { reference } = published.source;
  const over = { ...published.source, label: published.label };
  const textOf = (other: string): readonly Amendment[] => {
    if (other === leaving?.one.state.content.id) return leaving.amendments;
    const found = open.find((one) => one.id === other);
    return found?.text.ok ? found.text.amendments : [];
  };
  const settledAfter = (all: readonly StoredResolution[]): readonly StoredResolution[] =>
    all.flatMap((kept): StoredResolution[] => {
      const isOver = kept.with === reference && leaving === null;
      const next = isOver ? null : resolutionAfter(kept, amendments, textOf);
      return next === null ? [] : [{ ...kept, ...next }];
    });
  const writes: Write[] = [];
  const mapped: MappedModification[] = [];
  const states = new Map<string, RaisedProposal>();
  for (const { id, state, text } of open) {
    const settled = by === null ? [] : resolutionsBetween(state, by);
    const rebased = text.ok
      ? rebase(last.text, { ...text, modification: id }, { reference, amendments }, settled)
      : text;
    mapped.push({ modification: id, rebased: rebased.ok, sentence: sentenceOf(id, published.label, rebased) });
    const event: ProposalEvent | null = rebased.ok
      ? {
          type: 'legal-text-rebased',
          amendments: rebased.amendments,
          ...partsAfter(state, rebased.parts),
          against,
          over,
          resolutions: settledAfter(state.resolutions),
          on: context.today,
        }
      : heldBy(timeline, state, over, context.today);
    if (event === null) continue;
    writes.push({ stream: streamOf(id), events: [event] });
    const evolved = evolve(state, event);
    if (evolved.status !== 'none') states.set(id, evolved);
  }
  if (leaving !== null) {
    const { one, parts } = leaving;
    const resolutions = settledAfter(one.state.resolutions);
    const left = {
      type: 'legal-text-rebased',
      amendments: leaving.amendments,
      parts,
      against,
      over,
      resolutions,
    } as const;
    writes.push({
      stream: streamOf(one.state.content.id),
      events: [...leaving.events, { ...left, on: context.today }],
    });
  }
  const evolvedOthers = others.map((one) => ({ ...one, state: states.get(one.state.content.id) ?? one.state }));
  return { ok: true as const, history: after, others: evolvedOthers, events: version.events, writes, mapped };
}

/**
 * That a version was put before the one that a legal text amends, when it could not be mapped over it; null when it comes
 * after that one.
 */
function heldBy(
  timeline: Timeline,
  { legalText: { against, without = [] } }: RaisedProposal,
  over: Extract<ProposalEvent, { type: 'legal-text-anchored' }>['over'],
  on: Day,
): ProposalEvent | null {
  const placeOf = (label: string): number => timeline.findIndex((version) => version.label === label);
  if (placeOf(over.label) > placeOf(against)) return null;
  return { type: 'legal-text-anchored', against, without: [...without, over.label], over, on };
}

function sentenceOf(id: string, label: string, rebased: ReturnType<typeof rebase>): string {
  if (rebased.ok) return `The legal text of ${id} was mapped over version ${label}.`;
  const why = rebased.clashes[0]?.sentence ?? rebased.fault ?? '';
  return `The legal text of ${id} cannot be mapped over version ${label} and waits for its proposer: ${why}`;
}
