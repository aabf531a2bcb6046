import { expect, test } from 'vitest';
import type { DeclaredName } from '../../core/kernel/condition-types.ts';
import { day } from '../../core/kernel/day.ts';
import { readGiven, unusedFault } from './given-values.ts';

const plain = (type: 'bool' | 'int' | 'string' | 'day'): DeclaredName => ({ type: { type }, values: null });
const declared = new Map<string, DeclaredName>([
  ['system_enrolled', plain('bool')],
  ['system_enrolled_day', plain('day')],
  ['licence_held', plain('bool')],
  ['devices', plain('int')],
  ['category', { type: { type: 'string' }, values: ['large', 'small'] }],
]);

test('a day for an event is the day from which it is true, and its day', () => {
  const given = readGiven({ system_enrolled: '2018-08-31' }, declared);
  if ('rejection' in given) throw new Error(given.rejection.sentence);
  expect(given.scope('system_enrolled')).toEqual({
    initial: false,
    changes: [{ from: day('2018-08-31'), value: true }],
  });
  expect(given.scope('system_enrolled_day')?.initial).toEqual({ kind: 'day', day: day('2018-08-31') });
});

test('values take the type of their name, and a name that is not declared that of its value', () => {
  const given = readGiven(
    { devices: '-3', category: 'small', starts: '2018-01-01', many: '[1, 2]', word: 'a b' },
    declared,
  );
  if ('rejection' in given) throw new Error(given.rejection.sentence);
  const value = (name: string) => given.scope(name)?.initial;
  expect([value('devices'), value('category'), value('many'), value('word')]).toEqual([-3, 'small', [1, 2], 'a b']);
  expect(given.declared.get('starts')?.type).toEqual({ type: 'day' });
  expect(given.declared.get('many')?.type).toEqual({ type: 'list', of: 'int' });
  expect(given.scope('nothing')).toBeNull();
});

test('a number and a truth value are taken as they are written', () => {
  const given = readGiven({ devices: -5, licence_held: true }, declared);
  if ('rejection' in given) throw new Error(given.rejection.sentence);
  expect([given.scope('devices')?.initial, given.scope('licence_held')?.initial]).toEqual([-5, true]);
});

test.each([
  [{ devices: 'many' }, '"devices" is given as many, which is a text; expected a number'],
  [{ devices: '' }, '"devices" is given without a value; expected name=value'],
  [{ category: 'huge' }, '"category" is given as huge; expected one of large, small'],
  [{ licence_held: '2018-01-01' }, '"licence_held" is given as 2018-01-01, which is a day; expected true or false'],
  [{ 'two words': '3' }, '"two words" is no name of a condition; expected small letters, digits and "_"'],
])('%j is refused', (given, sentence) => {
  expect(readGiven(given, declared)).toMatchObject({ rejection: { sentence, place: { field: 'given' } } });
});

test('a value of a name that nothing speaks of is refused, with the name that was likely meant', () => {
  expect(unusedFault({ foo: '3', devices: '2' }, declared, [])?.sentence).toBe(
    '"foo" is given, and neither the condition nor the rulebook speaks of it; expected a name that the condition uses.',
  );
  expect(unusedFault({ devises: '3' }, declared, ['devices'])?.sentence).toContain('did you mean "devices"?');
  expect(unusedFault({ foo: '3' }, declared, ['foo'])).toBeNull();
});
