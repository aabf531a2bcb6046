import type { Amendment } from './amendment.ts';
import { isWordEdit } from './amendment-clash.ts';
import { editOf, growth, type Splice, spliced } from './amendment-words.ts';
import { footprintOf, groupsOf } from './footprint.ts';
import { linksIn, type Naming } from './links.ts';
import { isOfCode } from './printed-reference.ts';
import type { Provision } from './provision.ts';
import type { Standing } from './standing.ts';

/** The legal text of an open modification, drafted against the text that all of them are compared on. */
export interface OpenText {
  readonly modification: string;
  readonly amendments: readonly Amendment[];
}

/** Why words that name a provision are no longer right, or no longer mean the same. */
export type Loss = 'broken-reference' | 'changed-term';

/** An open text with what it touches and what its new words name, found once for all comparisons. */
export interface TracedText extends OpenText {
  /** By key of a footprint: the groups of amendments that write it, or read it. */
  readonly writes: ReadonlyMap<string, readonly (readonly Amendment[])[]>;
  readonly reads: ReadonlyMap<string, readonly (readonly Amendment[])[]>;
  /** Provisions that its new words refer to, and definitions whose terms they use: the provision that says so. */
  readonly names: ReadonlyMap<string, string>;
  /** Provisions that it repeals or renumbers, and definitions that it takes away or words anew: the provision it amends. */
  readonly loses: ReadonlyMap<string, { readonly loss: Loss; readonly subject: string }>;
  /** Terms that it defines newly, or gives a definition that stands: the definition. */
  readonly defines: ReadonlyMap<string, string>;
  /** Numbers that it newly prints, each with what it counts in: the provision that bears it. */
  readonly prints: ReadonlyMap<string, string>;
}

/** Characters on either side of new words within which a reference or term that they are part of is looked for. */
const AROUND = 60;

/** Traces one open text. */
export function trace(naming: Naming, { modification, amendments }: OpenText): TracedText {
  const writes = new Map<string, (readonly Amendment[])[]>();
  const reads = new Map<string, (readonly Amendment[])[]>();
  for (const group of groupsOf(amendments)) {
    for (const amendment of group) {
      const footprint = footprintOf(amendment);
      for (const key of footprint.writes) add(writes, key, group);
      for (const key of footprint.reads) add(reads, key, group);
    }
  }
  const loses = new Map<string, { loss: Loss; subject: string }>();
  for (const amendment of amendments) addLosses(naming, amendment, loses);
  return {
    modification,
    amendments,
    writes,
    reads,
    names: namedBy(naming, amendments),
    loses,
    prints: printedBy(naming, amendments),
    defines: new Map(amendments.flatMap((amendment) => definitionsIn(naming, amendment))),
  };
}

function add<T>(to: Map<string, T[]>, key: string, one: T): void {
  const all = to.get(key);
  if (all === undefined) to.set(key, [one]);
  else if (all.at(-1) !== one) all.push(one);
}

/** What is numbered anew, as its number reads in the end, among those that it counts with: beside it, or in the whole code. */
function printedBy({ ground }: Naming, amendments: readonly Amendment[]): ReadonlyMap<string, string> {
  const last = new Map<string, { number: string | null; parent: string | null }>();
  for (const amendment of amendments) {
    if (amendment.kind === 'insert') {
      const { provision, at } = amendment;
      last.set(provision.id, { number: provision.number, parent: at.parent });
    } else if (amendment.kind === 'renumber') {
      const parent =
        last.get(amendment.target)?.parent ?? ground.byId.get(amendment.target)?.parent?.provision.id ?? null;
      last.set(amendment.target, { number: amendment.to, parent });
    }
  }
  const prints = new Map<string, string>();
  for (const [id, { number, parent }] of last) {
    if (number !== null) prints.set(isOfCode(number) ? number : `${parent} ${number}`, id);
  }
  return prints;
}

function definitionsIn({ ground }: Naming, amendment: Amendment): [string, string][] {
  if (isWordEdit(amendment)) {
    const standing = ground.byId.get(amendment.target)?.provision;
    const splices = editOf(amendment, 'heading') ?? [];
    if (standing?.kind !== 'definition' || splices.length === 0) return [];
    return [[spliced(standing.heading ?? '', splices), standing.id]];
  }
  if (amendment.kind !== 'insert') return [];
  return flat(amendment.provision).flatMap(({ id, kind, heading }): [string, string][] =>
    kind === 'definition' && heading !== null ? [[heading, id]] : [],
  );
}

