import { type Amendment, sameWording, subjectOf } from './amendment.ts';
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

/** A pending text, drafted on a text. */
export interface Pending {
  readonly modification: string;
  readonly amendments: readonly Amendment[];
  /** How many of them, in order, each of its parts has; absent when it is undivided. */
  readonly parts?: readonly number[];
}

/** A pending text after a change: its amendments for the text with the change, or what people have to settle first. */
export type Rebased =
  | { readonly ok: true; readonly amendments: readonly Amendment[]; readonly parts?: readonly number[] }
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
  pending: Pending,
  change: MadeChange,
  resolutions: readonly KeptResolution[] = [],
): Rebased {
  const made = applyAmendments(base, change.amendments);
  if (!made.ok) return { ok: false, clashes: [], fault: made.fault };
  const relevant = resolutions.filter((one) => concerns(one, change));
  const contingent = relevant.find(
    ({ resolution }) => resolution.kind === 'contingent' && resolution.on === change.reference,
  );
  if (contingent?.resolution.kind === 'contingent') {
    const { amendments } = contingent.resolution;
    if (pending.parts === undefined || pending.parts.length === 1) return checked(made.text, [amendments], pending);
    const fault = `The text of ${pending.modification} that was settled for ${change.reference} does not say which part each amendment belongs to.`;
    return { ok: false, clashes: [], fault };
  }

  const [ours, theirs] = [divided(pending), change.amendments];
  const us = pending.modification;
  const words = settledWords(base, { ours: pending.amendments, theirs, us }, relevant);
  const isOpen = (one: Amendment): boolean => !(isWordEdit(one) && words.has(one.target));
  const clashes: Clash[] = [];
  let others: readonly Amendment[] = theirs.filter(isOpen);
  const parts = ours.map((part, index) => {
    const woven = weave(part.filter(isOpen), others, settlingBy(relevant, us));
    others = woven.theirs;
    clashes.push(...woven.clashes);
    const settled = [...words].flatMap(([target, to]): Amendment[] => {
      const found = findById(made.text, target);
      if (partSettling(ours, target) !== index || found === null || sameWording(found, to)) return [];
      return [{ kind: 'substitute', target, from: { heading: found.heading, text: found.text }, to }];
    });
    return [...settled, ...woven.ours];
  });
  return clashes.length > 0 ? { ok: false, clashes, fault: null } : checked(made.text, parts, pending);
}

/** Whether what was settled is about what a change makes: a part of a text need not touch the words that were. */
function concerns({ class: kind, provision }: KeptResolution, { amendments }: MadeChange): boolean {
  return kind !== 'same-words' || amendments.some((one) => subjectOf(one) === provision);
}

/** The amendments of a text by its parts. */
export function divided({ amendments, parts = [amendments.length] }: Omit<Pending, 'modification'>) {
  let from = 0;
  return parts.map((count) => {
    from += count;
    return amendments.slice(from - count, from);
  });
}

/** The last part that edits a provision has the words that were settled for it. */
function partSettling(parts: readonly (readonly Amendment[])[], target: string): number {
  return Math.max(
    0,
    parts.findLastIndex((part) => part.some((one) => isWordEdit(one) && one.target === target)),
  );
}

function checked(text: CodeText, parts: readonly (readonly Amendment[])[], pending: Pending): Rebased {
  const amendments = parts.flat();
  const applied = applyAmendments(text, amendments);
  if (!applied.ok) return { ok: false, clashes: [], fault: applied.fault };
  return { ok: true, amendments, ...(pending.parts && { parts: parts.map((part) => part.length) }) };
}
