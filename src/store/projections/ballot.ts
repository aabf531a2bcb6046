import { nameInStream, type Projection } from './projection.ts';

/** Votes as they are cast, and the tally of each ballot that closed. */
export const projectBallot: Projection = async ({ event, stream, position, recordedAt }, { transaction }) => {
  const about = { position, recorded_at: recordedAt, modification: nameInStream(stream) };
  if (event.type === 'vote-cast') {
    const { step, seat, position: vote, reasons, on } = event;
    await transaction
      .insertInto('vote')
      .values({ ...about, step, seat, vote, reasons, cast_on: on })
      .execute();
  }
  if (event.type === 'ballot-closed') {
    const { step, outcome, tally, on } = event;
    const row = { ...about, step, outcome, tally: JSON.stringify(tally), closed_on: on };
    await transaction.insertInto('tally').values(row).execute();
  }
};
