import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, formatDay } from './day.ts';
import { always, lift, mapSteps, runs, type Steps, sameValue, steps, valueOn } from './steps.ts';

const changes = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: 30 }).map((value) => value as Day),
    value: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 12 },
);
const functions = fc.tuple(fc.integer({ min: 0, max: 3 }), changes).map(([initial, all]) => steps(initial, all));
const everyDay = Array.from({ length: 34 }, (_, at) => (at - 2) as Day);

test('steps take, on each day, the last change given for the latest day that has begun', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), changes, (initial, all) => {
      for (const on of everyDay) {
        const begun = all.filter((change) => change.from <= on).map((change) => change.from);
        const last = all.filter((change) => change.from === Math.max(...begun)).at(-1);
        expect(valueOn(steps(initial, all), on)).toBe(begun.length === 0 ? initial : last?.value);
      }
    }),
  );
});

test('steps that are the same function are the same data', () => {
  fc.assert(
    fc.property(functions, functions, (a, b) => {
      const same = everyDay.every((on) => valueOn(a, on) === valueOn(b, on));
      expect(sameValue(a, b)).toBe(same);
      expectCanonical(a);
    }),
  );
});

test('lifting a function is applying it on each day, and the result is canonical', () => {
  fc.assert(
    fc.property(fc.array(functions, { maxLength: 4 }), (all) => {
      const combine = (values: number[]) => values.reduce((sum, value) => sum + value, 0) % 2;
      const lifted = lift(all, combine);
      for (const on of everyDay) expect(valueOn(lifted, on)).toBe(combine(all.map((one) => valueOn(one, on))));
      expectCanonical(lifted);
    }),
  );
});

test('mapping by itself changes nothing, and what never changes stays so', () => {
  fc.assert(
    fc.property(functions, (of) => {
      expect(mapSteps(of, (value) => value)).toEqual(of);
    }),
  );
  expect(mapSteps(always(2), (value) => value + 1)).toEqual(always(3));
});

test('runs cover their window without gap or overlap, each with one value unlike the next', () => {
  const windows = fc.tuple(fc.integer({ min: -1, max: 20 }), fc.option(fc.integer({ min: 1, max: 10 })));
  fc.assert(
    fc.property(functions, windows, (of, [from, length]) => {
      const within = { from: from as Day, until: length === null ? null : ((from + length) as Day) };
      const all = runs(of, within);
      expect(all.at(0)?.interval.from).toBe(within.from);
      expect(all.at(-1)?.interval.until).toBe(within.until);
      all.forEach(({ interval, value }, index) => {
        expect(value).toBe(valueOn(of, interval.from));
        const next = all[index + 1];
        if (next === undefined) return;
        expect(interval.until).toBe(next.interval.from);
        expect(next.interval.from).toBeGreaterThan(interval.from);
        expect(next.value).not.toEqual(value);
      });
    }),
  );
});

test('values are compared by what they hold', () => {
  expect(sameValue({ a: [1] }, { a: [1] })).toBe(true);
  expect(sameValue(null, {})).toBe(false);
  const first = { from: 0 as Day, value: { bound: true } };
  const again = { from: 1 as Day, value: { bound: true } };
  expect(steps({ bound: false }, [first, again]).changes).toEqual([first]);
});

function expectCanonical<T>({ initial, changes: all }: Steps<T>): void {
  all.forEach((change, index) => {
    const before = all[index - 1];
    expect(change.value, formatDay(change.from)).not.toEqual(before === undefined ? initial : before.value);
    if (before !== undefined) expect(change.from).toBeGreaterThan(before.from);
  });
}
