import type { Place, Provision } from './provision.ts';

/** A change of the text as a value. It carries what it replaces, so that it can be checked, inverted and read alone. */
export type Amendment =
  | { readonly kind: 'insert'; readonly at: Place; readonly provision: Provision }
  | { readonly kind: 'substitute'; readonly target: string; readonly from: Wording; readonly to: Wording }
  | { readonly kind: 'repeal'; readonly at: Place; readonly provision: Provision }
  | { readonly kind: 'renumber'; readonly target: string; readonly from: string | null; readonly to: string | null };

/** The words of one provision. */
export interface Wording {
  readonly heading: string | null;
  readonly text: string;
}
