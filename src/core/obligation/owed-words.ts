import type { Modality, Obligation } from './obligation.ts';

/** How a modality is said. */
export const MODALITY_IN_WORDS: Readonly<Record<Modality, string>> = {
  must: 'must',
  'must-not': 'must not',
  may: 'may',
  'must-procure': 'must procure',
};

/** What its bearer must, must not or may do and how well: `must keep each system Secure, to the standard of best endeavours`. */
export function owedInWords({
  modality,
  object,
  standard,
}: Pick<Obligation, 'modality' | 'object' | 'standard'>): string {
  const owed = `${MODALITY_IN_WORDS[modality]} ${object}`;
  return standard === null ? owed : `${owed}, to the standard of ${standard}`;
}