/** What amendments take from under words that name it. A limb goes by the number of the provision above it too. */
function addLosses({ ground }: Naming, amendment: Amendment, to: Map<string, { loss: Loss; subject: string }>): void {
  if (amendment.kind === 'repeal') {
    for (const { id, kind } of flat(amendment.provision)) {
      to.set(id, {
        loss: kind === 'definition' ? 'changed-term' : 'broken-reference',
        subject: amendment.provision.id,
      });
    }
    return;
  }
  if (amendment.kind === 'renumber' || amendment.kind === 'move') {
    const { target } = amendment;
    if (amendment.kind === 'move' && !isLimb(ground.byId.get(target)?.provision)) return;
    const visit = (standing: Standing | undefined): void => {
      if (standing === undefined) return;
      to.set(standing.provision.id, { loss: 'broken-reference', subject: target });
      for (const child of standing.children) if (isLimb(child.provision)) visit(child);
    };
    visit(ground.byId.get(target));
    return;
  }
  if (!isWordEdit(amendment)) return;
  for (let at = ground.byId.get(amendment.target) ?? null; at !== null; at = at.parent) {
    if (at.provision.kind !== 'definition') continue;
    to.set(at.provision.id, { loss: 'changed-term', subject: amendment.target });
    return;
  }
}

function isLimb(provision: Provision | undefined): boolean {
  return provision?.number?.startsWith('(') ?? false;
}

/** What the words that amendments bring name. The words of a provision are followed from amendment to amendment. */
function namedBy(naming: Naming, amendments: readonly Amendment[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const places = new Map<string, Standing>();
  const names = new Map<string, string>();
  const standingAt = (id: string): Standing | null => places.get(id) ?? naming.ground.byId.get(id) ?? null;
  const look = (at: Standing, text: string, isNew: (start: number, end: number) => boolean): void => {
    for (const { start, end, targets } of linksIn(naming, text, at)) {
      if (isNew(start, end)) for (const target of targets) if (!names.has(target)) names.set(target, at.provision.id);
    }
  };
  const plant = (provision: Provision, parent: Standing | null): Standing => {
    const children: Standing[] = [];
    const standing = { provision, parent, depth: (parent?.depth ?? -1) + 1, at: parent?.at ?? 0, children };
    places.set(provision.id, standing);
    for (const child of provision.children) children.push(plant(child, standing));
    look(standing, provision.text, () => true);
    if (isTitled(provision)) look(standing, provision.heading ?? '', () => true);
    return standing;
  };
  for (const amendment of amendments) {
    if (amendment.kind === 'insert') {
      plant(amendment.provision, amendment.at.parent === null ? null : standingAt(amendment.at.parent));
    }
    if (!isWordEdit(amendment)) continue;
    const standing = standingAt(amendment.target);
    if (standing === null) continue;
    for (const field of isTitled(standing.provision) ? (['text', 'heading'] as const) : (['text'] as const)) {
      const key = `${field} ${amendment.target}`;
      const before =
        amendment.kind === 'substitute' ? amendment.from[field] : (words.get(key) ?? standing.provision[field]);
      // a heading that comes whole is new from end to end
      const whole = before === null && amendment.kind === 'substitute' ? amendment.to[field] : null;
      const splices = whole === null ? (editOf(amendment, field) ?? []) : [{ from: 0, to: 0, words: whole }];
      if (splices.length === 0) continue;
      const after = spliced(before ?? '', splices);
      words.set(key, after);
      for (const { start, end } of newWords(splices)) {
        const from = Math.max(0, start - AROUND);
        look(standing, after.slice(from, end + AROUND), (a, b) => a + from < end && b + from > start);
      }
    }
  }
  return names;
}

/** Whether a heading is words that may name others: the term of a definition and the file of an image are not. */
function isTitled({ kind }: Provision): boolean {
  return kind !== 'definition' && kind !== 'image';
}

/** Where new words stand once the splices are made; where words only went, the place between their neighbours. */
function newWords(splices: readonly Splice[]): readonly { readonly start: number; readonly end: number }[] {
  return splices.map(({ from, words }, index) => {
    const start = from + growth(splices.slice(0, index));
    return { start, end: start + words.length };
  });
}

function flat(provision: Provision): readonly Provision[] {
  return [provision, ...provision.children.flatMap(flat)];
}
