import type { GroupEffect, PartyEffect } from '../../core/assurance/effect.ts';

/** A group of systems with every duty that binds it on the same days. */
export type MergedGroup = Omit<GroupEffect, 'obligation' | 'provision'> & {
  readonly provisions: readonly string[];
  /** Provisions in whose place no other instrument is meant to stand; the cover and its gaps are those of the others. */
  readonly uncovered: readonly string[];
};

/** Groups of a party with the duties that run alike told once. */
export function mergedGroups({ groups }: Pick<PartyEffect, 'groups'>): readonly MergedGroup[] {
  const merged = new Map<string, MergedGroup>();
  for (const { obligation: _, provision, ...group } of groups) {
    const key = JSON.stringify([
      group.group,
      days(group.without),
      days(group.with),
      group.boundWithoutGuidance,
      group.otherwise.map((one) => [one.interval, one.what]),
    ]);
    const known = merged.get(key);
    const told = known === undefined || known.cover.length === 0 ? group : known;
    merged.set(key, {
      ...told,
      provisions: [...(known?.provisions ?? []), provision],
      uncovered: [...(known?.uncovered ?? []), ...(group.cover.length === 0 ? [provision] : [])],
    });
  }
  return [...merged.values()];
}

function days(runs: GroupEffect['with']) {
  return runs.map(({ interval, bound }) => [interval.from, interval.until, bound]);
}
