import { type Citation, writeCitation } from '../kernel/citation.ts';
import type { Interval } from '../kernel/interval.ts';
import { runs } from '../kernel/steps.ts';
import type { Asked } from '../obligation/asked.ts';
import { eventTitles } from '../obligation/event-titles.ts';
import type { DutyOnSubject, PhasedBound } from './duty-on-subject.ts';
import type { BoundRun } from './effect.ts';

/** By which readings and whose titles an answer is told. */
type Said = Pick<Asked, 'readings' | 'knowledge'>;

/** The runs of days in a window with one answer, each with its reason and what the reason rests on. */
export function boundRuns(
  { phases, bound }: Pick<DutyOnSubject, 'phases' | 'bound'>,
  asked: Said,
  window: Interval,
): BoundRun[] {
  return runs(bound, window).map(({ interval, value }) => {
    const { version, reading, reason, citations } = answerOf(phases, value, asked);
    return { interval, bound: value.bound, version, reading, awaiting: value.awaiting, reason, citations };
  });
}

/** What an answer rests on: the version whose words decide, their reading, and the sentence that says so. */
export function answerOf(
  phases: DutyOnSubject['phases'],
  value: PhasedBound,
  { readings, knowledge }: Said,
): Pick<BoundRun, 'version' | 'reading' | 'reason'> & { readonly citations: readonly Citation[] } {
  const phase = phases[value.phase ?? 0];
  const deciding = value.words === null ? undefined : phase?.words[value.words];
  const reading = deciding === undefined ? null : readings(deciding.wording);
  const citation = phase?.obligation.citation;
  const provision = citation === undefined ? 'The duty' : writeCitation(citation);
  const read =
    deciding === undefined || reading === null ? '' : ` (version ${deciding.version}, read as: ${reading.title})`;
  return {
    version: deciding?.version ?? null,
    reading: reading?.id ?? null,
    reason: `${provision}${read} ${SAID[value.cause](eventTitles(value.awaiting, knowledge.kinds))}.`,
    citations: [citation, reading?.citation].filter((one) => one !== undefined),
  };
}

const SAID: Record<PhasedBound['cause'], (awaited: string) => string> = {
  'no-words': () => 'is not in force',
  'not-operated': () => 'does not bind, because the systems are not operated yet',
  'not-commenced': () => 'does not bind yet',
  'not-bearer': () => 'does not bind, because parties of this category do not bear it then',
  'no-longer-operated': () => 'does not bind any more, because the systems are operated by another',
  ended: () => 'does not bind any more',
  condition: () => 'does not bind, because its condition is not met',
  binds: () => 'binds',
  unsettled: (awaited) => `may bind or not; it depends on ${awaited}`,
};
