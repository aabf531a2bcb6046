import { sql } from 'kysely';
import type { Projection } from './projection.ts';

/** The stream heads that a checkpoint's root was made over, so that a later fault can be named by its stream. */
export const projectCheckpoint: Projection = async ({ event }, { transaction }) => {
  if (event.type !== 'checkpoint-made') return;
  await sql`
    insert into checkpoint_head (position, stream, version, hash)
    select distinct on (stream) ${event.position}::bigint, stream, version, hash
    from event where position <= ${event.position}
    order by stream, version desc
    on conflict do nothing`.execute(transaction);
};
