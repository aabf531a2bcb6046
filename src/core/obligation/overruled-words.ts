import { writeDay } from '../kernel/day.ts';
import type { Overruled } from './overruled.ts';

/** That a supposition does not count, in a sentence. */
export function writeOverruled({ title, event, supposed, recorded }: Overruled): string {
  const subject = /:(.*)/s.exec(event)?.[1];
  const what = subject === undefined ? `“${title}”` : `“${title}” of ${subject}`;
  const meant = supposed === null ? 'that it never comes' : writeDay(supposed);
  return `Of ${what} the record already says ${writeDay(recorded)}; ${meant}, which is supposed, does not count.`;
}
