import { type Amendment, type AmendmentOf, type Division, samePlace, subjectOf } from './amendment.ts';
import { editOf, type Splice, shiftSplices, type WordEdit } from './amendment-words.ts';
import { isOfCode } from './printed-reference.ts';
import type { Place, Provision } from './provision.ts';
import { walk } from './tree.ts';
import { compareTerms } from './words.ts';

/** How two amendments drafted against one text stand in each other's way. */
export type ConflictClass =
  | 'same-words'
  | 'same-number'
  | 'same-place'
  | 'same-identity'
  | 'repeal-against-edit'
  | 'nested-repeal'
  /** One divides or joins what the other moves or changes below. */
  | 'reshaped';

/** Two amendments that people must settle, with the provision at which they meet. */
export interface Conflict {
  readonly class: ConflictClass;
  /** Provision by id. */
  readonly provision: string;
  readonly sentence: string;
}

/** What two different amendments of one text conflict on, whichever is made first; null when both can be made. */
export function clashOf(one: Amendment, other: Amendment): Conflict | null {
  return (
    identityClash(one, other) ??
    numberClash(one, other) ??
    repealClash(one, other) ??
    repealClash(other, one) ??
    reshapeClash(one, other) ??
    reshapeClash(other, one) ??
    placeClash(one, other) ??
    placeClash(other, one) ??
    wordsClash(one, other)
  );
}

function identityClash(one: Amendment, other: Amendment): Conflict | null {
  const taken = idsMadeBy(one).find((id) => idsMadeBy(other).includes(id));
  return taken === undefined
    ? null
    : conflict('same-identity', taken, `Both amendments insert a provision "${taken}".`);
}

function numberClash(one: Amendment, other: Amendment): Conflict | null {
  if (one.kind === 'renumber' && other.kind === 'renumber' && one.target === other.target) {
    const { target } = one;
    return conflict(
      'same-number',
      target,
      `"${target}" is renumbered ${write(one.to)} by one amendment and ${write(other.to)} by the other.`,
    );
  }
  const number = numbersGivenBy(one).find((given) => numbersGivenBy(other).includes(given));
  if (number !== undefined) {
    return conflict('same-number', subjectOf(one), `Both amendments give the number “${number}”.`);
  }
  const [ours, theirs] = [numberBeside(one), numberBeside(other)];
  if (ours === null || ours.number !== theirs?.number || ours.parent !== theirs.parent) return null;
  return conflict('same-number', subjectOf(one), `Both amendments give the number “${ours.number}” in one place.`);
}

/** The number of what is inserted, with what it counts in. */
function numberBeside(amendment: Amendment): { readonly number: string; readonly parent: string | null } | null {
  if (amendment.kind !== 'insert' || amendment.provision.number === null) return null;
  return { number: amendment.provision.number, parent: amendment.at.parent };
}

function repealClash(one: Amendment, other: Amendment): Conflict | null {
  if (other.kind !== 'repeal') return null;
  const gone = idsOf(other.provision);
  if (one.kind === 'repeal') {
    const id = one.provision.id;
    if (!gone.includes(id)) return null;
    return conflict('nested-repeal', id, `One amendment repeals a part of what the other repeals, at "${id}".`);
  }
  const edited = usedBy(one).find((id) => gone.includes(id));
  if (edited === undefined) return null;
  const sentence =
    gapOf(one)?.parent === edited
      ? `"${subjectOf(one)}" is put under "${edited}", which the other amendment repeals.`
      : `"${edited}" is edited by one amendment and repealed by the other.`;
  return conflict('repeal-against-edit', edited, sentence);
}

function reshapeClash(one: Amendment, other: Amendment): Conflict | null {
  if (other.kind !== 'split' && other.kind !== 'join') return null;
  const second = idsOf(other.provision);
  const used = structureUsedBy(one, other);
  const met = used.find((id) => second.includes(id) || id === other.target);
  if (met === undefined) return null;
  const act = other.kind === 'split' ? 'divides' : 'joins';
  return conflict(
    'reshaped',
    other.target,
    `One amendment ${act} "${other.target}"; the other changes what stands there, at "${met}".`,
  );
}

/** Provisions whose standing an amendment needs, so far as a division may take it away. */
function structureUsedBy(amendment: Amendment, division: Division): readonly string[] {
  switch (amendment.kind) {
    case 'split':
    case 'join':
      return [amendment.target, ...idsOf(amendment.provision)];
    case 'insert':
    case 'repeal':
      return parentsMoved(division, [amendment.at.parent]);
    case 'move':
      return [amendment.target, ...parentsMoved(division, [amendment.from.parent, amendment.to.parent])];
    case 'renumber':
      return division.kind === 'join' && amendment.target === division.provision.id ? [amendment.target] : [];
    case 'substitute':
    case 'replace': {
      if (division.kind !== 'join' || amendment.target !== division.provision.id) return [];
      return editOf(amendment, 'heading')?.length === 0 ? [] : [amendment.target];
    }
  }
}

/** Of the parents of a change, those below which the division itself changes something. */
function parentsMoved({ target, provision }: Division, parents: readonly (string | null)[]): readonly string[] {
  const still = provision.children.length === 0 ? target : null;
  return parents.filter((parent) => parent !== null).filter((parent) => parent !== still);
}

