import type { Amendment, Wording } from './amendment.ts';
import { samePlace, sameWording, subjectOf } from './amendment.ts';
import { applyAmendment, applyAmendments } from './apply-amendment.ts';
import type { OpenConflict, OpenConflictClass } from './conflict.ts';
import type { CodeText, Place } from './provision.ts';
import { findById } from './tree.ts';
import { type Clash, type Settling, weave } from './weave.ts';

/** What people settled of a conflict between two modifications. */
export type Resolution =
  /** One is made first. Of two at one place it stands first; of two edits of the same words the second's hold; a repeal holds. */
  | { readonly kind: 'order'; readonly first: string }
  /** How the provision shall read once both are in force; `from` is how it reads in the text that both amend. */
  | { readonly kind: 'merged-text'; readonly from: Wording; readonly to: Wording }
  /** The legal text of the modification that holds if the other, `on`, is in force before: drafted on the text with it. */
  | { readonly kind: 'contingent'; readonly on: string; readonly amendments: readonly Amendment[] };

/** A resolution, as one of the two modifications keeps it. */
export interface KeptResolution {
  /** The other modification. */
  readonly with: string;
  readonly class: OpenConflictClass;
  readonly provision: string;
  readonly resolution: Resolution;
}

/** Conflicts that stay whichever is made first. */
const NO_ORDER: readonly OpenConflictClass[] = ['same-number', 'same-identity', 'reshaped'];

/**
 * The kinds of resolution that can settle a class of conflict. A contingent text does not say which part each amendment
 * belongs to, so that it settles nothing of texts that take effect in parts.
 */
export function kindsThatSettle(kind: OpenConflictClass, inParts: boolean): readonly Resolution['kind'][] {
  return [
    ...(NO_ORDER.includes(kind) ? [] : (['order'] as const)),
    ...(kind === 'same-words' ? (['merged-text'] as const) : []),
    ...(inParts ? [] : (['contingent'] as const)),
  ];
}

/** Whether a resolution settles a conflict as the text now stands: one of words that have changed since does not. */
export function settles(text: CodeText, holder: string, kept: KeptResolution, conflict: OpenConflict): boolean {
  const { one, other } = conflict;
  const pair = [one.modification, other.modification];
  if (!pair.includes(holder) || !pair.includes(kept.with) || kept.class !== conflict.class) return false;
  if (![conflict.provision, one.subject, other.subject].includes(kept.provision)) return false;
  return holds(text, kept);
}

/** Whether a resolution still fits the text. */
function holds(text: CodeText, { provision, resolution }: KeptResolution): boolean {
  if (resolution.kind !== 'merged-text') return true;
  const found = findById(text, provision);
  return found !== null && sameWording(found, resolution.from);
}

/** A resolution after a third text was made; null when it no longer makes sense and people have to look again. */
export function resolutionAfter(
  kept: KeptResolution,
  over: readonly Amendment[],
  textOf: (modification: string) => readonly Amendment[],
): KeptResolution | null {
  const { resolution, provision: target } = kept;
  switch (resolution.kind) {
    case 'order':
      return kept;
    case 'merged-text': {
      const { from, to } = resolution;
      const { ours, clashes } = weave([{ kind: 'substitute', target, from, to }], over);
      const [left] = ours;
      if (clashes.length > 0 || ours.length !== 1 || left?.kind !== 'substitute' || left.target !== target) return null;
      return { ...kept, resolution: { kind: 'merged-text', from: left.from, to: left.to } };
    }
    case 'contingent': {
      const both = weave(textOf(resolution.on), over);
      const { ours, clashes } = weave(resolution.amendments, both.theirs);
      if (both.clashes.length + clashes.length > 0) return null;
      return { ...kept, resolution: { ...resolution, amendments: ours } };
    }
  }
}

/** Words of provisions that people settled, as they read once both texts are in force. */
export function settledWords(
  base: CodeText,
  texts: { readonly ours: readonly Amendment[]; readonly theirs: readonly Amendment[]; readonly us: string },
  resolutions: readonly KeptResolution[],
): ReadonlyMap<string, Wording> {
  const settled = new Map<string, Wording>();
  for (const kept of resolutions) {
    if (kept.class !== 'same-words' || !holds(base, kept)) continue;
    const { provision, resolution } = kept;
    if (resolution.kind === 'merged-text') settled.set(provision, resolution.to);
    if (resolution.kind !== 'order') continue;
    const after = applyAmendments(base, resolution.first === texts.us ? texts.theirs : texts.ours);
    const found = after.ok ? findById(after.text, provision) : null;
    if (found !== null) settled.set(provision, { heading: found.heading, text: found.text });
  }
  return settled;
}

/** The settling of clashes in structure by the orders that people gave; `us` is the modification whose amendments are `ours`. */
export function settlingBy(resolutions: readonly KeptResolution[], us: string): Settling {
  return (clash) => {
    const kept = resolutions.find(
      ({ class: settled, provision }) =>
        settled === clash.class &&
        [clash.provision, subjectOf(clash.ours), subjectOf(clash.theirs)].includes(provision),
    );
    if (kept?.resolution.kind !== 'order') return null;
    return inOrder(clash, kept.resolution.first === us) ?? repealHolds(clash);
  };
}

type Settled = ReturnType<Settling>;

/** Two that come to one place: whichever is first stands first, whichever is made first. */
function inOrder({ ours, theirs }: Clash, weAreFirst: boolean): Settled {
  const [here, there] = [goalOf(ours), goalOf(theirs)];
  if (here === null || there === null || !samePlace(here, there) || subjectOf(ours) === subjectOf(theirs)) return null;
  return weAreFirst
    ? { ours: [ours], theirs: [behind(theirs, subjectOf(ours))] }
    : { ours: [behind(ours, subjectOf(theirs))], theirs: [theirs] };
}

function goalOf(amendment: Amendment): Place | null {
  if (amendment.kind === 'insert') return amendment.at;
  return amendment.kind === 'move' ? amendment.to : null;
}

function behind(amendment: Amendment, after: string): Amendment {
  if (amendment.kind === 'insert') return { ...amendment, at: { ...amendment.at, after } };
  return amendment.kind === 'move' ? { ...amendment, to: { ...amendment.to, after } } : amendment;
}

/** Whatever is made first, the repeal takes away what the other made in or of the provision. */
function repealHolds({ ours, theirs }: Clash): Settled {
  const ourRepeal = repealAfter(ours, theirs);
  if (ourRepeal !== null) return { ours: [ourRepeal], theirs: [] };
  const theirRepeal = repealAfter(theirs, ours);
  return theirRepeal === null ? null : { ours: [], theirs: [theirRepeal] };
}

function repealAfter(repeal: Amendment, change: Amendment): Amendment | null {
  if (repeal.kind !== 'repeal') return null;
  const within = applyAmendment({ code: '', title: '', provisions: [repeal.provision] }, change);
  const [provision] = within.ok ? within.text.provisions : [];
  return provision?.id === repeal.provision.id ? { ...repeal, provision } : null;
}
