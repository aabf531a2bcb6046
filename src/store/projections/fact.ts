import { nameInStream, type Projection } from './projection.ts';

/** What happened in the market, with the day on which it takes effect. */
export const projectFact: Projection = async ({ event, stream, position, recordedAt }, { transaction }) => {
  if (event.type !== 'fact-recorded') return;
  const { id, kind, subject, effectiveOn, citation } = event.fact;
  const about = { position, recorded_at: recordedAt, code: nameInStream(stream) };
  const row = { ...about, id, kind, subject, effective_on: effectiveOn, citation: JSON.stringify(citation) };
  await transaction.insertInto('fact').values(row).execute();
};
