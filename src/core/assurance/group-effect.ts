import type { Interval } from '../kernel/interval.ts';
import { mapSteps, runs } from '../kernel/steps.ts';
import type { Asked, Worded } from '../obligation/asked.ts';
import type { Obligation } from '../obligation/obligation.ts';
import type { Subject } from '../obligation/subject.ts';
import { boundRuns } from './bound-runs.ts';
import { coveredSteps, coverOf, gapSpans } from './cover.ts';
import { differenceOf, otherwiseOwed } from './difference.ts';
import { type DutyOnSubject, dutyOnSubject } from './duty-on-subject.ts';
import type { BoundRun, GroupEffect } from './effect.ts';
import { boundBeforeEvent } from './exposure.ts';
import type { Share } from './sharing.ts';
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
  share: Share,
): GroupEffect {
  const { readings, category } = asked;
  const shared = <T>(what: string, duties: readonly Worded[], compute: () => T): T =>
    share(`${what} ${id} ${group.id}`, duties, readings, compute);
  const gaps = (world: keyof typeof worlds, { phases }: DutyOnSubject) => {
    const { duties } = worlds[world];
    if (!hasCover(id, duties)) return [];
    const cover = coverOf({ id }, group, category, duties);
    return shared(`gaps ${world}`, [...phases, ...cover.flat()], () => gapSpans(phases, cover, asked, window));
  };
  const covered = () => {
    const cover = coverOf({ id }, group, category, worlds.with.duties);
    return shared('cover', cover.flat(), () => coverRuns(cover, asked, window));
  };
  const same = withIt === without;
  const both = same ? without.phases : [...without.phases, ...withIt.phases];
  const gapsWithout = gaps('without', without);
  const runsWithout = shared('runs without', without.phases, () => boundRuns(without, asked, window));
  return {
    group: group.id,
    title: group.title,
    obligation: id,
    provision,
    without: runsWithout,
    with: same ? runsWithout : shared('runs with', withIt.phases, () => boundRuns(withIt, asked, window)),
    ...shared('differences', both, () => ({
      difference: same ? [] : differenceOf(without, withIt, asked, window),
      otherwise: same ? [] : otherwiseOwed(without, withIt, asked, window),
    })),
    cover: hasCover(id, worlds.with.duties) ? covered() : [],
    gapsWith: same ? gapsWithout : gaps('with', withIt),
    gapsWithout,
    ...shared('exposure', both, () => exposureOf(without, withIt, asked, window)),
  };
}

function exposureOf(
  without: DutyOnSubject,
  withIt: DutyOnSubject,
  asked: Asked,
  window: Interval,
): Pick<GroupEffect, 'before' | 'boundWithoutGuidance'> {
  const spans = ({ unassessable }: DutyOnSubject) => spansOf(unassessable, window);
  return {
    before: beforeAssessment(without, withIt, asked, window),
    boundWithoutGuidance: { without: spans(without), with: spans(withIt) },
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
  const namesIt = (phase: Worded | undefined, event: string) =>
    phase?.obligation.assessableAfter.some((one) => one === event || needsOf(one).includes(event)) === true;
  const events = [...new Set(named.flatMap((event) => [...needsOf(event), event]))];
  return events.map((event) => {
    const boundBefore = ({ phases, bound }: DutyOnSubject) => {
      const named = mapSteps(bound, (value) => (namesIt(phases[value.phase ?? -1], event) ? value : UNBOUND));
      return spansOf(boundBeforeEvent(event, named, subject, knowledge), window);
    };
    return {
      ...titled(event),
      needs: events.filter((one) => needsOf(event).includes(one)).map(titled),
      without: boundBefore(without),
      with: boundBefore(withIt),
    };
  });
}

const UNBOUND = { bound: false as const, awaiting: [] };

/** Continuity is asked of a duty only when some other instrument is meant to stand in for it. */
function hasCover(id: string, duties: readonly Worded[]): boolean {
  return duties.some((one) => one.obligation.covers.includes(id));
}

function coverRuns(cover: readonly Worded[][], asked: Asked, window: Interval): BoundRun[] {
  const duties = cover.flat().map((one) => dutyOnSubject([one], asked));
  return runs(coveredSteps(cover, asked), window).map(({ interval, value }) => {
    const parts = duties.flatMap((one) => boundRuns(one, asked, interval).slice(0, 1));
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
