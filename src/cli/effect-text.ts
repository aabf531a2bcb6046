import { type CountRange, exceeds, writeRange } from '../core/assurance/count-range.ts';
import type { BoundRun, EffectReport, EffectUnderReading, GroupEffect, Span } from '../core/assurance/effect.ts';
import { changeSentence } from '../core/document/change-counts.ts';
import { formatDay } from '../core/kernel/day.ts';
import { formatInterval, lengthInDays } from '../core/kernel/interval.ts';
import { writeOverruled } from '../core/obligation/overruled-words.ts';
import { assessmentsText, nextText } from './effect-assessments-text.ts';
import { reasonsText } from './effect-reasons-text.ts';
import { asColumns } from './text.ts';

/** The effect as a person reads it at the command line: tables and reasons for each combination of readings. */
export function effectAsText(report: EffectReport): string {
  return [
    `${report.modification} ${report.title}`,
    `Implementation: ${implementationText(report.implementation)}`,
    ...(report.overruled.length === 0 ? [] : [report.overruled.map(writeOverruled).join('\n')]),
    ...report.combinations.map((one) => combination(one, report.on)),
    ...(report.events.length === 0
      ? []
      : [['Awaited:', ...report.events.map(({ event, title }) => `  ${event}: ${title}`)].join('\n')]),
  ].join('\n\n');
}

function implementationText({ day, basis, assumption, awaiting }: EffectReport['implementation']): string {
  const assumed = assumption === null ? '' : `; assumed: ${assumption}`;
  if (day !== null) return `${formatDay(day)} (${basis}${assumed})`;
  if (basis === 'never') return `never${assumed}`;
  return `unknown, awaiting ${awaiting.join(', ') || 'a day'}; until then both worlds are the same${assumed}`;
}

function combination({ readings, parties, counts }: EffectUnderReading, on: EffectReport['on']): string {
  const rows = parties.flatMap((party) => alike(party.groups).map((row) => [party.party, ...row]));
  const groups = parties.flatMap((party) => party.groups);
  const named = Object.entries(readings).map(([wording, reading]) => `${wording}=${reading}`);
  const spans = (of: (group: GroupEffect) => readonly Span[]) => groups.flatMap(of);
  return [
    `Readings: ${named.join(', ')}`,
    asColumns(['Party', 'Systems', 'Provision', 'Bound without', 'Bound with', 'Change', 'Licence cover'], rows),
    ...reasonsText(groups),
    [
      gapsText(
        'with',
        spans((group) => group.gapsWith),
      ),
      gapsText(
        'without',
        spans((group) => group.gapsWithout),
      ),
    ].join('\n'),
    unassessableText(groups),
    nextText(parties, on),
    assessmentsText(parties),
    countsText(counts),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function countsText(counts: EffectUnderReading['counts']): string {
  const { assessorCapacity: capacity, partiesChanged, groupsChanged } = counts;
  const full = (range: CountRange) => `${writeRange(range)}${capacity === null ? '' : against(range, capacity)}`;
  return [
    `Changed: ${count(partiesChanged, 'party', 'parties')} and ${count(groupsChanged, 'group', 'groups')} of systems.`,
    `Of the parties: ${changeSentence(counts)}`,
    'Of the booked assessments on their days (not the next ones on one day):',
    `  unplanned Full: ${writeRange(counts.unplannedFullWithout)} without, ${writeRange(counts.unplannedFullWith)} with;`,
    `  all Full: ${full(counts.fullWithout)} without, ${full(counts.fullWith)} with,`,
    `  of ${capacity ?? 'an unstated number'} that the assessor can make.`,
  ].join('\n');
}

function against(range: CountRange, capacity: number): string {
  const more = exceeds(range, capacity);
  return more === 'unknown' ? ' (may be too many)' : more ? ' (too many)' : '';
}

/** Rows of a party, the duties that bind the same systems on the same days in one. */
function alike(groups: readonly GroupEffect[]): string[][] {
  const rows = new Map<string, { group: string; provisions: string[]; rest: string[] }>();
  for (const group of groups) {
    const rest = [runsText(group.without), runsText(group.with), changeText(group), coverText(group.cover)];
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
      const long = days === null ? '' : ` ${count({ least: days, most: days }, 'day', 'days')}`;
      return `${change} ${formatInterval(interval)}${long}`;
    })
    .join('; ');
}

function coverText(cover: readonly BoundRun[]): string {
  return cover.length === 0 ? 'no licence duty stands for it' : runsText(cover);
}

function gapsText(world: 'with' | 'without', gaps: readonly Span[]): string {
  if (gaps.length === 0) return `No day without cover, ${world} the modification.`;
  return `Days without any cover, ${world} the modification: ${[...new Set(gaps.map(spanText))].join('; ')}.`;
}

/** Days bound while what compliance is assessed by does not exist yet, systems that are alike in one line. */
function unassessableText(groups: readonly GroupEffect[]): string {
  const lines = new Map<string, Set<string>>();
  for (const { group, boundWithoutGuidance } of groups) {
    const { without, with: withIt } = boundWithoutGuidance;
    if (without.length === 0 && withIt.length === 0) continue;
    const said = (spans: readonly Span[]) => spans.map(spanText).join(' ') || 'never';
    const line = `without ${said(without)}; with ${said(withIt)}`;
    lines.set(line, (lines.get(line) ?? new Set()).add(group));
  }
  if (lines.size === 0) return '';
  const rows = [...lines].map(([line, names]) => `  ${line}: ${[...names].join(', ')}`);
  return ['Bound while what it is assessed by does not exist yet:', ...rows].join('\n');
}

function spanText(span: Span): string {
  return `${formatInterval(span)}${awaits(span.awaiting)}`;
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

function count(range: CountRange, one: string, many: string): string {
  return `${writeRange(range)} ${range.most === 1 ? one : many}`;
}
