import type { Obligation } from './obligation.ts';

/** What must be done and how well, after "must": `keep each system Secure, to the standard of best endeavours`. */
export function owedInWords({ object, standard }: Pick<Obligation, 'object' | 'standard'>): string {
  return standard === null ? object : `${object}, to the standard of ${standard}`;
}
