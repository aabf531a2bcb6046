import { type Rebased, rebase } from '../code/rebase.ts';
import type { Timeline } from '../code/version.ts';
import type { Commenced } from '../kernel/commencement.ts';
import { implementationOf, planAsOf } from './implementation.ts';
import type { Profile } from './profile.ts';
import type { ProposalContent, StoredResolution } from './proposal.ts';
import type { ProposalLife } from './state.ts';

/** A legal text for the last text of its code; or the version over which it could not be mapped, and why. */
export type TextAtLast =
  | Extract<Rebased, { ok: true }>
  | (Extract<Rebased, { ok: false }> & { readonly over: Timeline[number] });

/** The legal text of a proposal mapped over every version that came after the one it amends. */
export function textAtLast(
  timeline: Timeline,
  { content, legalText, resolutions }: Pick<ProposalLife, 'content' | 'legalText' | 'resolutions'>,
): TextAtLast {
  const from = timeline.findIndex((version) => version.label === legalText.against);
  let rebased: Rebased = { ok: true, amendments: legalText.amendments };
  for (const [index, over] of timeline.entries()) {
    const before = timeline[index - 1];
    if (index <= from || before === undefined) continue;
    const reference = madeBy(over);
    const pending = { modification: content.id, amendments: rebased.amendments };
    const change = { reference, amendments: over.published?.amendments ?? [] };
    const next = rebase(before.text, pending, change, between(resolutions, reference));
    if (!next.ok) return { ...next, over };
    rebased = next;
  }
  return rebased;
}

/** What made a version: a modification by id, or whatever else is named as its source. */
export function madeBy({ published, label }: Timeline[number]): string {
  return published?.source.reference ?? label;
}

/** What is proposed, with the legal text as it now stands. */
export function currentContent({ content, legalText }: ProposalLife): ProposalContent {
  return { ...content, legalText: legalText.amendments, draftedAgainst: legalText.against };
}

/** What a proposal settled with another. */
function between(resolutions: readonly StoredResolution[], other: string): readonly StoredResolution[] {
  return resolutions.filter((one) => one.with === other);
}

/** What was settled between two proposals, whichever keeps it. */
export function resolutionsBetween(one: ProposalLife, other: ProposalLife): readonly StoredResolution[] {
  return [...between(one.resolutions, other.content.id), ...between(other.resolutions, one.content.id)];
}

/** When a proposal takes effect, for the order of what is pending: not before the day it plans, while that is not settled. */
export function commencedOf(life: ProposalLife, profile: Profile): Commenced {
  const { day, basis, awaiting } = implementationOf(life, profile);
  if (day !== null) return { kind: 'on', day };
  if (basis === 'never') return { kind: 'never' };
  return { kind: 'unknown', notBefore: planAsOf(life.content, life.raisedOn).day, awaiting };
}
