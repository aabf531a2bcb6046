import { expect, test } from 'vitest';
import { provision } from '../../../test/support/code.ts';
import type { CodeHistory } from '../code/version.ts';
import { day } from '../kernel/day.ts';
import { quoting } from './quoted-words.ts';

const long = 'Each Supplier shall keep the systems safe. '.repeat(20);
const history: CodeHistory = {
  base: {
    ...{ code: 'example', title: 'Example Code' },
    provisions: [
      provision('g', {
        ...{ kind: 'section', number: 'G' },
        children: [
          provision('g1', {
            ...{ kind: 'clause', number: 'G1', text: 'Each Supplier shall:' },
            children: [provision('g1-a', { kind: 'sub-paragraph', number: '(a)', text: 'tell the Panel.' })],
          }),
          provision('g2', { kind: 'clause', number: 'G2', text: long }),
        ],
      }),
    ],
  },
  ...{ baseLabel: '1.0', baseFrom: day('2018-07-18'), versions: [] },
};

test('the words that are in force are quoted, whole ones and no more than their beginning', () => {
  const quoted = quoting(new Map([['example', history]]), null);
  const of = (reference: string, on: string) => quoted({ instrument: 'example', provision: reference }, day(on));
  expect(of('G1', '2018-07-18')).toBe('Each Supplier shall: tell the Panel.');
  expect(of('G2', '2018-07-18')).toMatch(/^Each Supplier shall .*(?:systems|safe\.|shall|keep|the|Each|Supplier) …$/);
  expect(of('G2', '2018-07-18')?.length).toBeLessThan(250);
  expect(of('G1', '2018-07-17')).toBeNull();
  expect(of('G9', '2018-07-18')).toBeNull();
  expect(quoted({ instrument: 'other', provision: 'G1' }, day('2018-07-18'))).toBeNull();
});
