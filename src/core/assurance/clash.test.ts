import { expect, test } from 'vitest';
import { duty } from '../../../test/support/duty.ts';
import { orderSentences } from '../document/joint-order.ts';
import { day } from '../kernel/day.ts';
import { parseCondition } from '../kernel/parse-condition.ts';
import type { ObligationChange } from '../obligation/obligation-change.ts';
import { clashesOf } from './clash.ts';

const START = day('2018-07-18');
const duties = [
  {
    obligation: duty({ id: 'report', provision: 'R4.1' }),
    words: [{ interval: { from: START, until: null }, version: '1', wording: 'old' }],
  },
];
const parsed = parseCondition('guidance_published');
const condition = parsed.ok ? parsed.expression : null;

function clashes(one: ObligationChange, other: ObligationChange, from: typeof START | null = null) {
  const change = (modification: string, made: ObligationChange) => ({
    modification,
    version: modification,
    from,
    obligations: [made],
  });
  return clashesOf(duties, [change('DP001', one), change('DP002', other)]);
}

const amend = (fields: Extract<ObligationChange, { kind: 'amend' }>['fields']): ObligationChange => ({
  kind: 'amend',
  obligation: 'report',
  fields,
});

test.each([null, START])(
  'a change of an obligation that another repeals is void in either order (days: %j)',
  (from) => {
    const found = clashes(amend({ condition }), { kind: 'repeal', obligation: 'report' }, from);
    const gone = { stands: false, void: [{ modification: 'DP001', what: ['condition'] }] };
    expect(found).toEqual([
      {
        pair: ['DP001', 'DP002'],
        obligation: 'report',
        provision: 'R4.1',
        same: true,
        orders: [
          { first: 'DP001', ...gone },
          { first: 'DP002', ...gone },
        ],
      },
    ]);
    expect(orderSentences({ order: [], clashes: found })).toEqual([
      'DP001 and DP002 both touch R4.1 (report). If DP001 is made first, what it changes (condition) is void from when DP002 is made, and the obligation is gone once both are made. If DP002 is made first, what DP001 changes (condition) is void, and the obligation is gone once both are made.',
      'What stands in the end is the same in whichever order they are made.',
    ]);
  },
);

test('of two that set one field anew the first is void, and what stands depends on the order though no day is known', () => {
  const found = clashes(amend({ standard: 'good practice' }), amend({ standard: 'best endeavours', breach: 'told' }));
  expect(found[0]?.orders.map((one) => one.void)).toEqual([
    [{ modification: 'DP001', what: ['standard'] }],
    [{ modification: 'DP002', what: ['standard'] }],
  ]);
  expect(orderSentences({ order: [], clashes: found }).at(-1)).toBe(
    'What stands in the end depends on which is made first, on R4.1.',
  );
});

test('two that set different fields of one obligation touch it both and both hold', () => {
  const found = clashes(amend({ standard: 'good practice' }), amend({ breach: 'told' }));
  expect(orderSentences({ order: [], clashes: found })[0]).toBe(
    'DP001 and DP002 both touch R4.1 (report). If DP001 is made first, both changes hold. If DP002 is made first, both changes hold.',
  );
});

test('two that touch different obligations do not clash, nor does one that confirms that it stays', () => {
  expect(clashes(amend({ condition }), { kind: 'repeal', obligation: 'other' })).toEqual([]);
  expect(clashes(amend({ condition }), { kind: 'confirm', obligation: 'report', reasons: 'it stays' })).toEqual([]);
  expect(orderSentences({ order: [], clashes: [] })).toEqual([
    'They come to the same in whichever order they are made.',
  ]);
});
