import type { Interval } from '../kernel/interval.ts';
import { runs, type Steps } from '../kernel/steps.ts';
import type { Asked, Worded } from '../obligation/asked.ts';
import { type Bound, boundSteps } from '../obligation/bound-steps.ts';
import type { Subject } from '../obligation/subject.ts';
import { boundRuns } from './bound-runs.ts';
import { coveredSteps, coverOf, gapSpans } from './cover.ts';
import { differenceOf } from './difference.ts';
import type { BoundRun, GroupEffect } from './effect.ts';
import { boundUnassessable } from './exposure.ts';
import { type Settling, spansOf } from './spans.ts';

/** The words of every duty, without a modification or with it; duties that it does not touch are the same values in both. */
export interface World {
  readonly duties: readonly Worded[];
}

/** One duty on one group in one world. */
export interface DutyOnGroup {
  readonly worded: Worded;
  readonly bound: Steps<Bound>;
  /** Whether it binds while what it is assessed by does not exist yet. */
  readonly unassessable: Steps<Settling>;
}

/** The duty of a world on the subject that is asked about. */
export function dutyOnGroup(worded: Worded, { subject, readings, knowledge }: Asked): DutyOnGroup {
  const bound = boundSteps(worded, { subject, readings, knowledge });
  return { worded, bound, unassessable: boundUnassessable(worded.obligation, bound, subject, knowledge) };
}

/** One duty on one group of systems of a party in both worlds, with the cover by other instruments. */
export function groupEffect(
  group: Subject & { readonly title: string },
  category: string,
  without: DutyOnGroup,
  withIt: DutyOnGroup,
  worlds: { readonly without: World; readonly with: World },
  asked: Asked,
  window: Interval,
): GroupEffect {
  const { obligation } = without.worded;
  const gaps = (duty: DutyOnGroup, { duties }: World) =>
    hasCover(duty.worded, duties)
      ? gapSpans(duty.worded, coverOf(obligation, group, category, duties), asked, window)
      : [];
  const same = withIt === without;
  const gapsWithout = gaps(without, worlds.without);
  const unassessable = spansOf(without.unassessable, window);
  const runsWithout = boundRuns(without.worded, asked.readings, without.bound, window);
  return {
    group: group.id,
    title: group.title,
    obligation: obligation.id,
    provision: obligation.provision,
    without: runsWithout,
    with: same ? runsWithout : boundRuns(withIt.worded, asked.readings, withIt.bound, window),
    difference: same ? [] : differenceOf(without, withIt, asked, window),
    cover: hasCover(without.worded, worlds.with.duties)
      ? coverRuns(coverOf(obligation, group, category, worlds.with.duties), asked, window)
      : [],
    gapsWith: same ? gapsWithout : gaps(withIt, worlds.with),
    gapsWithout,
    boundWithoutGuidance: {
      without: unassessable,
      with: same ? unassessable : spansOf(withIt.unassessable, window),
    },
  };
}

/** Continuity is asked of a duty only when some other instrument is meant to stand in for it. */
function hasCover({ obligation }: Worded, duties: readonly Worded[]): boolean {
  return duties.some((one) => one.obligation.covers.includes(obligation.id));
}

function coverRuns(cover: readonly Worded[][], asked: Asked, window: Interval): BoundRun[] {
  const duties = cover.flat().map((one) => dutyOnGroup(one, asked));
  return runs(coveredSteps(cover, asked), window).map(({ interval, value }) => {
    const parts = duties.flatMap((one) => boundRuns(one.worded, asked.readings, one.bound, interval).slice(0, 1));
    const [first] = parts;
    return {
      interval,
      bound: value.verdict,
      version: parts.length === 1 ? (first?.version ?? null) : null,
      reading: first?.reading ?? null,
      awaiting: value.awaiting,
      reason: parts.map((part) => part.reason).join(' ') || 'No other instrument speaks of these systems.',
      citations: parts.flatMap((part) => part.citations),
    };
  });
}
