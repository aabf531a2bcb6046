import type { Provision, ProvisionKind } from './provision.ts';
import type { PrintedReference, ReferenceMention } from './reference-mention.ts';
import type { Forest } from './tree.ts';

/** A provision where it stands, for those who go up, down and sideways from it. */
export interface Standing {
  readonly provision: Provision;
  readonly parent: Standing | null;
  readonly depth: number;
  /** Position in reading order. */
  readonly at: number;
  readonly children: Standing[];
}

/** A text with everything at hand that a printed reference may name. */
export interface Ground {
  readonly order: readonly Standing[];
  readonly byId: ReadonlyMap<string, Standing>;
  /** By number without the word of its kind: `Schedule 4` stands under `4`. Limbs such as `(a)` are not in it. */
  readonly byNumber: ReadonlyMap<string, readonly Standing[]>;
  /** The letters with which numbers begin: `G` of `G3.26`. */
  readonly letters: ReadonlySet<string>;
}

/** Puts a text on the ground, once for any number of references. */
export function groundOf(forest: Forest): Ground {
  const order: Standing[] = [];
  const byId = new Map<string, Standing>();
  const byNumber = new Map<string, Standing[]>();
  const letters = new Set<string>();
  const stand = (provision: Provision, parent: Standing | null): Standing => {
    const standing: Standing = { provision, parent, depth: (parent?.depth ?? -1) + 1, at: order.length, children: [] };
    order.push(standing);
    byId.set(provision.id, standing);
    const { number } = provision;
    if (number !== null && !number.startsWith('(')) {
      const bare = number.replace(/^\p{L}{3,}\s+/u, '');
      const sharing = byNumber.get(bare);
      if (sharing === undefined) byNumber.set(bare, [standing]);
      else sharing.push(standing);
      const letter = /^[A-Z]+(?=\d)/.exec(bare);
      if (letter !== null) letters.add(letter[0]);
    }
    for (const child of provision.children) standing.children.push(stand(child, standing));
    return standing;
  };
  for (const provision of forest.provisions) stand(provision, null);
  return { order, byId, byNumber, letters };
}

/** Kinds that a word before a number can mean; words not named here are used of anything. */
const KINDS: Readonly<Record<string, readonly ProvisionKind[]>> = {
  schedule: ['schedule'],
  appendix: ['appendix'],
  annex: ['appendix', 'schedule'],
  part: ['part'],
};

/**
 * The provisions that a reference names, read at the provision in which it stands: all of a range, in reading order.
 * Empty when it names none, or when several have as good a claim.
 */
export function resolveReference(ground: Ground, mention: ReferenceMention, from: Standing): readonly Standing[] {
  const within = mention.within === null ? null : findOne(ground, mention.within, null, from);
  if (mention.within !== null && within === null) return [];
  const first = findOne(ground, mention.first, mention.word, within ?? from, within !== null);
  if (first === null) return [];
  if (mention.last === null) return [first];
  const last = findOne(ground, mention.last, mention.word, within ?? from, within !== null);
  return last === null ? [] : between(ground, first, last);
}

function findOne(
  ground: Ground,
  { number, limbs }: PrintedReference,
  word: string | null,
  from: Standing,
  below = false,
): Standing | null {
  if (number !== null) {
    const named = nearest(candidates(ground, number, word), from);
    return named === null ? null : descend(named, limbs);
  }
  for (let at: Standing | null = from; at !== null; at = below ? null : at.parent) {
    const found = descend(at, limbs);
    if (found !== null) return found;
  }
  return null;
}

function candidates(ground: Ground, number: string, word: string | null): readonly Standing[] {
  const all = ground.byNumber.get(number) ?? [];
  const kinds = word === null ? undefined : KINDS[word];
  if (kinds !== undefined) return all.filter(({ provision }) => kinds.includes(provision.kind));
  // a letter alone is a document, and a part only by its word
  if (/^[A-Z]+$/.test(number)) return all.filter(({ provision }) => provision.kind === 'section');
  return all.filter(({ provision }) => !['schedule', 'appendix', 'part', 'note'].includes(provision.kind));
}

/** The candidate that shares most of the way from the top with a place; null when two share as much. */
function nearest(among: readonly Standing[], from: Standing): Standing | null {
  if (among.length < 2) return among[0] ?? null;
  const above = new Set<Standing>();
  for (let at: Standing | null = from; at !== null; at = at.parent) above.add(at);
  let best: Standing | null = null;
  let [most, tied] = [-2, false];
  for (const one of among) {
    let at: Standing | null = one;
    while (at !== null && !above.has(at)) at = at.parent;
    const shared = at?.depth ?? -1;
    if (shared > most) [best, most, tied] = [one, shared, false];
    else if (shared === most) tied = true;
  }
  return tied ? null : best;
}

function descend(from: Standing, limbs: readonly string[]): Standing | null {
  let at: Standing | null = from;
  for (const limb of limbs) at = at === null ? null : limbBelow(at, limb);
  return at;
}

/** The limb of a number below a provision; what has no number of its own is looked through. */
function limbBelow(from: Standing, limb: string): Standing | null {
  for (const child of from.children) {
    if (child.provision.number === limb) return child;
    const inner =
      child.provision.number === null && child.provision.kind !== 'definition' ? limbBelow(child, limb) : null;
    if (inner !== null) return inner;
  }
  return null;
}

/** From the first to the last of a range: the siblings between them, or all of one depth; empty when they stand the other way round. */
function between(ground: Ground, first: Standing, last: Standing): readonly Standing[] {
  if (last.at < first.at || last.depth !== first.depth) return [];
  return ground.order
    .slice(first.at, last.at + 1)
    .filter((one) => one.depth === first.depth && one.provision.number !== null);
}
