import type { Interval } from '../kernel/interval.ts';
import { runs } from '../kernel/steps.ts';
import type { Asked, Worded } from '../obligation/asked.ts';
import type { Obligation } from '../obligation/obligation.ts';
import type { Subject } from '../obligation/subject.ts';
import { boundRuns } from './bound-runs.ts';
import { coveredSteps, coverOf, gapSpans } from './cover.ts';
import { differenceOf, otherwiseOwed } from './difference.ts';
import { type DutyOnSubject, dutyOnSubject } from './duty-on-subject.ts';
import type { BoundRun, GroupEffect } from './effect.ts';
import { boundBeforeEvent } from './exposure.ts';
import { spansOf } from './spans.ts';

/** Every duty without a modification or with it. One that changes stands there several times, one after the other. */
export interface World {
  readonly duties: readonly Worded[];
}

/** One duty (by id) on one group of systems of a party, or on the party itself, in both worlds, with the cover by other instruments. */
export function groupEffect(
  group: Subject & { readonly title: string },
  { id, provision }: Pick<Obligation, 'id' | 'provision'>,
  without: DutyOnSubject,
  withIt: DutyOnSubject,
  worlds: { readonly without: World; readonly with: World },
  asked: Asked,
  window: Interval,
): GroupEffect {
  const gaps = ({ phases }: DutyOnSubject, { duties }: World) =>
    hasCover(id, duties) ? gapSpans(phases, coverOf({ id }, group, asked.category, duties), asked, window) : [];
  const same = withIt === without;
  const gapsWithout = gaps(without, worlds.without);
  const unassessable = spansOf(without.unassessable, window);
  const runsWithout = boundRuns(without, asked.readings, window);
  return {
    group: group.id,
    title: group.title,
    obligation: id,
    provision,
    without: runsWithout,
    with: same ? runsWithout : boundRuns(withIt, asked.readings, window),
    difference: same ? [] : differenceOf(without, withIt, asked, window),
    otherwise: same ? [] : otherwiseOwed(without, withIt, asked.readings, window),
    cover: hasCover(id, worlds.with.duties)
      ? coverRuns(coverOf({ id }, group, asked.category, worlds.with.duties), asked, window)
      : [],
    gapsWith: same ? gapsWithout : gaps(withIt, worlds.with),
    gapsWithout,
    before: beforeAssessment(without, withIt, asked, window),
    boundWithoutGuidance: {
      without: unassessable,
      with: same ? unassessable : spansOf(withIt.unassessable, window),
    },
  };
}

/** The events that a duty names as coming before an assessment and what they need at once, with the days bound before each. */
function beforeAssessment(
  without: DutyOnSubject,
  withIt: DutyOnSubject,
  { subject, knowledge }: Asked,
  window: Interval,
): GroupEffect['before'] {
  const titled = (event: string) => ({ event, title: knowledge.kinds.get(event)?.title ?? event });
  const needsOf = (event: string) => knowledge.kinds.get(event)?.broughtAbout?.needs ?? [];
  const named = [without, withIt].flatMap(({ phases }) =>
    phases.flatMap(({ obligation }) => obligation.assessableAfter),
  );
  const events = [...new Set(named.flatMap((event) => [...needsOf(event), event]))];
  return events.map((event) => {
    const boundBefore = ({ bound }: DutyOnSubject) =>
      spansOf(boundBeforeEvent(event, bound, subject, knowledge), window);
    return {
      ...titled(event),
      needs: events.filter((one) => needsOf(event).includes(one)).map(titled),
      without: boundBefore(without),
      with: boundBefore(withIt),
    };
  });
}

/** Continuity is asked of a duty only when some other instrument is meant to stand in for it. */
function hasCover(id: string, duties: readonly Worded[]): boolean {
  return duties.some((one) => one.obligation.covers.includes(id));
}

function coverRuns(cover: readonly Worded[][], asked: Asked, window: Interval): BoundRun[] {
  const duties = cover.flat().map((one) => dutyOnSubject([one], asked));
  return runs(coveredSteps(cover, asked), window).map(({ interval, value }) => {
    const parts = duties.flatMap((one) => boundRuns(one, asked.readings, interval).slice(0, 1));
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
