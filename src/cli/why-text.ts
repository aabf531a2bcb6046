import type { z } from 'zod';
import type { explainDuty } from '../app/obligation/explain-duty.ts';
import { writeCitation } from '../core/kernel/citation.ts';
import { addDays, type Day, writeDay } from '../core/kernel/day.ts';
import type { Reason } from '../core/obligation/reason.ts';

type Explained = z.output<typeof explainDuty.output>;

const MARKS = { true: '✓', false: '✗', unknown: '?' } as const;

/** Each answer in a sentence, with the tree of its reasons: ✓ speaks for it, ✗ against it, ? is not settled. */
export function whyAsText({ answers, on }: Explained): string {
  return answers
    .map((one) =>
      [
        `On ${writeDay(on)}: ${one.sentence}`,
        `  The same reasons hold ${spanText(one.from, one.until)}.`,
        ...one.reason.because.flatMap((reason) => reasonLines(reason, 1)),
        ...(one.settledBy === null ? [] : [`  It is settled once this is known: ${one.settledBy}.`]),
      ].join('\n'),
    )
    .join('\n\n');
}

function reasonLines({ verdict, says, quote, because, citations, facts }: Reason, depth: number): string[] {
  const rests = [...new Set(citations.map(writeCitation)), ...facts.map((id) => `fact ${id}`)];
  const line = `${'  '.repeat(depth)}${MARKS[`${verdict}`]} ${says}${rests.length === 0 ? '' : ` [${rests.join('; ')}]`}`;
  const quoted = quote === undefined ? [] : [`${'  '.repeat(depth + 1)}“${quote}”`];
  return [line, ...quoted, ...because.flatMap((one) => reasonLines(one, depth + 1))];
}

/** `from 18 July 2018 to 7 November 2018`; the last day is included. */
function spanText(from: Day | null, until: Day | null): string {
  if (from === null && until === null) return 'on every day';
  const first = from === null ? '' : `from ${writeDay(from)} `;
  const last = until === null ? 'on' : `to ${writeDay(addDays(until, -1))}`;
  return `${first}${last}`;
}
