import { expect, test } from 'vitest';
import type { BoundRun, GroupEffect } from '../../core/assurance/effect.ts';
import { day } from '../../core/kernel/day.ts';
import { mergedGroups } from './merged.ts';

const run: BoundRun = {
  interval: { from: day('2018-07-18'), until: null },
  bound: true,
  version: null,
  reading: null,
  awaiting: [],
  reason: 'It binds.',
  citations: [],
};
const retained: GroupEffect = {
  group: 'x',
  title: 'X',
  obligation: 'retain',
  provision: 'G3.27',
  without: [run],
  with: [run],
  difference: [],
  otherwise: [],
  before: [],
  cover: [],
  gapsWith: [],
  gapsWithout: [],
  boundWithoutGuidance: { without: [], with: [] },
};
const secure: GroupEffect = { ...retained, obligation: 'secure', provision: 'G3.26', cover: [run] };

test('duties that run alike are told once, with the cover of the one that has any and the names of those without', () => {
  expect(mergedGroups({ groups: [retained, secure] })).toMatchObject([
    { provisions: ['G3.27', 'G3.26'], uncovered: ['G3.27'], cover: [run] },
  ]);
});

test('duties that are assessable at different times stay apart', () => {
  const bare = { ...retained, boundWithoutGuidance: { without: [{ ...run.interval, awaiting: [] }], with: [] } };
  expect(mergedGroups({ groups: [secure, bare] })).toHaveLength(2);
});
