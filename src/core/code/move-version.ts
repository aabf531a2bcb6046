import { type Day, writeDay } from '../kernel/day.ts';
import { accepted, type Decision, refused } from '../kernel/decider.ts';
import type { Instant } from '../kernel/instant.ts';
import { type Rejection, rejection } from '../kernel/rejection.ts';
import { subjectOf } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import type { CodeEvent, RebasedVersion, VersionMove } from './code-event.ts';
import { exchange } from './exchange.ts';
import { instructedBy } from './legal-text.ts';
import type { CodeText } from './provision.ts';
import { evolveCode, type InstrumentHistory } from './publish-version.ts';
import { referenceOf } from './tree.ts';
import {
  consolidate,
  inOrderOfForce,
  type PublishedInHistory,
  type Timeline,
  timelineOf,
  versionsKnown,
} from './version.ts';
import type { Clash } from './weave.ts';

/** People who answer for what made a version, in words. */
export type AnswerableFor = (source: PublishedInHistory['source']) => readonly string[];

/**
 * Moves a published version that is not yet in force to another day, from today on. It changes places with every
 * version that it passes, each mapped over the other, so that the text with all of them stays the same; where one rests
 * on the other it is refused with both texts, for the people who can settle it.
 */
export function moveVersionEvents(
  history: InstrumentHistory,
  { label, inForceFrom, reasons }: VersionMove & { readonly reasons: string },
  today: Day,
  answerableFor: AnswerableFor,
): Decision<CodeEvent> {
  const fault = moveFault(history, { label, inForceFrom }, today);
  if (fault !== null) return refused(fault);
  if (reasons.trim() === '') {
    const sentence = 'To move the day of a version, reasons must be given.';
    return refused(rejection('reasons-required', sentence, { place: { field: 'reasons' } }));
  }
  const passed = passing(timelineOf(history, null), { label, inForceFrom });
  if (!passed.ok) return refused(unsettled(history, label, passed, answerableFor));
  const { rebased } = passed;
  const event: CodeEvent = {
    ...{ type: 'version-moved', label, inForceFrom, reasons },
    ...(rebased.length === 0 ? {} : { rebased }),
  };
  const recordedAt = history.versions.at(-1)?.recordedAt ?? ('' as Instant);
  const after = consolidate(evolveCode(history, { event, recordedAt }) ?? history, null);
  if (after.ok) return accepted(event);
  const sentence = `With version ${label} moved, version ${after.label} does not apply. ${after.fault}`;
  return refused(rejection('text-does-not-apply', sentence));
}

function moveFault(history: InstrumentHistory, { label, inForceFrom }: VersionMove, today: Day): Rejection | null {
  const version = versionsKnown(history, null).find((one) => one.label === label);
  if (version === undefined) {
    const sentence =
      label === history.baseLabel
        ? `Version ${label} is the first text of the ${history.shortTitle}; its day cannot be moved.`
        : `The record holds no version ${label} of the ${history.shortTitle}.`;
    const code = label === history.baseLabel ? 'too-late' : 'not-found';
    return rejection(code, sentence, { place: { field: 'label' } });
  }
  const from = writeDay(version.inForceFrom);
  if (version.inForceFrom <= today) {
    const sentence = `Version ${label} has been in force since ${from}; only a version that is not yet in force can be moved.`;
    return rejection('too-late', sentence, { place: { field: 'label' } });
  }
  const place = { place: { field: 'inForceFrom' } };
  if (inForceFrom < today) {
    const sentence = `Version ${label} cannot be moved to ${writeDay(inForceFrom)}, which has gone by; expected ${writeDay(today)} or later.`;
    return rejection('too-early', sentence, place);
  }
  if (inForceFrom !== version.inForceFrom) return null;
  return rejection('input-invalid', `Version ${label} takes effect on ${from} already; expected another day.`, place);
}

const NO_TEXT: CodeText = { code: '', title: '', provisions: [] };

type Passed =
  | { readonly ok: true; readonly rebased: readonly RebasedVersion[] }
  | { readonly ok: false; readonly other: string; readonly clash: Clash | undefined };

/** The version and those that it passes on the way to its new day, as they apply in the new order. */
function passing(timeline: Timeline, moved: VersionMove): Passed {
  const versions = timeline.flatMap(({ published }) => (published === null ? [] : [published]));
  const at = versions.findIndex(({ label }) => label === moved.label);
  const isPassed = (other: PublishedInHistory): boolean => inOrderOfForce(other, moved) < 0;
  const ahead = versions.slice(at + 1).filter(isPassed);
  const behind = versions.slice(0, at).filter((other) => !isPassed(other));
  const rebased: RebasedVersion[] = [];
  const textBefore = (version: PublishedInHistory): CodeText =>
    timeline[timeline.findIndex(({ published }) => published === version) - 1]?.text ?? NO_TEXT;
  let own = versions[at]?.amendments ?? [];
  let base = textBefore(versions[at] as PublishedInHistory);
  for (const other of [...ahead, ...behind.toReversed()]) {
    const later = ahead.includes(other);
    const exchanged = later
      ? exchange(base, own, other.amendments)
      : exchange(textBefore(other), other.amendments, own);
    if (later && exchanged.ok) {
      const made = applyAmendments(base, exchanged.second);
      if (made.ok) base = made.text;
    }
    if (!exchanged.ok) return { ok: false, other: other.label, clash: exchanged.clashes[0] };
    own = later ? exchanged.first : exchanged.second;
    rebased.push({ label: other.label, amendments: later ? exchanged.second : exchanged.first });
  }
  return { ok: true, rebased: rebased.length === 0 ? [] : [...rebased, { label: moved.label, amendments: own }] };
}

/** That two versions cannot change places, with what both say there and who can settle it. */
function unsettled(
  history: InstrumentHistory,
  label: string,
  { other, clash }: Extract<Passed, { ok: false }>,
  answerableFor: AnswerableFor,
): Rejection {
  const timeline = timelineOf(history, null);
  const at = clash?.provision ?? '';
  const subjects = clash === undefined ? [] : [at, subjectOf(clash.ours), subjectOf(clash.theirs)];
  const sides = timeline.flatMap(({ label: named, published }, index) => {
    if (published === null || ![label, other].includes(named)) return [];
    return [{ named, published, says: instructionsAt(timeline, index, subjects) }];
  });
  const last = timeline.at(-1)?.text ?? history.base;
  const where = referenceOf(last, at) ?? referenceOf(history.base, at) ?? at;
  const why = clash === undefined ? 'one undoes what the other makes' : `one rests on what the other makes of ${where}`;
  const both = sides.map(({ named, says }) => `Version ${named} says: ${says.join(' ')}`).join(' ');
  const by = `settle what versions ${label} and ${other} change alike`;
  const who = [...new Set(sides.flatMap(({ published }) => answerableFor(published.source)))];
  return rejection(
    'conflict-unsettled',
    `Version ${label} cannot change places with version ${other}: ${why}. ${both}`,
    { unblock: who.map((one) => ({ who: one, by, until: null })), place: { field: 'inForceFrom' } },
  );
}

function instructionsAt(timeline: Timeline, index: number, subjects: readonly string[]): readonly string[] {
  const amendments = timeline[index]?.published?.amendments ?? [];
  const made = instructedBy(timeline[index - 1]?.text ?? NO_TEXT, amendments);
  if (!made.ok) return [];
  const { instructions } = made.instructed;
  const there = instructions.filter((_, one) =>
    subjects.includes(subjectOf(amendments[one] as (typeof amendments)[0])),
  );
  return (there.length === 0 ? instructions : there).flat();
}
