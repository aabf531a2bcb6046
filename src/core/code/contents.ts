import { namesOf } from './names.ts';
import type { Provision, ProvisionKind } from './provision.ts';
import { breadcrumb, type Forest } from './tree.ts';

/** A line of a table of contents. */
export interface ContentsEntry {
  /** The name by which the provision is asked for. */
  readonly name: string;
  readonly kind: ProvisionKind;
  readonly number: string | null;
  readonly heading: string | null;
  /** The first words of a provision that has no heading. */
  readonly opening: string | null;
  /** How many provisions there are below it. */
  readonly below: number;
  /** Whether it leads to the place asked about: `here` is that place itself. */
  readonly stands: 'here' | 'above' | 'aside';
  /** What is listed below it; none unless it leads to the place. */
  readonly entries: readonly ContentsEntry[];
  /** How many lines of its own level were left out before and after those listed, to keep the contents short. */
  readonly leftOut: { readonly before: number; readonly after: number };
}

/** Where one is in a text: the contents with the branch open in which one is, and what is read before and after. */
export interface Contents {
  readonly entries: readonly ContentsEntry[];
  /** From the document down to the place, itself included; empty when no place is asked about. */
  readonly trail: readonly ContentsEntry[];
  readonly previous: ContentsEntry | null;
  readonly next: ContentsEntry | null;
}

/** Most lines of one level around the place. */
const MOST = 80;
/** Letters of the first words. */
const OPENING = 48;

const UNLISTED: ReadonlySet<ProvisionKind> = new Set([
  'definition',
  'table',
  'header-row',
  'row',
  'cell',
  'note',
  'image',
]);

/** Whether a provision is a line of the contents: it has a number of its own or a heading. Limbs and cells are read in theirs. */
export function isListed({ kind, number, heading }: Provision): boolean {
  if (UNLISTED.has(kind)) return false;
  return number === null ? heading !== null : !number.startsWith('(');
}

/** The contents of a text around one provision of it (by identity); with null, its documents. */
export function contentsOf(text: Forest, id: string | null): Contents {
  const names = namesOf(text);
  const path = id === null ? [] : breadcrumb(text, id);
  const open = new Set(path.map((one) => one.id));
  const trail: ContentsEntry[] = [];
  const entryOf = (provision: Provision): ContentsEntry => {
    const isOpen = open.has(provision.id);
    const listed = isOpen ? listOf(provision.children) : { entries: [], before: 0, after: 0 };
    const { entries, before, after } = listed;
    const entry = {
      name: names.get(provision.id) ?? provision.id,
      kind: provision.kind,
      number: provision.number,
      heading: provision.heading,
      opening: provision.heading === null ? openingOf(provision.text) : null,
      below: countBelow(provision),
      stands: provision.id === id ? 'here' : isOpen ? 'above' : 'aside',
      entries,
      leftOut: { before, after },
    } as const;
    if (isOpen) trail.unshift(entry);
    return entry;
  };
  const listOf = (siblings: readonly Provision[]) => {
    const all = siblings.filter((one) => isListed(one) || open.has(one.id));
    const at = Math.max(0, all.findIndex((one) => open.has(one.id)) - MOST / 2);
    const from = Math.max(0, Math.min(at, all.length - MOST));
    const shown = all.slice(from, from + MOST);
    return { entries: shown.map(entryOf), before: from, after: all.length - from - shown.length };
  };
  const { entries } = listOf(text.provisions);
  const here = path.at(-1);
  const beside = here === undefined ? null : neighboursOf(text, here);
  const aside = (one: Provision | undefined) => (one === undefined ? null : entryOf(one));
  return { entries, trail, previous: aside(beside?.previous), next: aside(beside?.next) };
}

/** What is read before and after a provision: of the same depth in its document where there is one, else the document beside it. */
function neighboursOf(text: Forest, here: Provision) {
  const depth = breadcrumb(text, here.id).length;
  const level: Provision[] = [];
  const visit = (siblings: readonly Provision[], at: number): void => {
    for (const one of siblings) {
      if (at === depth && (isListed(one) || one === here)) level.push(one);
      if (at < depth) visit(one.children, at + 1);
    }
  };
  visit(text.provisions, 1);
  const at = level.indexOf(here);
  return { previous: level[at - 1], next: level[at + 1] };
}

function openingOf(words: string): string | null {
  if (words === '') return null;
  if (words.length <= OPENING) return words;
  const cut = words.lastIndexOf(' ', OPENING);
  return `${words.slice(0, cut < 20 ? OPENING : cut)}…`;
}

/** How many provisions are below one. */
function countBelow({ children }: Provision): number {
  return children.reduce((sum, child) => sum + 1 + countBelow(child), 0);
}
