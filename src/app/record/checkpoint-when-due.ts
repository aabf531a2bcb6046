import { dayOfInstant } from '../../core/kernel/instant.ts';
import type { Ports } from '../ports.ts';

/**
 * Publishes a checkpoint over what was recorded since the last one, when a day has begun since: the public root never
 * falls behind by more than a day on which the record is kept.
 */
export async function checkpointWhenDue({ store, clock }: Pick<Ports, 'store' | 'clock'>): Promise<void> {
  const last = await lastCheckpoint(store);
  if (last !== null && dayOfInstant(last.recordedAt) >= dayOfInstant(clock.now())) return;
  await checkpointOverNews(store);
}

/** Publishes a checkpoint when anything was recorded since the last one. */
export async function checkpointOverNews(store: Ports['store']): Promise<void> {
  const last = await lastCheckpoint(store);
  // what the record itself went through, such as a clock that went on, is nothing to publish
  const others = (await store.heads(null)).filter(({ stream }) => stream !== 'record');
  const recorded = others.reduce((sum, { version }) => sum + version, 0);
  if (last === null || recorded > last.covered) await store.checkpoint();
}

/** When the last checkpoint was made, and how many events of other streams than the record's own it covers. */
async function lastCheckpoint(store: Ports['store']) {
  const last = (await store.read('record', null)).findLast(({ event }) => event.type === 'checkpoint-made');
  if (last?.event.type !== 'checkpoint-made') return null;
  return { recordedAt: last.recordedAt, covered: last.event.position - (last.version - 1) };
}
