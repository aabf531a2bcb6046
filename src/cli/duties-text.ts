import type { z } from 'zod';
import type { listDuties } from '../app/obligation/list-duties.ts';
import { writeDay } from '../core/kernel/day.ts';
import { intervalInWords } from '../core/kernel/interval.ts';

type Duties = z.output<typeof listDuties.output>;

const UNDATED = {
  due: 'due',
  open: 'open',
  awaited: 'awaited',
  uncounted: 'uncounted',
  ended: 'no longer due',
} as const;

/** Each duty of a party with its answers over the span and the days by which it is due. */
export function dutiesAsText({ name, from, to, duties }: Duties): string {
  const span = from === to ? `on ${writeDay(from)}` : `from ${writeDay(from)} to ${writeDay(to)}`;
  if (duties.length === 0) return `${name} has no duty in the record ${span}.`;
  const heads = duties.map((duty) =>
    [
      `${duty.instrument} ${duty.provision} ${duty.title} ${duty.certainty === 'illustrative' ? '(illustrative) ' : ''}· ${duty.systems ?? 'the party itself'}`,
      `  ${duty.duty}`,
      ...duty.answers.map((run) => `  ${intervalInWords(run.interval)}: ${run.reason}`),
      ...duty.due.map(
        ({ on, standing, reason }) => `  ${on === null ? UNDATED[standing] : `${standing} ${writeDay(on)}`}: ${reason}`,
      ),
    ].join('\n'),
  );
  return [`Duties of ${name} ${span}`, ...heads].join('\n\n');
}
