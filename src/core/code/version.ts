import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { compareVersionLabels } from '../kernel/version-label.ts';
import type { Amendment } from './amendment.ts';
import { amendDraft } from './apply-amendment.ts';
import { openDraft } from './draft.ts';
import type { CodeText } from './provision.ts';

/** A published change of a code: amendments that take effect on a day, under an ordered label. */
export interface VersionPublished {
  /** `5.20`: ordered part by part, not a decimal. */
  readonly label: string;
  readonly inForceFrom: Day;
  /** What made it: a modification, a designation from outside the process, or something not known to us. */
  readonly source: { readonly kind: 'modification' | 'designation' | 'unknown'; readonly reference: string };
  readonly amendments: readonly Amendment[];
}

/** The history of a code: the text it starts from, and every published version with the instant it was recorded. */
export interface CodeHistory {
  readonly base: CodeText;
  readonly baseLabel: string;
  readonly baseFrom: Day;
  readonly versions: readonly PublishedInHistory[];
}

/** A version with the instant it was recorded, and what became of it since. */
export interface PublishedInHistory extends VersionPublished {
  readonly recordedAt: Instant;
  /** In the order in which they were recorded; absent when there are none. */
  readonly revisions?: readonly Revision[];
}

/** A version as it stands from an instant on: mapped over another that was put before it, or moved to another day. */
interface Revision extends Pick<VersionPublished, 'inForceFrom' | 'amendments'> {
  readonly recordedAt: Instant;
}

/** The text of a code from one version to the next. */
export interface TextVersion {
  readonly text: CodeText;
  readonly label: string;
  readonly inForceFrom: Day;
  /** First day on which it is no longer in force; null while no later version is known. */
  readonly until: Day | null;
  /** What was published; null for the text that the history starts from. */
  readonly published: CodeHistory['versions'][number] | null;
}

/** Every text of a code in the order in which they are in force. Of two versions of one day the first is in force on none. */
export type Timeline = readonly TextVersion[];

/** Both clocks of a question: the day asked about, and the instant as of which the record is read (null: as it stands). */
export interface AsOf {
  readonly on: Day;
  readonly knownAt: Instant | null;
}

/** Negative, zero or positive as label `a` comes before, is, or comes after `b`: 5.5 comes before 5.14. */
export function compareLabels(a: string, b: string): number {
  return compareVersionLabels(a.split('.').map(Number), b.split('.').map(Number));
}

/** A timeline, or the version whose amendments do not fit the text before it. */
export type Consolidated =
  | { readonly ok: true; readonly timeline: Timeline }
  | { readonly ok: false; readonly label: string; readonly fault: string };

/**
 * Makes every version in order of in-force day, then label, leaving out what was recorded after `knownAt`. Texts share
 * what they have in common, so that a long history costs what its changes cost.
 */
export function consolidate(history: CodeHistory, knownAt: Instant | null): Consolidated {
  const known = versionsKnown(history, knownAt);
  const draft = openDraft(history.base);
  const timeline: TextVersion[] = [
    {
      text: history.base,
      label: history.baseLabel,
      inForceFrom: history.baseFrom,
      until: known[0]?.inForceFrom ?? null,
      published: null,
    },
  ];
  for (const [index, published] of known.entries()) {
    const applied = amendDraft(draft, published.amendments);
    if (!applied.ok) return { ok: false, label: published.label, fault: applied.fault };
    const { text } = applied;
    const { label, inForceFrom } = published;
    timeline.push({ text, label, inForceFrom, until: known[index + 1]?.inForceFrom ?? null, published });
  }
  return { ok: true, timeline };
}

/** The versions known at an instant, each with the day and the amendments it then had, in order of day, then label. */
export function versionsKnown({ versions }: CodeHistory, knownAt: Instant | null): readonly PublishedInHistory[] {
  return versions
    .filter(({ recordedAt }) => knownAt === null || recordedAt <= knownAt)
    .map((version) => asKnown(version, knownAt))
    .toSorted(inOrderOfForce);
}

