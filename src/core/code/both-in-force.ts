import type { Amendment } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import type { CodeText } from './provision.ts';
import { rebase } from './rebase.ts';
import type { KeptResolution } from './resolution.ts';
import { referenceOf } from './tree.ts';

/** What two texts come to when one is in force before the other. */
export interface BothInForce {
  /** Whichever is in force first. */
  readonly first: string;
  readonly second: string;
  /** The text with both; null when the second cannot be made and waits for people. */
  readonly text: CodeText | null;
  /** Why it waits; empty when it does not. */
  readonly waits: string;
}

interface Change {
  readonly reference: string;
  readonly amendments: readonly Amendment[];
}

/** What one text comes to behind another, drafted on one base, with what was settled between them. */
export function behindIt(
  base: CodeText,
  first: Change,
  second: Change,
  resolutions: readonly KeptResolution[],
): BothInForce {
  const named = { first: first.reference, second: second.reference };
  const pending = { modification: second.reference, amendments: second.amendments };
  const rebased = rebase(base, pending, first, resolutions);
  if (!rebased.ok) {
    const met = [...new Set(rebased.clashes.map(({ provision }) => printedAt(base, [second, first], provision)))];
    const waits =
      met.length === 0
        ? (rebased.fault ?? '')
        : `the ${met.length === 1 ? 'conflict' : 'conflicts'} at ${met.join(' and ')} ${met.length === 1 ? 'is' : 'are'} not settled.`;
    return { ...named, text: null, waits };
  }
  const applied = applyAmendments(base, [...first.amendments, ...rebased.amendments]);
  return applied.ok ? { ...named, text: applied.text, waits: '' } : { ...named, text: null, waits: applied.fault };
}

/** Where two texts meet, as printed: the provision itself, or what one of them, whose changes are given, makes there. */
export function printedWhereMet(
  base: CodeText,
  changes: readonly Pick<Change, 'amendments'>[],
  provision: string,
  subject: string,
): string {
  return referenceOf(base, provision) ?? printedAt(base, changes, subject);
}

/** A provision as printed in the text that both amend, or else in what one of them makes of it. */
export function printedAt(base: CodeText, changes: readonly Pick<Change, 'amendments'>[], provision: string): string {
  const known = referenceOf(base, provision);
  if (known !== null) return known;
  for (const { amendments } of changes) {
    const applied = applyAmendments(base, amendments);
    const printed = applied.ok ? referenceOf(applied.text, provision) : null;
    if (printed !== null) return printed;
  }
  return provision;
}
