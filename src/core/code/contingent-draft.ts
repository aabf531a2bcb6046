import { type Amendment, subjectOf, type Wording } from './amendment.ts';
import { isWordEdit } from './amendment-clash.ts';
import { applyAmendments } from './apply-amendment.ts';
import { amendmentsBetween } from './drafting.ts';
import { touches } from './footprint.ts';
import { freshId } from './fresh-id.ts';
import { type MergedWording, mergeWording } from './merge-words.ts';
import type { CodeText, Provision } from './provision.ts';
import { type KeptResolution, settledWords, settlingBy } from './resolution.ts';
import { findById, referenceOf, walk } from './tree.ts';
import { type Clash, type Settling, weave } from './weave.ts';

/** A modification's legal text for the day on which another is in force before it, as a first draft for people. */
export interface ContingentDraft {
  /** The text with the other in force. */
  readonly before: CodeText;
  /** What the modification makes of it, so far as that follows from both. */
  readonly suggested: CodeText;
  /** The provisions at which the two meet, by id, in reading order: those to look at. */
  readonly at: readonly string[];
  /** Words that both changed and that were put together. */
  readonly met: MergedWording['met'];
}

/** A provision as a person wants it to read. */
export interface EditedProvision {
  /** By id; null for a new one, which stands behind the one before it in the list. */
  readonly id: string | null;
  readonly number: string | null;
  readonly heading: string | null;
  readonly text: string;
  /** Whether it shall not stand in the text at all. */
  readonly gone: boolean;
}

/** Amendments drafted from edited provisions, or one sentence on the provision (index in the list) that cannot be made. */
export type DraftedContingent =
  | { readonly ok: true; readonly amendments: readonly Amendment[] }
  | { readonly ok: false; readonly at: number; readonly fault: string };

/** What one side makes of the words of a provision, where both sides only edit words. */
export function mergedAt(
  base: CodeText,
  provision: string,
  ours: readonly Amendment[],
  theirs: readonly Amendment[],
): MergedWording | null {
  const [here, one, other] = [base, madeOf(base, ours), madeOf(base, theirs)].map((text) => findById(text, provision));
  return here && one && other ? mergeWording(wordingOf(here), wordingOf(one), wordingOf(other)) : null;
}

/**
 * Puts `ours` on the text that `theirs` makes of `base`: what was settled is followed, words that both change are put
 * together, of two numbers both stand, and whatever else clashes is left out for the person to write. `known` are
 * further provisions at which they meet, since not all conflicts are clashes of amendments.
 */
export function contingentDraft(
  base: CodeText,
  us: string,
  ours: readonly Amendment[],
  theirs: readonly Amendment[],
  resolutions: readonly KeptResolution[],
  known: readonly string[] = [],
): ContingentDraft {
  const before = madeOf(base, theirs);
  const settled = settledWords(base, { ours, theirs, us }, resolutions);
  const clashes = weave(ours, theirs).clashes;
  const met: MergedWording['met'][number][] = [];
  const words = new Map<string, Wording>(settled);
  for (const { class: kind, provision } of clashes) {
    if (kind !== 'same-words' || words.has(provision)) continue;
    const merged = mergedAt(base, provision, ours, theirs);
    if (merged === null) continue;
    words.set(provision, merged.wording);
    met.push(...merged.met);
  }
  const isOpen = (one: Amendment): boolean => !(isWordEdit(one) && words.has(one.target));
  const settling = settlingBy(resolutions, us);
  const woven = weave(ours.filter(isOpen), theirs.filter(isOpen), (clash) => settling(clash) ?? bothNumbers(clash));
  const suggested = edited(madeOf(before, woven.ours), (provision) => {
    const to = words.get(provision.id);
    return to === undefined ? provision : { ...provision, ...to };
  });
  return { before, suggested, at: meetingPlaces(base, suggested, ours, clashes, known), met };
}

