import type { Consequence } from '../assurance/consequences.ts';
import { writeRange } from '../assurance/count-range.ts';
import type { EffectReport, EffectUnderReading } from '../assurance/effect.ts';
import type { Day } from '../kernel/day.ts';
import { writeDay } from '../kernel/day.ts';
import type { Interval } from '../kernel/interval.ts';
import type { Block, Document } from './block.ts';
import { heading, list, paragraph, section, table } from './build.ts';
import { changeSentence } from './change-counts.ts';

/** What an effect is printed with. */
export interface EffectPrinted {
  readonly reports: readonly EffectReport[];
  /** What is said before the reports: the order that matters. */
  readonly opening: readonly string[];
  readonly dated: Day;
}

const HEADINGS = ['Party', 'Systems', 'Provision', 'Change', 'Days', 'Why'] as const;

/** Effects of modifications as a paper that stands alone: what changes for whom and why, under each combination of readings. */
export function effectPaper({ reports, opening, dated }: EffectPrinted): Document {
  const title = `Effect of ${reports.map((one) => one.modification).join('; ')}`;
  return {
    id: 'effect',
    title,
    language: 'en-GB',
    dated,
    author: 'Code Administrator',
    notice: 'Computed from the record. Parties of a demonstration are invented.',
    cover: { kicker: 'Effect', title, blocks: opening.map(paragraph) },
    footer: [title],
    contents: false,
    blocks: reports.flatMap((report, at) => [
      section(String(at + 1), `${report.modification} ${report.title}`),
      paragraph(implementationSentence(report)),
      ...(report.retroactive === null ? [] : [paragraph(`It reaches back: ${daysText(report.retroactive)}.`)]),
      ...report.combinations.flatMap(underReading),
    ]),
  };
}

/** When it takes effect, or what that waits for. */
function implementationSentence({
  implementation: { day, basis, assumption, awaiting },
  events,
}: EffectReport): string {
  const assumed = assumption === null ? '' : ` Assumed: ${assumption}`;
  if (day !== null) return `It takes effect on ${writeDay(day)} (${basis}).${assumed}`;
  if (basis === 'never') return `It does not take effect.${assumed}`;
  return `When it takes effect is unknown; it awaits ${awaiting.map((event) => events.find((one) => one.event === event)?.title ?? event.replaceAll('-', ' ')).join(', ') || 'a day'}.${assumed}`;
}

function underReading({ readings, parties, counts, consequences }: EffectUnderReading): readonly Block[] {
  const read = Object.entries(readings).map(([wording, reading]) => `${wording} = ${reading}`);
  const rows = parties.flatMap(({ name, groups }) =>
    groups.flatMap(({ title, provision, difference, otherwise }) => [
      ...difference.map(({ change, interval, clause }) => [
        ...[name, title, provision, change, daysText(interval)],
        `Without: ${clause.without.reason} With: ${clause.with.reason}`,
      ]),
      ...otherwise.map(({ what, interval, clause }) => [
        ...[
          name,
          title,
          provision,
          what.every((one) => one === 'words') ? 'other words' : `owed otherwise: ${what.join(', ')}`,
          daysText(interval),
        ],
        `Without: ${clause.without.reason} With: ${clause.with.reason}`,
      ]),
    ]),
  );
  return [
    heading(read.length === 0 ? 'As the words are' : `Read so: ${read.join(', ')}`),
    paragraph(
      `Parties changed: ${writeRange(counts.partiesChanged)}. ${changeSentence(counts)} Groups of systems changed: ${writeRange(counts.groupsChanged)}. Full assessments that nobody planned: ${writeRange(counts.unplannedFullWithout)} without, ${writeRange(counts.unplannedFullWith)} with.`,
    ),
    ...(consequences.length === 0 ? [] : [list(consequences.map(consequenceSentence))]),
    rows.length === 0 ? paragraph('Nothing differs.') : table('What differs', HEADINGS, rows),
  ];
}

const TOLD: Record<Consequence['id'], (of: string) => string> = {
  'unplanned-assessment': () =>
    'an assessment comes of a type that nobody planned, because systems that a duty binds count',
  'bound-without-guidance': (of) => `bound while this is not there: ${of}`,
  'cannot-prepare': (of) => `cannot prepare, because this cannot happen before what it needs: ${of}`,
  'in-breach-when-assessed': () => 'bound on the day of an assessment by what cannot be shown then',
};

/** A consequence in one sentence, for both worlds: for how many parties, and on which days. */
function consequenceSentence({ id, of, without, with: withIt }: Consequence): string {
  const days = (all: Consequence['without']) => all.days.map(daysText).join('; ');
  const said = (world: string, all: Consequence['without']) =>
    `${world} ${writeRange(all.parties)} ${all.parties.most === 1 ? 'party' : 'parties'}${all.days.length === 0 ? '' : ` (${days(all)})`}`;
  const told = TOLD[id](of ?? '');
  return `${told.charAt(0).toUpperCase()}${told.slice(1)}: ${said('without', without)}; ${said('with', withIt)}.`;
}

/** `18 July 2018 to 7 November 2018`, the last day included. */
function daysText({ from, until }: Interval): string {
  return until === null ? `from ${writeDay(from)}` : `${writeDay(from)} to ${writeDay((until - 1) as Day)}`;
}
