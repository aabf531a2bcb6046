import { type Day, writeDay } from '../kernel/day.ts';
import { accepted, type Decision, refused } from '../kernel/decider.ts';
import type { Instant } from '../kernel/instant.ts';
import { rejection } from '../kernel/rejection.ts';
import { formatVersionLabel, nextVersionLabels } from '../kernel/version-label.ts';
import { type Amendment, invertAmendments } from './amendment.ts';
import type { CodeEvent, RebasedVersion, VersionMove } from './code-event.ts';
import {
  type CodeHistory,
  compareLabels,
  consolidate,
  type PublishedInHistory,
  type Timeline,
  timelineOf,
  type VersionPublished,
} from './version.ts';
import { type Clash, type Woven, weave } from './weave.ts';

/** An instrument of the record: its name, whose words it holds, and the history of its text. */
export interface InstrumentHistory extends CodeHistory {
  readonly instrument: string;
  readonly title: string;
  readonly shortTitle: string;
  /** Whose words these are; shown wherever they are. */
  readonly notice: string;
}

/** A code event as the record keeps it, so far as the text needs it. */
export interface RecordedCodeEvent {
  readonly event: CodeEvent;
  readonly recordedAt: Instant;
}

/** The history after one more event; a version before any adoption, or a second adoption, changes nothing. */
export function evolveCode(history: InstrumentHistory | null, recorded: RecordedCodeEvent): InstrumentHistory | null {
  const { event, recordedAt } = recorded;
  if (event.type !== 'code-adopted') {
    if (history === null) return null;
    const { rebased = [] } = event;
    const moved = event.type === 'version-moved' ? event : null;
    const versions = history.versions.map((version) => withRevision(version, { rebased, moved }, recordedAt));
    if (event.type === 'version-moved') return { ...history, versions };
    return { ...history, versions: [...versions, asRecorded(event, recordedAt)] };
  }
  if (history !== null) return history;
  const { instrument, title, shortTitle, notice, text, label, inForceFrom } = event;
  return { instrument, title, shortTitle, notice, base: text, baseLabel: label, baseFrom: inForceFrom, versions: [] };
}

/** The version that an event published: for the same event the same value, so that its timeline is found again. */
function asRecorded(event: Extract<CodeEvent, { type: 'version-published' }>, recordedAt: Instant): PublishedInHistory {
  const known = recordedVersions.get(event);
  if (known?.recordedAt === recordedAt) return known;
  const { type: _, rebased: __, ...published } = event;
  const made = { ...published, recordedAt };
  recordedVersions.set(event, made);
  return made;
}

const recordedVersions = new WeakMap<CodeEvent, PublishedInHistory>();

function withRevision(
  version: PublishedInHistory,
  { rebased, moved }: { readonly rebased: readonly RebasedVersion[]; readonly moved: VersionMove | null },
  recordedAt: Instant,
): PublishedInHistory {
  const mapped = rebased.find((one) => one.label === version.label);
  const isMoved = moved?.label === version.label;
  if (mapped === undefined && !isMoved) return version;
  const { revisions = [] } = version;
  const { inForceFrom, amendments } = revisions.at(-1) ?? version;
  const revision = {
    inForceFrom: isMoved ? moved.inForceFrom : inForceFrom,
    amendments: mapped?.amendments ?? amendments,
    recordedAt,
  };
  return { ...version, revisions: [...revisions, revision] };
}

/** The state of the stream `code/<instrument>`; null when nothing was adopted. */
export function foldCode(events: readonly RecordedCodeEvent[]): InstrumentHistory | null {
  return events.reduce<InstrumentHistory | null>(evolveCode, null);
}

/** The latest label of a history, whatever the days of its versions. */
export function latestLabel({ baseLabel, versions }: CodeHistory): string {
  return versions.map((version) => version.label).reduce((a, b) => (compareLabels(a, b) < 0 ? b : a), baseLabel);
}

/** The labels that the next version of a history can have, the nearest first. */
export function labelsAfter(history: CodeHistory): readonly string[] {
  return nextVersionLabels(latestLabel(history).split('.').map(Number)).map(formatVersionLabel);
}

