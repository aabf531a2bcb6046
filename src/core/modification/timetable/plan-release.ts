import { addDays, type Day, writeDay } from '../../kernel/day.ts';
import { nextReleaseOf } from './meeting-days.ts';
import { type Placed, type Placing, workingDayOnOrAfter } from './placing.ts';
import type { Release } from './release-calendar.ts';

/** Whether a release can take what is decided on a day (null: not the decision) and ready on another. */
function takes(release: Release, decidedOn: Day | null, ready: Day): boolean {
  if (release.day < ready) return false;
  return decidedOn === null || decidedOn <= (release.decisionBy ?? addDays(release.day, -1));
}

/** The first release that takes it: the one aimed at where that does, else the next that is recorded, else any Working Day. */
export function releaseAfter(decidedOn: Day | null, ready: Day, what: string, placing: Placing): Placed | null {
  const release = firstRelease(decidedOn, ready, placing);
  if (release !== null) {
    const by = release.decisionBy === null ? '' : `, whose decision is needed by ${writeDay(release.decisionBy)}`;
    const done = decidedOn === null ? `ready from ${writeDay(ready)}` : `decided on ${writeDay(decidedOn)}`;
    const sentence = `“${what}” lets it be ${done}: in time for ${release.title}${by}.`;
    return { day: release.day, reason: { sentence, citation: release.citation } };
  }
  const day = workingDayOnOrAfter(ready, placing);
  if (day === null) return null;
  const sentence = `On the first Working Day on or after ${writeDay(ready)}, since no release is recorded that it could go with.`;
  return { day, reason: { sentence, citation: null } };
}

/** The release that takes it; null when none is recorded. */
export function firstRelease(decidedOn: Day | null, ready: Day, placing: Placing): Release | null {
  const { target, rules, life } = placing;
  if (target !== null && takes(target, decidedOn, ready)) return target;
  let next = nextReleaseOf(
    target === null || target.day < ready ? ready : addDays(target.day, 1),
    rules,
    life.raisedOn,
  );
  while (next !== null && !takes(next, decidedOn, ready)) {
    next = nextReleaseOf(addDays(next.day, 1), rules, life.raisedOn);
  }
  return next;
}
