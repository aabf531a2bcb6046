import type { Amendment } from './amendment.ts';
import { growth, splicesBetween } from './amendment-words.ts';
import { applyAmendments } from './apply-amendment.ts';
import { findLinks, type Link, type Links, wordsOfLink } from './links.ts';
import type { CodeText, Provision } from './provision.ts';
import { inOrder, referenceOf } from './tree.ts';

/** What happens to words that nobody edits, when what they name is changed. */
export type BreakClass = 'repealed' | 'renumbered' | 'term-removed' | 'term-redefined' | 'names-nothing';

/** A provision that amendments change under the words that name it. */
export interface BrokenTarget {
  readonly class: BreakClass;
  /** The provision that was named, by id; null for new words that name nothing. */
  readonly target: string | null;
  /** Its printed reference before, and after (null when it is gone). */
  readonly before: string | null;
  readonly after: string | null;
  /** The links that name it, in the text as amended; each still prints the old reference or term. */
  readonly uses: readonly (Link & { readonly words: string })[];
}

/** What amendments break, or the sentence that says why they do not apply. */
export type Broken =
  | { readonly ok: true; readonly broken: readonly BrokenTarget[]; readonly after: Links }
  | { readonly ok: false; readonly fault: string };

/**
 * What amendments break in a text: references to what is repealed or renumbered, and uses of terms removed or redefined.
 * `near` are the links of a text that is nearer to the amended one: they are read on from there, which takes less.
 */
export function brokenBy(
  text: CodeText,
  amendments: readonly Amendment[],
  links: Links = findLinks(text),
  near: Links = links,
): Broken {
  const applied = applyAmendments(text, amendments);
  if (!applied.ok) return { ok: false, fault: applied.fault };
  const after = findLinks(applied.text, near);
  return { ok: true, broken: brokenBetween(links, after), after };
}

/** What amendments break at one provision, in one sentence; `after` is the text with them made. */
export function sentenceOf({ class: kind, before, uses, ...one }: BrokenTarget, after: CodeText): string {
  const name = ({ from, words }: BrokenTarget['uses'][number]): string =>
    `“${words}” in ${referenceOf(after, from) ?? from}`;
  const said = [...new Set(uses.map(name))].join(', ');
  switch (kind) {
    case 'repealed':
      return `${before} is repealed, but still referred to: ${said}.`;
    case 'renumbered':
      if (before === one.after) return `Another provision is numbered ${before} too, and is named by: ${said}.`;
      return `${before} is now ${one.after}; by these words it is no longer named: ${said}.`;
    case 'term-removed':
      return `The term of ${before} is no longer defined, but still used: ${said}.`;
    case 'term-redefined':
      return `${before} says something else now; see where it is used: ${said}.`;
    case 'names-nothing':
      return `These words name nothing: ${said}.`;
  }
}

/** What became of the links of one text in the next: in words that nobody edited, beside those that were. */
function brokenBetween(before: Links, after: Links): readonly BrokenTarget[] {
  const [byIdBefore, current] = [byId(before.text), byId(after.text)];
  const broken = new Map<string, { class: BreakClass; target: string | null; uses: BrokenTarget['uses'][number][] }>();
  const add = (kind: BreakClass, target: string | null, link: Link, standing: Provision): void => {
    const key = `${kind} ${target}`;
    const one = broken.get(key) ?? { class: kind, target, uses: [] };
    one.uses.push({ ...link, words: wordsOfLink(link, standing) });
    broken.set(key, one);
  };
  const redefined = redefinedIn(byIdBefore, current);
  for (const [id, standing] of current) {
    const was = byIdBefore.get(id);
    const [linksBefore, linksAfter] = [before.of.get(id) ?? NONE, after.of.get(id) ?? NONE];
    const reads = was !== undefined && was.text === standing.text && was.heading === standing.heading;
    if (reads && nameTheSame(linksBefore, linksAfter, redefined)) continue;
    const moves = { heading: placesAfter(was, standing, 'heading'), text: placesAfter(was, standing, 'text') };
    for (const old of linksBefore) {
      const start = moves[old.field](old);
      if (start === null) continue;
      const link = { ...old, start, end: start + old.end - old.start };
      const now = linksAfter.find((one) => one.field === link.field && one.start === link.start);
      for (const target of link.targets) {
        const kind = breakOf(link, target, now, byIdBefore, current);
        if (kind !== null) add(kind, target, now?.end === link.end ? now : link, standing);
      }
    }
    for (const link of linksAfter) {
      const edited = was === undefined || wordsIn(was, link.field) !== wordsIn(standing, link.field);
      if (link.unresolved && edited) add('names-nothing', null, link, standing);
    }
  }
  return [...broken.values()].map((one) => ({
    ...one,
    before: one.target === null ? null : referenceOf(before.text, one.target),
    after: one.target === null ? null : referenceOf(after.text, one.target),
  }));
}

const NONE: readonly Link[] = [];

/** Definitions that are gone, bear another term, or say something else. */
function redefinedIn(before: ById, after: ById): ReadonlySet<string> {
  const redefined = new Set<string>();
  for (const [id, was] of before) {
    if (was.kind !== 'definition') continue;
    const is = after.get(id);
    if (is === was) continue;
    if (is?.kind !== 'definition' || is.heading !== was.heading || !sameWords(was, is)) redefined.add(id);
  }
  return redefined;
}

/** Whether the links in words that read the same name the same, and no term among them means something else. */
function nameTheSame(before: readonly Link[], after: readonly Link[], redefined: ReadonlySet<string>): boolean {
  if (before.length !== after.length) return false;
  return before.every((link, index) => {
    const now = after[index] as Link;
    if (link === now && redefined.size === 0) return true;
    return (
      link.start === now.start &&
      link.field === now.field &&
      link.targets.length === now.targets.length &&
      link.targets.every((target, at) => target === now.targets[at] && !redefined.has(target))
    );
  });
}

/** Where words that nobody edited stand in the field as it now reads; null for words that were. */
function placesAfter(was: Provision | undefined, is: Provision, field: Link['field']) {
  if (was === undefined) return () => null;
  const [before, after] = [wordsIn(was, field), wordsIn(is, field)];
  if (before === after) return ({ start }: Link) => start;
  const splices = splicesBetween(before, after);
  return ({ start, end }: Link): number | null => {
    if (splices.some(({ from, to }) => from <= end && start <= to)) return null;
    return start + growth(splices.filter(({ from }) => from < start));
  };
}

type ById = ReadonlyMap<string, Provision>;

/** How a link of unchanged words is broken at one of its targets, or null. */
function breakOf(link: Link, target: string, now: Link | undefined, old: ById, current: ById): BreakClass | null {
  const [was, is] = [old.get(target), current.get(target)];
  if (link.kind === 'term') {
    if (is === undefined || is.kind !== 'definition') return 'term-removed';
    if (is.heading !== was?.heading) return 'term-removed';
    return now?.targets.includes(target) && sameWords(was, is) ? null : 'term-redefined';
  }
  if (is === undefined) return 'repealed';
  return now?.targets.includes(target) ? null : 'renumbered';
}

/** Whether a definition says the same, with all below it. */
function sameWords(a: Provision, b: Provision): boolean {
  return (
    a === b ||
    (a.text === b.text &&
      a.children.length === b.children.length &&
      a.children.every((child, index) => sameWords(child, b.children[index] as Provision)))
  );
}

function wordsIn(provision: Provision, field: Link['field']): string {
  return field === 'heading' ? (provision.heading ?? '') : provision.text;
}

function byId(text: CodeText): ById {
  return new Map(inOrder(text).map(({ provision }) => [provision.id, provision]));
}