/** The amendments that make of the text with the other in force what people wrote. */
export function contingentAmendments(
  { before, suggested }: Pick<ContingentDraft, 'before' | 'suggested'>,
  provisions: readonly EditedProvision[],
): DraftedContingent {
  const taken = new Set(walk(suggested).map(({ provision }) => provision.id));
  const wanted = new Map<string, EditedProvision>();
  const behind = new Map<string, Provision[]>();
  let last: Provision | null = null;
  for (const [at, one] of provisions.entries()) {
    const fault = faultOf(suggested, one);
    if (fault !== null) return { ok: false, at, fault };
    if (one.id !== null) {
      wanted.set(one.id, one);
      last = findById(suggested, one.id);
      continue;
    }
    if (last === null) {
      return { ok: false, at, fault: 'A new provision stands behind one that is there; none is named before it.' };
    }
    const parent = last.id;
    const id = freshId({ ...one, kind: last.kind }, parent, (known) => taken.has(known));
    taken.add(id);
    const { number, heading, text } = one;
    behind.set(last.id, [...(behind.get(last.id) ?? []), { id, kind: last.kind, number, heading, text, children: [] }]);
  }
  const make = (siblings: readonly Provision[]): readonly Provision[] =>
    siblings.flatMap((provision) => {
      const to = wanted.get(provision.id);
      const next = behind.get(provision.id) ?? [];
      if (to?.gone === true) return next;
      const { number, heading, text } = to ?? provision;
      return [{ ...provision, number, heading, text, children: make(provision.children) }, ...next];
    });
  const after = { ...suggested, provisions: make(suggested.provisions) };
  const twice = numberTwice(before, after);
  if (twice !== null) {
    const at = provisions.findLastIndex(({ number }) => number !== null && twice.endsWith(number));
    return { ok: false, at: Math.max(at, 0), fault: `${twice} would stand in the text twice.` };
  }
  const amendments = amendmentsBetween(before, after);
  const applied = applyAmendments(before, amendments);
  return applied.ok ? { ok: true, amendments } : { ok: false, at: 0, fault: applied.fault };
}

function faultOf(text: CodeText, { id, gone, text: words, heading }: EditedProvision): string | null {
  if (id === null) return words.trim() === '' && !heading ? 'A new provision needs words.' : null;
  const found = findById(text, id);
  if (found === null) return `There is no provision "${id}" to be edited.`;
  const isEmptied = !gone && words.trim() === '' && !heading && found.text !== '';
  return isEmptied ? `${referenceOf(text, id)} has no words left; say that it is not to stand instead.` : null;
}

/** A printed reference that only the new text has twice. */
function numberTwice(before: CodeText, after: CodeText): string | null {
  const known = repeated(before);
  return [...repeated(after)].find((reference) => !known.has(reference)) ?? null;
}

function repeated(text: CodeText): ReadonlySet<string> {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  const visit = (siblings: readonly Provision[], above: string): void => {
    for (const { number, children } of siblings) {
      const reference = number === null ? above : number.startsWith('(') ? above + number : number;
      if (number !== null) (seen.has(reference) ? twice : seen).add(reference);
      visit(children, reference);
    }
  };
  visit(text.provisions, '');
  return twice;
}

/** Two that give one number: both are drafted, so that a person gives one of them another. */
const bothNumbers: Settling = ({ class: kind, ours, theirs }) => {
  const inserts = ours.kind === 'insert' && (theirs.kind === 'insert' || theirs.kind === 'renumber');
  return kind === 'same-number' && inserts ? { ours: [ours], theirs: [theirs] } : null;
};

function meetingPlaces(
  base: CodeText,
  text: CodeText,
  ours: readonly Amendment[],
  clashes: readonly Clash[],
  known: readonly string[],
): readonly string[] {
  const met = new Set([...known, ...clashes.flatMap((clash) => [clash.provision, ...subjects(clash)])]);
  const shown = walk(text).filter(({ provision, path }) => {
    if (met.has(provision.id)) return true;
    // below a provision at which they meet, what we change there
    return path.some(({ id }) => met.has(id)) && ours.some((one) => touches(one, { ...provision, children: [] }));
  });
  if (shown.length > 0) return shown.map(({ provision }) => provision.id);
  // nothing of them is left: what stood around them
  const above = [...met].flatMap((id) => walk(base).find(({ provision }) => provision.id === id)?.path ?? []);
  const left = above.findLast(({ id }) => findById(text, id) !== null);
  return left === undefined ? [] : [left.id];
}

function subjects({ ours, theirs }: Clash): readonly string[] {
  return [subjectOf(ours), subjectOf(theirs)];
}

function edited(text: CodeText, make: (provision: Provision) => Provision): CodeText {
  const visit = (provision: Provision): Provision => {
    const made = make(provision);
    const children = provision.children.map(visit);
    const isSame = made === provision && children.every((child, at) => child === provision.children[at]);
    return isSame ? provision : { ...made, children };
  };
  return { ...text, provisions: text.provisions.map(visit) };
}

function madeOf(text: CodeText, amendments: readonly Amendment[]): CodeText {
  const applied = applyAmendments(text, amendments);
  return applied.ok ? applied.text : text;
}

function wordingOf({ heading, text }: Provision): Wording {
  return { heading, text };
}
