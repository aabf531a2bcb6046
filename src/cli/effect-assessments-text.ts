import type { AssessmentAnswer } from '../core/assurance/assessment.ts';
import type { PartyEffect } from '../core/assurance/effect.ts';
import { writeCitation } from '../core/kernel/citation.ts';
import { type Day, formatDay } from '../core/kernel/day.ts';
import { asColumns } from './text.ts';

const EXPOSED = { true: 'yes', false: 'no', unknown: 'unknown' } as const;

/** What each party's next assessment would be if it were made on one day, and by what count. */
export function nextText(parties: readonly PartyEffect[], on: Day): string {
  const answered = parties.flatMap(({ party, next }) => (next === null ? [] : [{ party, next }]));
  if (answered.length === 0) return '';
  const rows = answered.map(({ party, next }) => [
    party,
    typeText(next.without),
    typeText(next.with),
    countText(next.without),
    countText(next.with),
  ]);
  const citations = answered.flatMap(({ next }) =>
    [next.without, next.with].flatMap(({ because }) => because.citations.map(writeCitation)),
  );
  return [
    asColumns(
      ['Party', `Next assessment if made on ${formatDay(on)}, without`, 'with', 'Counted without', 'Counted with'],
      rows,
    ),
    `By ${[...new Set(citations)].join('; ')}.`,
  ].join('\n');
}

/** The booked assessments on their days: what they are called for as, and whether the party is exposed and why. */
export function assessmentsText(parties: readonly PartyEffect[]): string {
  const booked = parties.flatMap((party) => party.assessments);
  if (booked.length === 0) return '';
  const rows = booked.map((one) => [
    one.assessment,
    formatDay(one.on),
    one.plannedType,
    typeText(one.without),
    typeText(one.with),
    `${EXPOSED[`${one.exposedWithout}`]}, ${EXPOSED[`${one.exposedWith}`]}`,
    one.exposureReason,
  ]);
  return asColumns(
    ['Booked assessment', 'On', 'Planned as', 'Called for without', 'with', 'Exposed without, with', 'Why'],
    rows,
  );
}

function typeText({ type, possible }: AssessmentAnswer): string {
  return type ?? `unknown (${possible.join(' or ')})`;
}

function countText({ because }: AssessmentAnswer): string {
  const { count, countAtMost, comparison, threshold, unit } = because;
  const counted = count === countAtMost ? number(count) : `${number(count)} to ${number(countAtMost)}`;
  const side = comparison === null ? 'on either side of' : comparison === 'above' ? 'above' : 'at or below';
  return `${counted} ${unit}, ${side} ${number(threshold)}`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