/**
 * Why a label cannot be that of the next version of a history: it is not later than those that exist, or it leaves some
 * out; null when it can.
 */
export function labelFault(
  label: string,
  history: CodeHistory,
): { readonly code: 'label-not-later' | 'label-not-next'; readonly sentence: string } | null {
  const [latest, expected] = [latestLabel(history), labelsAfter(history)];
  if (expected.includes(label)) return null;
  const isLater = compareLabels(label, latest) > 0;
  const what = isLater ? 'leaves out versions after' : 'does not come after';
  const sentence = `Version ${label} ${what} version ${latest}; expected ${expected.join(' or ')}.`;
  return { code: isLater ? 'label-not-next' : 'label-not-later', sentence };
}

/** What a version comes to in its place in a history. */
export interface Placed {
  /** Versions that take effect after it, as they apply once it has been made. */
  readonly later: readonly RebasedVersion[];
  /** Its amendments as they apply to the last text of the history, behind those versions. */
  readonly onLast: readonly Amendment[];
}

/** Puts a version in its place by day: what takes effect after it is mapped over it, or clashes with it. */
export function placeVersion(
  timeline: Timeline,
  { inForceFrom, amendments }: Pick<VersionPublished, 'inForceFrom' | 'amendments'>,
): (Placed & { readonly ok: true }) | { readonly ok: false; readonly label: string; readonly clash: Clash } {
  const later: RebasedVersion[] = [];
  let onLast = amendments;
  for (const version of timeline.filter((one) => one.inForceFrom > inForceFrom)) {
    const woven = weave(version.published?.amendments ?? [], onLast);
    const [clash] = woven.clashes;
    if (clash !== undefined) return { ok: false, label: version.label, clash };
    later.push({ label: version.label, amendments: woven.ours });
    onLast = woven.theirs;
  }
  return { ok: true, later, onLast };
}

/** Amendments of the last text of a timeline as they apply on a day, without what takes effect after it. */
export function amendmentsOn(timeline: Timeline, inForceFrom: Day, amendments: readonly Amendment[]): Woven {
  const later = timeline.filter((one) => one.inForceFrom > inForceFrom);
  const undone = later.flatMap((one) => one.published?.amendments ?? []);
  return weave(amendments, invertAmendments(undone));
}

/**
 * Publishes a version: its label must come after every label of the history, its day not before the first text, and it
 * must apply in its place. What takes effect after it is mapped over it. Rejects with
 * `label-not-later` or `text-does-not-apply`.
 */
export function publishVersionEvents(history: CodeHistory, published: VersionPublished): Decision<CodeEvent> {
  const { label, inForceFrom } = published;
  const latest = latestLabel(history);
  if (compareLabels(label, latest) <= 0) {
    return refused(rejection('label-not-later', `Version ${label} does not come after version ${latest}.`));
  }
  if (inForceFrom < history.baseFrom) {
    const first = `${history.baseLabel}, in force from ${writeDay(history.baseFrom)}`;
    const sentence = `Version ${label} cannot be in force on ${writeDay(inForceFrom)}: the first text is version ${first}.`;
    return refused(rejection('text-does-not-apply', sentence));
  }
  const placed = placeVersion(timelineOf(history, null), published);
  if (!placed.ok) {
    const sentence = `With version ${label}, version ${placed.label} does not apply. ${placed.clash.sentence}`;
    return refused(rejection('text-does-not-apply', sentence));
  }
  const recordedAt = history.versions.at(-1)?.recordedAt ?? ('' as Instant);
  const mapped = { rebased: placed.later, moved: null };
  const versions = history.versions.map((version) => withRevision(version, mapped, recordedAt));
  const consolidated = consolidate({ ...history, versions: [...versions, { ...published, recordedAt }] }, null);
  if (!consolidated.ok) {
    const which =
      consolidated.label === label ? `Version ${label}` : `With version ${label}, version ${consolidated.label}`;
    return refused(rejection('text-does-not-apply', `${which} does not apply. ${consolidated.fault}`));
  }
  const rebased = placed.later.length === 0 ? {} : { rebased: placed.later };
  return accepted<CodeEvent>({ type: 'version-published', ...published, ...rebased });
}
