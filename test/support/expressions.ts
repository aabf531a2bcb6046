import fc from 'fast-check';
import type { Citation } from '../../src/core/kernel/citation.ts';
import type { Arithmetic, Comparison, Expression } from '../../src/core/kernel/condition.ts';
import { MONTH_ROUNDINGS } from '../../src/core/kernel/months.ts';

const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='] as const satisfies readonly Comparison[];
const ARITHMETIC = ['+', '-', '*', '/', '%'] as const satisfies readonly Arithmetic[];

const name = (one: string): Expression => ({ kind: 'name', name: one });
const literal = (value: boolean | number | string): Expression => ({ kind: 'literal', value });
const call = (called: string, ...of: readonly Expression[]): Expression => ({ kind: 'call', function: called, of });

const text = fc.string({ unit: 'binary', maxLength: 4 });
const citations: fc.Arbitrary<Citation> = fc
  .record({
    source: fc.string({ minLength: 1, maxLength: 4 }),
    clause: fc.option(fc.string({ minLength: 1, maxLength: 4 })),
    certainty: fc.constantFrom('stated' as const, 'public' as const, 'illustrative' as const),
    note: fc.option(fc.string({ maxLength: 4 })),
  })
  .map(({ note, ...citation }) => (note === null ? citation : { ...citation, note }));

const ANY_NAMES = ['path', 'urgent', 'a', '_b2', 'on', 'item'];

/** Trees of every kind of part, most of them of no type: what can be written and read. */
export const anyExpression: fc.Arbitrary<Expression> = shapes(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ANY_NAMES).map(name) },
    {
      weight: 2,
      arbitrary: fc.oneof(fc.boolean(), fc.integer({ min: -3, max: 3 }), fc.maxSafeInteger(), text).map(literal),
    },
  ),
  fc.option(citations, { freq: 8 }),
);

/** The same over names alone and without citations, so that every pair of parentheses is the printer's. */
export const plainExpression: fc.Arbitrary<Expression> = shapes(
  fc.constantFrom('path', 'urgent', 'a').map(name),
  fc.constant(null),
);

function shapes(leaf: fc.Arbitrary<Expression>, citation: fc.Arbitrary<Citation | null>): fc.Arbitrary<Expression> {
  return fc.letrec<{ any: Expression }>((tie) => {
    const any = tie('any');
    const few = fc.array(any, { maxLength: 3 });
    const bare: fc.Arbitrary<Expression> = fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      leaf,
      any.map((of): Expression => ({ kind: 'not', of })),
      any.map((of): Expression => ({ kind: 'negate', of })),
      fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: any, right: any }),
      fc.record({ kind: fc.constant('in' as const), left: any, right: any }),
      fc.record({
        kind: fc.constant('compare' as const),
        operator: fc.constantFrom(...COMPARISONS),
        left: any,
        right: any,
      }),
      fc.record({
        kind: fc.constant('arithmetic' as const),
        operator: fc.constantFrom(...ARITHMETIC),
        left: any,
        right: any,
      }),
      fc.record({ kind: fc.constant('choose' as const), when: any, take: any, otherwise: any }),
      few.map((items): Expression => ({ kind: 'list', items })),
      fc.tuple(fc.constantFrom('day', 'days', 'size'), any).map(([called, of]) => call(called, of)),
      fc
        .tuple(fc.constantFrom('startsWith', 'endsWith', 'contains', 'workingDays'), any, any)
        .map(([called, a, b]) => call(called, a, b)),
      fc.tuple(any, any, any).map(([a, b, c]) => call('months', a, b, c)),
      fc.record({
        kind: fc.constantFrom('exists' as const, 'all' as const),
        list: any,
        item: fc.constantFrom('item', 'a'),
        where: any,
      }),
    );
    return {
      any: fc
        .tuple(bare, citation)
        .map(([of, cited]) => (cited === null ? of : ({ ...of, citation: cited } as Expression))),
    };
  }).any;
}

/** Names of the typed trees, by type; `e_day` and `f_day` are days. */
export const TYPED_NAMES = {
  bool: ['p', 'q'],
  int: ['n', 'm'],
  string: ['s', 't'],
  day: ['e_day', 'f_day'],
} as const;

