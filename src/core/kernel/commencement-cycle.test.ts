// biome-ignore-all lint/suspicious/noThenProperty: a decision's `then` is data, and no one awaits it
import { describe, expect, test } from 'vitest';
import type { Commencement } from './commencement.ts';
import { eventsOf, findCommencementCycle } from './commencement-cycle.ts';
import { day } from './day.ts';

const on = (text: string): Commencement => ({ kind: 'on', day: day(text) });
const enrolment: Commencement = { kind: 'event', event: 'first-smets1-enrolment' };
const implementation: Commencement = {
  kind: 'decision',
  decision: 'decision-to-approve',
  by: day('2018-10-24'),
  then: on('2018-11-08'),
  otherwise: null,
};

describe('circles', () => {
  const event = (name: string): Commencement => ({ kind: 'event', event: name });

  test('are found wherever they hide, and named in order', () => {
    const definitions = new Map<string, Commencement>([
      ['start', { kind: 'later-of', of: [on('2018-11-08'), event('a')] }],
      ['a', { kind: 'offset', base: event('b'), days: 1 }],
      ['b', { kind: 'decision', decision: 'c', by: day('2018-10-24'), then: { kind: 'never' }, otherwise: event('a') }],
    ]);
    expect(findCommencementCycle(definitions)).toEqual(['a', 'b', 'a']);
    expect(findCommencementCycle(new Map([['a', event('a')]]))).toEqual(['a', 'a']);
    const byDecision: Commencement = { ...implementation, kind: 'decision', decision: 'x' };
    expect(findCommencementCycle(new Map([['x', byDecision]]))).toEqual(['x', 'x']);
  });

  test('are not seen where two only wait for the same', () => {
    const definitions = new Map<string, Commencement>([
      ['a', { kind: 'earlier-of', of: [event('b'), event('c')] }],
      ['b', event('d')],
      ['c', event('d')],
      ['d', event('outside')],
    ]);
    expect(findCommencementCycle(definitions)).toBeNull();
    expect(eventsOf({ kind: 'later-of', of: [implementation, enrolment, enrolment] })).toEqual([
      'decision-to-approve',
      'first-smets1-enrolment',
    ]);
  });
});
