import { type CodeText, opensDivision, type Provision } from '../code/provision.ts';
import { type Ground, groundOf, type Standing } from '../code/standing.ts';

/** The words that an obligation is bound to: those of its provision with all below it, and those that introduce it. */
export interface BoundWords {
  readonly provision: Provision;
  /** What stands above it and is read with it, from the top: `Each Party shall:`. */
  readonly introduced: readonly string[];
}

/** Reads the words bound in texts, each of which is put in order once. */
export function wordsReader(): (text: CodeText, id: string) => BoundWords | null {
  const grounds = new Map<CodeText['provisions'], Ground>();
  return (text, id) => {
    const ground = grounds.get(text.provisions) ?? groundOf(text);
    grounds.set(text.provisions, ground);
    const standing = ground.byId.get(id);
    return standing === undefined ? null : { provision: standing.provision, introduced: introductionsOf(standing) };
  };
}

function introductionsOf({ parent }: Standing): readonly string[] {
  if (parent === null) return [];
  const { provision } = parent;
  const above = introductionsOf(parent);
  return opensDivision(provision) || provision.text === '' ? above : [...above, provision.text];
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
