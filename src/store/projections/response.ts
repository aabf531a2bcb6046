import { nameInStream, type Projection } from './projection.ts';

/** Responses to consultations; their words stand beside the chain. */
export const projectResponse: Projection = async ({ event, stream, position, recordedAt }, { transaction }) => {
  if (event.type !== 'response-received') return;
  const { step, party, stance, content, on } = event;
  const about = { position, recorded_at: recordedAt, modification: nameInStream(stream) };
  const row = { ...about, step, party, stance, content_id: content.id, received_on: on };
  await transaction.insertInto('response').values(row).execute();
};
