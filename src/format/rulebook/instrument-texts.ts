import { referenceOfPath } from '../../core/code/printed-reference.ts';
import { walk } from '../../core/code/tree.ts';
import { type Consolidated, consolidate } from '../../core/code/version.ts';
import { instant } from '../../core/kernel/instant.ts';
import type { Instrument } from '../../core/rulebook/rulebook.ts';

/** The texts of an instrument from version to version, or the version that does not fit. */
export function textsOf(instrument: Instrument): Consolidated {
  // When our data says nothing about when a version was recorded, it was known from before anything in the record.
  const recordedAt = instant('1970-01-01T00:00:00Z');
  const versions = instrument.versions.map((version) => ({ ...version, recordedAt }));
  const { text: base, label: baseLabel, inForceFrom: baseFrom } = instrument.base;
  return consolidate({ base, baseLabel, baseFrom, versions }, null);
}

/** Printed references of every provision that any version of the instrument holds. */
export function referencesOf(instrument: Instrument): Set<string> {
  const texts = textsOf(instrument);
  const timeline = texts.ok ? texts.timeline : [{ text: instrument.base.text }];
  return new Set(timeline.flatMap(({ text }) => walk(text).map((visited) => referenceOfPath(visited.path))));
}
