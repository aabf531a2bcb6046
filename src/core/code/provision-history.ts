import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Provision } from './provision.ts';
import { findById, findByReference, referenceOf, sameProvision } from './tree.ts';
import { type CodeHistory, type TextVersion, timelineOf } from './version.ts';

/** A provision from one change of it to the next. */
export interface ProvisionRun {
  /** Null while the text does not have it: before it was inserted, after it was repealed. */
  readonly provision: Provision | null;
  readonly reference: string | null;
  /** The version that brought this about. */
  readonly label: string;
  readonly inForceFrom: Day;
  readonly until: Day | null;
  readonly published: TextVersion['published'];
}

/**
 * The history of one provision with all below it, followed by identity through renumbering and moves: from the first
 * text in force to the last known. The reference is looked up in the latest text that has it; empty when none has.
 */
export function versionsOf(history: CodeHistory, reference: string, knownAt: Instant | null): readonly ProvisionRun[] {
  const timeline = timelineOf(history, knownAt).filter((version) => version.until !== version.inForceFrom);
  const named = timeline.findLast((version) => findByReference(version.text, reference) !== null);
  const id = named === undefined ? undefined : findByReference(named.text, reference)?.id;
  if (id === undefined) return [];
  const runs: ProvisionRun[] = [];
  for (const { text, label, inForceFrom, until, published } of timeline) {
    const run = {
      provision: findById(text, id),
      reference: referenceOf(text, id),
      label,
      inForceFrom,
      until,
      published,
    };
    const last = runs.at(-1);
    if (last !== undefined && sameRun(last, run)) runs[runs.length - 1] = { ...last, until };
    else if (last !== undefined || run.provision !== null) runs.push(run);
  }
  return runs;
}

function sameRun(a: ProvisionRun, b: ProvisionRun): boolean {
  if (a.provision === null || b.provision === null) return a.provision === b.provision;
  return a.reference === b.reference && sameProvision(a.provision, b.provision);
}
