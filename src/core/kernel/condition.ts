/** A value in a condition. */
export type Value = boolean | number | string;

/** Comparisons; their operands are of one type, and the result is true or false. */
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A condition as a tree. Its text form is a strict subset of CEL: `path == "agreed" && (urgent || !closed)`. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    };

/** A text that is no condition: where, and what was expected there. */
export interface ConditionFault {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
}

/** What a condition comes to. `unknown` names the facts that are missing and would settle it. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'unknown'; readonly missing: readonly string[] }
  | { readonly kind: 'error'; readonly sentence: string };

/** `line 1, column 9: expected a closing ", found the end of the condition`. */
export function writeConditionFault(fault: ConditionFault): string {
  return `line ${fault.line}, column ${fault.column}: expected ${fault.expected}, found ${fault.found}`;
}

/** Names of the facts that a condition speaks of, each once, in reading order. */
export function namesIn(expression: Expression): string[] {
  return [...new Set(everyName(expression))];
}

function everyName(expression: Expression): string[] {
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'name':
      return [expression.name];
    case 'not':
      return everyName(expression.of);
    case 'and':
    case 'or':
    case 'compare':
      return [...everyName(expression.left), ...everyName(expression.right)];
  }
}
