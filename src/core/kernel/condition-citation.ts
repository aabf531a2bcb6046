import type { Certainty, Citation } from './citation.ts';
import type { Expression } from './condition.ts';

const CERTAINTIES: readonly string[] = [
  'stated',
  'public',
  'derived',
  'unverified',
  'illustrative',
] satisfies readonly Certainty[];

/** The citation that `cite(…)` gives: source, clause (empty: cited whole), certainty and perhaps a note; or what was expected. */
export function readCitation(given: readonly Expression[]): Citation | string {
  const texts = given.map((one) => (one.kind === 'literal' && typeof one.value === 'string' ? one.value : null));
  const [source, clause, certainty, note] = texts;
  const isGiven = (given.length === 3 || given.length === 4) && !texts.includes(null) && source !== '';
  if (!isGiven)
    return 'a source, a clause, a certainty and perhaps a note in quotes, as in cite("SEC", "G3.26", "stated")';
  if (!CERTAINTIES.includes(certainty ?? '')) return `a certainty of ${CERTAINTIES.join(', ')} as the third value`;
  const citation = { source: source ?? '', clause: clause || null, certainty: certainty as Certainty };
  return typeof note === 'string' ? { ...citation, note } : citation;
}
