import type { CodeText, Provision } from './provision.ts';
import { type ReferenceMention, referencesIn } from './reference-mention.ts';
import { rewordedOnly } from './reworded.ts';
import { type Ground, groundOf, isWithin, resolveReference, type Standing, scopeOf } from './standing.ts';
import { indexTerms, type TermIndex, type TermMention, termsIn } from './term-mention.ts';

/** Words of a provision that name others: a printed reference, or the use of a defined term. */
export interface Link {
  /** The provision whose words these are, by id. */
  readonly from: string;
  readonly field: 'heading' | 'text';
  /** Offsets in the field: from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'reference' | 'term';
  /** What is named, by id, in reading order: all provisions of a range; the definition of a term. Empty when unresolved. */
  readonly targets: readonly string[];
  /** The words can only be a reference, and name nothing in this text. */
  readonly unresolved?: true;
}

/** Every link of a text, both ways. */
export interface Links {
  readonly text: CodeText;
  /** By provision: the links in its words, in order, its heading first. */
  readonly of: ReadonlyMap<string, readonly Link[]>;
  /** By provision: the links that name it: references to it, or uses of the term that it defines. */
  readonly to: ReadonlyMap<string, readonly Link[]>;
  /** What was found in the words of each provision, kept for the text that comes next. */
  readonly scans: Scans;
}

interface Scans {
  readonly key: string;
  readonly byId: ReadonlyMap<string, Scan>;
  readonly naming: Naming;
}

interface Scan {
  readonly heading: string | null;
  readonly text: string;
  readonly definition: boolean;
  readonly mentions: readonly Mention[];
}

type Mention = (ReferenceMention | TermMention) & { readonly field: Link['field'] };

/**
 * Finds the links of a text. Given the links of the text before it, only words that changed are read again, unless a
 * term was added, renamed or removed; what all words name is looked up anew where a number or a place changed, which may
 * change that everywhere.
 */
export function findLinks(text: CodeText, before: Links | null = null): Links {
  const reworded = before === null ? null : rewordedOnly(before.text, text);
  if (before !== null && reworded !== null) return relinked(text, before, reworded);
  const naming = namings.get(text) ?? readNaming(text);
  const { ground, definitions, terms } = naming;
  const key = JSON.stringify([...definitions.keys()].sort());
  const known = before !== null && before.scans.key === key ? before.scans : null;
  const byId = new Map<string, Scan>();
  const of = new Map<string, readonly Link[]>();
  const to = new Map<string, Link[]>();
  for (const standing of ground.order) {
    const { provision } = standing;
    const kept = known?.byId.get(provision.id);
    const scan = kept !== undefined && isScanOf(kept, provision) ? kept : scanOf(provision, terms);
    byId.set(provision.id, scan);
    if (scan.mentions.length === 0) continue;
    const links = scan.mentions.flatMap((mention) => linkOf(ground, definitions, standing, mention) ?? []);
    if (links.length > 0) of.set(provision.id, links);
    for (const link of links) {
      for (const target of link.targets) {
        const naming = to.get(target);
        if (naming === undefined) to.set(target, [link]);
        else naming.push(link);
      }
    }
  }
  return { text, of, to, scans: { key, byId, naming } };
}

/** The links of a text in which, against that before it, nothing but the words of some provisions changed. */
function relinked(text: CodeText, before: Links, reworded: readonly Provision[]): Links {
  const { terms, ground, definitions } = before.scans.naming;
  const [of, to, byId] = [new Map(before.of), new Map(before.to), new Map(before.scans.byId)];
  const ids = new Set(reworded.map(({ id }) => id));
  const targets = new Set<string>();
  const made: Link[] = [];
  for (const provision of reworded) {
    const standing = ground.byId.get(provision.id) as Standing;
    const scan = scanOf(provision, terms);
    const links = scan.mentions.flatMap((mention) => linkOf(ground, definitions, standing, mention) ?? []);
    for (const link of [...links, ...(of.get(provision.id) ?? [])]) for (const one of link.targets) targets.add(one);
    byId.set(provision.id, scan);
    if (links.length > 0) of.set(provision.id, links);
    else of.delete(provision.id);
    made.push(...links);
  }
  const at = ({ from }: Link): number => ground.byId.get(from)?.at ?? 0;
  for (const target of targets) {
    const others = (before.to.get(target) ?? []).filter(({ from }) => !ids.has(from));
    const naming = [...others, ...made.filter((link) => link.targets.includes(target))];
    if (naming.length > 0)
      to.set(
        target,
        naming.toSorted((a, b) => at(a) - at(b)),
      );
    else to.delete(target);
  }
  return { text, of, to, scans: { ...before.scans, byId } };
}

const found = new WeakMap<CodeText, Links>();

