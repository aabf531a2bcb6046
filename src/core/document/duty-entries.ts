import type { Certainty } from '../kernel/citation.ts';
import { type Day, formatDay, writeDay } from '../kernel/day.ts';
import type { Interval } from '../kernel/interval.ts';
import type { DueDay } from '../obligation/due-days.ts';
import type { FeedEntry } from './feed-entries.ts';
import { sentenceCase } from './prose.ts';

/** A duty of a party as its calendar shows it. */
export interface DutyInCalendar {
  readonly obligation: string;
  readonly title: string;
  readonly provision: string;
  readonly subject: string;
  /** The systems by title; null for the party itself. */
  readonly systems: string | null;
  /** What it must, must not or may do. */
  readonly duty: string;
  readonly certainty: Certainty;
  readonly answers: readonly {
    readonly interval: Interval;
    readonly bound: boolean | 'unknown';
    readonly reason: string;
  }[];
  readonly due: readonly DueDay[];
}

/**
 * The days in a party's calendar as worked out on a day: those by which a duty is due, and those from which one binds or
 * does not.
 */
export function dutyEntries(duties: readonly DutyInCalendar[], workedOutOn: Day): readonly FeedEntry[] {
  return duties
    .flatMap((duty) => [...dueEntries(duty), ...changeEntries(duty)])
    .map((entry) => ({ ...entry, changedOn: workedOutOn }))
    .toSorted((a, b) => a.from - b.from);
}

type Entry = Omit<FeedEntry, 'changedOn'>;

function dueEntries(duty: DutyInCalendar): Entry[] {
  return duty.due.flatMap(({ on, of, standing, reason }) =>
    on === null || of === null
      ? []
      : [
          entry(
            duty,
            `due-${formatDay(of)}`,
            on,
            standing === 'due' ? 'is due' : 'may be due',
            reason,
            standing === 'due',
          ),
        ],
  );
}

function changeEntries(duty: DutyInCalendar): Entry[] {
  return duty.answers.slice(1).map(({ interval, bound, reason }) => {
    const what = { true: 'binds', false: 'does not bind', unknown: 'may bind' };
    const id = `change-${formatDay(interval.from)}`;
    const says = `${what[`${bound}`]} from ${writeDay(interval.from)}`;
    return entry(duty, id, interval.from, says, reason, bound !== 'unknown');
  });
}

function entry(
  { obligation, subject, systems, provision, title, duty, certainty }: DutyInCalendar,
  what: string,
  day: Day,
  says: string,
  reason: string,
  isSettled: boolean,
): Entry {
  const mark = certainty === 'illustrative' ? ' (illustrative)' : '';
  return {
    id: `${obligation}-${subject}-${what}`.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    title: `${provision}${mark} ${title} ${says}${systems === null ? '' : ` (${systems})`}`,
    from: day,
    to: day,
    description: `${sentenceCase(duty)}. ${reason}`,
    sequence: 0,
    status: isSettled ? 'confirmed' : 'tentative',
    modification: null,
    body: null,
    roles: ['party'],
  };
}