function placeClash(one: Amendment, other: Amendment): Conflict | null {
  if (one.kind === 'move' && other.kind === 'move' && one.target === other.target) {
    return conflict('same-place', one.target, `Both amendments move "${one.target}", each to another place.`);
  }
  const gap = gapOf(one);
  if (gap === null) return null;
  const otherGap = gapOf(other);
  if (otherGap !== null && samePlace(gap, otherGap)) {
    if (termOrder(one, other) !== 0) return null;
    const [first, second] = [subjectOf(one), subjectOf(other)];
    return conflict(
      'same-place',
      first,
      one.kind === 'insert' && other.kind === 'insert'
        ? `Both amendments insert at one place, "${first}" and "${second}"; their order is not given.`
        : `Both amendments put a provision at one place, "${first}" and "${second}"; their order is not given.`,
    );
  }
  const anchorChanges = other.kind === 'move' || other.kind === 'split' || other.kind === 'join';
  if (!anchorChanges || gap.after !== other.target) return null;
  return conflict(
    'same-place',
    other.target,
    `"${subjectOf(one)}" is put after "${other.target}", where the other amendment changes what follows.`,
  );
}

/**
 * Negative or positive as the definition that one amendment inserts comes before or after the other's: definitions stand
 * in the order of their terms, so that two at one place need nobody to put them in order. 0 for all else.
 */
export function termOrder(one: Amendment, other: Amendment): number {
  const [a, b] = [newTermOf(one), newTermOf(other)];
  return a === null || b === null ? 0 : compareTerms(a, b);
}

function newTermOf(amendment: Amendment): string | null {
  return amendment.kind === 'insert' && amendment.provision.kind === 'definition' ? amendment.provision.heading : null;
}

function wordsClash(one: Amendment, other: Amendment): Conflict | null {
  if (isWordEdit(one) && isWordEdit(other)) {
    if (one.target !== other.target) return null;
    const clear = (['heading', 'text'] as const).every((field) => {
      const [a, b] = [editOf(one, field), editOf(other, field)];
      if (a?.length === 0 || b?.length === 0) return true;
      if (a === null && b === null) return sameTarget(one, other, field);
      return a !== null && b !== null && shiftSplices(a, b) !== null;
    });
    return clear ? null : sameWords(one.target);
  }
  const [edit, division] = isWordEdit(one) ? [one, other] : [other, one];
  if (!isWordEdit(edit) || division.kind !== 'split' || edit.target !== division.target) return null;
  const splices = editOf(edit, 'text') ?? [];
  return splices.some((splice) => sideOf(splice, division) === null) ? sameWords(edit.target) : null;
}

function sameTarget(one: WordEdit, other: WordEdit, field: 'heading' | 'text'): boolean {
  return one.kind === 'substitute' && other.kind === 'substitute' && one.to[field] === other.to[field];
}

/** Which of the two provisions of a split a change of the undivided words falls in; null when it lies across, or at the seam. */
export function sideOf(splice: Splice, { at, between }: Division): 'first' | 'second' | null {
  const second = at + between.length;
  const added = splice.from === splice.to;
  if (splice.to < at || (splice.to === at && !added)) return 'first';
  return splice.from > second || (splice.from === second && !added) ? 'second' : null;
}

/** Whether an amendment changes words only. */
export function isWordEdit(amendment: Amendment): amendment is WordEdit {
  return amendment.kind === 'substitute' || amendment.kind === 'replace';
}

/** The identities of a provision and of all below it. */
export function idsOf(provision: Provision): string[] {
  return walk({ provisions: [provision] }).map((visited) => visited.provision.id);
}

function idsMadeBy(amendment: Amendment): readonly string[] {
  if (amendment.kind === 'insert') return idsOf(amendment.provision);
  return amendment.kind === 'split' ? [amendment.provision.id] : [];
}

/** Numbers of the whole code (`G3.29`) that an amendment newly prints; others count in what they stand in alone. */
function numbersGivenBy(amendment: Amendment): readonly string[] {
  const numbers =
    amendment.kind === 'renumber'
      ? [amendment.to]
      : amendment.kind === 'insert'
        ? walk({ provisions: [amendment.provision] }).map((visited) => visited.provision.number)
        : amendment.kind === 'split'
          ? [amendment.provision.number]
          : [];
  return numbers.filter((number) => number !== null).filter(isOfCode);
}

/** Provisions that an amendment other than a repeal needs to find standing. */
function usedBy(amendment: Exclude<Amendment, AmendmentOf<'repeal'>>): readonly string[] {
  switch (amendment.kind) {
    case 'insert':
      return amendment.at.parent === null ? [] : [amendment.at.parent];
    case 'move':
      return [amendment.target, ...(amendment.to.parent === null ? [] : [amendment.to.parent])];
    case 'split':
    case 'join':
      return [amendment.target, ...(amendment.kind === 'join' ? idsOf(amendment.provision) : [])];
    default:
      return [amendment.target];
  }
}

/** The place between provisions that an amendment fills. */
function gapOf(amendment: Amendment): Place | null {
  if (amendment.kind === 'insert') return amendment.at;
  return amendment.kind === 'move' ? amendment.to : null;
}

function sameWords(target: string): Conflict {
  return conflict('same-words', target, `Both amendments change the same words of "${target}".`);
}

function conflict(conflictClass: ConflictClass, provision: string, sentence: string): Conflict {
  return { class: conflictClass, provision, sentence };
}

function write(number: string | null): string {
  return number === null ? 'no number' : `“${number}”`;
}
