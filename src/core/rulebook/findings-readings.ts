import { isReword } from '../obligation/obligation-change.ts';
import type { Finding } from './case.ts';
import type { Findable } from './findings.ts';
import type { Rulebook } from './rulebook.ts';

/** One finding for each wording, old or new, of the obligations touched that bears more than one reading. */
export function readingFindings({ proposal }: Findable, rulebook: Rulebook): Finding[] {
  const wordings = [...rulebook.wordings, ...proposal.wordings];
  const roles = [
    {
      id: 'old-words-bear-several-readings',
      where: 'issue',
      named: proposal.obligations.flatMap((change) => (isReword(change) ? [change.from] : [])),
    },
    {
      id: 'new-words-bear-several-readings',
      where: 'solution',
      named: proposal.obligations.flatMap((change) => (isReword(change) ? [change.to] : [])),
    },
  ];
  return roles.flatMap(({ id, where, named }) =>
    wordings
      .filter((wording) => named.includes(wording.id) && wording.readings.length > 1)
      .map((wording) => ({
        id,
        sentence: `${wording.title} can be read in ${wording.readings.length} ways, with different results: ${wording.readings
          .map((reading) => `${reading.title}${reading.default ? ' (taken as the default)' : ''}`)
          .join('; ')}.`,
        where,
        citations: wording.readings.map((reading) => reading.citation),
      })),
  );
}
