import { type Day, formatDay } from '../kernel/day.ts';
import type { Interval } from '../kernel/interval.ts';
import type { DueDay } from '../obligation/due-days.ts';
import { owedInWords } from '../obligation/owed-words.ts';
import type { FeedEntry } from './feed-entries.ts';

/** A duty of a party as its calendar shows it. */
export interface DutyInCalendar {
  readonly obligation: string;
  readonly title: string;
  readonly provision: string;
  readonly subject: string;
  /** The systems by title; null for the party itself. */
  readonly systems: string | null;
  readonly duty: string;
  readonly standard: string | null;
  readonly answers: readonly {
    readonly interval: Interval;
    readonly bound: boolean | 'unknown';
    readonly reason: string;
  }[];
  readonly due: readonly DueDay[];
}

/** The days in a party's calendar: those by which a duty is due, and those from which one binds or does not. */
export function dutyEntries(duties: readonly DutyInCalendar[]): readonly FeedEntry[] {
  return duties.flatMap((duty) => [...dueEntries(duty), ...changeEntries(duty)]).toSorted((a, b) => a.from - b.from);
}

function dueEntries(duty: DutyInCalendar): FeedEntry[] {
  return duty.due.flatMap(({ on, of, standing, reason }) =>
    on === null || of === null
      ? []
      : [
          entry(
            duty,
            `due-${formatDay(of)}`,
            on,
            'is due',
            `${owedInWords({ object: duty.duty, standard: duty.standard })}. ${reason}`,
            standing === 'due',
          ),
        ],
  );
}

function changeEntries(duty: DutyInCalendar): FeedEntry[] {
  return duty.answers.slice(1).map(({ interval, bound, reason }) => {
    const what = { true: 'binds from today', false: 'does not bind from today', unknown: 'may bind from today' };
    const id = `change-${formatDay(interval.from)}`;
    return entry(
      duty,
      id,
      interval.from,
      what[`${bound}`],
      `${owedInWords({ object: duty.duty, standard: duty.standard })}. ${reason}`,
      bound !== 'unknown',
    );
  });
}

function entry(
  { obligation, subject, systems, provision, title }: DutyInCalendar,
  what: string,
  day: Day,
  says: string,
  description: string,
  isSettled: boolean,
): FeedEntry {
  return {
    id: `${obligation}-${subject}-${what}`.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    title: `${provision} ${title} ${says}${systems === null ? '' : ` (${systems})`}`,
    from: day,
    to: day,
    description,
    sequence: 0,
    status: isSettled ? 'confirmed' : 'tentative',
    changedOn: day,
    modification: null,
    body: null,
    roles: ['party'],
  };
}
