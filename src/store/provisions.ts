import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ProvisionVersion } from '../app/ports.ts';
import type { Provision } from '../core/code/provision.ts';
import type { Day } from '../core/kernel/day.ts';
import type { Instant } from '../core/kernel/instant.ts';
import { prepared } from './prepared.ts';
import type { Inside, Tables } from './tables.ts';

interface At {
  readonly on: Day;
  readonly knownAt: Instant | null;
}

/**
 * Those of the named provisions that are in force on a day, as known at an instant, in the order asked. By first and last
 * day and not by range, which an ordinary index answers in less time (bench/text-from-database.ts).
 */
export async function readProvisions(
  db: Kysely<Tables>,
  instrument: string,
  references: readonly string[],
  at: At,
): Promise<ProvisionVersion[]> {
  const named = sql`reference = any(${sql.val([...references])}::text[])`;
  const result = await sql<Columns>`${preparedFor('named-provisions', at)}
    select json_agg(reference) as references, json_agg(lower) as lowers, json_agg(upper) as uppers,
      json_agg(label) as labels, json_agg(provision) as provisions
    from (${standing(instrument, named, at)}) found`.execute(db);
  const [found] = result.rows as [Columns];
  const versions = Map.groupBy((found.references ?? []).keys(), (index) => found.references?.[index]);
  return [...new Set(references)].flatMap((reference) =>
    (versions.get(reference) ?? []).map((index) => ({
      instrument,
      reference,
      provision: found.provisions[index] as ProvisionVersion['provision'],
      inForceFrom: found.lowers[index] as Day,
      inForceUntil: found.uppers[index] as Day | null,
      label: found.labels[index] as string,
    })),
  );
}

/** Columns of the versions found, each as one list: a row for each version costs several times as much to send and to read. */
interface Columns {
  /** Null when none is found, and so are the others. */
  readonly references: readonly string[] | null;
  readonly lowers: readonly Day[];
  readonly uppers: readonly (Day | null)[];
  readonly labels: readonly string[];
  readonly provisions: readonly ProvisionVersion['provision'][];
}

/** A document with all that stands in it on a day, as known at an instant; null when it does not stand then. */
export async function readSection(
  db: Kysely<Tables>,
  instrument: string,
  document: string,
  at: At,
): Promise<Provision | null> {
  const result = await sql<{ provisions: readonly ProvisionVersion['provision'][]; inside: string | null }>`
    ${preparedFor('section', at)}
    select json_agg(provision) as provisions, max(inside::text) as inside
    from (${standing(instrument, sql`document = ${document}`, at)}) found`.execute(db);
  const [found] = result.rows;
  if (found === undefined || found.inside === null) return null;
  const byId = new Map(found.provisions.map((provision) => [provision.id, provision]));
  const stand = ([id, ...children]: Inside): Provision => {
    const own = byId.get(id);
    if (own === undefined) throw new Error(`${instrument}: "${id}" has no version where "${document}" says it stands`);
    return { ...own, children: children.map(stand) };
  };
  return stand(JSON.parse(found.inside) as Inside);
}

/** Rows in force on a day. What is known still and what was known are apart, each with its own index. */
function standing(instrument: string, which: RawBuilder<unknown>, { on, knownAt }: At): RawBuilder<unknown> {
  const rows = (known: RawBuilder<unknown>) => sql`
    select reference, lower, upper, label, provision, inside from provision_version
    where instrument = ${instrument} and ${which}
      and coalesce(upper, 2147483647) > ${on}::integer and lower <= ${on}::integer and ${known}`;
  if (knownAt === null) return rows(sql`known_until is null`);
  const then = sql`${knownAt}::timestamptz`;
  return sql`${rows(sql`known_until is null and known_from <= ${then}`)} union all
    ${rows(sql`known_until > ${then} and known_from <= ${then}`)}`;
}

function preparedFor(what: string, { knownAt }: At): RawBuilder<unknown> {
  return prepared(knownAt === null ? what : `${what}-as-known`);
}
