import { align } from './align.ts';
import { type Amendment, samePlace } from './amendment.ts';
import { replacementsOf, type Splice, splicesBetween } from './amendment-words.ts';
import { make } from './apply-amendment.ts';
import { type Draft, type DraftNode, openDraft, placeOfNode, provisionOf } from './draft.ts';
import { divisionInto, joinsOf } from './drafting-division.ts';
import { renumberingsOf } from './drafting-numbers.ts';
import { isRewritten } from './instruction-words.ts';
import { longestRising } from './longest-rising.ts';
import type { CodeText, Place, Provision } from './provision.ts';
import { withoutShared } from './shared-parts.ts';
import { type Forest, walk } from './tree.ts';
import { wordsOf } from './words.ts';

/**
 * The amendments that make one text of the other, few and small: a move where a provision of one identity stands
 * elsewhere, a split or join where words were only divided or put together, a replacement of the words that differ, a
 * substitution where most of them do. Both are texts of one code; a provision that changes its kind is a repeal and an
 * insertion. Made in order on `before` they give the provisions of `after`, exactly.
 */
export function amendmentsBetween(from: CodeText, to: CodeText): readonly Amendment[] {
  const [before, after] = withoutShared(from, to);
  const work = open(before, after);
  for (const join of joinsOf(before, after)) emit(work, join);
  repealWhatIsGone(work, before.provisions);
  for (const renumber of renumberingsOf(work.draft, work.wanted, work.kept)) emit(work, renumber);
  arrange(work, after);
  repealEmptied(work);
  return work.amendments;
}

/**
 * The after-text with the identities of the provisions that it shares with the before-text, as a reader would pair
 * them: for a text that was edited where identities are not kept.
 */
export function withIdentitiesOf(before: Forest, after: CodeText): CodeText {
  const [old, current] = [walk(before), walk(after)];
  const { beforeOf } = align(old, current);
  const known = new Map(current.map(({ provision }, a) => [provision, old[beforeOf[a] ?? -1]?.provision.id]));
  const named = (provision: Provision): Provision => ({
    ...provision,
    id: known.get(provision) ?? provision.id,
    children: provision.children.map(named),
  });
  return { ...after, provisions: after.provisions.map(named) };
}

interface Work {
  readonly draft: Draft;
  readonly amendments: Amendment[];
  /** Every provision of the after-text by identity. */
  readonly wanted: ReadonlyMap<string, Provision>;
  /** Identities of provisions that go on from one text to the other. */
  readonly kept: ReadonlySet<string>;
  /** Identities of kept provisions that need no move among their siblings. */
  readonly standing: ReadonlySet<string>;
  /** Identities of provisions that are gone but hold some that are kept, in reading order. */
  readonly emptied: string[];
}

function open(before: CodeText, after: CodeText): Work {
  const wanted = new Map(walk(after).map(({ provision }) => [provision.id, provision]));
  const kept = new Set<string>();
  const keep = (provision: Provision): void => {
    const kind = wanted.get(provision.id)?.kind;
    // what is below a provision of another kind goes with it
    if (kind !== undefined && kind !== provision.kind) return;
    if (kind !== undefined) kept.add(provision.id);
    provision.children.forEach(keep);
  };
  before.provisions.forEach(keep);
  return {
    draft: openDraft(before),
    amendments: [],
    wanted,
    kept,
    standing: standingIn(before, after, kept),
    emptied: [],
  };
}

/** Kept provisions that have the same parent as before and are in the longest run of its children in the same order. */
function standingIn(before: CodeText, after: CodeText, kept: ReadonlySet<string>): ReadonlySet<string> {
  const old = new Map(walk(before).map(({ provision, place }, at) => [provision.id, { parent: place.parent, at }]));
  const standing = new Set<string>();
  const look = (parent: string | null, children: readonly Provision[]): void => {
    const places = children.map(({ id }) => {
      const found = kept.has(id) ? old.get(id) : undefined;
      return found?.parent === parent ? found.at : null;
    });
    const rising = longestRising(places);
    children.forEach((child, index) => {
      if (rising[index] === 1) standing.add(child.id);
      look(child.id, child.children);
    });
  };
  look(null, after.provisions);
  return standing;
}

