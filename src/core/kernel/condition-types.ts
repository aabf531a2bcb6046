import type { TypeName } from './condition-values.ts';

/** The type of an expression; of a list also that of its items, null when it has none. */
export type ConditionType =
  | { readonly type: Exclude<TypeName, 'list'> }
  | { readonly type: 'list'; readonly of: Exclude<TypeName, 'list'> | null };

/** A name that a condition may speak of. */
export interface DeclaredName {
  readonly type: ConditionType;
  /** The values that a text can have; null: any. */
  readonly values: readonly string[] | null;
}

/** The names that a condition may speak of. */
export type DeclaredNames = ReadonlyMap<string, DeclaredName>;
