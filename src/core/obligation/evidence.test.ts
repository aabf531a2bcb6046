import { expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import type { DueDay } from './due-days.ts';
import { type EvidenceEvent, evidenceIn, mayReadEvidence, mayWithdrawEvidence, slotsOf } from './evidence.ts';

const due = (of: string, on: string): DueDay => ({
  of: day(of),
  on: day(on),
  standing: 'due',
  reason: '',
  awaiting: [],
  facts: [],
});

test('a slot is empty, then overdue once its day has passed, or filled, in time or late', () => {
  const days = [due('2018-03-31', '2018-04-16'), due('2018-09-30', '2018-10-12'), due('2019-03-31', '2019-04-12')];
  const evidence = [
    { id: 'a', of: day('2018-03-31'), on: day('2018-04-16') },
    { id: 'b', of: day('2018-09-30'), on: day('2018-10-15') },
    { id: 'c', of: day('2018-09-30'), on: day('2018-10-20') },
  ];
  const slots = (today: string) => slotsOf(true, days, evidence, day(today)).map(({ standing }) => standing);
  expect(slots('2019-04-12')).toEqual(['filled', 'late', 'empty']);
  expect(slots('2019-04-13')).toEqual(['filled', 'late', 'overdue']);
  expect(slotsOf(true, days, evidence, day('2019-01-01'))[1]?.evidence).toEqual(['b', 'c']);
});

test('what is handed in before its period ends fills no place but is early, and what follows the end fills it', () => {
  const days = [due('2018-09-30', '2018-10-12')];
  const early = { id: 'a', of: day('2018-09-30'), on: day('2018-09-29') };
  const whole = { id: 'b', of: day('2018-09-30'), on: day('2018-09-30') };
  const standing = (evidence: readonly (typeof early)[], today: string) =>
    slotsOf(true, days, evidence, day(today)).map((slot) => [slot.standing, slot.evidence]);
  expect(standing([early], '2018-10-12')).toEqual([['early', ['a']]]);
  expect(standing([early], '2018-10-13')).toEqual([['overdue', ['a']]]);
  expect(standing([early, whole], '2018-10-13')).toEqual([['filled', ['a', 'b']]]);
});

test('a period that is no longer due asks for no evidence', () => {
  const ended: DueDay = { ...due('2018-09-30', '2018-10-12'), on: null, standing: 'ended' };
  expect(slotsOf(true, [ended], [], day('2019-01-01'))).toEqual([]);
});

test('a duty that is there all the time has one slot, which no day makes late', () => {
  expect(slotsOf(false, [], [], day('2030-01-01'))).toMatchObject([{ of: null, standing: 'empty' }]);
  const evidence = [{ id: 'a', of: null, on: day('2018-04-16') }];
  expect(slotsOf(false, [], evidence, day('2030-01-01'))).toMatchObject([{ standing: 'filled', evidence: ['a'] }]);
});

test('evidence is for its party, its assessor and the Code Administrator, and for no other Party nor the public', () => {
  const readers = [
    { role: 'party', party: 'pebblewick' },
    { role: 'party', party: 'cinderpath' },
    { role: 'change-board', party: 'cinderpath' },
    { role: 'assessor' },
    { role: 'code-administrator' },
    { role: 'public' },
  ] as const;
  expect(readers.map((one) => mayReadEvidence(one, 'pebblewick'))).toEqual([true, false, false, true, true, false]);
});

const recorded = (id: string): EvidenceEvent => ({
  ...{ type: 'evidence-recorded', id, code: 'sec', obligation: 'd', party: 'pebblewick', subject: 'pebblewick' },
  ...{ of: null, shows: day('2018-10-01'), content: { id: `c-${id}`, digest: '0f' }, file: null },
  ...{ by: 'Ann Ferro', role: 'party', on: day('2018-10-02') },
});

test('withdrawn evidence stays, with who withdrew it and when, and the rest is untouched', () => {
  const reasons = { id: 'r', digest: '1f' };
  const withdrawal = { type: 'evidence-withdrawn', id: 'a', reasons, by: 'Bo Lind', on: day('2018-10-05') } as const;
  const kept = evidenceIn([recorded('a'), recorded('b'), withdrawal]);
  expect(kept.map(({ id, withdrawn }) => [id, withdrawn])).toEqual([
    ['a', { reasons, by: 'Bo Lind', on: day('2018-10-05') }],
    ['b', null],
  ]);
});

test('a Party withdraws what its own people recorded of it, and the Code Administrator anything', () => {
  const own = { party: 'pebblewick', role: 'party' } as const;
  const administrators = { party: 'pebblewick', role: 'code-administrator' } as const;
  const party = { role: 'party', party: 'pebblewick' } as const;
  expect([own, administrators].map((one) => mayWithdrawEvidence(party, one))).toEqual([true, false]);
  expect(mayWithdrawEvidence({ role: 'party', party: 'cinderpath' }, own)).toBe(false);
  expect(mayWithdrawEvidence({ role: 'assessor' }, own)).toBe(false);
  expect([own, administrators].map((one) => mayWithdrawEvidence({ role: 'code-administrator' }, one))).toEqual([
    true,
    true,
  ]);
});
