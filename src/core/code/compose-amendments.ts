import {
  type Amendment,
  invertAmendment,
  type Replacement,
  samePlace,
  sameWording,
  subjectOf,
  type Wording,
} from './amendment.ts';
import { idsOf, isWordEdit } from './amendment-clash.ts';
import { spliced, splicesOf, type WordEdit } from './amendment-words.ts';
import { applyAmendment } from './apply-amendment.ts';
import type { Place, Provision } from './provision.ts';

/**
 * Amendments made in order as fewer that do the same: what is done and undone is left out, changes of one provision
 * become one where one amendment can say them, and what is changed within an insertion is inserted so. On every text on
 * which the list applies the result applies and gives the same text; it is never longer.
 */
export function composeAmendments(amendments: readonly Amendment[]): readonly Amendment[] {
  let composed: readonly Amendment[] = [];
  for (const amendment of amendments) composed = withOneMore(composed, amendment);
  return composed;
}

/** A composed list with one more amendment, fused with the last of those that it can be brought next to and fused with. */
function withOneMore(composed: readonly Amendment[], amendment: Amendment): readonly Amendment[] {
  if (changesNothing(amendment)) return composed;
  for (let index = composed.length - 1; index >= 0; index -= 1) {
    const earlier = composed[index] as Amendment;
    const fused = fuse(earlier, amendment);
    if (fused !== null) {
      const rest = composed.slice(index + 1);
      // what became of two may now fuse with what stands before it
      const before = composed.slice(0, index);
      return [...fused.reduce<readonly Amendment[]>(withOneMore, before), ...rest];
    }
    if (!isApart(earlier, amendment)) break;
  }
  return [...composed, amendment];
}

/** Two amendments, the second made right after the first, as at most one; null when it takes two. */
function fuse(first: Amendment, second: Amendment): readonly Amendment[] | null {
  if (canonical(invertAmendment(first)) === canonical(second)) return [];
  const inside = fuseInside(first, second);
  if (inside !== null) return [inside];
  if (subjectOf(first) !== subjectOf(second)) return null;
  if (isWordEdit(first) && isWordEdit(second)) return fuseEdits(first, second);
  if (first.kind === 'renumber' && second.kind === 'renumber') return [{ ...first, to: second.to }];
  if (first.kind === 'move' && second.kind === 'move') return [{ ...first, to: second.to }];
  return null;
}

function changesNothing(amendment: Amendment): boolean {
  switch (amendment.kind) {
    case 'renumber':
      return amendment.from === amendment.to;
    case 'move':
      return samePlace(amendment.from, amendment.to);
    case 'substitute':
      return sameWording(amendment.from, amendment.to);
    case 'replace':
      return amendment.find === amendment.with;
    default:
      return false;
  }
}

