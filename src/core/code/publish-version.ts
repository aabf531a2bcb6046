import { writeDay } from '../kernel/day.ts';
import { accepted, type Decision, refused } from '../kernel/decider.ts';
import type { Instant } from '../kernel/instant.ts';
import { rejection } from '../kernel/rejection.ts';
import { formatVersionLabel, nextVersionLabels } from '../kernel/version-label.ts';
import type { CodeEvent } from './code-event.ts';
import { type CodeHistory, compareLabels, consolidate, type VersionPublished } from './version.ts';

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
  if (event.type === 'version-published') {
    if (history === null) return null;
    const { type: _, ...published } = event;
    return { ...history, versions: [...history.versions, { ...published, recordedAt }] };
  }
  if (history !== null) return history;
  const { instrument, title, shortTitle, notice, text, label, inForceFrom } = event;
  return { instrument, title, shortTitle, notice, base: text, baseLabel: label, baseFrom: inForceFrom, versions: [] };
}

/** The state of the stream `code/<instrument>`; null when nothing was adopted. */
export function foldCode(events: readonly RecordedCodeEvent[]): InstrumentHistory | null {
  return events.reduce<InstrumentHistory | null>(evolveCode, null);
}

/** The latest label of a history, whatever the days of its versions. */
function latestLabel({ baseLabel, versions }: CodeHistory): string {
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

/**
 * Publishes a version: its label must come after every label of the history, its day not before the first text, and the
 * whole history must still apply with it in its place. Rejects with `label-not-later` or `text-does-not-apply`.
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
  const recordedAt = history.versions.at(-1)?.recordedAt ?? ('' as Instant);
  const consolidated = consolidate({ ...history, versions: [...history.versions, { ...published, recordedAt }] }, null);
  if (!consolidated.ok) {
    const which =
      consolidated.label === label ? `Version ${label}` : `With version ${label}, version ${consolidated.label}`;
    return refused(rejection('text-does-not-apply', `${which} does not apply. ${consolidated.fault}`));
  }
  return accepted<CodeEvent>({ type: 'version-published', ...published });
}