/** Trees that come to true or false over {@link TYPED_NAMES} and `on`. */
export const typedCondition: fc.Arbitrary<Expression> = fc.letrec<{
  bool: Expression;
  int: Expression;
  string: Expression;
  day: Expression;
  duration: Expression;
}>((tie) => {
  const [bool, int, string, day, duration] = [tie('bool'), tie('int'), tie('string'), tie('day'), tie('duration')];
  const operator = fc.constantFrom(...COMPARISONS);
  const names = (type: keyof typeof TYPED_NAMES) => fc.constantFrom(...TYPED_NAMES[type]).map(name);
  const compare = (left: fc.Arbitrary<Expression>, right: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
    fc.record({ kind: fc.constant('compare' as const), operator, left, right });
  const on = fc.constant(name('on'));
  const choose = (of: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
    fc.record({ kind: fc.constant('choose' as const), when: bool, take: of, otherwise: of });
  const sum = (
    marks: readonly Arithmetic[],
    left: fc.Arbitrary<Expression>,
    right: fc.Arbitrary<Expression>,
  ): fc.Arbitrary<Expression> =>
    fc.record({ kind: fc.constant('arithmetic' as const), operator: fc.constantFrom(...marks), left, right });
  const list = (of: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
    fc.array(of, { maxLength: 3 }).map((items): Expression => ({ kind: 'list', items }));
  const quantified = (
    of: fc.Arbitrary<Expression>,
    where: (item: fc.Arbitrary<Expression>) => fc.Arbitrary<Expression>,
  ) =>
    fc.record({
      kind: fc.constantFrom('exists' as const, 'all' as const),
      list: fc.array(of, { minLength: 1, maxLength: 3 }).map((items): Expression => ({ kind: 'list', items })),
      item: fc.constant('item'),
      where: where(fc.constant(name('item'))),
    });
  const join = (left: fc.Arbitrary<Expression>, right: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left, right });
  const shallow = { maxDepth: 4, depthSize: 'small' } as const;
  return {
    bool: fc.oneof(
      shallow,
      { weight: 2, arbitrary: names('bool') },
      { weight: 2, arbitrary: compare(on, day) },
      { weight: 2, arbitrary: compare(day, on) },
      fc.boolean().map(literal),
      bool.map((of): Expression => ({ kind: 'not', of })),
      { weight: 3, arbitrary: join(bool, bool) },
      compare(int, int),
      compare(string, string),
      compare(day, day),
      compare(duration, duration),
      choose(bool),
      fc.record({ kind: fc.constant('in' as const), left: string, right: list(string) }),
      fc
        .tuple(fc.constantFrom('startsWith', 'endsWith', 'contains'), string, string)
        .map(([called, a, b]) => call(called, a, b)),
      quantified(day, (item) => join(compare(on, item), bool)),
      quantified(int, (item) => compare(item, int)),
    ),
    int: fc.oneof(
      shallow,
      { weight: 2, arbitrary: names('int') },
      fc.integer({ min: -9, max: 9 }).map(literal),
      int.map((of): Expression => ({ kind: 'negate', of })),
      sum(ARITHMETIC, int, int),
      choose(int),
      string.map((of) => call('size', of)),
    ),
    string: fc.oneof(
      shallow,
      { weight: 2, arbitrary: names('string') },
      fc.constantFrom('', 'a', 'ab', 'b').map(literal),
      sum(['+'], string, string),
      choose(string),
    ),
    day: fc.oneof(
      shallow,
      { weight: 3, arbitrary: names('day') },
      fc.constantFrom('2018-07-05', '2018-07-31', '2018-08-20').map((one) => call('day', literal(one))),
      sum(['+', '-'], day, duration),
      choose(day),
      fc
        .tuple(day, fc.integer({ min: -2, max: 2 }), fc.constantFrom(...MONTH_ROUNDINGS))
        .map(([of, count, rounding]) => call('months', of, literal(count), literal(rounding))),
      fc.tuple(day, fc.integer({ min: -9, max: 9 })).map(([of, count]) => call('workingDays', of, literal(count))),
    ),
    duration: fc.oneof(
      shallow,
      fc.integer({ min: -20, max: 20 }).map((count) => call('days', literal(count))),
      sum(['-'], day, day),
      sum(['+', '-'], duration, duration),
      int.map((of) => call('days', of)),
    ),
  };
}).bool;
