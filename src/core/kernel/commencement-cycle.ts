import type { Commencement } from './commencement.ts';

/**
 * A circle among named commencements (each may wait for another by its name, as an event or a decision), as the names
 * in order with the first repeated at the end; null when there is none.
 */
export function findCommencementCycle(definitions: ReadonlyMap<string, Commencement>): string[] | null {
  const cleared = new Set<string>();
  for (const name of definitions.keys()) {
    const cycle = follow(name, [], definitions, cleared);
    if (cycle !== null) return cycle;
  }
  return null;
}

/** Names of the events and decisions that a commencement waits for, each once. */
export function eventsOf(commencement: Commencement): string[] {
  return [...new Set(everyEvent(commencement))];
}

function follow(
  name: string,
  path: readonly string[],
  definitions: ReadonlyMap<string, Commencement>,
  cleared: Set<string>,
): string[] | null {
  if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
  const definition = definitions.get(name);
  if (definition === undefined || cleared.has(name)) return null;
  for (const next of eventsOf(definition)) {
    const cycle = follow(next, [...path, name], definitions, cleared);
    if (cycle !== null) return cycle;
  }
  cleared.add(name);
  return null;
}

function everyEvent(commencement: Commencement): string[] {
  switch (commencement.kind) {
    case 'on':
    case 'never':
      return [];
    case 'event':
      return [commencement.event];
    case 'decision': {
      const { decision, then, otherwise } = commencement;
      return [decision, ...everyEvent(then), ...(otherwise === null ? [] : everyEvent(otherwise))];
    }
    case 'offset':
    case 'working-days-after':
    case 'months-after':
      return everyEvent(commencement.base);
    case 'earlier-of':
    case 'later-of':
      return commencement.of.flatMap(everyEvent);
  }
}
