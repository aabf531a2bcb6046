import type { CodeText, Provision, ProvisionKind } from './provision.ts';
import type { PrintedReference, ReferenceMention, Step } from './reference-mention.ts';

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
  /** Kinds of which some have numbers. */
  readonly numbered: ReadonlySet<ProvisionKind>;
}

/** Puts a text on the ground, once for any number of references. */
export function groundOf(forest: Pick<CodeText, 'provisions'>): Ground {
  const order: Standing[] = [];
  const byId = new Map<string, Standing>();
  const byNumber = new Map<string, Standing[]>();
  const letters = new Set<string>();
  const numbered = new Set<ProvisionKind>();
  const stand = (provision: Provision, parent: Standing | null): Standing => {
    const standing: Standing = { provision, parent, depth: (parent?.depth ?? -1) + 1, at: order.length, children: [] };
    order.push(standing);
    byId.set(provision.id, standing);
    const { number } = provision;
    if (number !== null && !number.startsWith('(')) {
      numbered.add(provision.kind);
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
  return { order, byId, byNumber, letters, numbered };
}

/** Kinds that a word can mean; a number after a word not named here is one of anything but these. */
const KINDS: Readonly<Record<string, readonly ProvisionKind[]>> = {
  schedule: ['schedule'],
  appendix: ['appendix'],
  annex: ['appendix', 'schedule'],
  part: ['part'],
  table: ['table'],
  row: ['row', 'header-row'],
  note: ['note'],
  figure: ['image'],
  image: ['image'],
};

/** What a word can mean of what it stands in. */
const HERE: Readonly<Record<string, readonly ProvisionKind[]>> = {
  ...KINDS,
  section: ['section'],
  clause: ['clause'],
  article: ['clause'],
  condition: ['condition'],
  paragraph: ['paragraph', 'sub-paragraph'],
  'sub-paragraph': ['sub-paragraph', 'paragraph'],
  subparagraph: ['sub-paragraph', 'paragraph'],
};

const NAMED_BY_WORD: ReadonlySet<ProvisionKind> = new Set([...Object.values(KINDS).flat(), 'cell']);

/**
 * The provisions that a reference names, read at the provision in which it stands: all of a range, in reading order.
 * Empty when it names none, or when several have as good a claim.
 */
export function resolveReference(
  ground: Ground,
  mention: ReferenceMention,
  from: Standing | null,
): readonly Standing[] {
  const { word, place, first, last } = mention;
  let within: Standing | null = null;
  for (const step of mention.within.toReversed()) {
    within = findOne(ground, step, within ?? from, within !== null);
    if (within === null) return [];
  }
  const find = (printed: PrintedReference): Standing | null => {
    const found = findOne(ground, { word, printed, place }, within ?? from, within !== null);
    // an annex may be said to be "to" what it does not stand under
    return found === null && DOCUMENTS.has(word ?? '') ? findOne(ground, { word, printed, place }, from, false) : found;
  };
  const one = find(first);
  if (one === null) return [];
  if (last === null) return [one];
  const other = find(last);
  return other === null ? [] : between(ground, one, other);
}

const DOCUMENTS: ReadonlySet<string> = new Set(['schedule', 'appendix', 'annex']);

function findOne(ground: Ground, step: Step, from: Standing | null, below: boolean): Standing | null {
  const { word, printed, place } = step;
  if (place !== null) return placed(ground, step, from, below);
  const { number, limbs } = printed;
  if (number !== null) {
    const all = word === 'row' ? rowsOf(number, from) : candidates(ground, number, word);
    // below a table are rows alone: what is a note to it follows it
    if (below && from !== null && word === 'note' && from.provision.kind === 'table' && from.parent !== null) {
      return nearest(
        all.filter((one) => one.parent === from.parent),
        from,
      );
    }
    const named = nearest(
      below && from !== null ? all.filter((one) => one !== from && isWithin(one, from)) : all,
      from,
    );
    return named === null ? null : descend(named, limbs);
  }
  for (let at = from; at !== null; at = below ? null : at.parent) {
    const found = descend(at, limbs);
    if (found !== null) return found;
  }
  return null;
}

/** What is named by where it stands from the words. */
function placed(ground: Ground, { word, place }: Step, from: Standing | null, below: boolean): Standing | null {
  const kinds = HERE[word ?? ''] ?? [];
  if (place === 'only') {
    for (let at = from; at !== null; at = below ? null : at.parent) {
      const found = allBelow(at).filter(({ provision }) => kinds.includes(provision.kind));
      if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
    }
    return null;
  }
  let here = from;
  while (here !== null && !kinds.includes(here.provision.kind)) here = here.parent;
  if (here === null || place === 'this') return here;
  const beside = here.parent?.children ?? ground.order.filter(({ depth }) => depth === 0);
  const siblings = beside.filter(({ provision }) => kinds.includes(provision.kind));
  return siblings[siblings.indexOf(here) + (place === 'before' ? -1 : 1)] ?? null;
}

/** The row that bears a number, or else stands at it, in the table that it is read in. */
function rowsOf(number: string, from: Standing | null): readonly Standing[] {
  let table = from;
  while (table !== null && table.provision.kind !== 'table') table = table.parent;
  const rows = table?.children.filter(({ provision }) => provision.kind === 'row') ?? [];
  const named = rows.filter(({ provision }) => provision.number === number);
  const counted = rows[Number(number) - 1];
  return named.length > 0 || counted === undefined || counted.provision.number !== null ? named : [counted];
}

function allBelow(from: Standing): readonly Standing[] {
  return from.children.flatMap((child) => [child, ...allBelow(child)]);
}

/** Whether something is what it is asked about, or stands below it. */
export function isWithin(standing: Standing, top: Standing): boolean {
  for (let at: Standing | null = standing; at !== null; at = at.parent) if (at === top) return true;
  return false;
}

function candidates(ground: Ground, number: string, word: string | null): readonly Standing[] {
  const all = ground.byNumber.get(number) ?? [];
  const kinds = word === null ? undefined : KINDS[word];
  if (kinds !== undefined) return all.filter(({ provision }) => kinds.includes(provision.kind));
  // a letter alone is a document, and a part only by its word
  if (/^[A-Z]+$/.test(number)) return all.filter(({ provision }) => provision.kind === 'section');
  return all.filter(({ provision }) => !NAMED_BY_WORD.has(provision.kind));
}

const SCOPE = /\bthis ((?:sub-?)?paragraph|section|schedule|appendix|annex|part|clause|condition|table)\b/i;

/** What a definition holds in, by the words that introduce it: `In this Schedule:`; null for the whole code. */
export function scopeOf({ parent }: Standing): Standing | null {
  for (let at = parent; at !== null; at = at.parent) {
    const word = SCOPE.exec(at.provision.text)?.[1]?.toLowerCase();
    if (word === undefined) {
      if (at.provision.text !== '') return null;
      continue;
    }
    for (let here: Standing | null = at; here !== null; here = here.parent) {
      if (HERE[word]?.includes(here.provision.kind)) return here;
    }
    return null;
  }
  return null;
}

/** The candidate that shares most of the way from the top with a place; null when two share as much. */
function nearest(among: readonly Standing[], from: Standing | null): Standing | null {
  if (among.length < 2) return among[0] ?? null;
  const above = new Set<Standing>();
  for (let at = from; at !== null; at = at.parent) above.add(at);
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
