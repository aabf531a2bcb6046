import { type Amendment, invertAmendments } from '../../code/amendment.ts';
import { applyAmendments } from '../../code/apply-amendment.ts';
import { toFront } from '../../code/exchange.ts';
import type { CodeText } from '../../code/provision.ts';
import { type Clash, weave } from '../../code/weave.ts';
import { dividedText, type LegalTextPart } from '../text/part.ts';

/** A part of a legal text made first, and what is left of the text; or with what it clashes. */
export type TakenPart =
  | {
      readonly ok: true;
      readonly amendments: readonly Amendment[];
      readonly left: { readonly amendments: readonly Amendment[]; readonly parts: readonly LegalTextPart[] };
    }
  | { readonly ok: false; readonly clashes: readonly Clash[]; readonly fault: string | null };

/**
 * Makes one part of a legal text before the others. A part that ends leaves its own undoing, which is one more part: it
 * waits for its day or event as any other does, and is mapped over what is made meanwhile.
 */
export function takePart(
  base: CodeText,
  text: { readonly amendments: readonly Amendment[]; readonly parts?: readonly LegalTextPart[] },
  id: string,
): TakenPart {
  const all = dividedText(text);
  const index = all.findIndex(({ part }) => part.id === id);
  const taken = all[index]?.part;
  const front = toFront(
    base,
    all.map(({ amendments }) => amendments),
    index,
  );
  if (!front.ok || taken === undefined) return { ok: false, clashes: front.ok ? [] : front.clashes, fault: null };
  const rest = front.rest.map((amendments, at) => ({
    part: all.toSpliced(index, 1)[at]?.part as LegalTextPart,
    amendments,
  }));
  if (taken.until !== undefined) {
    const undoing = weave(
      invertAmendments(front.first),
      rest.flatMap(({ amendments }) => amendments),
    );
    if (undoing.clashes.length > 0) return { ok: false, clashes: undoing.clashes, fault: null };
    rest.push({ part: expiryOf(taken), amendments: undoing.ours });
  }
  const amendments = rest.flatMap((one) => one.amendments);
  const made = applyAmendments(base, [...front.first, ...amendments]);
  if (!made.ok) return { ok: false, clashes: [], fault: made.fault };
  const parts = rest.map((one) => ({ ...one.part, amendments: one.amendments.length }));
  return { ok: true, amendments: front.first, left: { amendments, parts } };
}

function expiryOf({ id, title, until }: LegalTextPart): LegalTextPart {
  return { id: `${id}-end`, title: `End of ${title}`, amendments: 0, ...(until && { commences: until }) };
}