/** The links of a text that several readers ask about: found once, and kept as long as the text is. */
export function linksOf(text: CodeText): Links {
  const kept = found.get(text) ?? findLinks(text);
  found.set(text, kept);
  return kept;
}

/** Everything in a text that words may name, ready for words that do not stand in it yet. */
export interface Naming {
  readonly ground: Ground;
  readonly definitions: Definitions;
  readonly terms: TermIndex;
}

const namings = new WeakMap<CodeText, Naming>();

/** A text made ready for {@link linksIn}: once, and kept as long as the text is. */
export function namingOf(text: CodeText): Naming {
  const naming = namings.get(text) ?? readNaming(text);
  namings.set(text, naming);
  return naming;
}

function readNaming(text: CodeText): Naming {
  const ground = groundOf(text);
  const definitions = definitionsOf(ground);
  return { ground, definitions, terms: indexTerms(definitions.keys()) };
}

/** The links that some words make if a provision that stands there, or comes to, says them; offsets are in the words. */
export function linksIn({ ground, definitions, terms }: Naming, words: string, from: Standing): readonly Link[] {
  return mentionsIn('text', words, terms).flatMap((mention) => linkOf(ground, definitions, from, mention) ?? []);
}

/** The words that make a link. */
export function wordsOfLink(
  { field, start, end }: Link,
  { heading, text }: Pick<Provision, 'heading' | 'text'>,
): string {
  return (field === 'heading' ? (heading ?? '') : text).slice(start, end);
}

/** A definition, and what it holds in: what its introduction says (`In this Schedule:`), or the whole code (null). */
interface Defined {
  readonly standing: Standing;
  readonly scope: Standing | null;
}

/** Definitions by term; one term may be defined in several documents. */
type Definitions = ReadonlyMap<string, readonly Defined[]>;

function definitionsOf(ground: Ground): Definitions {
  const definitions = ground.order
    .filter(({ provision }) => provision.kind === 'definition' && provision.heading !== null)
    .map((standing): Defined => ({ standing, scope: scopeOf(standing) }));
  return Map.groupBy(definitions, ({ standing }) => standing.provision.heading ?? '');
}

function isScanOf(scan: Scan, { heading, text, kind }: Provision): boolean {
  return scan.text === text && scan.heading === heading && scan.definition === (kind === 'definition');
}

/** Reads the words of one provision. The term that a definition defines, and what an image is called, are not words to link. */
function scanOf({ kind, heading, text }: Provision, terms: TermIndex): Scan {
  const titled = heading !== null && kind !== 'definition' && kind !== 'image';
  const mentions = [...(titled ? mentionsIn('heading', heading, terms) : []), ...mentionsIn('text', text, terms)];
  return { heading, text, definition: kind === 'definition', mentions };
}

/** References and terms in order; where two overlap the longer stands. */
function mentionsIn(field: Link['field'], words: string, terms: TermIndex): readonly Mention[] {
  const all = [...referencesIn(words), ...termsIn(words, terms)]
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((mention): Mention => ({ ...mention, field }));
  const kept: Mention[] = [];
  for (const mention of all) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= mention.start) kept.push(mention);
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention;
  }
  return kept;
}

function linkOf(ground: Ground, definitions: Definitions, from: Standing, mention: Mention): Link | null {
  const { field, start, end } = mention;
  const link = { from: from.provision.id, field, start, end, kind: mention.kind };
  if (mention.kind === 'term') {
    const definition = definitionFor(definitions.get(mention.term) ?? [], from);
    const own = definition === null || definition === from;
    return own ? null : { ...link, targets: [definition.provision.id] };
  }
  const targets = resolveReference(ground, mention, from).map(({ provision }) => provision.id);
  if (targets.length > 0) return { ...link, targets };
  const letters = /^[A-Z]+(?=\d)/.exec(mention.first.number ?? '')?.[0];
  const kind = mention.word === 'table' || mention.word === 'note' ? mention.word : null;
  const ours = (letters === undefined || ground.letters.has(letters)) && (kind === null || ground.numbered.has(kind));
  return mention.certain && ours ? { ...link, targets, unresolved: true } : null;
}

/** The definition that holds where the term is used: the narrowest, then that of its own document, then the first of the code. */
function definitionFor(among: readonly Defined[], from: Standing): Standing | null {
  const holding = among.filter(({ scope }) => scope === null || isWithin(from, scope));
  const widest = (one: Defined): number => one.scope?.depth ?? -1;
  const narrowest = Math.max(...holding.map(widest));
  const best = holding.filter((one) => widest(one) === narrowest);
  const here = best.length > 1 ? best.find(({ standing }) => documentOf(standing) === documentOf(from)) : undefined;
  return (here ?? best[0])?.standing ?? null;
}

function documentOf(standing: Standing): Standing {
  let at = standing;
  while (at.parent !== null) at = at.parent;
  return at;
}
