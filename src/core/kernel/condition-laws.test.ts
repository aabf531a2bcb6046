import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedCalendar } from '../../../test/support/calendars.ts';
import { anyExpression, TYPED_NAMES, typedCondition } from '../../../test/support/expressions.ts';
import { checkCondition } from './check-condition.ts';
import { compileCondition } from './compile-condition.ts';
import { type Expression, namesIn, type Outcome, type Scalar, type Value } from './condition.ts';
import { type ConditionSettings, PLAIN_SETTINGS } from './condition-functions.ts';
import { conditionSteps } from './condition-steps.ts';
import type { DeclaredName } from './condition-types.ts';
import { addDays, type Day, day } from './day.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { type Explanation, explainCondition } from './explain-condition.ts';
import { always, type Steps, steps, valueOn } from './steps.ts';

const START = day('2018-07-01');
const SPAN = 60;
const settings: ConditionSettings = {
  ...PLAIN_SETTINGS,
  calendar: shippedCalendar('england-and-wales'),
  mostSteps: 1000,
};

const days = fc.integer({ min: 0, max: SPAN }).map((offset) => addDays(START, offset));
const dayValues = fc.oneof(
  { weight: 5, arbitrary: days.map((one): Scalar => ({ kind: 'day', day: one })) },
  fc.constant<Scalar>({ kind: 'day', day: Infinity as Day }),
  { weight: 2, arbitrary: days.map((one): Scalar => ({ kind: 'day', day: one, orLater: true })) },
);
const VALUES: Readonly<Record<keyof typeof TYPED_NAMES, fc.Arbitrary<Scalar>>> = {
  bool: fc.boolean(),
  int: fc.integer({ min: -9, max: 9 }),
  string: fc.constantFrom('', 'a', 'ab', 'b'),
  day: dayValues,
};
const TYPES = Object.entries(TYPED_NAMES) as [keyof typeof TYPED_NAMES, readonly string[]][];
const declared = new Map<string, DeclaredName>(
  TYPES.flatMap(([type, names]) => names.map((name) => [name, { type: { type }, values: null }] as const)),
);

const anyValue = fc.oneof(
  ...Object.values(VALUES),
  fc.integer({ min: -9, max: 9 }).map((count): Scalar => ({ kind: 'duration', days: count })),
);
const anyKnown = fc.dictionary(fc.constantFrom('path', 'urgent', 'a', '_b2', 'item'), anyValue);
const typedKnown = fc.record(
  Object.fromEntries(TYPES.flatMap(([type, names]) => names.map((name) => [name, fc.option(VALUES[type])] as const))),
);
const typedScope = fc.record(
  Object.fromEntries(
    TYPES.flatMap(([type, names]) =>
      names.map((name) => [name, stepsOf(fc.option(VALUES[type], { freq: 6 }))] as const),
    ),
  ),
);

function stepsOf(value: fc.Arbitrary<Value | null>): fc.Arbitrary<Steps<Value | null>> {
  return fc
    .record({ initial: value, changes: fc.array(fc.record({ from: days, value }), { maxLength: 3 }) })
    .map(({ initial, changes }) => steps(initial, changes));
}

