import type { Amendment } from '../../code/amendment.ts';
import { groupsOf } from '../../code/footprint.ts';
import type { PendingText } from '../../code/pending.ts';
import type { CodeText } from '../../code/provision.ts';
import { putBehind } from '../../code/put-behind.ts';
import { type MadeChange, type Pending, type Rebased, rebase } from '../../code/rebase.ts';
import type { Timeline } from '../../code/version.ts';
import type { Commenced } from '../../kernel/commencement.ts';
import { implementationsOf, nextPart, type PartImplementation, planAsOf } from '../implementation/implementation.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProposalContent, StoredResolution } from '../proposal.ts';
import type { ProposalLife } from '../state.ts';
import { commencementOf, type LegalTextPart, partsOf } from './part.ts';

/** A legal text for the last text of its code; or the version over which it could not be mapped, and why. */
export type TextAtLast = Mapped | StuckText;

/** A legal text that cannot be mapped over a version. */
export type StuckText = Extract<Rebased, { ok: false }> & {
  readonly over: Timeline[number];
  /** The text before that version. */
  readonly before: CodeText;
  /** The legal text as it applies there. */
  readonly amendments: readonly Amendment[];
  /** What of it can be mapped, as it applies to the last text. */
  readonly mapped: readonly Amendment[];
  /** The rest of it, as it applies there. */
  readonly left: readonly Amendment[];
};

type Mapped = Extract<Rebased, { ok: true }>;

/** A version that a legal text is mapped over. */
interface Step {
  readonly over: Timeline[number];
  readonly before: CodeText;
  readonly change: MadeChange;
}

/**
 * The legal text of a proposal mapped over every version that it does not count in: those put before the one that it
 * amends since, and those after it.
 */
export function textAtLast(
  asInForce: Timeline,
  { content, legalText, resolutions }: Pick<ProposalLife, 'content' | 'legalText' | 'resolutions'>,
): TextAtLast {
  const { amendments } = legalText;
  const put = putBehind(asInForce, legalText.against, legalText.without ?? []);
  if (!put.ok) {
    const fault = `Version ${put.over.label} was put before version ${legalText.against}, and what the two make cannot be told apart; expected the legal text drafted anew.`;
    const { over, before } = put;
    return { ok: false, clashes: [], fault, over, before, amendments, mapped: [], left: amendments };
  }
  const { timeline } = put;
  const from = timeline.findIndex((version) => version.label === legalText.against);
  const steps = timeline.flatMap((over, index): Step[] => {
    const before = timeline[index - 1];
    if (index <= from || before === undefined) return [];
    const change = { reference: madeBy(over), amendments: over.published?.amendments ?? [] };
    return [{ over, before: before.text, change }];
  });
  const mapOver = (pending: Omit<Pending, 'modification'>, { before, change }: Step): Rebased =>
    rebase(before, { ...pending, modification: content.id }, change, between(resolutions, change.reference));
  const parts = partsOf(legalText).map((part) => part.amendments);
  let rebased: Mapped = { ok: true, amendments, parts };
  for (const [index, step] of steps.entries()) {
    const next = mapOver(rebased, step);
    if (!next.ok) {
      const { over, before } = step;
      return {
        ...next,
        over,
        before,
        amendments: rebased.amendments,
        ...mappable(rebased, steps.slice(index), mapOver),
      };
    }
    rebased = next;
  }
  return rebased;
}

/** What of a legal text can be mapped over some versions, and what is left; what hangs together goes together. */
function mappable(
  { amendments }: Mapped,
  steps: readonly Step[],
  mapOver: (pending: Mapped, step: Step) => Rebased,
): Pick<StuckText, 'mapped' | 'left'> {
  const orderOf = new Map(amendments.map((one, index) => [one, index]));
  const inOrder = (groups: Groups): readonly Amendment[] =>
    groups.flat().toSorted((a, b) => (orderOf.get(a) ?? 0) - (orderOf.get(b) ?? 0));
  const onLast = (groups: Groups): readonly Amendment[] | null => {
    let mapped: Mapped = { ok: true, amendments: inOrder(groups) };
    for (const step of steps) {
      const next = mapOver(mapped, step);
      if (!next.ok) return null;
      mapped = next;
    }
    return mapped.amendments;
  };
  // by halves, since few clash
  const kept = (before: Groups, groups: Groups): Groups => {
    const all = [...before, ...groups];
    if (groups.length === 0 || onLast(all) !== null) return all;
    if (groups.length === 1) return before;
    const middle = Math.ceil(groups.length / 2);
    return kept(kept(before, groups.slice(0, middle)), groups.slice(middle));
  };
  const groups = kept([], groupsOf(amendments));
  const taken = new Set(groups.flat());
  return {
    mapped: taken.size === 0 ? [] : (onLast(groups) ?? []),
    left: amendments.filter((one) => !taken.has(one)),
  };
}

type Groups = readonly (readonly Amendment[])[];

/** The parts of a legal text with as many amendments as each has once it is mapped; nothing where it is undivided. */
export function partsAfter(
  { legalText }: Pick<ProposalLife, 'legalText'>,
  counts: readonly number[] = [],
): { readonly parts?: readonly LegalTextPart[] } {
  const { parts } = legalText;
  if (parts === undefined || counts.length !== parts.length) return {};
  return { parts: parts.map((part, index) => ({ ...part, amendments: counts[index] ?? 0 })) };
}

/** What made a version: a modification by id, or whatever else is named as its source. */
export function madeBy({ published, label }: Timeline[number]): string {
  return published?.source.reference ?? label;
}

/** What is proposed, with the legal text as it now stands. */
export function currentContent({ content, legalText }: ProposalLife): ProposalContent {
  const { parts: _, ...raised } = content;
  const { amendments, parts, against: draftedAgainst } = legalText;
  return { ...raised, legalText: amendments, ...(parts && { parts }), draftedAgainst };
}

/** What a proposal settled with another. */
function between(resolutions: readonly StoredResolution[], other: string): readonly StoredResolution[] {
  return resolutions.filter((one) => one.with === other);
}

/** What was settled between two proposals, whichever keeps it. */
export function resolutionsBetween(one: ProposalLife, other: ProposalLife): readonly StoredResolution[] {
  return [...between(one.resolutions, other.content.id), ...between(other.resolutions, one.content.id)];
}

/** When a proposal takes effect, its next part where it does so in parts, for the order of what is pending. */
function commencedOf(life: ProposalLife, profile: Profile): Commenced {
  return commenced(nextPart(life, profile), life);
}

/** An open text for the order of what is pending: with its parts where it is divided. */
export function pendingOf(life: ProposalLife, profile: Profile, { amendments, parts = [] }: Mapped): PendingText {
  const own = { modification: life.content.id, amendments, commences: commencedOf(life, profile) };
  if (life.legalText.parts === undefined || parts.length !== life.legalText.parts.length) return own;
  const all = implementationsOf(life, profile).map((one, index) => ({
    part: one.part.id,
    amendments: parts[index] ?? 0,
    commences: commenced(one, life),
  }));
  return { ...own, parts: all };
}

/** Not before the day that is planned, while that is not settled. */
function commenced({ part, day, basis, awaiting }: PartImplementation, life: ProposalLife): Commenced {
  if (day !== null) return { kind: 'on', day };
  if (basis === 'never') return { kind: 'never' };
  const planned = planAsOf({ implementation: commencementOf(part, life.content) }, life.raisedOn, life.occurred);
  return { kind: 'unknown', notBefore: planned.day, awaiting };
}
