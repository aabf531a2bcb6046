import type { EffectReport } from '../core/assurance/effect.ts';
import { formatDay } from '../core/kernel/day.ts';
import type { Interval } from '../core/kernel/interval.ts';
import { type Cell, writeCsv } from './csv.ts';

const COLUMNS = [
  ...['modification', 'readings', 'party', 'category', 'subject', 'obligation', 'provision', 'change', 'what'],
  ...['from', 'until', 'provision_without', 'version_without', 'reason_without', 'provision_with', 'version_with'],
  'reason_with',
];

/** Every difference of effects as CSV, one row each: gained, lost, not settled, owed otherwise, or in other words alone; `until` is the first day after. */
export function effectCsv(reports: readonly EffectReport[]): string {
  return writeCsv(COLUMNS, reports.flatMap(rowsOf));
}

function rowsOf({ modification, combinations }: EffectReport): Cell[][] {
  return combinations.flatMap(({ readings, parties }) => {
    const read = Object.entries(readings).map(([wording, reading]) => `${wording}=${reading}`);
    return parties.flatMap(({ party, category, groups }) =>
      groups.flatMap(({ group, obligation, provision, difference, otherwise }) =>
        [
          ...difference.map((one) => ({ ...one, what: [] as readonly string[] })),
          ...otherwise.map((one) => ({
            ...one,
            change: one.what.every((what) => what === 'words') ? 'other-words' : 'otherwise',
          })),
        ].map(({ interval, change, what, clause: { without, with: withIt } }) => [
          ...[modification, read.join(' '), party, category, group, obligation, provision, change, what.join(' ')],
          ...daysOf(interval),
          ...[without.provision, without.version, without.reason, withIt.provision, withIt.version, withIt.reason],
        ]),
      ),
    );
  });
}

function daysOf({ from, until }: Interval): Cell[] {
  return [formatDay(from), until === null ? null : formatDay(until)];
}
