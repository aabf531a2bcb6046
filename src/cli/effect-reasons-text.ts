import type { BoundRun, GroupEffect } from '../core/assurance/effect.ts';
import { writeCitation } from '../core/kernel/citation.ts';
import { contains, formatInterval, type Interval } from '../core/kernel/interval.ts';

/** Why each change comes about: the words that decide in either world and what that rests on, systems that are alike in one. */
export function reasonsText(groups: readonly GroupEffect[]): string[] {
  const reasons = new Map<string, string[]>();
  for (const group of groups) {
    for (const { interval, change } of group.difference) {
      const [without, withIt] = [runOn(group.without, interval), runOn(group.with, interval)];
      const citations = [...(without?.citations ?? []), ...(withIt?.citations ?? [])].map(writeCitation);
      const why = [
        `    without: ${without?.reason ?? 'nothing is said.'}`,
        `    with: ${withIt?.reason ?? 'nothing is said.'}`,
        `    by ${[...new Set(citations)].join('; ')}`,
      ].join('\n');
      const key = `  ${group.provision} ${change} ${formatInterval(interval)}\n${why}`;
      reasons.set(key, [...(reasons.get(key) ?? []), group.group]);
    }
  }
  if (reasons.size === 0) return [];
  const said = [...reasons].map(([why, systems]) => `${why}\n    for ${systems.join(', ')}`);
  return [['Why it changes:', ...said].join('\n')];
}

function runOn(runs: readonly BoundRun[], { from }: Interval): BoundRun | undefined {
  return runs.find((run) => contains(run.interval, from));
}
