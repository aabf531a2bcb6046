import { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { CalendarEntry } from '../../core/document/calendar-entries.ts';
import type { FeedEntry } from '../../core/document/feed-entries.ts';
import { addDays, type Day, formatDay } from '../../core/kernel/day.ts';

/**
 * Whole-day entries as an iCalendar file. `stamp` is the day that the calendar bears: the same entries and stamp give
 * the same bytes.
 */
export function icsCalendar(title: string, entries: readonly CalendarEntry[], stamp: Day): Uint8Array {
  const uid = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const calendar = calendarOf(title);
  for (const entry of entries) calendar.createEvent(eventOf(entry, `${uid}-${entry.id}`, stamp));
  return bytesOf(calendar);
}

const STATUS = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** A feed to which calendars subscribe: an entry keeps its UID in every feed, and bears how often it has changed. */
export function icsFeed(
  title: string,
  entries: readonly FeedEntry[],
  addressOf: (modification: string) => string,
): Uint8Array {
  const calendar = calendarOf(title);
  calendar.ttl(3600);
  for (const entry of entries) {
    const { modification, changedOn, sequence, status } = entry;
    calendar.createEvent({
      ...eventOf(entry, entry.id, changedOn),
      lastModified: at(changedOn),
      sequence,
      status: STATUS[status],
      ...(modification === null ? {} : { url: addressOf(modification) }),
    });
  }
  return bytesOf(calendar);
}

function calendarOf(title: string): ICalCalendar {
  return new ICalCalendar({
    name: escaped(title),
    prodId: { company: 'Proviso', product: 'Timetable', language: 'EN' },
  });
}

function eventOf(entry: CalendarEntry, uid: string, stamp: Day) {
  return {
    id: `${uid}@proviso.invalid`,
    stamp: at(stamp),
    allDay: true,
    start: at(entry.from),
    // iCalendar's end is the day after.
    end: at(addDays(entry.to, 1)),
    timezone: 'UTC',
    summary: entry.title,
    description: entry.description,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/** The library escapes the words of events but not the name of a calendar. */
function escaped(title: string): string {
  return title.replace(/[\r\n\u2028\u2029]+/g, ' ').replace(/[\\;,]/g, '\\$&');
}

function bytesOf(calendar: ICalCalendar): Uint8Array {
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}

function at(day: Day): Date {
  return new Date(`${formatDay(day)}T00:00:00Z`);
}