describe('a condition over days', () => {
  test('comes, on every day, to what it comes to when asked on that day', () => {
    fc.assert(
      fc.property(typedCondition, typedScope, (condition, scope) => {
        const lifted = conditionSteps(condition, (name) => scope[name] ?? always(null), settings);
        for (let on = addDays(START, -SPAN); on < addDays(START, 2 * SPAN); on = addDays(on, 1)) {
          expect(valueOn(lifted, on)).toEqual(asked(condition, scope, on));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('does so when its types are wrong and when the day asked about stands where it may not', () => {
    fc.assert(
      fc.property(anyExpression, stepsOf(fc.option(anyValue)), (condition, one) => {
        const scope = Object.fromEntries(namesIn(condition).map((name) => [name, one]));
        const lifted = conditionSteps(condition, (name) => scope[name] ?? always(null), settings);
        for (let on = addDays(START, -2); on < addDays(START, SPAN + 2); on = addDays(on, 7)) {
          expect(valueOn(lifted, on)).toEqual(asked(condition, scope, on));
        }
      }),
      { numRuns: 100 },
    );
  });

  function asked(condition: Expression, scope: Readonly<Record<string, Steps<Value | null>>>, on: Day): Outcome {
    const facts = (name: string): Value | undefined => {
      if (name === 'on') return { kind: 'day', day: on };
      const known = scope[name];
      return known === undefined ? undefined : (valueOn(known, on) ?? undefined);
    };
    return evaluateCondition(condition, facts, settings);
  }
});

test('what is settled by the first day that a day can be holds of every day that it can be', () => {
  fc.assert(
    fc.property(
      typedCondition,
      typedKnown,
      days,
      fc.array(dayValues, { minLength: 4, maxLength: 4 }),
      (condition, known, on, later) => {
        const asked = (of: Readonly<Record<string, Value | null>>) =>
          evaluateCondition(condition, factsOf({ ...of, on: { kind: 'day', day: on } }), settings);
        const outcome = asked(known);
        if (outcome.kind !== 'value') return;
        const settled = Object.entries(known).map(
          ([name, value], index) => [name, settledAs(value, later[index % 4])] as const,
        );
        const then = asked(Object.fromEntries(settled));
        // What is computed of a day that turns out to be far off may lie outside what can be counted.
        if (then.kind === 'value') expect(then).toEqual(outcome);
        else expect(then.kind).toBe('error');
      },
    ),
    { numRuns: 400 },
  );
});

/** A day that is known only to be no earlier than another, as it may turn out to be. */
function settledAs(value: Value | null, later: Scalar | undefined): Value | null {
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'day') return value;
  if (value.orLater !== true || typeof later !== 'object' || later.kind !== 'day') return value;
  return { kind: 'day', day: Math.max(value.day, later.day) as Day };
}

test('a compiled condition comes to what it is explained to come to', () => {
  fc.assert(
    fc.property(fc.oneof(anyExpression, typedCondition), fc.oneof(anyKnown, typedKnown), (condition, known) => {
      const facts = factsOf(known);
      const { names, evaluate } = compileCondition(condition, settings);
      expect(evaluate(names.map((name) => facts(name) ?? null))).toEqual(evaluateCondition(condition, facts, settings));
    }),
    { numRuns: 300 },
  );
});

describe('an explanation', () => {
  test('comes to the same from its parts alone, and knows no other facts for a value', () => {
    fc.assert(
      fc.property(fc.oneof(typedCondition, anyExpression), fc.oneof(typedKnown, anyKnown), (condition, known) => {
        const facts = factsOf(known);
        const explanation = explainCondition(condition, facts, settings);
        expectToFollow(explanation);
        if (explanation.outcome.kind !== 'value') return;
        const told = new Set(namesTold(explanation));
        const again = explainCondition(condition, (name) => (told.has(name) ? facts(name) : undefined), settings);
        expect(again.outcome).toEqual(explanation.outcome);
      }),
      { numRuns: 300 },
    );
  });

  /** Each part follows from the outcomes of the parts below it and from nothing else. */
  function expectToFollow({ expression, outcome, because }: Explanation): void {
    because.forEach(expectToFollow);
    const below = because.map((one) => one.outcome);
    const values = below.map((one) => (one.kind === 'value' ? one.value : null));
    if (outcome.kind === 'unknown' && expression.kind !== 'name') {
      const missing = below.flatMap((one) => (one.kind === 'unknown' ? one.missing : []));
      expect(new Set(outcome.missing)).toEqual(new Set(missing));
    }
    if (outcome.kind !== 'value') return;
    switch (expression.kind) {
      case 'and':
      case 'exists':
      case 'or':
      case 'all': {
        const asked = expression.kind === 'exists' || expression.kind === 'all' ? values.slice(1) : values;
        const isAll = expression.kind === 'and' || expression.kind === 'all';
        expect(isAll ? asked.every((one) => one === true) : asked.some((one) => one === true)).toBe(outcome.value);
        return;
      }
      case 'not':
        expect(values).toEqual([!outcome.value]);
        return;
      case 'choose':
        expect(values.at(-1)).toEqual(outcome.value);
        return;
      case 'compare':
        expect(because.map((one) => one.expression)).toEqual([expression.left, expression.right]);
        return;
      default:
        return;
    }
  }

  function namesTold({ expression, because }: Explanation): string[] {
    return [...(expression.kind === 'name' ? [expression.name] : []), ...because.flatMap(namesTold)];
  }
});

describe('the type checker', () => {
  test('passes conditions of right types', () => {
    fc.assert(
      fc.property(typedCondition, (condition) => {
        expect(checkCondition(condition, declared)).toBeNull();
      }),
    );
  });

  test('what it passes never fails for its types', () => {
    const known = typedKnown.map((given) => ({ ...given, on: { kind: 'day', day: START } as const }));
    fc.assert(
      fc.property(fc.oneof(typedCondition, anyExpression), known, (condition, given) => {
        if (checkCondition(condition, declared) !== null) return;
        const outcome = evaluateCondition(condition, factsOf(given), settings);
        const sentence = outcome.kind === 'error' ? outcome.sentence : '';
        expect(sentence).not.toMatch(/expected$|different types|does not join|stands where|no function|lists cannot/);
        if (outcome.kind === 'value') expect(typeof outcome.value).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});

function factsOf(known: Readonly<Record<string, Value | null>>): (name: string) => Value | undefined {
  return (name) => (Object.hasOwn(known, name) ? (known[name] ?? undefined) : undefined);
}
