import type { CodeText, Provision } from '../../src/core/code/provision.ts';
import { type Chance, chance, word } from './generated-words.ts';

/** What was done to a provision between two generated texts. */
export type Edit = 'moved' | 'moved-boilerplate' | 'moved-rewritten' | 'split';

/** A text after edits, with the truth about what became of what. */
export interface Edited {
  readonly after: CodeText;
  /** The same with new identities throughout, as an import of bare words has them. */
  readonly bare: CodeText;
  /** By identity in `bare`: identity before; what is new is not in it. */
  readonly truth: ReadonlyMap<string, string>;
  /** By identity before: what was done beyond words and numbers. */
  readonly edits: ReadonlyMap<string, Edit>;
  readonly reworded: number;
  readonly renumbered: ReadonlySet<string>;
  /** Letters taken out and put in by rewording. */
  readonly letters: number;
}

/** How many provisions of a hundred are edited in each way. */
export interface Shares {
  readonly reworded: number;
  readonly moved: number;
  readonly boilerplate: number;
  readonly rewritten: number;
  readonly split: number;
}

interface Node extends Omit<Provision, 'children' | 'number' | 'text'> {
  number: string | null;
  text: string;
  children: Node[];
}

/** Edits a text: words, moves to other places, splits; then numbers every clause anew under its heading. */
export function editedCode(text: CodeText, shares: Shares, seed: number): Edited {
  const next = chance(seed);
  const provisions = text.provisions.map(copy);
  const [leaves, groups] = [[] as { node: Node; parent: Node }[], [] as Node[]];
  const visit = (node: Node): void => {
    for (const child of node.children) {
      visit(child);
      const movable = child.children.length === 0 && (child.kind === 'clause' || child.kind === 'paragraph');
      if (movable) leaves.push({ node: child, parent: node });
    }
    if (node.children.some((child) => child.kind === 'clause')) groups.push(node);
  };
  provisions.forEach(visit);
  const times = new Map<string, number>();
  for (const { node } of leaves) times.set(node.text, (times.get(node.text) ?? 0) + 1);
  const edits = new Map<string, Edit>();
  let [reworded, letters] = [0, 0];
  for (const { node, parent } of leaves) {
    const draw = next(1000) / 10;
    const unique = times.get(node.text) === 1 && node.text.length > 60;
    if (draw < shares.reworded && unique) {
      letters += reword(node, next, 2);
      reworded += 1;
    } else if (draw < shares.reworded + shares.moved && unique) {
      edits.set(node.id, 'moved');
      move(node, parent, groups, next);
    } else if (draw < shares.reworded + shares.moved + shares.rewritten && unique) {
      edits.set(node.id, 'moved-rewritten');
      letters += reword(node, next, Math.floor(node.text.split(' ').length / 3));
      move(node, parent, groups, next);
    } else if (draw < shares.reworded + shares.moved + shares.rewritten + shares.split && unique) {
      edits.set(node.id, 'split');
      split(node, parent);
    } else if (!unique && (times.get(node.text) ?? 0) > 1 && draw > 100 - shares.boilerplate) {
      edits.set(node.id, 'moved-boilerplate');
      move(node, parent, groups, next);
    }
  }
  const renumbered = new Set<string>();
  for (const group of groups) renumber(group, renumbered);
  const truth = new Map<string, string>();
  const known = new Set(idsOf(text.provisions));
  let made = 0;
  const rename = (node: Node): Provision => {
    made += 1;
    const id = `n-${made}`;
    if (known.has(node.id)) truth.set(id, node.id);
    return { ...node, id, children: node.children.map(rename) };
  };
  return {
    after: { ...text, provisions },
    bare: { ...text, provisions: provisions.map(rename) },
    truth,
    edits,
    reworded,
    renumbered,
    letters,
  };
}

function copy(provision: Provision): Node {
  return { ...provision, children: provision.children.map(copy) };
}

function idsOf(provisions: readonly Provision[]): string[] {
  return provisions.flatMap((provision) => [provision.id, ...idsOf(provision.children)]);
}

/** Puts other words for some, here and there; gives how many letters went and came. */
function reword(node: Node, next: Chance, count: number): number {
  const words = node.text.split(' ');
  let letters = 0;
  const at = next(Math.max(1, words.length - count));
  for (let done = 0; done < count; done += 1) {
    const index = count > 2 ? next(words.length) : at + done;
    const other = `${word(next)}x`;
    letters += (words[index] ?? '').length + other.length;
    words[index] = other;
  }
  node.text = words.join(' ');
  return letters;
}

function move(node: Node, parent: Node, groups: readonly Node[], next: Chance): void {
  const target = groups[next(groups.length)] as Node;
  parent.children.splice(parent.children.indexOf(node), 1);
  target.children.splice(next(target.children.length + 1), 0, node);
}

function split(node: Node, parent: Node): void {
  const at = node.text.indexOf(' ', node.text.length / 2);
  if (at === -1) return;
  const rest: Node = { ...node, id: `${node.id}-split`, text: node.text.slice(at + 1), children: [] };
  node.text = node.text.slice(0, at);
  parent.children.splice(parent.children.indexOf(node) + 1, 0, rest);
}

function renumber(group: Node, renumbered: Set<string>): void {
  let count = 0;
  for (const child of group.children) {
    if (child.number === null) continue;
    count += 1;
    const number = `${(group.number ?? '1').replace(/^Part /, '')}.${count}`;
    if (child.number !== number) renumbered.add(child.id);
    child.number = number;
  }
}
