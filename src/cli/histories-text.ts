import type { z } from 'zod';
import type { replayHistories } from '../app/rulebook/replay-histories.ts';
import { asRows } from './rows.ts';

/** Histories for a terminal: one table each, what had to be supposed, and what the process would not have allowed. */
export function historiesText(output: unknown): string {
  const { histories } = output as z.input<typeof replayHistories.output>;
  return histories
    .map(({ id, title, rows, supposed, refusals, end }) => {
      const lines = rows.map(({ what, on, between, workingDays }) => [
        on ?? `not known (${between.from ?? '…'} to ${between.to ?? '…'})`,
        what,
        workingDays === null ? '' : String(workingDays),
      ]);
      return [
        `${id} under ${title}`,
        asRows(['Day', 'What', 'Working Days since'], lines, 44),
        ...supposed.map(({ step, outcome, why }) => `Supposed: ${step} = ${outcome}. ${why}`),
        ...refusals.map((sentence) => `NOT AS THE PROCESS HAS IT: ${sentence}`),
        end === null ? 'Open.' : `${end}.`,
      ].join('\n');
    })
    .join('\n\n');
}
