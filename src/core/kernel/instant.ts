import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, day, formatDay, writeDay } from './day.ts';

/** A moment, as ISO 8601 in UTC with milliseconds (`2018-10-05T08:00:00.000Z`), so that text order is time order. */
export type Instant = string & { readonly __instant: unique symbol };

/** The zone in which legal days and closing times are read: London. */
const LEGAL_ZONE = 'Europe/London';

/** Reads any ISO 8601 instant with an offset; null when it is not one, or not in the years 0 to 9999. */
export function parseInstant(text: string): Instant | null {
  try {
    const at = canonical(Temporal.Instant.from(text));
    // Other years are written with a sign, which would break the order of texts.
    return /^\d/.test(at) ? at : null;
  } catch {
    return null;
  }
}

/** An instant written in a program. Throws RangeError on a text that is none: that is a bug, not input. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new RangeError(`"${text}" is not an instant (2018-10-05T08:00:00Z)`);
  return parsed;
}

/** The legal day on which an instant falls, in London. */
export function dayOfInstant(at: Instant): Day {
  return day(Temporal.Instant.from(at).toZonedDateTimeISO(LEGAL_ZONE).toPlainDate().toString());
}

/** The instant of a London wall-clock time (`17:00`) on a legal day. */
export function instantOn(on: Day, time: string): Instant {
  return canonical(
    Temporal.PlainDateTime.from(`${formatDay(on)}T${time}`)
      .toZonedDateTime(LEGAL_ZONE)
      .toInstant(),
  );
}

/** London wall-clock time of an instant, `HH:MM`. */
export function timeOfInstant(at: Instant): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(LEGAL_ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** `17:00 on 19 October 2018`, London time; the last instant of a day is `the end of 12 October 2018`. */
export function writeInstant(at: Instant): string {
  const time = timeOfInstant(at);
  const on = dayOfInstant(at);
  return time === '00:00' ? `the end of ${writeDay(addDays(on, -1))}` : `${time} on ${writeDay(on)}`;
}

function canonical(at: Temporal.Instant): Instant {
  return at.toString({ fractionalSecondDigits: 3 }) as Instant;
}
