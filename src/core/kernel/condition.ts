/** A value in a condition. */
export type Value = boolean | number | string;

/** A condition as a tree. Its text form is a strict subset of CEL: `path == "agreed" && (urgent || !closed)`. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'compare';
      readonly operator: '==' | '!=' | '<' | '<=' | '>' | '>=';
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
