import type { z } from 'zod';
import type { showCoverage } from '../app/obligation/show-coverage.ts';
import { unwordedText } from '../core/obligation/coverage.ts';

/** What became of the words that an obligation is bound to, after "the words of G3.26". */
export const FLAGS = {
  changed: 'have changed',
  'will-change': 'will change',
  'may-change': 'would change by an open modification',
} as const;

type Shown = z.input<typeof showCoverage.output>;

/** Which duties in the text of a code have an obligation: per section, then each that has none, then obligations without a provision. */
export function coverageText(output: unknown): string {
  const { on, duties, covered, instruments, flagged, withoutProvision } = output as Shown;
  const told = instruments.flatMap(({ instrument, version, sections, duties: places, meanings }) => [
    '',
    `${instrument.shortTitle}, version ${version.label}`,
    ...sections.map(
      (one) =>
        `  ${`${one.reference} ${one.heading ?? ''}`.trim()}: ${one.covered} covered, ${one.uncovered} uncovered, ${one.silent} without words of duty${one.unworded.length === 0 ? '' : `; ${unwordedText(one.unworded)}`}`,
    ),
    ...(meanings === 0 ? [] : [`  ${meanings} more only say what something means`]),
    ...places
      .filter(({ state }) => state !== 'covered')
      .map(
        ({ reference, before, words, after, missing }) =>
          `  no obligation: ${reference}${missing.length === 0 ? '' : ` (${missing.join(', ')})`}: ${before}[${words}]${after}`,
      ),
  ]);
  const again = flagged.map(
    ({ obligation, provision, flag }) => `  ${obligation}: the words of ${provision} ${FLAGS[flag]}`,
  );
  const unfounded = withoutProvision.map(({ obligation, sentence }) => `  ${obligation}: ${sentence}`);
  return [
    `On ${on}, ${covered} of ${duties} ${duties === 1 ? 'duty has an obligation' : 'duties have an obligation'}.`,
    ...told,
    ...(again.length === 0 ? [] : ['', 'Obligations whose words are to be read again:', ...again]),
    ...(unfounded.length === 0 ? [] : ['', 'Obligations without a provision in force:', ...unfounded]),
  ].join('\n');
}
