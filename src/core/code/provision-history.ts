import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { identitiesOf } from './identities.ts';
import { referenceOfPath } from './printed-reference.ts';
import type { Provision } from './provision.ts';
import { findByReference, findVisited, sameProvision } from './tree.ts';
import { type CodeHistory, type TextVersion, type Timeline, textsInForce } from './version.ts';

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
  const timeline = textsInForce(history, knownAt);
  const named = timeline.findLast((version) => findByReference(version.text, reference) !== null);
  const id = named === undefined ? undefined : findByReference(named.text, reference)?.id;
  return id === undefined ? [] : runsOf(timeline, id);
}

/** As {@link versionsOf}, for a name that is a printed reference or an identity and never other words; cheap for what no text has. */
export function versionsNamed(history: CodeHistory, name: string, knownAt: Instant | null): readonly ProvisionRun[] {
  const timeline = textsInForce(history, knownAt);
  const id = identitiesOf(timeline, [name]).get(name);
  return id === undefined ? [] : runsOf(timeline, id);
}

/** By timeline, the runs of provisions by identity. */
const known = new WeakMap<Timeline, Map<string, readonly ProvisionRun[]>>();

function runsOf(timeline: Timeline, id: string): readonly ProvisionRun[] {
  const kept = known.get(timeline) ?? new Map<string, readonly ProvisionRun[]>();
  known.set(timeline, kept);
  const found = kept.get(id) ?? runsIn(timeline, id);
  kept.set(id, found);
  return found;
}

function runsIn(timeline: Timeline, id: string): readonly ProvisionRun[] {
  const runs: ProvisionRun[] = [];
  for (const { text, label, inForceFrom, until, published } of timeline) {
    const met = findVisited(text, id);
    const run = {
      provision: met?.provision ?? null,
      reference: met === null ? null : referenceOfPath(met.path),
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
