import type { Rejection } from '../../core/kernel/rejection.ts';
import { eventFault } from '../../core/obligation/event-fault.ts';
import type { FactKind } from '../../core/obligation/fact.ts';
import { faultAt } from './fault.ts';
import { type Located, plainOf, select } from './located.ts';

/** Every name of an event, at the places that patterns meet, that is no kind of event. */
export function checkEvents(located: Located, places: readonly string[], kinds: readonly FactKind[]): Rejection[] {
  return places
    .flatMap((place) => select(located, place))
    .flatMap(({ part, path }) => {
      const event = plainOf(part);
      const sentence = typeof event === 'string' ? eventFault(event, kinds) : null;
      return sentence === null ? [] : [faultAt(located, path, sentence)];
    });
}