function emit({ draft, amendments }: Work, amendment: Amendment): void {
  const fault = make(draft, amendment);
  if (fault !== null) throw new Error(`drafted an amendment that does not apply: ${fault}`);
  amendments.push(amendment);
}

/** Repeals every provision that is gone with all below it; notes those that still hold what is kept. */
function repealWhatIsGone(work: Work, provisions: readonly Provision[]): void {
  const holdsKept = new Map<string, boolean>();
  const look = ({ id, children }: Provision): boolean => {
    const holds = children.map(look).some(Boolean);
    holdsKept.set(id, holds);
    return holds || work.kept.has(id);
  };
  provisions.forEach(look);
  const take = (node: DraftNode): void => {
    if (!work.kept.has(node.id) && holdsKept.get(node.id) !== true) {
      repeal(work, node);
      return;
    }
    if (!work.kept.has(node.id)) work.emptied.push(node.id);
    for (const child of [...node.children]) take(child);
  };
  for (const node of [...work.draft.roots]) take(node);
}

function repealEmptied(work: Work): void {
  for (const id of work.emptied) {
    const node = work.draft.nodes.get(id);
    if (node !== undefined) repeal(work, node);
  }
}

function repeal(work: Work, node: DraftNode): void {
  emit(work, { kind: 'repeal', at: placeOfNode(work.draft, node), provision: provisionOf(node) });
}

/** Goes through the after-text in reading order and brings the draft to it: what is above and before stands already. */
function arrange(work: Work, after: CodeText): void {
  for (const { provision, place } of walk(after)) {
    const node = work.draft.nodes.get(provision.id);
    if (!work.kept.has(provision.id)) {
      if (node === undefined) emit(work, { kind: 'insert', at: place, provision: newPartOf(work, provision) });
      // what a split has made may still be reworded
      else for (const edit of editsOf(node, provision)) emit(work, edit);
      continue;
    }
    if (node === undefined) continue;
    if (!work.standing.has(provision.id)) move(work, node, place);
    const siblings = place.parent === null ? after.provisions : (work.wanted.get(place.parent)?.children ?? []);
    const next = newAfter(work, siblings, provision);
    const split = next === null ? null : divisionInto(node, provision, next);
    if (split !== null) emit(work, split);
    for (const edit of editsOf(node, provision)) emit(work, edit);
  }
}

function move(work: Work, node: DraftNode, to: Place): void {
  const from = placeOfNode(work.draft, node);
  if (!samePlace(from, to)) emit(work, { kind: 'move', target: node.id, from, to });
}

/** A new provision with what is new below it; what is kept comes there by moves. */
function newPartOf(work: Work, provision: Provision): Provision {
  const children = provision.children.filter((child) => !work.kept.has(child.id));
  return { ...provision, children: children.map((child) => newPartOf(work, child)) };
}

/** The provision that comes new right after another among those beside it. */
function newAfter(work: Work, siblings: readonly Provision[], provision: Provision): Provision | null {
  const next = siblings[siblings.indexOf(provision) + 1];
  return next === undefined || work.draft.nodes.has(next.id) ? null : next;
}

/** The edits of the words of one provision. */
function editsOf({ id, heading, text }: DraftNode, to: Provision): readonly Amendment[] {
  if (heading === to.heading && text === to.text) return [];
  const whole: Amendment = {
    kind: 'substitute',
    target: id,
    from: { heading, text },
    to: { heading: to.heading, text: to.text },
  };
  const headings = heading === null || to.heading === null ? null : changes(heading, to.heading);
  const texts = changes(text, to.text);
  if ((heading !== to.heading && headings === null) || texts === null) return [whole];
  return [...replacementsOf(id, 'heading', heading ?? '', headings ?? []), ...replacementsOf(id, 'text', text, texts)];
}

/** The words that differ; null where the whole is better given anew. */
function changes(before: string, after: string): readonly Splice[] | null {
  if (before === after) return [];
  if (before === '' || after === '') return null;
  const splices = splicesBetween(before, after);
  const [only] = splices;
  const oneWord =
    splices.length === 1 &&
    only !== undefined &&
    wordsOf(before.slice(only.from, only.to)).length <= 1 &&
    wordsOf(only.words).length <= 1;
  return oneWord || !isRewritten(before, splices) ? splices : null;
}
