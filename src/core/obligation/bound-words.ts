import { identitiesOf } from '../code/identities.ts';
import { type CodeText, opensDivision, type Provision } from '../code/provision.ts';
import { findVisited } from '../code/tree.ts';
import { type CodeHistory, timelineOf } from '../code/version.ts';
import type { Obligation } from './obligation.ts';

/** The words that an obligation is bound to: those of its provision with all below it, and those that introduce it. */
export interface BoundWords {
  readonly provision: Provision;
  /** What stands above it and is read with it, from the top: `Each Party shall:`. */
  readonly introduced: readonly string[];
}

/** By document, of which texts share those that they leave as they are: the words bound in it, by identity. */
const known = new WeakMap<Provision, Map<string, BoundWords | null>>();

/** The words of a provision by identity; null when the text does not have it. What texts share is read once. */
export function boundWordsIn({ provisions }: Pick<CodeText, 'provisions'>, id: string): BoundWords | null {
  for (const document of provisions) {
    const read = known.get(document) ?? new Map<string, BoundWords | null>();
    known.set(document, read);
    const words = read.get(id) ?? (read.has(id) ? null : wordsFrom(document, id));
    read.set(id, words);
    if (words !== null) return words;
  }
  return null;
}

function wordsFrom(document: Provision, id: string): BoundWords | null {
  const found = findVisited({ provisions: [document] }, id);
  if (found === null) return null;
  const above = found.path.slice(0, -1).filter((one) => !opensDivision(one) && one.text !== '');
  return { provision: found.provision, introduced: above.map(({ text }) => text) };
}

/** Whether two are the same words: numbers may differ, as may where the provision stands. */
export function sameWords(a: BoundWords | null, b: BoundWords | null): boolean {
  if (a === null || b === null) return a === b;
  const introduced =
    a.introduced.length === b.introduced.length && a.introduced.every((one, at) => one === b.introduced[at]);
  return introduced && sameBelow(a.provision, b.provision);
}

function sameBelow(a: Provision, b: Provision): boolean {
  if (a === b) return true;
  return (
    a.kind === b.kind &&
    a.heading === b.heading &&
    a.text === b.text &&
    a.children.length === b.children.length &&
    a.children.every((child, at) => sameBelow(child, b.children[at] as Provision))
  );
}

/** Those of some obligations of an instrument that are bound to words which a version of it changes or repeals. */
export function boundToChanged<O extends Pick<Obligation, 'provision'>>(
  history: CodeHistory,
  label: string,
  obligations: readonly O[],
): readonly O[] {
  const timeline = timelineOf(history, null);
  const at = timeline.findIndex((version) => version.label === label);
  const [before, after] = [timeline[at - 1], timeline[at]];
  if (before === undefined || after === undefined) return [];
  const identities = identitiesOf(
    timeline,
    obligations.map(({ provision }) => provision),
  );
  return obligations.filter(({ provision }) => {
    const id = identities.get(provision);
    const was = id === undefined ? null : boundWordsIn(before.text, id);
    return was !== null && id !== undefined && !sameWords(was, boundWordsIn(after.text, id));
  });
}
