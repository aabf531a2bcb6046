import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import type { CalendarEntry } from '../../core/document/calendar-entries.ts';
import { addDays, type Day, formatDay } from '../../core/kernel/day.ts';

/**
 * Whole-day entries as an iCalendar file. `stamp` is the day that the calendar bears: the same entries and stamp give
 * the same bytes.
 */
export function icsCalendar(title: string, entries: readonly CalendarEntry[], stamp: Day): Uint8Array {
  const calendar = new ICalCalendar({
    name: title,
    prodId: { company: 'Proviso', product: 'Timetable', language: 'EN' },
  });
  const uid = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  for (const entry of entries) {
    calendar.createEvent({
      id: `${uid}-${entry.id}@proviso.invalid`,
      stamp: at(stamp),
      allDay: true,
      start: at(entry.from),
      // iCalendar's end is the day after.
      end: at(addDays(entry.to, 1)),
      timezone: 'UTC',
      summary: entry.title,
      description: entry.description,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return new TextEncoder().encode(calendar.toString());
}

function at(day: Day): Date {
  return new Date(`${formatDay(day)}T00:00:00Z`);
}
