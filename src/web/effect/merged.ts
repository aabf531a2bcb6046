import type { GroupEffect, PartyEffect } from '../../core/assurance/effect.ts';

/** A group of systems with every duty that binds it on the same days. */
export type MergedGroup = Omit<GroupEffect, 'obligation' | 'provision'> & { readonly provisions: readonly string[] };

/** Groups of a party with the duties that run alike told once. */
export function mergedGroups({ groups }: Pick<PartyEffect, 'groups'>): readonly MergedGroup[] {
  const merged = new Map<string, MergedGroup>();
  for (const { obligation: _, provision, ...group } of groups) {
    const key = JSON.stringify([group.group, days(group.without), days(group.with)]);
    const known = merged.get(key);
    merged.set(key, { ...(known ?? group), provisions: [...(known?.provisions ?? []), provision] });
  }
  return [...merged.values()];
}

function days(runs: GroupEffect['with']) {
  return runs.map(({ interval, bound }) => [interval.from, interval.until, bound]);
}
