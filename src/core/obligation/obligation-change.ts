import type { Obligation } from './obligation.ts';

/** What a modification does to an obligation (by id) from its implementation on. */
export type ObligationChange =
  /** It bears other words: those that bear the one wording bear another. */
  | { readonly kind?: 'reword'; readonly obligation: string; readonly from: string; readonly to: string }
  /** There is one more. */
  | { readonly kind: 'add'; readonly obligation: string; readonly duty: Omit<Obligation, 'id'> }
  /** It is owed otherwise: by others, by another day, to another standard. */
  | { readonly kind: 'amend'; readonly obligation: string; readonly fields: AmendedFields }
  /** There is none any more. */
  | { readonly kind: 'repeal'; readonly obligation: string }
  /** The text of its provision is amended, and somebody says that the obligation stays as it is. */
  | { readonly kind: 'confirm'; readonly obligation: string; readonly reasons: string };

/** Fields of an obligation that a modification can set anew; those that are absent stay. */
export type AmendedFields = Partial<Pick<Obligation, (typeof AMENDABLE)[number]>>;

/** Fields of an obligation that a modification can set anew. What it is called and what words it bears stay. */
export const AMENDABLE = [
  'provision',
  'bearers',
  'each',
  'fuel',
  'modality',
  'object',
  'standard',
  'judgementWords',
  'condition',
  'due',
  'assuredBy',
  'breach',
  'relations',
  'evidence',
  'countsDevices',
  'assessableAfter',
  'covers',
] as const satisfies readonly (keyof Obligation)[];

/** What a modification (by id) does to obligations. */
export type ChangesOf = (modification: string) => readonly ObligationChange[];

/** One that gives an obligation other words. */
export type Reword = Extract<ObligationChange, { readonly kind?: 'reword' }>;

/** Whether a change gives an obligation other words; one without a kind does. */
export function isReword(change: ObligationChange): change is Reword {
  return change.kind === undefined || change.kind === 'reword';
}
