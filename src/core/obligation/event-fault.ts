import { eventsOf } from '../kernel/commencement-cycle.ts';
import type { Wordings } from '../kernel/reading.ts';
import { sameValue } from '../kernel/steps.ts';
import type { FactKind } from './fact.ts';
import type { Obligation } from './obligation.ts';

/** What is wrong with a name where an event is meant, in a sentence; null when it is a kind of event. */
export function eventFault(event: string, kinds: readonly FactKind[]): string | null {
  const kind = kinds.find(({ id }) => id === event);
  if (kind?.type === 'event') return null;
  const found = kind === undefined ? `There is no event "${event}"` : `"${event}" is a value and no event`;
  const events = kinds.filter(({ type }) => type === 'event').map(({ id }) => id);
  return `${found}; expected one of ${events.join(', ')}.`;
}

/** What is wrong with an event that a duty waits for: it is none, or one that its bearer never has a day of. */
export function awaitedFault(event: string, kinds: readonly FactKind[], each: Obligation['each']): string | null {
  const fault = eventFault(event, kinds);
  if (fault !== null || !isOutOfReach(event, kinds, each)) return fault;
  return `Each system has a day of "${event}" of its own, and the duty binds the party as a whole; expected an event of the market or of the party.`;
}

/** Whether a kind of fact is about single systems while a duty binds the party as a whole, so that nothing ever settles it. */
export function isOutOfReach(kind: string, kinds: readonly FactKind[], each: Obligation['each']): boolean {
  return each === 'party' && kinds.some(({ id, subject }) => id === kind && subject === 'system-group');
}

/** What is wrong with the events that readings of words wait for; null when each is one. */
export function readingsFault(wording: Wordings, kinds: readonly FactKind[]): string | null {
  const events = wording.readings.flatMap(({ commences, ends }) => [...eventsOf(commences), ...eventsOf(ends)]);
  // A decision is no kind of fact, and is asked for where it is made.
  const declared = events.filter((event) => kinds.some(({ id }) => id === event));
  for (const event of declared) {
    const fault = eventFault(event, kinds);
    if (fault !== null) return fault;
  }
  return sameReadings(wording);
}

/** That two readings of words come to the same, in a sentence; null when all differ. */
export function sameReadings({ id, readings }: Wordings): string | null {
  for (const [at, one] of readings.entries()) {
    const same = readings.slice(0, at).find((other) => sameSpan(one, other));
    if (same !== undefined) {
      return `The readings "${same.id}" and "${one.id}" of "${id}" come to the same; expected them to differ, or one reading.`;
    }
  }
  return null;
}

type Reading = Wordings['readings'][number];

function sameSpan(one: Reading, other: Reading): boolean {
  return sameValue(one.commences, other.commences) && sameValue(one.ends, other.ends);
}
