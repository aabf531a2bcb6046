import { writeDay } from '../kernel/day.ts';
import type { Due, Length } from './due.ts';

/** `within 3 Working Days after The supplier changes`; `eventTitle` names an event in words. */
export function dueInWords(due: Due, eventTitle: (event: string) => string): string {
  if (due.kind === 'within') return `within ${lengthInWords(due.length)} after: ${eventTitle(due.after)}`;
  const every = due.months === 1 ? 'every month' : due.months === 12 ? 'every year' : `every ${due.months} months`;
  const grace = due.grace === null ? 'at the end of each period' : `within ${lengthInWords(due.grace)} of its end`;
  return `${every}, the first from ${writeDay(due.from)}; ${grace}`;
}

/** `3 Working Days`. */
function lengthInWords({ count, unit }: Length): string {
  const word = { days: 'day', months: 'month', 'working-days': 'Working Day' }[unit];
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
