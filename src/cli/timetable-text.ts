import { writeCitation } from '../core/kernel/citation.ts';
import { formatDay, writeDay } from '../core/kernel/day.ts';
import type { TimetablePlan } from '../core/modification/timetable/plan.ts';
import type { StepDifference } from '../core/modification/timetable/plan-difference.ts';
import { asColumns } from './text.ts';

/** A plan as a person reads it at a terminal: the table, why each day, what is supposed. */
export function planText(title: string, plan: TimetablePlan): string {
  const { rows, release, decision, meets, notes, criticalStep } = plan;
  const table = asColumns(
    ['Step', 'By', 'From', 'To', 'Papers', 'Latest', 'Slack', ''],
    rows.map((row) => [
      row.title,
      row.who,
      formatDay(row.from),
      row.from === row.to ? '' : formatDay(row.to),
      row.paperDay === null ? '' : formatDay(row.paperDay),
      row.latest === null ? '' : formatDay(row.latest.from),
      row.slack === null ? row.state : String(row.slack),
      row.step === criticalStep && row.critical ? 'the critical step' : row.critical ? 'critical' : '',
    ]),
  );
  const how = plan.direction === 'forward' ? 'forward' : 'backward';
  const urgent = plan.urgent ? ' as an urgent proposal' : '';
  const end =
    release === null
      ? []
      : [
          `Release: ${release.title}${release.title === writeDay(release.day) ? '' : `, ${writeDay(release.day)}`} (${release.kind}).`,
        ];
  const needed =
    decision === null || decision.neededBy === null
      ? []
      : [
          `Decision: ${decision.title} on ${writeDay(decision.on)}; ${meets ? '' : 'for the release aimed at '}needed by ${writeDay(decision.neededBy)}.`,
        ];
  return [
    `${title}: planned ${how}${urgent}`,
    ...(meets ? [] : ['THE RELEASE IS NOT MET: steps with negative slack are so many Working Days too late.']),
    '',
    table,
    '',
    ...end,
    ...needed,
    '',
    'Why:',
    ...rows.flatMap((row) => [
      `  ${row.title}`,
      ...row.reasons.map(
        ({ sentence, citation }) => `    ${sentence}${citation === null ? '' : ` [${writeCitation(citation)}]`}`,
      ),
    ]),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${note}`)]),
  ].join('\n');
}

/** The difference of two timetables as sentences; what stays is counted only. */
export function differenceText(difference: readonly StepDifference[]): string {
  const changed = difference.filter((one) => one.kind !== 'same');
  const same = difference.length - changed.length;
  const rest = same === 0 ? [] : [`${same} of ${difference.length} steps stay as they are.`];
  return [...changed.map((one) => one.sentence), ...rest].join('\n');
}
