import { writeCitation } from '../kernel/citation.ts';
import type { Interval } from '../kernel/interval.ts';
import { runs, type Steps } from '../kernel/steps.ts';
import type { Worded } from '../obligation/asked.ts';
import type { Bound, BoundCause, Readings } from '../obligation/bound-steps.ts';
import type { BoundRun } from './effect.ts';

/** The runs of days in a window with one answer, each with its reason and what the reason rests on. */
export function boundRuns(
  { obligation, words }: Worded,
  readings: Readings,
  bound: Steps<Bound>,
  window: Interval,
): BoundRun[] {
  return runs(bound, window).map(({ interval, value }) => {
    const deciding = value.words === null ? undefined : words[value.words];
    const reading = deciding === undefined ? null : readings(deciding.wording);
    const provision = writeCitation(obligation.citation);
    const read =
      deciding === undefined || reading === null ? '' : ` (version ${deciding.version}, read as: ${reading.title})`;
    return {
      interval,
      bound: value.bound,
      version: deciding?.version ?? null,
      reading: reading?.id ?? null,
      awaiting: value.awaiting,
      reason: `${provision}${read} ${SAID[value.cause](value.awaiting)}.`,
      citations: reading === null ? [obligation.citation] : [obligation.citation, reading.citation],
    };
  });
}

const SAID: Record<BoundCause, (awaiting: readonly string[]) => string> = {
  'no-words': () => 'is not in force',
  'not-operated': () => 'does not bind, because the systems are not operated yet',
  'not-commenced': () => 'does not bind yet',
  ended: () => 'does not bind any more',
  condition: () => 'does not bind, because its condition is not met',
  binds: () => 'binds',
  unsettled: (awaiting) => `may bind or not; it depends on ${awaiting.join(' and ')}`,
};
