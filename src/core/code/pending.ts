import type { Commenced } from '../kernel/commencement.ts';
import type { Amendment } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import { toFront } from './exchange.ts';
import type { CodeText } from './provision.ts';
import { divided, type MadeChange, type Rebased, rebase } from './rebase.ts';
import type { KeptResolution } from './resolution.ts';
import type { OpenText } from './trace.ts';

/** An open text with when it takes effect, so far as is known. */
export interface PendingText extends OpenText {
  readonly commences: Commenced;
  /** Its parts, where they take effect apart from one another; absent when it is undivided. */
  readonly parts?: readonly PendingPart[];
}

/** A part of an open text: how many of the amendments, in order, and when it takes effect. */
export interface PendingPart {
  readonly part: string;
  readonly amendments: number;
  readonly commences: Commenced;
}

/** A pending text, or a part of one, behind all that comes before it. */
export interface PendingChange {
  readonly modification: string;
  /** The part by id; null when the text is undivided. */
  readonly part: string | null;
  readonly commences: Commenced;
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
function pendingOrder(texts: readonly Turn[]): readonly Turn[] {
  const rank = ({ commences }: Turn): readonly [number, number] => {
    if (commences.kind === 'on') return [commences.day, 0];
    return commences.kind === 'never' ? [Infinity, 2] : [commences.notBefore ?? Infinity, 1];
  };
  return texts.toSorted((a, b) => {
    const [[dayA, kindA], [dayB, kindB]] = [rank(a), rank(b)];
    const byName = a.of === b.of ? a.index - b.index : a.of.modification < b.of.modification ? -1 : 1;
    return (dayA === dayB ? 0 : dayA - dayB) || kindA - kindB || byName;
  });
}

/** One part of a pending text, in its place among all. */
interface Turn {
  readonly of: PendingText;
  readonly index: number;
  readonly part: string | null;
  readonly commences: Commenced;
}

/** What is left of a pending text once those before it are made. */
interface Left {
  readonly modification: string;
  /** By index of the parts that are not made yet, in the order of the text. */
  readonly parts: readonly { readonly index: number; readonly amendments: readonly Amendment[] }[];
  readonly blocked: { readonly by: string | null; readonly rebased: Extract<Rebased, { ok: false }> } | null;
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
  const left = new Map<PendingText, Left>(texts.map((one) => [one, whole(one)]));
  let text = base;
  const turns = texts.flatMap((of): Turn[] =>
    of.parts === undefined
      ? [{ of, index: 0, part: null, commences: of.commences }]
      : of.parts.map(({ part, commences }, index) => ({ of, index, part, commences })),
  );
  return pendingOrder(turns)
    .filter(({ commences }) => commences.kind !== 'never')
    .map(({ of, index, part, commences }): PendingChange => {
      const { modification } = of;
      const own = left.get(of) ?? whole(of);
      const taken = own.blocked === null ? taking(text, own, index) : null;
      const blocked = own.blocked ?? (taken?.ok === false ? taken.blocked : null);
      if (blocked !== null || taken?.ok !== true) {
        const rebased = blocked?.rebased ?? NOTHING;
        return { modification, part, commences, rebased, blockedBy: blocked?.by ?? null, after: text };
      }
      const change = { reference: modification, amendments: taken.amendments };
      left.set(of, taken.left);
      for (const [other, theirs] of left) {
        if (other === of || theirs.blocked !== null) continue;
        left.set(other, behind(text, theirs, change, resolutionsBetween(other.modification, modification)));
      }
      text = taken.text;
      return {
        modification,
        part,
        commences,
        rebased: { ok: true, amendments: taken.amendments },
        blockedBy: null,
        after: text,
      };
    });
}

const NOTHING: Extract<Rebased, { ok: false }> = { ok: false, clashes: [], fault: null };

function whole({ modification, amendments, parts }: PendingText): Left {
  const counts = parts?.map((part) => part.amendments) ?? [amendments.length];
  const lists = divided({ amendments, parts: counts });
  return { modification, parts: lists.map((list, index) => ({ index, amendments: list })), blocked: null };
}

/** One part made of a text before those of its modification that stand before it; or that it rests on them. */
function taking(
  text: CodeText,
  own: Left,
  index: number,
):
  | { readonly ok: true; readonly amendments: readonly Amendment[]; readonly left: Left; readonly text: CodeText }
  | { readonly ok: false; readonly blocked: NonNullable<Left['blocked']> } {
  const at = own.parts.findIndex((one) => one.index === index);
  const front = toFront(
    text,
    own.parts.map((one) => one.amendments),
    at,
  );
  if (!front.ok) {
    return {
      ok: false,
      blocked: { by: own.modification, rebased: { ok: false, clashes: front.clashes, fault: null } },
    };
  }
  const applied = applyAmendments(text, front.first);
  if (!applied.ok) {
    return { ok: false, blocked: { by: null, rebased: { ok: false, clashes: [], fault: applied.fault } } };
  }
  const others = own.parts.toSpliced(at, 1);
  const parts = others.map((one, place) => ({ ...one, amendments: front.rest[place] ?? [] }));
  return { ok: true, amendments: front.first, left: { ...own, parts }, text: applied.text };
}

/** What is left of a text behind a change that was made. */
function behind(base: CodeText, left: Left, change: MadeChange, settled: readonly KeptResolution[]): Left {
  const { modification } = left;
  const parts = left.parts.map((one) => one.amendments.length);
  const amendments = left.parts.flatMap((one) => one.amendments);
  const rebased = rebase(base, { modification, amendments, parts }, change, settled);
  if (!rebased.ok) return { ...left, blocked: { by: change.reference, rebased } };
  const lists = divided({ amendments: rebased.amendments, parts: rebased.parts ?? parts });
  return { ...left, parts: left.parts.map((one, index) => ({ ...one, amendments: lists[index] ?? [] })) };
}
