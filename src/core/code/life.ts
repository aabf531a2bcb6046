import type { Day } from '../kernel/day.ts';
import type { InForce, LifeEvent } from './document-file.ts';
import type { Provision } from './provision.ts';
import { walk } from './tree.ts';
import type { TextVersion, Timeline } from './version.ts';

/** The versions of a timeline that are in force on some day, as the life of the text tells them. */
export function lifeOf(timeline: Timeline): readonly LifeEvent[] {
  return timeline.filter(isEver).map(lifeEventOf);
}

/** One version as the life of the text tells it. */
export function lifeEventOf({ label, inForceFrom, until, published }: TextVersion): LifeEvent {
  return { label, inForceFrom, until, source: published?.source ?? null };
}

/** For each provision of a version: the days around it on which the provision itself reads the same. */
export function daysOf(timeline: Timeline, version: TextVersion): ReadonlyMap<string, InForce> {
  const ever = timeline.filter(isEver);
  const at = ever.indexOf(version);
  const days = new Map<string, { inForceFrom: Day; until: Day | null }>();
  const standing = new Map<string, Provision>();
  for (const { provision } of walk(version.text)) {
    standing.set(provision.id, provision);
    days.set(provision.id, { inForceFrom: version.inForceFrom, until: version.until });
  }
  const follow = (
    versions: Timeline,
    take: (found: { inForceFrom: Day; until: Day | null }, next: TextVersion) => void,
  ) => {
    const following = new Set(standing.keys());
    for (const next of versions) {
      const there = new Map(walk(next.text).map(({ provision }) => [provision.id, provision]));
      for (const id of following) {
        const found = days.get(id);
        const isSame = readsTheSame(standing.get(id), there.get(id));
        if (isSame && found !== undefined) take(found, next);
        else following.delete(id);
      }
    }
  };
  follow(ever.slice(0, at).toReversed(), (found, earlier) => {
    found.inForceFrom = earlier.inForceFrom;
  });
  follow(ever.slice(at + 1), (found, later) => {
    found.until = later.until;
  });
  return days;
}

function isEver({ inForceFrom, until }: TextVersion): boolean {
  return until !== inForceFrom;
}

function readsTheSame(a: Provision | undefined, b: Provision | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a === b || (a.number === b.number && a.heading === b.heading && a.text === b.text && a.kind === b.kind);
}
