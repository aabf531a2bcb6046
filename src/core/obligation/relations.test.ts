import { expect, test } from 'vitest';
import { EXAMPLE } from '../../../test/support/code.ts';
import { duty } from '../../../test/support/duty.ts';
import { day } from '../kernel/day.ts';
import { placesOf } from './bound-provision.ts';
import type { Relation } from './obligation.ts';
import { relationsOf } from './relations.ts';

const history = { base: EXAMPLE, baseLabel: '1', baseFrom: day('2018-01-01'), versions: [] };
const placeOf = (instrument: string, provision: string) =>
  instrument === 'sec' ? (placesOf('sec', history, [provision], day('2018-06-01')).get(provision) ?? null) : null;

const lock = duty({ id: 'lock', provision: 'G1' });
const list = (kind: Relation['kind'], provision: string) =>
  duty({ id: 'list', provision: 'G3', relations: [{ kind, instrument: 'sec', provision }] });

test.each([
  ['subject-to', 'yields to', 'prevails over'],
  ['notwithstanding', 'prevails over', 'yields to'],
  ['without-prejudice-to', 'leaves as it is', 'is left as it is by'],
  ['in-accordance-with', 'is done as said in', 'says how is done'],
] as const)('a duty that is %s another is shown from both sides', (kind, ours, theirs) => {
  const all = [lock, list(kind, 'G1')];
  const [own] = relationsOf(all[1] as typeof lock, all, placeOf);
  const [other] = relationsOf(lock, all, placeOf);
  expect(own).toMatchObject({ own: true, effect: ours, provision: 'G1', obligations: ['lock'] });
  expect(other).toMatchObject({ own: false, effect: theirs, provision: 'G3', obligations: ['list'] });
});

test('a relation to a section reaches every duty below it, and one to a limb what is bound to the whole', () => {
  const whole = duty({ id: 'whole', provision: 'G2' });
  const all = [lock, whole, list('subject-to', 'G')];
  expect(relationsOf(all[2] as typeof lock, all, placeOf)[0]?.obligations).toEqual(['lock', 'whole']);
  const limb = [whole, list('subject-to', 'G2(a)')];
  expect(relationsOf(whole, limb, placeOf)[0]).toMatchObject({ own: false, obligations: ['list'] });
});

test('a relation to a provision that no text has is told without a place', () => {
  expect(relationsOf(list('subject-to', 'G9'), [lock], placeOf)[0]).toMatchObject({ place: null, obligations: [] });
});
