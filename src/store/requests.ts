import { type Kysely, sql, type Transaction } from 'kysely';
import type { RequestKey, Requests } from '../app/ports.ts';
import type { Tables } from './tables.ts';

/** After how long a request is forgotten: whoever sends it again then does it again. */
const FORGOTTEN = sql<Date>`clock_timestamp() - interval '7 days'`;

/** Requests with a key, in the database of the record. */
export function keptRequests(db: Kysely<Tables>): Requests {
  return {
    find: async (actor, key) => {
      const row = await db
        .selectFrom('request')
        .select(['digest', 'recorded', 'answer'])
        .where('actor', '=', actor)
        .where('key', '=', key)
        .where('kept_at', '>=', FORGOTTEN)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { digest, recorded, answer } = row;
      return {
        digest,
        recorded: recorded === null ? null : Number(recorded),
        answer: answer === null ? null : { answer: JSON.parse(answer) as unknown },
      };
    },
    answered: async ({ actor, key, digest }, answer) => {
      await db.deleteFrom('request').where('kept_at', '<', FORGOTTEN).execute();
      const kept = { answer: JSON.stringify(answer) };
      await db
        .insertInto('request')
        .values({ actor, key, digest, ...kept })
        .onConflict((conflict) => conflict.columns(['actor', 'key']).doUpdateSet(kept))
        .execute();
    },
  };
}

/** Notes, with the events that a request comes to, that it was done: from here on nothing does it again. */
export async function noteRequest(
  transaction: Transaction<Tables>,
  { actor, key, digest }: RequestKey,
  recorded: number,
): Promise<void> {
  await transaction
    .insertInto('request')
    .values({ actor, key, digest, recorded, answer: null })
    .onConflict((conflict) =>
      conflict
        .columns(['actor', 'key'])
        .doUpdateSet({ digest, recorded, answer: null, kept_at: sql`clock_timestamp()` }),
    )
    .execute();
}
