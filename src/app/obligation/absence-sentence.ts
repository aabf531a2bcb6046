import { writeDay } from '../../core/kernel/day.ts';
import type { Absence } from '../../core/obligation/bound-provision.ts';

/** Why a provision is not in the text on a day, as a sentence. */
export function absenceSentence(provision: string, { why, day, label }: Absence): string {
  if (day === null || why === 'never') return `No text in the record has ${provision}.`;
  return why === 'not-yet'
    ? `${provision} comes into force on ${writeDay(day)}, with version ${label}.`
    : `${provision} was repealed from ${writeDay(day)}, by version ${label}.`;
}
