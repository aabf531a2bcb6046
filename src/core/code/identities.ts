import { ownReference, plain, referenceInDocument, referenceOfPath } from './printed-reference.ts';
import type { CodeText, Provision } from './provision.ts';
import type { Timeline } from './version.ts';

/** By timeline, which are kept for as long as histories stand: what was found for names, null for what no text has. */
const known = new WeakMap<Timeline, Map<string, string | null>>();

/**
 * The identity of each provision that is named by its printed reference (after the number of its document, where that
 * alone is its own; or by its identity), by the latest text that has it, so that it is followed through renumbering and
 * moves. What no text has is not in it. All names are sought in one reading of each text, and documents that texts share
 * are read once.
 */
export function identitiesOf(timeline: Timeline, references: Iterable<string>): ReadonlyMap<string, string> {
  const kept = known.get(timeline) ?? new Map<string, string | null>();
  known.set(timeline, kept);
  const asked = new Set(references);
  let sought = [...asked].filter((reference) => !kept.has(reference));
  const read = new Set<Provision>();
  for (const { text } of timeline.toReversed()) {
    if (sought.length === 0) break;
    for (const [reference, id] of namedIn(text, sought, read)) kept.set(reference, id);
    sought = sought.filter((reference) => !kept.has(reference));
  }
  for (const reference of sought) kept.set(reference, null);
  return new Map(
    [...asked].flatMap((reference) => {
      const id = kept.get(reference) ?? null;
      return id === null ? [] : [[reference, id] as const];
    }),
  );
}

/** What comes first in reading order under each name; a printed reference before one within its document, and that before an identity. */
function namedIn(
  { provisions }: Pick<CodeText, 'provisions'>,
  sought: readonly string[],
  read: Set<Provision>,
): ReadonlyMap<string, string> {
  const wanted = sought.map((reference) => ({ reference, name: plain(reference) }));
  const [printed, within, own] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
  const path: Provision[] = [];
  const visit = (provision: Provision): void => {
    path.push(provision);
    const ends = plain(ownReference(path));
    for (const { reference, name } of wanted) {
      if (name === provision.id) first(own, reference, provision.id);
      if (!name.endsWith(ends)) continue;
      if (plain(referenceOfPath(path)) === name) first(printed, reference, provision.id);
      else if (plain(referenceInDocument(path)) === name) first(within, reference, provision.id);
    }
    provision.children.forEach(visit);
    path.pop();
  };
  for (const document of provisions) {
    if (read.has(document)) continue;
    read.add(document);
    visit(document);
  }
  return new Map([...own, ...within, ...printed]);
}

function first(found: Map<string, string>, reference: string, id: string): void {
  if (!found.has(reference)) found.set(reference, id);
}
