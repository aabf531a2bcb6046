import type { Kysely } from 'kysely';
import type { Instant } from '../core/kernel/instant.ts';
import { knownAtCondition } from './projections/projection.ts';
import type { Tables } from './tables.ts';

/** The modifications whose end was not recorded at an instant, with their versions then. */
export function readOpen(db: Kysely<Tables>, knownAt: Instant | null) {
  const rows = db.selectFrom('modification').select(['id', 'version']).where('status', '=', 'open');
  return rows.where(knownAtCondition(knownAt)).orderBy('id').execute();
}
