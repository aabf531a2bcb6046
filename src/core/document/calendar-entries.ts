import type { Day } from '../kernel/day.ts';

/** A day or span of days in a calendar. */
export interface CalendarEntry {
  /** Unique among the entries of the calendar: a step by id. */
  readonly id: string;
  readonly title: string;
  readonly from: Day;
  /** Last day, included. */
  readonly to: Day;
  readonly description: string;
}

/** What a calendar of a modification is made of. */
interface Dated {
  readonly id: string;
  readonly title: string;
  readonly progression: {
    readonly rows: readonly {
      readonly step: string;
      readonly title: string;
      readonly from: Day;
      readonly to: Day;
      readonly workingDays: number | null;
      readonly countFirst: boolean | null;
    }[];
  };
  readonly implementation: { readonly day: Day | null; readonly basis: string };
}

/** The timetable that holds and the day of implementation, so far as they have days. */
export function calendarEntries({ id, title, progression, implementation }: Dated): readonly CalendarEntry[] {
  const rows = progression.rows.map(({ step, title: what, from, to, workingDays, countFirst }) => {
    const length = `${workingDays} Working ${workingDays === 1 ? 'Day' : 'Days'}`;
    const counted = workingDays === null ? '' : ` ${length}, the first day ${countFirst ? '' : 'not '}counted.`;
    return { id: step, title: `${id} ${what}`, from, to, description: `${title}.${counted}` };
  });
  const { day, basis } = implementation;
  if (day === null || rows.some((row) => row.id === 'implementation')) return rows;
  const description = `${title}. The day is ${basis}.`;
  return [...rows, { id: 'implementation', title: `${id} implementation`, from: day, to: day, description }];
}
