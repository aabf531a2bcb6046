import type { Day } from '../kernel/day.ts';
import type { Fact, FactKind } from './fact.ts';
import type { Assumption } from './knowledge.ts';

/** What is supposed of an event of which the record says another day, which stands. */
export interface Overruled {
  /** `first-smets1-enrolment`, or with its subject `system-enrolled:pebblewick-x`. */
  readonly event: string;
  readonly title: string;
  /** Null: never. */
  readonly supposed: Day | null;
  readonly recorded: Day;
}

/** The assumptions that do not count because the record holds their event on another day. */
export function overruledIn(
  kinds: readonly Pick<FactKind, 'id' | 'title'>[],
  facts: readonly Pick<Fact, 'kind' | 'subject' | 'effectiveOn'>[],
  assumed: readonly Assumption[],
): Overruled[] {
  return assumed.flatMap(({ event, subject, day }) => {
    const days = facts.filter((one) => one.kind === event && one.subject === subject).map((one) => one.effectiveOn);
    const recorded = Math.min(...days) as Day;
    if (days.length === 0 || recorded === day) return [];
    const title = kinds.find(({ id }) => id === event)?.title ?? event;
    return [{ event: subject === null ? event : `${event}:${subject}`, title, supposed: day, recorded }];
  });
}
