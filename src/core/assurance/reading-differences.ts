import type { Day } from '../kernel/day.ts';
import { contains, type Interval, interval } from '../kernel/interval.ts';
import type { Verdict } from '../obligation/bound-steps.ts';
import type { EffectReport, EffectUnderReading, GroupEffect } from './effect.ts';

/** What another reading of one wording makes of an effect. */
export interface ReadingDifference {
  /** Wording and reading by id, and the reading that it is compared with. */
  readonly wording: string;
  readonly reading: string;
  readonly against: string;
  readonly groups: readonly GroupDifference[];
  readonly assessments: readonly AssessmentDifference[];
  /** Events (by id) that only one of both waits for, on days on which neither is settled. */
  readonly waits: { readonly shown: readonly string[]; readonly other: readonly string[] };
}

/** What is found of a duty on a group over days: that it binds, that others cover it, that nothing does, that it binds before it can be assessed. */
export type Finding = 'bound' | 'covered' | 'uncovered' | 'exposed';

/** Days on which something is found otherwise of a duty on a group in one world. */
export interface GroupDifference {
  readonly what: Finding;
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
    return [
      {
        ...{ wording, reading, against, groups: groupsOf(shown, other), assessments: assessmentsOf(shown, other) },
        waits: waitsOf(shown, other),
      },
    ];
  });
}

type World = (typeof WORLDS)[number];

/** A verdict on some days; on others it is false. */
interface VerdictRun extends Interval {
  readonly verdict: Verdict;
  readonly awaiting: readonly string[];
}

/** Findings of a group, each in the worlds in which it is asked. */
function findingsOf(group: GroupEffect): { what: Finding; world: World; runs: readonly VerdictRun[] }[] {
  const bound = (runs: GroupEffect['with']) =>
    runs.map(({ interval: days, bound: verdict, awaiting }) => ({ ...days, verdict, awaiting }));
  const spans = (all: GroupEffect['gapsWith']) =>
    all.map((span): VerdictRun => ({ ...span, verdict: span.awaiting.length === 0 || 'unknown' }));
  return [
    { what: 'bound', world: 'without', runs: bound(group.without) },
    { what: 'bound', world: 'with', runs: bound(group.with) },
    { what: 'covered', world: 'with', runs: bound(group.cover) },
    { what: 'uncovered', world: 'without', runs: spans(group.gapsWithout) },
    { what: 'uncovered', world: 'with', runs: spans(group.gapsWith) },
    { what: 'exposed', world: 'without', runs: spans(group.boundWithoutGuidance.without) },
    { what: 'exposed', world: 'with', runs: spans(group.boundWithoutGuidance.with) },
  ];
}

function pairsOf(shown: EffectUnderReading, other: EffectUnderReading) {
  return shown.parties.flatMap(({ party, groups }, at) =>
    groups.flatMap((group, index) => {
      const same = other.parties[at]?.groups[index];
      if (same === undefined) return [];
      const others = findingsOf(same);
      return findingsOf(group).map((one, of) => ({ ...one, party, group, others: others[of]?.runs ?? [] }));
    }),
  );
}

function groupsOf(shown: EffectUnderReading, other: EffectUnderReading): GroupDifference[] {
  return pairsOf(shown, other).flatMap(({ what, world, runs, others, party, group }) => {
    const days = differingDays(runs, others);
    const { group: id, title, obligation, provision } = group;
    return days.length === 0 ? [] : [{ what, party, group: id, title, obligation, provision, world, days }];
  });
}

function waitsOf(shown: EffectUnderReading, other: EffectUnderReading): ReadingDifference['waits'] {
  const waits = { shown: new Set<string>(), other: new Set<string>() };
  for (const { runs, others } of pairsOf(shown, other)) {
    for (const from of edgesOf(runs, others)) {
      const [one, two] = [runOn(runs, from), runOn(others, from)];
      if (one?.verdict !== 'unknown' || two?.verdict !== 'unknown') continue;
      for (const event of one.awaiting) if (!two.awaiting.includes(event)) waits.shown.add(event);
      for (const event of two.awaiting) if (!one.awaiting.includes(event)) waits.other.add(event);
    }
  }
  return { shown: [...waits.shown], other: [...waits.other] };
}

function differingDays(shown: readonly VerdictRun[], other: readonly VerdictRun[]): GroupDifference['days'] {
  const edges = edgesOf(shown, other);
  const days: GroupDifference['days'][number][] = [];
  edges.forEach((from, at) => {
    const [one, two] = [runOn(shown, from)?.verdict ?? false, runOn(other, from)?.verdict ?? false];
    const run = interval(from, edges[at + 1] ?? null);
    if (one === two || run === null) return;
    const before = days.at(-1);
    const goesOn = before?.interval.until === from && before.shown === one && before.other === two;
    if (goesOn && before !== undefined)
      days[days.length - 1] = { ...before, interval: { ...before.interval, until: run.until } };
    else days.push({ interval: run, shown: one, other: two });
  });
  return days;
}

/** The days on which either can begin to say something else. */
function edgesOf(shown: readonly VerdictRun[], other: readonly VerdictRun[]): Day[] {
  const ends = [...shown, ...other].flatMap(({ from, until }) => (until === null ? [from] : [from, until]));
  return [...new Set(ends)].sort((a, b) => a - b);
}

function runOn(runs: readonly VerdictRun[], on: Day): VerdictRun | undefined {
  return runs.find((run) => contains(run, on));
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
