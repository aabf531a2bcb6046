import type { Amendment } from '../../src/core/code/amendment.ts';
import type { CodeText, Place, Provision } from '../../src/core/code/provision.ts';
import type { CodeHistory } from '../../src/core/code/version.ts';
import { addDays, day } from '../../src/core/kernel/day.ts';
import { instant } from '../../src/core/kernel/instant.ts';
import { type Chance, chance, word } from './generated-words.ts';

/** Days between two releases of a generated history. */
export const RELEASE_DAYS = 20;

/** How much a generated history changes. Versions of provisions in all: provisions + releases × changes. */
export interface Changes {
  readonly releases: number;
  /** Provisions changed by each release. */
  readonly changes: number;
  readonly seed: number;
}

/** A modification that is open: its legal text, drafted against the text that it was generated from. */
export interface OpenModification {
  readonly id: string;
  readonly amendments: readonly Amendment[];
}

/** A history with what its last text has to be, as the generator kept it without applying an amendment. */
export interface GeneratedHistory extends CodeHistory {
  readonly last: CodeText;
}

/**
 * A history of releases: mostly a few words of a provision, one change in thirty inserts a clause or limb, one repeals
 * one, one renumbers one. The same changes of the same text give the same history, and fewer releases its beginning.
 */
export function generatedHistory(base: CodeText, { releases, changes, seed }: Changes): GeneratedHistory {
  const next = chance(seed);
  const bench = new Bench(base, 'made');
  const versions = Array.from({ length: releases }, (_, release) => ({
    label: `1.${release + 1}`,
    inForceFrom: addDays(day('2013-01-01'), (release + 1) * RELEASE_DAYS),
    source: { kind: 'modification' as const, reference: `M${release + 1}` },
    amendments: Array.from({ length: changes }, () => bench.change(next)),
    recordedAt: instant('2013-01-01T00:00:00Z'),
  }));
  return { base, baseLabel: '1.0', baseFrom: day('2013-01-01'), versions, last: bench.text(base) };
}

/** Open modifications, each of amendments that stand near one another in one document, as drafted against the text. */
export function generatedModifications(
  text: CodeText,
  { modifications, amendments, seed }: { modifications: number; amendments: number; seed: number },
): readonly OpenModification[] {
  const next = chance(seed);
  return Array.from({ length: modifications }, (_, index) => {
    const bench = new Bench(text, `new${index + 1}`);
    const around = next(bench.size);
    return {
      id: `MP${index + 1}`,
      amendments: Array.from({ length: amendments }, () => bench.change(next, around + next(200))),
    };
  });
}

interface Node {
  readonly id: string;
  readonly kind: Provision['kind'];
  number: string | null;
  readonly heading: string | null;
  text: string;
  readonly siblings: Node[];
  readonly children: Node[];
  readonly parent: string | null;
  readonly leaf: boolean;
  gone: boolean;
}

/** A text as it stands between changes; every change that it gives applies to it and is made in it. */
class Bench {
  readonly #nodes: Node[] = [];
  readonly #top: Node[];
  readonly #prefix: string;
  #made = 0;

  constructor({ provisions }: CodeText, prefix: string) {
    this.#prefix = prefix;
    const plant = (all: readonly Provision[], parent: string | null, siblings: Node[]): Node[] => {
      for (const { id, kind, number, heading, text, children } of all) {
        const leaf = children.length === 0;
        const node: Node = { id, kind, number, heading, text, siblings, children: [], parent, leaf, gone: false };
        siblings.push(node);
        if (text.length > 40) this.#nodes.push(node);
        plant(children, id, node.children);
      }
      return siblings;
    };
    this.#top = plant(provisions, null, []);
  }

  /** The text as it stands. */
  text(base: CodeText): CodeText {
    const grown = (nodes: readonly Node[]): Provision[] =>
      nodes.map((node) => ({ ...leafOf(node), children: grown(node.children) }));
    return { ...base, provisions: grown(this.#top) };
  }

  get size(): number {
    return this.#nodes.length;
  }

  change(next: Chance, at: number = next(this.#nodes.length)): Amendment {
    const kind = next(30);
    const node = this.#standing(at, kind < 2);
    if (kind === 0) return this.#insert(node, next);
    if (kind === 1) return this.#repeal(node);
    if (kind === 2 && node.number !== null) return this.#renumber(node);
    return this.#reword(node, next);
  }

  /** The provision at a place, or the next that still stands; a clause or limb with nothing below it, if one is asked for. */
  #standing(at: number, leaf: boolean): Node {
    for (let step = 0; ; step += 1) {
      const node = this.#nodes[(at + step) % this.#nodes.length] as Node;
      const fits = node.leaf && (node.kind === 'clause' || node.kind === 'paragraph');
      if (!node.gone && (!leaf || fits)) return node;
    }
  }

  #reword(node: Node, next: Chance): Amendment {
    const { id, text } = node;
    const from = text.indexOf(' ', next(Math.max(1, text.length - 20))) + 1;
    const space = text.indexOf(' ', from);
    const to = space === -1 ? text.length - 1 : space;
    const find = text.slice(from, to);
    const drawn = next(4) === 0 ? `${word(next)} ${word(next)}` : word(next);
    const words = drawn === find ? `${drawn} ${drawn}` : drawn;
    node.text = `${text.slice(0, from)}${words}${text.slice(to)}`;
    return { kind: 'replace', target: id, field: 'text', find, with: words, at: [from] };
  }

  #insert(after: Node, next: Chance): Amendment {
    this.#made += 1;
    const id = `${this.#prefix}-${this.#made}`;
    const text = `${Array.from({ length: 12 + next(40) }, () => word(next)).join(' ')}.`;
    const number =
      after.number === null
        ? null
        : `${after.number.replace(/\)$/, '')}A${this.#made}${after.number.endsWith(')') ? ')' : ''}`;
    const { kind, siblings, parent } = after;
    const node: Node = {
      id,
      kind,
      number,
      heading: null,
      text,
      siblings,
      children: [],
      parent,
      leaf: true,
      gone: false,
    };
    siblings.splice(siblings.indexOf(after) + 1, 0, node);
    this.#nodes.push(node);
    return { kind: 'insert', at: { parent, after: after.id }, provision: leafOf(node) };
  }

  #repeal(node: Node): Amendment {
    const { siblings, parent } = node;
    const index = siblings.indexOf(node);
    const at: Place = { parent, after: siblings[index - 1]?.id ?? null };
    siblings.splice(index, 1);
    node.gone = true;
    return { kind: 'repeal', at, provision: leafOf(node) };
  }

  #renumber(node: Node): Amendment {
    this.#made += 1;
    const from = node.number;
    node.number = from?.startsWith('(') ? `(z${this.#made})` : `${from?.replace(/[A-Z]\d*$/, '')}Z${this.#made}`;
    return { kind: 'renumber', target: node.id, from, to: node.number };
  }
}

function leafOf({ id, kind, number, heading, text }: Node): Provision {
  return { id, kind, number, heading, text, children: [] };
}
