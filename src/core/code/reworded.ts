import type { CodeText, Provision } from './provision.ts';

/**
 * The provisions whose own words differ between two texts, if nothing else does that says what words name: the same
 * provisions stand in the same places under the same numbers and terms, and what introduces definitions reads the same. Null
 * where something else differs.
 */
export function rewordedOnly(before: CodeText, after: CodeText): readonly Provision[] | null {
  const reworded: Provision[] = [];
  return compare(before.provisions, after.provisions, reworded) ? reworded : null;
}

function compare(before: readonly Provision[], after: readonly Provision[], reworded: Provision[]): boolean {
  if (before === after) return true;
  if (before.length !== after.length) return false;
  return after.every((is, index) => {
    const was = before[index] as Provision;
    if (was === is) return true;
    if (was.id !== is.id || was.kind !== is.kind || was.number !== is.number) return false;
    if (was.text !== is.text || was.heading !== is.heading) {
      if (is.kind === 'definition' && was.heading !== is.heading) return false;
      // words such as "In this Schedule:" say where the definitions below them hold
      if (was.text !== is.text && holdsDefinition(is)) return false;
      reworded.push(is);
    }
    return compare(was.children, is.children, reworded);
  });
}

function holdsDefinition({ children }: Provision): boolean {
  return children.some((child) => child.kind === 'definition' || holdsDefinition(child));
}
