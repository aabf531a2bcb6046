import { formatDay } from '../core/kernel/day.ts';
import type { RegisterRow } from '../core/modification/register.ts';
import { writeCsv } from './csv.ts';

const COLUMNS = [
  ...['id', 'title', 'code', 'raised_on', 'proposer', 'status', 'stage', 'path', 'urgency', 'decision', 'version'],
  ...['categories', 'documents'],
];

/** Rows of the register as CSV. */
export function registerCsv(rows: readonly RegisterRow[]): string {
  return writeCsv(
    COLUMNS,
    rows.map((row) => [
      ...[row.id, row.title, row.code, formatDay(row.raisedOn), row.proposer, row.status, row.stage, row.path],
      ...[row.urgency, row.decision, row.published, row.categories.join('; '), row.documents.join('; ')],
    ]),
  );
}