/** Negative, zero or positive as one version takes effect before, with or after another: by day, then label. */
export function inOrderOfForce(
  a: Pick<VersionPublished, 'inForceFrom' | 'label'>,
  b: Pick<VersionPublished, 'inForceFrom' | 'label'>,
): number {
  return a.inForceFrom - b.inForceFrom || compareLabels(a.label, b.label);
}

function asKnown(version: PublishedInHistory, knownAt: Instant | null): PublishedInHistory {
  const known = version.revisions?.findLast(({ recordedAt }) => knownAt === null || recordedAt <= knownAt);
  if (known === undefined) return version;
  return { ...version, inForceFrom: known.inForceFrom, amendments: known.amendments };
}

/**
 * The timeline of a history as known at an instant. Throws Error when a version does not fit the text before it: what
 * was published was checked then, so this is a broken record and not an input.
 */
export function timelineOf(history: CodeHistory, knownAt: Instant | null): Timeline {
  const kept = knownAt === null ? timelines.get(history) : undefined;
  if (kept !== undefined) return kept;
  const timeline = (knownAt === null ? continued(history) : null) ?? madeAnew(history, knownAt);
  if (knownAt === null) {
    timelines.set(history, timeline);
    latest.set(history.versions.at(-1) ?? history.base, history);
  }
  return timeline;
}

function madeAnew(history: CodeHistory, knownAt: Instant | null): Timeline {
  const consolidated = consolidate(history, knownAt);
  if (!consolidated.ok) throw new Error(`Version ${consolidated.label} does not apply: ${consolidated.fault}`);
  return consolidated.timeline;
}

/** Timelines of histories as they stand, kept as long as these are: a history never changes. */
const timelines = new WeakMap<CodeHistory, Timeline>();

/** By the last version of a history (its base, if it has none): the history whose timeline is kept. */
const latest = new WeakMap<object, CodeHistory>();

/**
 * The timeline of a history that continues one whose timeline is kept, by a version in force after all others: it costs
 * that version alone. Null where it has to be made anew.
 */
function continued({ base, baseLabel, baseFrom, versions }: CodeHistory): Timeline | null {
  const published = versions.at(-1);
  const before = latest.get(versions.at(-2) ?? base);
  const timeline = before === undefined ? undefined : timelines.get(before);
  const last = timeline?.at(-1);
  if (published === undefined || before === undefined || timeline === undefined || last === undefined) return null;
  const same = before.base === base && before.baseLabel === baseLabel && before.baseFrom === baseFrom;
  const all =
    before.versions.length === versions.length - 1 && before.versions.every((one, at) => one === versions[at]);
  if (!same || !all || last.inForceFrom >= published.inForceFrom || published.revisions !== undefined) return null;
  const applied = amendDraft(openDraft(last.text), published.amendments);
  if (!applied.ok) return null;
  const { label, inForceFrom } = published;
  const next: TextVersion = { text: applied.text, label, inForceFrom, until: null, published };
  return [...timeline.slice(0, -1), { ...last, until: inForceFrom }, next];
}

/** The timeline of a history, without texts that were in force on no day. */
export function textsInForce(history: CodeHistory, knownAt: Instant | null): Timeline {
  const timeline = timelineOf(history, knownAt);
  const kept = inForce.get(timeline);
  if (kept !== undefined) return kept;
  const texts = timeline.filter((version) => version.until !== version.inForceFrom);
  inForce.set(timeline, texts);
  return texts;
}

const inForce = new WeakMap<Timeline, Timeline>();

/** The version in force on a day, or null before the first. A text that is not yet in force is never the answer. */
export function versionOn(timeline: Timeline, on: Day): TextVersion | null {
  let low = 0;
  let high = timeline.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeline[middle] as TextVersion).inForceFrom <= on) low = middle + 1;
    else high = middle;
  }
  return timeline[low - 1] ?? null;
}

/** The text on a day as known at an instant, or null before the text that the history starts from. */
export function textOn(history: CodeHistory, asOf: AsOf): TextVersion | null {
  return versionOn(timelineOf(history, asOf.knownAt), asOf.on);
}

/** The text under a label, or null when no known version bears it. */
export function textLabelled(history: CodeHistory, label: string, knownAt: Instant | null): TextVersion | null {
  return timelineOf(history, knownAt).find((version) => version.label === label) ?? null;
}
