import type { z } from 'zod';
import type { showCoverage } from '../app/obligation/show-coverage.ts';

type Shown = z.input<typeof showCoverage.output>;

/** Which duties in the text of a code have an obligation: per section, then each that has none, then obligations without a provision. */
export function coverageText(output: unknown): string {
  const { on, duties, covered, instruments, withoutProvision } = output as Shown;
  const told = instruments.flatMap(({ instrument, version, sections, duties: places, meanings }) => [
    '',
    `${instrument.shortTitle}, version ${version.label}`,
    ...sections.map(
      (one) =>
        `  ${`${one.reference} ${one.heading ?? ''}`.trim()}: ${one.covered} covered, ${one.uncovered} uncovered, ${one.silent} without words of duty`,
    ),
    ...(meanings === 0 ? [] : [`  ${meanings} more only say what something means`]),
    ...places
      .filter(({ state }) => state !== 'covered')
      .map(
        ({ reference, before, words, after, missing }) =>
          `  no obligation: ${reference}${missing.length === 0 ? '' : ` (${missing.join(', ')})`}: ${before}[${words}]${after}`,
      ),
  ]);
  const unfounded = withoutProvision.map(({ obligation, sentence }) => `  ${obligation}: ${sentence}`);
  return [
    `On ${on}, ${covered} of ${duties} ${duties === 1 ? 'duty has an obligation' : 'duties have an obligation'}.`,
    ...told,
    ...(unfounded.length === 0 ? [] : ['', 'Obligations without a provision in force:', ...unfounded]),
  ].join('\n');
}
