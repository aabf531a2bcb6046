import { type Amendment, invertAmendments } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import type { CodeText, Provision } from './provision.ts';
import { sameProvision } from './tree.ts';
import { type Clash, weave } from './weave.ts';

/** Two changes in the other order: `second` applies to the text that `first` was made of, and `first` after it. */
type Exchanged =
  | { readonly ok: true; readonly first: readonly Amendment[]; readonly second: readonly Amendment[] }
  | { readonly ok: false; readonly clashes: readonly Clash[] };

/**
 * Two changes that are made of a text one after the other, as they are made the other way round: the text with both is
 * the same, and they can be changed back. Where the second rests on what the first made they clash, each as it stands
 * there, the first undone; where it undoes the first, nothing clashes and they cannot be exchanged either.
 */
export function exchange(base: CodeText, first: readonly Amendment[], second: readonly Amendment[]): Exchanged {
  const there = turned(first, second);
  if (!there.ok) return there;
  const back = turned(there.second, there.first);
  if (!back.ok) return back;
  const isKept =
    isSame(base, first, back.second) && isSame(base, [...first, ...second], [...there.second, ...there.first]);
  return isKept ? there : { ok: false, clashes: [] };
}

function turned(first: readonly Amendment[], second: readonly Amendment[]): Exchanged {
  const { ours, theirs, clashes } = weave(second, invertAmendments(first));
  if (clashes.length > 0) return { ok: false, clashes };
  return { ok: true, first: invertAmendments(theirs), second: ours };
}

function isSame(base: CodeText, one: readonly Amendment[], other: readonly Amendment[]): boolean {
  const [a, b] = [applyAmendments(base, one), applyAmendments(base, other)];
  if (!a.ok || !b.ok || a.text.provisions.length !== b.text.provisions.length) return false;
  return a.text.provisions.every((provision, at) => sameProvision(provision, b.text.provisions[at] as Provision));
}

/**
 * Changes made one after another, with one of them made first; or where it clashes with those before it, on which it
 * then rests.
 */
export function toFront(
  base: CodeText,
  changes: readonly (readonly Amendment[])[],
  index: number,
):
  | { readonly ok: true; readonly first: readonly Amendment[]; readonly rest: readonly (readonly Amendment[])[] }
  | { readonly ok: false; readonly clashes: readonly Clash[] } {
  const rest = changes.toSpliced(index, 1);
  let first = changes[index] ?? [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = applyAmendments(base, changes.slice(0, at).flat());
    if (!before.ok) return { ok: false, clashes: [] };
    const exchanged = exchange(before.text, changes[at] ?? [], first);
    if (!exchanged.ok) return exchanged;
    first = exchanged.second;
    rest[at] = exchanged.first;
  }
  return { ok: true, first, rest };
}
