import type { Citation } from './citation.ts';
import type { Day } from './day.ts';

/** A day as a value; infinite for the day of an event that never happens. */
export interface DayValue {
  readonly kind: 'day';
  readonly day: Day;
  /** Of a name alone: no more is known than that it is this day or a later one, or never. Comparisons with earlier days are settled by that. */
  readonly orLater?: true;
}

/** A number of days as a value. */
export interface Duration {
  readonly kind: 'duration';
  readonly days: number;
}

/** A value that is no list. */
export type Scalar = boolean | number | string | DayValue | Duration;

/** A value in a condition. Lists hold values of one type and no lists. */
export type Value = Scalar | readonly Scalar[];

/** Comparisons; their operands are of one type, and the result is true or false. */
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** Arithmetic over whole numbers, texts (`+`), days and durations. */
export type Arithmetic = '+' | '-' | '*' | '/' | '%';

/** A condition as a tree. Its text form is a strict subset of CEL: `path == "agreed" && (urgent || !closed)`. */
export type Expression = Node & { readonly citation?: Citation };

type Node =
  | { readonly kind: 'literal'; readonly value: boolean | number | string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'in'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'choose';
      readonly when: Expression;
      readonly take: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  /** A function of the language; of a method (`name.startsWith("A")`) the first argument is what it is asked of. */
  | { readonly kind: 'call'; readonly function: string; readonly of: readonly Expression[] }
  /** Whether `where` holds of some or of all items of a list, each under the name `item`. */
  | {
      readonly kind: 'exists' | 'all';
      readonly list: Expression;
      readonly item: string;
      readonly where: Expression;
    };

/** The name under which a condition speaks of the day that is asked about. */
export const ON = 'on';

/** A text that is no condition, or none over the names given: where, and what was expected there. */
export interface ConditionFault {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
  /** What was probably meant. */
  readonly meant?: string;
}

/** What a condition comes to. `unknown` names the facts that are missing and would settle it. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'unknown'; readonly missing: readonly string[] }
  | { readonly kind: 'error'; readonly sentence: string };

/** `line 1, column 9: expected a closing ", found the end of the condition`. */
export function writeConditionFault(fault: ConditionFault): string {
  const meant = fault.meant === undefined ? '' : `; did you mean ${fault.meant}?`;
  return `line ${fault.line}, column ${fault.column}: expected ${fault.expected}, found ${fault.found}${meant}`;
}

/** A sentence that ends with a full stop, unless it ends with a question. */
export function stopped(sentence: string): string {
  return sentence.endsWith('?') ? sentence : `${sentence}.`;
}

/** The parts of which an expression is directly made, in reading order. */
export function partsOfExpression(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'not':
    case 'negate':
      return [expression.of];
    case 'and':
    case 'or':
    case 'in':
    case 'compare':
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'choose':
      return [expression.when, expression.take, expression.otherwise];
    case 'list':
      return expression.items;
    case 'call':
      return expression.of;
    case 'exists':
    case 'all':
      return [expression.list, expression.where];
  }
}

/** Names of the facts that a condition speaks of, each once, in reading order; `on` is among them, names of items are not. */
export function namesIn(expression: Expression): string[] {
  const names = new Set<string>();
  collectNames(expression, [], names);
  return [...names];
}

function collectNames(expression: Expression, items: readonly string[], into: Set<string>): void {
  if (expression.kind === 'name') {
    if (!items.includes(expression.name)) into.add(expression.name);
    return;
  }
  if (expression.kind === 'exists' || expression.kind === 'all') {
    collectNames(expression.list, items, into);
    collectNames(expression.where, [...items, expression.item], into);
    return;
  }
  for (const part of partsOfExpression(expression)) collectNames(part, items, into);
}

/** The same condition with every name of a fact (not of an item) replaced by what `replace` gives for it. */
export function replaceNames(
  expression: Expression,
  replace: (name: Expression & { readonly kind: 'name' }) => Expression,
): Expression {
  const within = (part: Expression) => replaceNames(part, replace);
  switch (expression.kind) {
    case 'literal':
      return expression;
    case 'name':
      return replace(expression);
    case 'not':
    case 'negate':
      return { ...expression, of: within(expression.of) };
    case 'and':
    case 'or':
    case 'in':
    case 'compare':
    case 'arithmetic':
      return { ...expression, left: within(expression.left), right: within(expression.right) };
    case 'choose': {
      const { when, take, otherwise } = expression;
      return { ...expression, when: within(when), take: within(take), otherwise: within(otherwise) };
    }
    case 'list':
      return { ...expression, items: expression.items.map(within) };
    case 'call':
      return { ...expression, of: expression.of.map(within) };
    case 'exists':
    case 'all': {
      const { item, list, where } = expression;
      const ofItem = (name: Expression & { readonly kind: 'name' }) => (name.name === item ? name : replace(name));
      return { ...expression, list: within(list), where: replaceNames(where, ofItem) };
    }
  }
}
