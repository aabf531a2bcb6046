import type { Day } from '../kernel/day.ts';
import { contains, type Interval, interval } from '../kernel/interval.ts';
import type { Verdict } from '../obligation/bound-steps.ts';
import type { BoundRun, EffectReport, EffectUnderReading, GroupEffect } from './effect.ts';

/** What another reading of one wording makes of an effect. */
export interface ReadingDifference {
  /** Wording and reading by id, and the reading that it is compared with. */
  readonly wording: string;
  readonly reading: string;
  readonly against: string;
  readonly groups: readonly GroupDifference[];
  readonly assessments: readonly AssessmentDifference[];
}

/** Days on which a duty binds a group otherwise in one world. */
export interface GroupDifference {
  readonly party: string;
  readonly group: string;
  readonly title: string;
  readonly obligation: string;
  readonly provision: string;
  readonly world: 'without' | 'with';
  readonly days: readonly { readonly interval: Interval; readonly shown: Verdict; readonly other: Verdict }[];
}

/** A booked assessment that another reading calls for as another type. */
export interface AssessmentDifference {
  readonly party: string;
  readonly assessment: string;
  readonly world: 'without' | 'with';
  readonly shown: readonly string[];
  readonly other: readonly string[];
}

const WORLDS = ['without', 'with'] as const;

/** For each other reading of one wording, all else read as in the first combination: what differs from it. */
export function readingDifferences({ combinations }: Pick<EffectReport, 'combinations'>): ReadingDifference[] {
  const [shown, ...others] = combinations;
  if (shown === undefined) return [];
  return others.flatMap((other) => {
    const read = Object.entries(other.readings).filter(([wording, reading]) => shown.readings[wording] !== reading);
    const [[wording, reading] = ['', ''], ...more] = read;
    if (more.length > 0) return [];
    const against = shown.readings[wording] ?? '';
    return [{ wording, reading, against, groups: groupsOf(shown, other), assessments: assessmentsOf(shown, other) }];
  });
}

function groupsOf(shown: EffectUnderReading, other: EffectUnderReading): GroupDifference[] {
  return shown.parties.flatMap(({ party, groups }, at) =>
    groups.flatMap((group, index) => {
      const same = other.parties[at]?.groups[index];
      if (same === undefined) return [];
      return WORLDS.flatMap((world) => {
        const days = differingDays(group[world], same[world]);
        const { group: id, title, obligation, provision } = group satisfies GroupEffect;
        return days.length === 0 ? [] : [{ party, group: id, title, obligation, provision, world, days }];
      });
    }),
  );
}

function differingDays(shown: readonly BoundRun[], other: readonly BoundRun[]): GroupDifference['days'] {
  const edges = [...new Set([...shown, ...other].map((run) => run.interval.from))].sort((a, b) => a - b);
  const last = shown.at(-1)?.interval.until ?? null;
  const days: GroupDifference['days'][number][] = [];
  edges.forEach((from, at) => {
    const [one, two] = [boundOn(shown, from), boundOn(other, from)];
    const run = interval(from, edges[at + 1] ?? last);
    if (one === two || run === null) return;
    const before = days.at(-1);
    const goesOn = before?.interval.until === from && before.shown === one && before.other === two;
    if (goesOn && before !== undefined)
      days[days.length - 1] = { ...before, interval: { ...before.interval, until: run.until } };
    else days.push({ interval: run, shown: one, other: two });
  });
  return days;
}

function boundOn(runs: readonly BoundRun[], on: Day): Verdict {
  return runs.find((run) => contains(run.interval, on))?.bound ?? false;
}

function assessmentsOf(shown: EffectUnderReading, other: EffectUnderReading): AssessmentDifference[] {
  return shown.parties.flatMap(({ party, assessments }, at) =>
    assessments.flatMap((one, index) => {
      const same = other.parties[at]?.assessments[index];
      if (same === undefined) return [];
      return WORLDS.filter((world) => one[world].possible.join() !== same[world].possible.join()).map((world) => ({
        party,
        assessment: one.assessment,
        world,
        shown: one[world].possible,
        other: same[world].possible,
      }));
    }),
  );
}
