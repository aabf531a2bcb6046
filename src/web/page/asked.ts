import { addDays, parseDay } from '../../core/kernel/day.ts';
import { instantOn } from '../../core/kernel/instant.ts';

/** As of when a record is read, as an address says it: a day stands for the instant at which it ends, an instant for itself. */
export function endOfDay(given: string | null): string | null {
  const on = given === null ? null : parseDay(given);
  return on === null ? given : instantOn(addDays(on, 1), '00:00');
}
