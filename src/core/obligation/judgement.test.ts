import { expect, test } from 'vitest';
import { duty } from '../../../test/support/duty.ts';
import { day } from '../kernel/day.ts';
import type { Actor } from '../party/actor.ts';
import { type Judgement, type JudgementEvent, judgementsIn, judgingFault, mayReadJudgements } from './judgement.ts';

const judged = (id: string, given: Partial<Judgement> = {}): JudgementEvent => ({
  type: 'judgement-recorded',
  ...{ id, code: 'sec', obligation: 'd', party: 'p', group: null, words: 'best endeavours', verdict: 'met' },
  ...{ asOf: day('2019-01-01'), evidence: ['the report'], reasons: 'seen', by: 'Ann', role: 'assessor' },
  on: day('2019-02-01'),
  ...given,
});
const standing = (events: readonly JudgementEvent[]) =>
  judgementsIn(events).flatMap(({ id, superseded, withdrawn }) => (superseded || withdrawn !== null ? [] : [id]));

test('a later judgement of the same words stands in the place of an earlier one, unless it is about an earlier day', () => {
  expect(standing([judged('1'), judged('2')])).toEqual(['2']);
  expect(standing([judged('1'), judged('2', { words: 'Secure' })])).toEqual(['1', '2']);
  expect(standing([judged('1'), judged('2', { group: 'g' })])).toEqual(['1', '2']);
  expect(standing([judged('1'), judged('2', { asOf: day('2018-12-01') })])).toEqual(['1', '2']);
});

test('a judgement that is taken back gives its place to the one before', () => {
  const taken = {
    type: 'judgement-withdrawn',
    id: '2',
    reasons: 'wrong system',
    by: 'Ann',
    on: day('2019-03-01'),
  } as const;
  const events = [judged('1'), judged('2', { verdict: 'not-met' }), taken];
  expect(standing(events)).toEqual(['1']);
  expect(judgementsIn(events)[1]?.withdrawn).toEqual({ by: 'Ann', reasons: 'wrong system', on: day('2019-03-01') });
});

const party = (id: string): Actor => ({ id: 'x', name: 'X', role: 'party', party: id });

test('a party judges and reads of itself alone; a reader reads nothing', () => {
  const one = duty({ judgementWords: ['best endeavours'] });
  expect(judgingFault(party('p'), one, { party: 'p', words: 'best endeavours' })).toBe(null);
  expect(judgingFault(party('q'), one, { party: 'p', words: 'best endeavours' })?.field).toBe('party');
  expect(mayReadJudgements(party('p'), 'p')).toBe(true);
  expect(mayReadJudgements(party('q'), 'p')).toBe(false);
  expect(mayReadJudgements({ id: 'r', name: 'R', role: 'public' }, 'p')).toBe(false);
  expect(mayReadJudgements({ id: 'a', name: 'A', role: 'assessor' }, 'p')).toBe(true);
  // a member of the Panel who comes from a party stays one of that party here
  expect(mayReadJudgements({ id: 'b', name: 'B', role: 'panel', party: 'q' }, 'p')).toBe(false);
});

test('words that the obligation does not leave to a person are refused', () => {
  expect(
    judgingFault({ id: 'a', name: 'A', role: 'assessor' }, duty({ judgementWords: [] }), {
      party: 'p',
      words: 'at once',
    }),
  ).toEqual({
    field: 'words',
    sentence: '"at once" is no word of "A duty" that a person judges; none of its words is judged.',
  });
});
