import type { Knowledge } from './knowledge.ts';

/** Events, or what else is awaited, by their titles: `“A is done” and “B is published”`; what the rulebook does not name stays as it is. */
export function eventTitles(awaiting: readonly string[], kinds: Knowledge['kinds']): string {
  return awaiting
    .map((event) => {
      const title = kinds.get(event)?.title;
      return title === undefined ? event : `“${title}”`;
    })
    .join(' and ');
}
