import type { Fact } from '../obligation/fact.ts';
import type { RecordEvent } from './record-event.ts';

/**
 * The facts of a stream that stand: those that were recorded, in order, without those that were withdrawn or that a later
 * one took the place of. A fold over what was recorded, so that what is recorded later changes no earlier answer.
 */
export function standingFacts(events: readonly RecordEvent[]): readonly Fact[] {
  return events.reduce<readonly Fact[]>((facts, event) => {
    if (event.type === 'fact-withdrawn') return facts.filter(({ id }) => id !== event.fact);
    if (event.type !== 'fact-recorded') return facts;
    const { fact } = event;
    return [...facts.filter(({ id }) => id !== fact.replaces), fact];
  }, []);
}
