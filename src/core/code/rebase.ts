import { type Amendment, sameWording } from './amendment.ts';
import { isWordEdit } from './amendment-clash.ts';
import { applyAmendments } from './apply-amendment.ts';
import type { CodeText } from './provision.ts';
import { type KeptResolution, settledWords, settlingBy } from './resolution.ts';
import { findById } from './tree.ts';
import { type Clash, weave } from './weave.ts';

/** A change that was made of the text that a pending text amends. */
export interface MadeChange {
  /** The modification or version that made it. */
  readonly reference: string;
  readonly amendments: readonly Amendment[];
}

/** A pending text after a change: its amendments for the text with the change, or what people have to settle first. */
export type Rebased =
  | { readonly ok: true; readonly amendments: readonly Amendment[] }
  | {
      readonly ok: false;
      readonly clashes: readonly Clash[];
      /** Why the rest does not apply, when nothing clashes and it still does not. */
      readonly fault: string | null;
    };

/**
 * Rewrites a pending text, drafted on `base`, so that it applies to the text that a change has made of it. What people
 * settled between the two is followed; what clashes otherwise is left to them. The result has been applied once.
 */
export function rebase(
  base: CodeText,
  pending: { readonly modification: string; readonly amendments: readonly Amendment[] },
  change: MadeChange,
  resolutions: readonly KeptResolution[] = [],
): Rebased {
  const made = applyAmendments(base, change.amendments);
  if (!made.ok) return { ok: false, clashes: [], fault: made.fault };
  const contingent = resolutions.find(
    ({ resolution }) => resolution.kind === 'contingent' && resolution.on === change.reference,
  );
  if (contingent?.resolution.kind === 'contingent') return checked(made.text, contingent.resolution.amendments);

  const [ours, theirs] = [pending.amendments, change.amendments];
  const us = pending.modification;
  const words = settledWords(base, { ours, theirs, us }, resolutions);
  const isOpen = (one: Amendment): boolean => !(isWordEdit(one) && words.has(one.target));
  const woven = weave(ours.filter(isOpen), theirs.filter(isOpen), settlingBy(resolutions, us));
  if (woven.clashes.length > 0) return { ok: false, clashes: woven.clashes, fault: null };
  const settled = [...words].flatMap(([target, to]): Amendment[] => {
    const found = findById(made.text, target);
    if (found === null || sameWording(found, to)) return [];
    return [{ kind: 'substitute', target, from: { heading: found.heading, text: found.text }, to }];
  });
  return checked(made.text, [...settled, ...woven.ours]);
}

function checked(text: CodeText, amendments: readonly Amendment[]): Rebased {
  const applied = applyAmendments(text, amendments);
  return applied.ok ? { ok: true, amendments } : { ok: false, clashes: [], fault: applied.fault };
}
