import { dayOfInstant } from '../../core/kernel/instant.ts';
import type { Ports } from '../ports.ts';

/**
 * Publishes a checkpoint when a day has begun since the last one and something was recorded since, so that the public
 * root never falls behind by more than a day on which the record is kept.
 */
export async function checkpointWhenDue({ store, clock }: Pick<Ports, 'store' | 'clock'>): Promise<void> {
  const life = await store.read('record', null);
  const last = life.findLast(({ event }) => event.type === 'checkpoint-made');
  if (last !== undefined && dayOfInstant(last.recordedAt) >= dayOfInstant(clock.now())) return;
  const covered = last?.event.type === 'checkpoint-made' ? last.event.position - (last.version - 1) : 0;
  // what the record itself went through, such as a clock that went on, is nothing to publish
  const others = (await store.heads(null)).filter(({ stream }) => stream !== 'record');
  const recorded = others.reduce((sum, { version }) => sum + version, 0);
  if (recorded > covered) await store.checkpoint();
}