/** The same for amendments that are the same, whatever the order of their keys. */
function canonical(amendment: Amendment): string {
  return JSON.stringify(amendment, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** What is inserted and then changed is inserted so; what is changed and then repealed is repealed as it was. */
function fuseInside(first: Amendment, second: Amendment): Amendment | null {
  if (first.kind === 'insert') {
    const { id } = first.provision;
    if (second.kind === 'move' && second.target === id) return { ...first, at: second.to };
    const provision = within(first.provision, second);
    if (provision !== null) return { ...first, provision };
  }
  if (second.kind === 'repeal') {
    const { id } = second.provision;
    if (first.kind === 'move' && first.target === id) return { ...second, at: first.from };
    const provision = within(second.provision, invertAmendment(first));
    if (provision !== null) return { ...second, provision };
  }
  return null;
}

/** A provision with an amendment that lies wholly in it made; null for one that reaches out of it. */
function within(provision: Provision, amendment: Amendment): Provision | null {
  const inside = new Set(idsOf(provision));
  const isInside = placesOf(amendment).every((place) => place.parent !== null && inside.has(place.parent));
  const divides = amendment.kind === 'split' || amendment.kind === 'join';
  if (!isInside || (divides && amendment.target === provision.id)) return null;
  const applied = applyAmendment({ code: '', title: '', provisions: [provision] }, amendment);
  return applied.ok ? (applied.text.provisions[0] ?? null) : null;
}

function fuseEdits(first: WordEdit, second: WordEdit): readonly Amendment[] | null {
  if (first.kind === 'replace' && second.kind === 'replace') return fuseReplacements(first, second);
  const { target } = first;
  const from = first.kind === 'substitute' ? first.from : wordingAfter(second, 'from', invertAmendment(first));
  const to = second.kind === 'substitute' ? second.to : wordingAfter(first, 'to', second);
  return [{ kind: 'substitute', target, from, to }];
}

/** One of the wordings of a substitution with a replacement made in it. */
function wordingAfter(edit: WordEdit, which: 'from' | 'to', replacement: Amendment): Wording {
  const wording = edit.kind === 'substitute' ? edit[which] : { heading: null, text: '' };
  if (replacement.kind !== 'replace') return wording;
  const { field } = replacement;
  return { ...wording, [field]: spliced(wording[field] ?? '', splicesOf(replacement)) };
}

function fuseReplacements(first: Replacement, second: Replacement): readonly Amendment[] | null {
  if (first.field !== second.field) return null;
  return fuseAlike(first, second) ?? fuseTouching(first, second);
}

/** The same words replaced in further places: one replacement in all of them. */
function fuseAlike(first: Replacement, second: Replacement): readonly Amendment[] | null {
  const { find, with: words } = first;
  if (second.find !== find || second.with !== words) return null;
  const longer = words.length - find.length;
  const made = first.at.map((at, index) => at + index * longer);
  if (second.at.some((at) => made.some((one) => at < one + words.length && one < at + find.length))) return null;
  const back = second.at.map((at) => at - longer * made.filter((one) => one < at).length);
  const at = [...first.at, ...back].sort((a, b) => a - b);
  const apart = at.every((offset, index) => index === 0 || offset > (at[index - 1] as number) + find.length);
  return apart ? [{ ...first, at }] : null;
}

/** Two replacements, each in one place, of which the second takes in or touches what the first has put there. */
function fuseTouching(first: Replacement, second: Replacement): readonly Amendment[] | null {
  const [a, b] = [first.at[0] as number, second.at[0] as number];
  const [aEnd, bEnd] = [a + first.with.length, b + second.find.length];
  if (first.at.length > 1 || second.at.length > 1 || b > aEnd || a > bEnd) return null;
  const find =
    second.find.slice(0, Math.max(0, a - b)) +
    first.find +
    second.find.slice(second.find.length - Math.max(0, bEnd - aEnd));
  const words =
    first.with.slice(0, Math.max(0, b - a)) +
    second.with +
    first.with.slice(first.with.length - Math.max(0, aEnd - bEnd));
  return [{ ...first, find, with: words, at: [Math.min(a, b)] }];
}

/** Whether two amendments made one after the other may, as they are, be made in the other order. */
function isApart(first: Amendment, second: Amendment): boolean {
  const [one, other] = [
    isWordEdit(first) || first.kind === 'renumber',
    isWordEdit(second) || second.kind === 'renumber',
  ];
  if (one && other) return subjectOf(first) !== subjectOf(second) || !sameAspect(first, second);
  if (one) return !contentOf(second).includes(subjectOf(first));
  if (other) return !contentOf(first).includes(subjectOf(second));
  if (changesParent(first) && changesParent(second)) return false;
  const [used, usedToo] = [namedBy(first), namedBy(second)];
  const [parents, parentsToo] = [parentsOf(first), parentsOf(second)];
  const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id));
  return !meet(used, usedToo) && !meet(used, parentsToo) && !meet(parents, usedToo);
}

function sameAspect(first: Amendment, second: Amendment): boolean {
  if (first.kind === 'renumber' || second.kind === 'renumber') return first.kind === second.kind;
  return first.kind !== 'replace' || second.kind !== 'replace' || first.field === second.field;
}

/** A move to another parent: two of them may be possible in one order only. */
function changesParent(amendment: Amendment): boolean {
  return amendment.kind === 'move' && amendment.from.parent !== amendment.to.parent;
}

/** The provisions whose words, number or children an amendment carries. */
function contentOf(amendment: Amendment): readonly string[] {
  switch (amendment.kind) {
    case 'insert':
    case 'repeal':
      return idsOf(amendment.provision);
    case 'split':
    case 'join':
      return [amendment.target, ...idsOf(amendment.provision)];
    default:
      return [];
  }
}

/** What a change of structure carries, moves, or stands after; of what stands first, its parent as that. */
function namedBy(amendment: Amendment): readonly string[] {
  const places = placesOf(amendment).map((place) => place.after ?? `first in ${place.parent ?? 'the text'}`);
  return [subjectOf(amendment), ...contentOf(amendment), ...places];
}

function parentsOf(amendment: Amendment): readonly string[] {
  return placesOf(amendment)
    .map((place) => place.parent)
    .filter((parent) => parent !== null);
}

function placesOf(amendment: Amendment): readonly Place[] {
  if (amendment.kind === 'insert' || amendment.kind === 'repeal') return [amendment.at];
  return amendment.kind === 'move' ? [amendment.from, amendment.to] : [];
}
