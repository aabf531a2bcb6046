import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { calendarSchema } from '../../src/core/kernel/calendar.schema.ts';
import type { Calendar } from '../../src/core/kernel/working-days.ts';

/** The divisions whose calendars are shipped. */
export const DIVISIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;

/** A shipped calendar of bank holidays. */
export function shippedCalendar(division: (typeof DIVISIONS)[number]): Calendar {
  const file = new URL(`../../rulebook/calendars/${division}.yaml`, import.meta.url);
  return calendarSchema.decode(parse(readFileSync(file, 'utf8')));
}
