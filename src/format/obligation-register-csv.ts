import { type Day, formatDay } from '../core/kernel/day.ts';
import { writeCsv } from './csv.ts';

/** A row of the register of obligations, as the operation gives it. */
export interface RegisterLine {
  readonly party: string;
  readonly name: string;
  readonly category: string;
  readonly subject: string;
  readonly systems: string | null;
  readonly obligation: string;
  readonly title: string;
  readonly instrument: string;
  readonly provision: string;
  readonly version: string | null;
  readonly modality: string;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly bound: boolean | 'unknown';
  readonly reason: string;
  readonly awaiting: readonly string[];
}

const COLUMNS = [
  ...['party', 'name', 'category', 'subject', 'systems', 'obligation', 'title', 'instrument', 'provision', 'version'],
  ...['modality', 'from', 'until', 'bound', 'awaiting', 'reason'],
];

/** Rows of the register of obligations as CSV; `until` is the first day on which it is not so any more. */
export function obligationRegisterCsv(rows: readonly RegisterLine[]): string {
  return writeCsv(
    COLUMNS,
    rows.map((row) => [
      ...[row.party, row.name, row.category, row.subject, row.systems, row.obligation, row.title, row.instrument],
      ...[row.provision, row.version, row.modality, written(row.from), written(row.until), String(row.bound)],
      ...[row.awaiting.join('; '), row.reason],
    ]),
  );
}

function written(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}
