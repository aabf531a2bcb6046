import type { Kysely } from 'kysely';
import type { ProvisionVersion } from '../app/ports.ts';
import type { Day } from '../core/kernel/day.ts';
import type { Instant } from '../core/kernel/instant.ts';
import { knownAtCondition } from './projections/projection.ts';
import type { Tables } from './tables.ts';

/**
 * The versions of provisions in force on a day, as known at an instant. By first and last day and not by range, which
 * PostgreSQL answers from an ordinary index in less time (bench/text-from-database.ts).
 */
export async function readProvisions(
  db: Kysely<Tables>,
  instrument: string,
  references: readonly string[],
  { on, knownAt }: { readonly on: Day; readonly knownAt: Instant | null },
): Promise<ProvisionVersion[]> {
  const rows = await db
    .selectFrom('provision_version')
    .select(['reference', 'provision', 'lower', 'upper', 'label'])
    .where('instrument', '=', instrument)
    .where((e) => e('reference', '=', e.fn.any(e.val([...references]))))
    .where('lower', '<=', on)
    .where((e) => e.or([e('upper', '>', on), e('upper', 'is', null)]))
    .where(knownAtCondition(knownAt))
    .execute();
  return rows.map(({ reference, provision, lower, upper, label }) => ({
    instrument,
    reference,
    provision,
    inForceFrom: lower as Day,
    inForceUntil: upper as Day | null,
    label,
  }));
}
