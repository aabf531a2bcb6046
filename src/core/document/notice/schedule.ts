import { addDays, weekdayOf } from '../../kernel/day.ts';
import { dayOfInstant, type Instant, instantOn } from '../../kernel/instant.ts';
import { type Calendar, coversDay, isWorkingDay } from '../../kernel/working-days.ts';

/** London time at which digests go out on a Working Day. Ours, no rule. */
const DIGEST_AT = '08:00';

/** The first time after an instant at which digests go out; beyond the calendar's snapshot, on days that are no weekend. */
export function nextDigest(after: Instant, calendar: Calendar): Instant {
  const works = (on: ReturnType<typeof dayOfInstant>) =>
    coversDay(calendar, on) ? isWorkingDay(calendar, on) : weekdayOf(on) < 6;
  let on = dayOfInstant(after);
  while (!works(on) || instantOn(on, DIGEST_AT) <= after) on = addDays(on, 1);
  return instantOn(on, DIGEST_AT);
}

/** Minutes until a message that failed is tried again, by how often it has been tried; then it is given up. */
const PATIENCE = [1, 5, 30, 120, 300, 600, 840, 1200] as const;

/** When a message that has been tried so many times is tried again; null when it is given up. */
export function nextAttempt(tried: number, now: Instant): Instant | null {
  const minutes = PATIENCE[tried - 1];
  return minutes === undefined ? null : after(minutes, now);
}

/** When a message is tried that was passed over, since another to the same receiver had just failed. */
export function afterAnother(now: Instant): Instant {
  return after(1, now);
}

function after(minutes: number, now: Instant): Instant {
  return new Date(Date.parse(now) + minutes * 60_000).toISOString() as Instant;
}
