import type { Instant } from '../kernel/instant.ts';
import type { Fact } from '../obligation/fact.ts';
import type { RecordEvent } from './record-event.ts';

/** A fact as it was recorded, and what became of it. */
export interface FactEntry {
  readonly fact: Fact;
  readonly recordedAt: Instant;
  /** Its place in its stream, counted from 1. */
  readonly version: number;
  readonly state: 'stands' | 'replaced' | 'withdrawn';
  /** The fact (by id) that took its place, or why it was withdrawn; null while it stands. */
  readonly instead: string | null;
}

/** An event of a stream of facts with when it was recorded. */
interface Recorded {
  readonly event: RecordEvent;
  readonly recordedAt: Instant;
  readonly version: number;
}

/**
 * Every fact of a stream, in order, with what became of it by the last of its events. A fold over what was recorded, so
 * that what is recorded later changes no earlier answer.
 */
export function factEntries(recorded: readonly Recorded[]): readonly FactEntry[] {
  return recorded.reduce<readonly FactEntry[]>((entries, { event, recordedAt, version }) => {
    if (event.type === 'fact-withdrawn') return ended(entries, event.fact, 'withdrawn', event.reasons);
    if (event.type !== 'fact-recorded') return entries;
    const { fact } = event;
    const before = fact.replaces === undefined ? entries : ended(entries, fact.replaces, 'replaced', fact.id);
    return [...before, { fact, recordedAt, version, state: 'stands', instead: null }];
  }, []);
}

/** The facts that stand: without those that were withdrawn and those that another took the place of. */
export function standingFacts(events: readonly RecordEvent[]): readonly Fact[] {
  const recorded = events.map((event, index) => ({ event, recordedAt: '' as Instant, version: index + 1 }));
  return factEntries(recorded).flatMap(({ fact, state }) => (state === 'stands' ? [fact] : []));
}

function ended(
  entries: readonly FactEntry[],
  id: string,
  state: 'replaced' | 'withdrawn',
  instead: string,
): readonly FactEntry[] {
  return entries.map((one) => (one.fact.id === id && one.state === 'stands' ? { ...one, state, instead } : one));
}
