import type { Amendment } from './amendment.ts';
import { replacementsOf, type Splice, spliced } from './amendment-words.ts';
import { applyAmendments } from './apply-amendment.ts';
import { type BrokenTarget, brokenBy } from './broken-links.ts';
import { findLinks, type Link, type Links, linksOf } from './links.ts';
import type { CodeText, Provision } from './provision.ts';
import { findVisited } from './tree.ts';

/** What amendments bring about in words that they leave alone. */
export interface Consequences {
  /** The text once the amendments are made, and its links. */
  readonly after: CodeText;
  readonly links: Links;
  /** Amendments of that text by which references and uses of a term go on to name what they named. */
  readonly amendments: readonly Amendment[];
  /** What no rule mends: references to what is gone, terms without a definition, words that name nothing. */
  readonly left: readonly BrokenTarget[];
}

/**
 * The consequences of amendments for references and terms elsewhere, or the sentence that says why they do not apply.
 * `near` are the links of an earlier state of the amended text, if any are known: they are read on from there.
 */
export function consequencesOf(
  text: CodeText,
  amendments: readonly Amendment[],
  near: Links | null = null,
): { readonly ok: true; readonly consequences: Consequences } | { readonly ok: false; readonly fault: string } {
  const before = linksOf(text);
  const result = brokenBy(text, amendments, before, near ?? before);
  if (!result.ok) return result;
  const { broken, after } = result;
  const proposed = new Map<string, Proposal>();
  for (const one of broken) for (const use of one.uses) propose(before, after, one, use, proposed);
  if (proposed.size === 0)
    return { ok: true, consequences: { after: after.text, links: after, amendments: [], left: broken } };
  const mending = mendingOf(after.text, [...proposed.values()]);
  const mended = applyAmendments(after.text, mending);
  if (!mended.ok) throw new Error(`drafted a consequence that does not apply: ${mended.fault}`);
  // what is proposed is tried: only words that then name what they named are mended
  const tried = findLinks(mended.text, after);
  const good = [...proposed.values()].filter((one) => namesAgain(tried, one, [...proposed.values()]));
  return {
    ok: true,
    consequences: {
      after: after.text,
      links: after,
      amendments: mendingOf(after.text, good),
      left: leftOf(broken, new Set(good.map(keyOf))),
    },
  };
}

/** New words for a link, and all that it named before. */
interface Proposal {
  readonly link: Link;
  readonly words: string;
  readonly targets: readonly string[];
}

function keyOf({ link }: { readonly link: Pick<Link, 'from' | 'field' | 'start'> }): string {
  return `${link.from} ${link.field} ${link.start}`;
}

function propose(
  before: Links,
  after: Links,
  { class: kind, target }: BrokenTarget,
  use: BrokenTarget['uses'][number],
  to: Map<string, Proposal>,
): void {
  if (target === null || (kind !== 'renumbered' && kind !== 'term-removed')) return;
  const [was, is] = [findVisited(before.text, target), findVisited(after.text, target)];
  if (was === null || is === null || was.provision.kind !== is.provision.kind) return;
  const known = to.get(keyOf({ link: use }));
  const targets = [...(known?.targets ?? []), target];
  if (use.kind === 'term') {
    const [old, current] = [was.provision.heading, is.provision.heading];
    if (old === null || current === null || !use.words.startsWith(old.replace(/y$/, ''))) return;
    const words = use.words.startsWith(old) ? current + use.words.slice(old.length) : `${current}s`;
    to.set(keyOf({ link: use }), { link: use, words, targets });
    return;
  }
  const renumbered = new Map<string, string>();
  for (const one of was.path) {
    const now = is.path.find(({ id }) => id === one.id);
    if (one.number !== null && now?.number != null && now.number !== one.number) {
      renumbered.set(bare(one.number), bare(now.number));
    }
  }
  const words = replaced(known?.words ?? use.words, renumbered);
  to.set(keyOf({ link: use }), { link: use, words, targets });
}

/** A number without the word of its kind: `8` of `Schedule 8`. */
function bare(number: string): string {
  return number.replace(/^\p{L}{3,}\s+/u, '');
}

/** Words with numbers in place of others, all at once; a limb is found wherever it stands. */
function replaced(words: string, numbers: ReadonlyMap<string, string>): string {
  if (numbers.size === 0) return words;
  const patterns = [...numbers.keys()]
    .sort((a, b) => b.length - a.length)
    .map((number) => {
      const literal = number.replace(/[^\p{L}\p{N}]/gu, '\\$&');
      return number.startsWith('(') ? literal : `(?<![\\p{L}\\p{N}.])${literal}(?![\\p{L}\\p{N}]|\\.[0-9])`;
    });
  return words.replace(new RegExp(patterns.join('|'), 'gu'), (number) => numbers.get(number) ?? number);
}

/** One replacement for each place, like ones together, in the order of the text. */
function mendingOf(text: CodeText, proposals: readonly Proposal[]): readonly Amendment[] {
  const places = Map.groupBy(proposals, ({ link }) => `${link.from} ${link.field}`);
  return [...places.values()].flatMap((here) => {
    const [{ link }] = here as [Proposal];
    const found = findVisited(text, link.from)?.provision;
    const splices = splicesOf(here);
    return found === undefined
      ? []
      : replacementsOf(link.from, link.field, wordsIn(found, link.field), splices).filter(
          (one) => one.find !== one.with,
        );
  });
}

function splicesOf(proposals: readonly Proposal[]): readonly Splice[] {
  return proposals
    .map(({ link, words }): Splice => ({ from: link.start, to: link.end, words }))
    .sort((a, b) => a.from - b.from);
}

/** Whether the words that are proposed name, where they then stand, all that those in their place named. */
function namesAgain(tried: Links, one: Proposal, all: readonly Proposal[]): boolean {
  const { link, targets } = one;
  const before = all.filter(
    (other) => other.link.from === link.from && other.link.field === link.field && other.link.start < link.start,
  );
  const start = spliced(' '.repeat(link.start), splicesOf(before)).length;
  const now = tried.of.get(link.from)?.find((made) => made.field === link.field && made.start === start);
  return now !== undefined && targets.every((target) => now.targets.includes(target));
}

function leftOf(broken: readonly BrokenTarget[], mended: ReadonlySet<string>): readonly BrokenTarget[] {
  return broken
    .map((one) => ({ ...one, uses: one.uses.filter((use) => !mended.has(keyOf({ link: use }))) }))
    .filter(({ uses }) => uses.length > 0);
}

function wordsIn(provision: Provision, field: Link['field']): string {
  return field === 'heading' ? (provision.heading ?? '') : provision.text;
}
