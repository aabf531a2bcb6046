import type { BoundRun, EffectReport, EffectUnderReading, GroupEffect, Span } from '../core/assurance/effect.ts';
import { formatDay } from '../core/kernel/day.ts';
import { formatInterval, lengthInDays } from '../core/kernel/interval.ts';
import { asColumns } from './text.ts';

/** The effect as a person reads it at the command line: a table for each combination of readings. */
export function effectAsText(report: EffectReport): string {
  const { day, basis, assumption, awaiting } = report.implementation;
  const when = day === null ? `unknown, awaiting ${awaiting.join(', ')}` : formatDay(day);
  return [
    `${report.modification} ${report.title}`,
    `Implementation: ${when} (${basis}${assumption === null ? '' : `; ${assumption}`})`,
    ...report.combinations.map((one) => combination(one, report.on)),
  ].join('\n\n');
}

function combination({ readings, parties, counts }: EffectUnderReading, on: EffectReport['on']): string {
  const rows = parties.flatMap((party) => alike(party.groups).map((row) => [party.party, ...row]));
  const groups = parties.flatMap((party) => party.groups);
  const next = parties.flatMap(({ party, next: answer }) =>
    answer === null ? [] : [[party, answer.without.type ?? 'unknown', answer.with.type ?? 'unknown']],
  );
  const named = Object.entries(readings).map(([wording, reading]) => `${wording}=${reading}`);
  return [
    `Readings: ${named.join(', ')}`,
    asColumns(['Party', 'Systems', 'Provision', 'Bound without', 'Bound with', 'Change', 'Licence cover'], rows),
    '',
    gapsText(
      'with',
      groups.flatMap((group) => group.gapsWith),
    ),
    gapsText(
      'without',
      groups.flatMap((group) => group.gapsWithout),
    ),
    '',
    asColumns(['Party', `Next assessment on ${formatDay(on)} without`, 'with'], next),
    '',
    `${count(counts.partiesChanged, 'party', 'parties')} and ${count(counts.groupsChanged, 'group', 'groups')} of systems changed. ` +
      `Unplanned Full assessments: ${counts.unplannedFullWithout} without, ${counts.unplannedFullWith} with; ` +
      `all Full assessments: ${counts.fullWithout} without, ${counts.fullWith} with, ` +
      `of ${counts.assessorCapacity ?? 'an unstated number'} that the assessor can make.`,
  ].join('\n');
}

/** Rows of a party, the duties that bind the same systems on the same days in one. */
function alike(groups: readonly GroupEffect[]): string[][] {
  const rows = new Map<string, { group: string; provisions: string[]; rest: string[] }>();
  for (const group of groups) {
    const rest = [runsText(group.without), runsText(group.with), changeText(group), runsText(group.cover)];
    const key = JSON.stringify([group.group, ...rest]);
    const row = rows.get(key) ?? { group: group.group, provisions: [], rest };
    row.provisions.push(group.provision);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ group, provisions, rest }) => [group, provisions.join(', '), ...rest]);
}

function changeText({ difference }: GroupEffect): string {
  if (difference.length === 0) return 'none';
  return difference
    .map(({ interval, change }) => {
      const days = lengthInDays(interval);
      return `${change} ${formatInterval(interval)}${days === null ? '' : ` ${count(days, 'day', 'days')}`}`;
    })
    .join('; ');
}

function gapsText(world: 'with' | 'without', gaps: readonly Span[]): string {
  if (gaps.length === 0) return `No day without cover, ${world} the modification.`;
  const days = [...new Set(gaps.map((gap) => `${formatInterval(gap)}${awaits(gap.awaiting)}`))];
  return `Days without any cover, ${world} the modification: ${days.join('; ')}.`;
}

function runsText(runs: readonly BoundRun[]): string {
  const bound = runs.filter((run) => run.bound !== false);
  if (bound.length === 0) return 'never';
  return bound
    .map((run) => `${formatInterval(run.interval)}${run.bound === true ? '' : ` unknown${awaits(run.awaiting)}`}`)
    .join(' ');
}

function awaits(events: readonly string[]): string {
  return events.length === 0 ? '' : ` (awaits ${events.join(', ')})`;
}

function count(value: number, one: string, many: string): string {
  return `${value} ${value === 1 ? one : many}`;
}
