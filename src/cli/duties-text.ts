import type { z } from 'zod';
import type { listDuties } from '../app/obligation/list-duties.ts';
import { writeDay } from '../core/kernel/day.ts';
import { formatInterval } from '../core/kernel/interval.ts';
import { owedInWords } from '../core/obligation/owed-words.ts';

type Duties = z.output<typeof listDuties.output>;

const SAID = { true: 'binds', false: 'does not bind', unknown: 'may bind or not' } as const;

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
      `${duty.instrument} ${duty.provision} ${duty.title} · ${duty.systems ?? 'the party itself'}`,
      `  ${owedInWords({ object: duty.duty, standard: duty.standard })}`,
      ...duty.answers.map((run) => `  ${formatInterval(run.interval)} ${SAID[`${run.bound}`]}: ${run.reason}`),
      ...duty.due.map(
        ({ on, standing, reason }) => `  ${on === null ? UNDATED[standing] : `${standing} ${writeDay(on)}`}: ${reason}`,
      ),
    ].join('\n'),
  );
  return [`Duties of ${name} ${span}`, ...heads].join('\n\n');
}
