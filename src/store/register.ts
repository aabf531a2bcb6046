import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Instant } from '../core/kernel/instant.ts';
import type { RegisterAnswer, RegisterOrder, RegisterQuery, RegisterRow } from '../core/modification/register.ts';
import { columnOf, queryOf, WEIGHTS } from './search.ts';
import type { Tables } from './tables.ts';

/** The modifications whose end was not recorded at an instant, with their versions then and where the record has them. */
export function readOpen(db: Kysely<Tables>, knownAt: Instant | null) {
  const rows = db.selectFrom('modification').select(['id', 'version', 'stage', 'status', 'decision']);
  return rows.where('status', '=', 'open').where(wasKnown(knownAt)).orderBy('id').execute();
}

/** The whole register as known at an instant, in order of identifiers. */
export async function readRegister(db: Kysely<Tables>, knownAt: Instant | null): Promise<readonly RegisterRow[]> {
  const everything = { ...NO_FILTERS, knownAt, settled: [], order: 'id' as const, limit: null, after: null };
  return (await searchRegister(db, everything)).rows;
}

const NO_FILTERS = {
  status: null,
  stage: null,
  path: null,
  urgency: null,
  decision: null,
  proposer: null,
  category: null,
  document: null,
  version: null,
  raisedFrom: null,
  raisedTo: null,
  parts: [],
} as const;

/** The rows of the register that fit, a page of them, and how many of each status there are among all that fit. */
export async function searchRegister(db: Kysely<Tables>, asked: RegisterQuery): Promise<RegisterAnswer> {
  const sought = asked.parts.filter(({ not }) => !not);
  const rank =
    sought.length === 0
      ? sql`0::float8`
      : sql`(${sql.join(
          sought.map((part) => sql`ts_rank(${WEIGHTS}, ${columnOf(part)}, ${queryOf(part)}, 1)`),
          sql` + `,
        )})::float8`;
  const fitting = sql`
    select m.id, m.title, m.code, m.raised_on, m.proposer, m.version, m.path, m.urgency, m.published,
      m.proposer_id, ${standing(asked)}${sought.length === 0 ? sql`` : sql`, ${rank} as rank`}
    from modification m ${contentJoin(asked)} ${settledJoin(asked)}
    where ${sql.join(conditionsOf(asked), sql` and `)}`;
  const { column, descending, bare } = ORDERS[asked.order];
  const places = asked.after;
  const beyond =
    places === null
      ? sql``
      : sql`where (${column}, id) ${descending ? sql`<` : sql`>`} (${places[0]}::${sql.raw(bare)}, ${places[1]}::text)`;
  const direction = descending ? sql`desc` : sql`asc`;
  const page = sql<Row>`
    select page.*, c.categories, c.documents from (
      select *, ${column} as sorted from (${fitting}) fitting ${beyond}
      order by ${column} ${direction}, id ${direction} ${asked.limit === null ? sql`` : sql`limit ${asked.limit + 1}`}
    ) page join modification_content c on c.id = page.id order by sorted ${direction}, page.id ${direction}`;
  const counts = sql<{ status: string; count: number }>`
    select status, count(*)::int as count from (${fitting}) fitting group by status order by status = 'open' desc, count desc, status`;
  const [rows, counted] = await Promise.all([page.execute(db), counts.execute(db)]);
  return {
    rows: rows.rows.map(rowOf),
    keys: rows.rows.map(({ sorted, id }) => [sorted, id] as const),
    counts: counted.rows,
  };
}

interface Row extends Omit<RegisterRow, 'raisedOn' | 'proposerId'> {
  readonly raised_on: number;
  readonly proposer_id: string;
  readonly sorted: string | number;
  readonly rank?: number;
}

const ORDERS: Record<RegisterOrder, { column: RawBuilder<unknown>; descending: boolean; bare: string }> = {
  raised: { column: sql`raised_on`, descending: true, bare: 'integer' },
  id: { column: sql`id`, descending: false, bare: 'text' },
  title: { column: sql`lower(title)`, descending: false, bare: 'text' },
  status: { column: sql`(case status when 'open' then ' ' else status end)`, descending: false, bare: 'text' },
  relevance: { column: sql`rank`, descending: true, bare: 'float8' },
};

/** Where a modification stands: as the record has it, or as time has settled it since. */
function standing({ settled }: RegisterQuery): RawBuilder<unknown> {
  if (settled.length === 0) return sql`m.stage, m.status, m.decision`;
  return sql`coalesce(s.stage, m.stage) as stage, coalesce(s.status, m.status) as status, coalesce(s.decision, m.decision) as decision`;
}

/** What proposals say is read of those alone that are shown, unless it is asked for. */
function contentJoin({ parts, category, document }: RegisterQuery): RawBuilder<unknown> {
  if (parts.length === 0 && category === null && document === null) return sql``;
  return sql`join modification_content c on c.id = m.id`;
}

function settledJoin({ settled }: RegisterQuery): RawBuilder<unknown> {
  if (settled.length === 0) return sql``;
  return sql`left join jsonb_to_recordset(${JSON.stringify(settled)}::jsonb)
    as s(id text, stage text, status text, decision text) on s.id = m.id`;
}

function conditionsOf(asked: RegisterQuery): RawBuilder<unknown>[] {
  const { settled, status, stage, path, urgency, decision, proposer, category, document, version } = asked;
  const now = (name: string) =>
    settled.length === 0 ? sql.ref(`m.${name}`) : sql`coalesce(${sql.ref(`s.${name}`)}, ${sql.ref(`m.${name}`)})`;
  const given = <T>(value: T | null, condition: (value: T) => RawBuilder<unknown>) =>
    value === null ? [] : [condition(value)];
  return [
    sql`${wasKnown(asked.knownAt)}`,
    ...given(status, (one) => (one === 'ended' ? sql`${now('status')} <> 'open'` : sql`${now('status')} = ${one}`)),
    ...given(stage, (one) => sql`${now('stage')} = ${one}`),
    ...given(path, (one) => sql`m.path = ${one}`),
    ...given(urgency, (one) => sql`m.urgency = ${one}`),
    ...given(decision, (one) => (one === 'none' ? sql`${now('decision')} is null` : sql`${now('decision')} = ${one}`)),
    ...given(proposer, (one) => sql`(m.proposer_id = ${one} or position(lower(${one}) in lower(m.proposer)) > 0)`),
    ...given(category, (one) => sql`${one} = any(c.categories)`),
    ...given(
      document,
      (one) => sql`exists (select from unnest(c.documents || m.code) d where lower(d) = lower(${one}))`,
    ),
    ...given(version, (one) => sql`m.published = ${one}`),
    ...given(asked.raisedFrom, (one) => sql`m.raised_on >= ${one}`),
    ...given(asked.raisedTo, (one) => sql`m.raised_on <= ${one}`),
    ...asked.parts.map((part) => {
      const holds = sql`${columnOf(part)} @@ ${queryOf(part)}`;
      return part.not ? sql`not (${holds})` : holds;
    }),
  ];
}

function rowOf({ raised_on, proposer_id, sorted: _, rank: __, ...row }: Row): RegisterRow {
  return { ...row, raisedOn: raised_on as RegisterRow['raisedOn'], proposerId: proposer_id };
}

/** The condition that a row was known at an instant (null: that it still is), by the indexes of the register. */
function wasKnown(knownAt: Instant | null): RawBuilder<boolean> {
  return knownAt === null
    ? sql`known_until is null`
    : sql`tstzrange(known_from, known_until) @> ${knownAt}::timestamptz`;
}
