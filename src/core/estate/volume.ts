import type { Day } from '../kernel/day.ts';
import { contains } from '../kernel/interval.ts';
import type { Counts, SystemGroup, Volume } from './estate.ts';

/** The systems operated on a day, counted all three ways; `binds` says whether a counting duty binds a SMETS1 group then. */
export function volumeOn(
  groups: readonly SystemGroup[],
  on: Day,
  binds: (group: SystemGroup) => boolean | 'unknown',
): Volume {
  const operated = groups.filter(({ operatedFrom, operatedUntil = null }) =>
    contains({ from: operatedFrom, until: operatedUntil }, on),
  );
  const smets1 = operated.filter((group) => group.generation === 'SMETS1');
  return {
    smets2: total(operated.filter((group) => group.generation === 'SMETS2')),
    smets1Bound: total(smets1.filter((group) => binds(group) === true)),
    smets1Unbound: total(smets1.filter((group) => binds(group) === false)),
    smets1Unsettled: total(smets1.filter((group) => binds(group) === 'unknown')),
  };
}

function total(groups: readonly SystemGroup[]): Counts {
  return groups.reduce<Counts>(
    (sum, { counts }) => ({
      devices: sum.devices + counts.devices,
      premises: sum.premises + counts.premises,
      systems: sum.systems + counts.systems,
    }),
    { devices: 0, premises: 0, systems: 0 },
  );
}
