import type { Commenced } from '../kernel/commencement.ts';
import type { Amendment } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import type { CodeText } from './provision.ts';
import { type Rebased, rebase } from './rebase.ts';
import type { KeptResolution } from './resolution.ts';
import type { OpenText } from './trace.ts';

/** An open text with when it takes effect, so far as is known. */
export interface PendingText extends OpenText {
  readonly commences: Commenced;
}

/** A pending text behind all that comes before it. */
export interface PendingChange extends PendingText {
  /** As it applies once all before it that can be made are made; or with which of them it clashes. */
  readonly rebased: Rebased;
  /** The modification before it that it cannot be mapped over; null when it can over all. */
  readonly blockedBy: string | null;
  /** The text with it; what is blocked changes nothing. */
  readonly after: CodeText;
}

/** What was settled between two modifications. */
export type ResolutionsBetween = (one: string, other: string) => readonly KeptResolution[];

/**
 * Pending texts in the order in which they would take effect: by day; what waits for a decision or an event by the first
 * day planned or possible, behind what is settled for it; then what has no such day; last what never will. Of two of one
 * day the identifier decides.
 */
function pendingOrder<T extends PendingText>(texts: readonly T[]): readonly T[] {
  const rank = ({ commences }: T): readonly [number, number] => {
    if (commences.kind === 'on') return [commences.day, 0];
    return commences.kind === 'never' ? [Infinity, 2] : [commences.notBefore ?? Infinity, 1];
  };
  return texts.toSorted((a, b) => {
    const [[dayA, kindA], [dayB, kindB]] = [rank(a), rank(b)];
    return (dayA === dayB ? 0 : dayA - dayB) || kindA - kindB || (a.modification < b.modification ? -1 : 1);
  });
}

/**
 * What the text would become: every pending text in order, each mapped over those before it. It follows from what is
 * known now and is kept nowhere, so that it is right again as soon as a day, a decision or an event is known.
 */
export function projectPending(
  base: CodeText,
  texts: readonly PendingText[],
  resolutionsBetween: ResolutionsBetween,
): readonly PendingChange[] {
  const made: { reference: string; amendments: readonly Amendment[]; on: CodeText }[] = [];
  let text = base;
  return pendingOrder(texts)
    .filter(({ commences }) => commences.kind !== 'never')
    .map((pending): PendingChange => {
      let rebased: Rebased = { ok: true, amendments: pending.amendments };
      let blockedBy: string | null = null;
      for (const change of made) {
        if (!rebased.ok) break;
        const { modification } = pending;
        const settled = resolutionsBetween(modification, change.reference);
        rebased = rebase(change.on, { modification, amendments: rebased.amendments }, change, settled);
        if (!rebased.ok) blockedBy = change.reference;
      }
      const applied = rebased.ok ? applyAmendments(text, rebased.amendments) : null;
      if (rebased.ok && applied?.ok) {
        made.push({ reference: pending.modification, amendments: rebased.amendments, on: text });
        text = applied.text;
      } else if (applied?.ok === false) rebased = { ok: false, clashes: [], fault: applied.fault };
      return { ...pending, rebased, blockedBy, after: text };
    });
}
