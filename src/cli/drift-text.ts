import type { Drift } from '../core/code/returned-text.ts';

/** Where a file with tracked changes was made on another text, a line for each place. */
export function driftLines(drift: readonly Drift[]): readonly string[] {
  return drift.map(({ reference, expected, found, wanted }) => {
    const told = [
      expected === null ? 'the version has nothing there' : `the version has “${expected}”`,
      found === null ? 'the file does not show it' : `the file had “${found}”`,
      ...(wanted === null ? [] : [`its change to “${wanted}” is not carried`]),
    ];
    return `  ${reference}: ${told.join('; ')}`;
  });
}
