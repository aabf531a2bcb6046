import { type CountRange, countRange, writeRange } from '../assurance/count-range.ts';
import type { AssessmentEffect, EffectReport, PartyEffect, Span } from '../assurance/effect.ts';
import { boundInOtherWords, gainsOrLoses, isTouched, owesOtherwise } from '../assurance/party-changes.ts';
import { type Day, writeDay } from '../kernel/day.ts';
import type { Wordings } from '../kernel/reading.ts';
import type { ImpactFigure } from '../modification/impact/impact.ts';
import type { Verdict } from '../obligation/bound-steps.ts';
import type { FactKind } from '../obligation/fact.ts';
import { assumedOf } from '../obligation/knowledge.ts';
import type { Listed } from '../party/party.ts';
import { listed, sentenceCase } from './prose.ts';

/** By which names a draft speaks of what an effect names by id. */
export interface ImpactTitles {
  readonly categories: readonly Listed[];
  readonly wordings: readonly Wordings[];
  readonly factKinds: readonly FactKind[];
}

/** What a report can say of the impact on Parties: figures, and words for a person to edit and sign. */
export interface ImpactDraft {
  readonly figures: readonly ImpactFigure[];
  readonly paragraphs: readonly string[];
}

/** The impact on Parties as it follows from the effect: whom it touches, how, and on what assumptions and readings. */
export function draftImpact(effect: EffectReport, titles: ImpactTitles): ImpactDraft {
  const { modification } = effect;
  const [chosen] = effect.combinations;
  const parties = chosen?.parties ?? [];
  if (parties.every((party) => party.groups.length === 0)) {
    const sentence = `${modification} changes no duty that the record computes for any Party.`;
    return {
      figures: [figure('parties-touched', 'Parties touched', `0 of ${parties.length}`)],
      paragraphs: [sentence],
    };
  }
  const counts = countsOf(parties, effect.implementation.day);
  return {
    figures: [...figuresOf(counts, parties, titles), ...basisFigures(effect, titles)],
    paragraphs: [
      whom(modification, counts, parties, titles),
      how(modification, counts),
      retroactiveWords(effect),
      assessmentWords(counts),
      exposureWords(counts),
      coverWords(counts),
      basisWords(effect, titles),
      otherReadings(effect),
    ].filter((one) => one !== ''),
  };
}

interface Counts {
  readonly touched: CountRange;
  readonly gaining: CountRange;
  readonly losing: CountRange;
  readonly otherwise: CountRange;
  readonly reworded: CountRange;
  readonly becomeFull: CountRange;
  readonly stopFull: CountRange;
  readonly exposedAssessments: Both;
  readonly exposedParties: Both;
  readonly gaps: Both;
}

interface Both {
  readonly without: CountRange;
  readonly with: CountRange;
}

function countsOf(parties: readonly PartyEffect[], from: Day | null): Counts {
  const assessments = parties.flatMap((party) => party.assessments);
  const groups = parties.flatMap((party) => party.groups);
  const both = (of: (world: 'without' | 'with') => CountRange): Both => ({ without: of('without'), with: of('with') });
  return {
    touched: countRange(parties, isTouched),
    otherwise: countRange(parties, owesOtherwise),
    reworded: countRange(parties, boundInOtherWords),
    gaining: countRange(parties, (party) => gainsOrLoses(party, ['gained'])),
    losing: countRange(parties, (party) => gainsOrLoses(party, ['lost'])),
    becomeFull: countRange(assessments, ({ without, with: withIt }) => turnsFull(without, withIt)),
    stopFull: countRange(assessments, ({ without, with: withIt }) => turnsFull(withIt, without)),
    exposedAssessments: both((world) =>
      countRange(assessments, (one) => (world === 'with' ? one.exposedWith : one.exposedWithout)),
    ),
    exposedParties: both((world) =>
      countRange(parties, (party) =>
        anyDay(
          party.groups.flatMap((group) => group.boundWithoutGuidance[world]),
          from,
        ),
      ),
    ),
    gaps: both((world) =>
      countRange(groups, (group) => anyDay(world === 'with' ? group.gapsWith : group.gapsWithout, null)),
    ),
  };
}

function turnsFull(before: AssessmentEffect['without'], after: AssessmentEffect['without']): Verdict {
  const mayTurn = before.possible.some((type) => type !== 'full') && after.possible.includes('full');
  return mayTurn && ((after.type === 'full' && !before.possible.includes('full')) || 'unknown');
}

/** Whether some of the days from a day on are among them. */
function anyDay(spans: readonly Span[], from: Day | null): Verdict {
  const after = spans.filter(({ until }) => from === null || until === null || until > from);
  return after.some(({ awaiting }) => awaiting.length === 0) || (after.length > 0 && 'unknown');
}

function figuresOf(counts: Counts, parties: readonly PartyEffect[], { categories }: ImpactTitles): ImpactFigure[] {
  const bothWorlds = (of: Both) => `${writeRange(of.without)} without, ${writeRange(of.with)} with`;
  return [
    figure('parties-touched', 'Parties touched', `${writeRange(counts.touched)} of ${parties.length}`),
    ...byCategory(parties).map(({ category, range }) =>
      figure(`touched-${category}`, `of the category ${titleOf(categories, category)}`, writeRange(range)),
    ),
    figure('parties-gaining', 'Parties that come under a duty', writeRange(counts.gaining)),
    figure('parties-losing', 'Parties that are freed from a duty', writeRange(counts.losing)),
    figure('parties-otherwise', 'Parties that owe a duty otherwise', writeRange(counts.otherwise)),
    figure('parties-reworded', 'Parties bound by a duty in other words', writeRange(counts.reworded)),
    figure('become-full', 'Booked assessments that become Full', writeRange(counts.becomeFull)),
    figure('stop-full', 'Booked assessments that are no longer Full', writeRange(counts.stopFull)),
    figure(
      'exposed-assessments',
      'Booked assessments on days on which compliance cannot be shown',
      bothWorlds(counts.exposedAssessments),
    ),
    figure('exposed-parties', 'Parties bound while compliance cannot be shown', bothWorlds(counts.exposedParties)),
    figure('without-cover', 'Systems on days without a duty of any instrument', bothWorlds(counts.gaps)),
  ];
}

function figure(id: string, title: string, value: string): ImpactFigure {
  return { id, title, value };
}

function byCategory(parties: readonly PartyEffect[]) {
  return [...Map.groupBy(parties, (party) => party.category)]
    .map(([category, all]) => ({ category, range: countRange(all, isTouched) }))
    .filter(({ range }) => range.most > 0);
}

function titleOf(categories: readonly Listed[], id: string): string {
  return categories.find((one) => one.id === id)?.title ?? id;
}

function whom(
  modification: string,
  { touched }: Counts,
  parties: readonly PartyEffect[],
  titles: ImpactTitles,
): string {
  if (touched.most === 0) return `${modification} changes the duties of none of the ${parties.length} Parties.`;
  const categories = byCategory(parties).map(
    ({ category, range }) => `${titleOf(titles.categories, category)} (${writeRange(range)})`,
  );
  return `${modification} changes the duties of ${writeRange(touched)} of ${parties.length} Parties, by category: ${listed(categories)}.`;
}

function how(modification: string, { gaining, losing, otherwise, reworded, touched }: Counts): string {
  const inWords = reworded.most === 0 ? '' : ` A duty binds ${people(reworded)} with it as without it, in other words.`;
  if (touched.most === 0) return inWords.trim();
  const freed = losing.most === 0 ? 'It frees none from a duty' : `It frees ${people(losing)} from a duty on some days`;
  const bound = gaining.most === 0 ? 'brings none under a new one' : `brings ${people(gaining)} under one`;
  const open = touched.least < touched.most ? ` What ${modification} comes to for some is not settled yet.` : '';
  const differently =
    otherwise.most === 0
      ? ''
      : ` ${sentenceCase(people(otherwise))} ${otherwise.most === 1 ? 'owes' : 'owe'} a duty otherwise than before.`;
  return `${freed} and ${bound}.${differently}${inWords}${open}`;
}

function retroactiveWords({ retroactive, differsBefore }: EffectReport): string {
  const back =
    retroactive === null ? '' : `It reaches back: it changes what was owed from ${writeDay(retroactive.from)} on.`;
  const before =
    differsBefore.length === 0 ? '' : `Some duties (${listed(differsBefore)}) differ before its first effect.`;
  return `${back} ${before}`.trim();
}

function assessmentWords({ becomeFull, stopFull }: Counts): string {
  const become =
    becomeFull.most === 0
      ? 'None of the booked assessments becomes Full'
      : `Of the booked assessments, ${writeRange(becomeFull)} become Full`;
  const stop =
    stopFull.most === 0
      ? 'none that would be Full stops being so'
      : `${writeRange(stopFull)} that would be Full no longer are`;
  return `${become}, and ${stop}.`;
}

function exposureWords({ exposedParties, exposedAssessments }: Counts): string {
  const { without, with: withIt } = exposedParties;
  if (without.most === 0 && withIt.most === 0) return 'No Party is bound on a day on which compliance cannot be shown.';
  return `From its implementation on, ${people(without)} would be bound without it on days on which compliance cannot be shown yet, and ${people(withIt)} with it; of the booked assessments ${writeRange(exposedAssessments.without)} and ${writeRange(exposedAssessments.with)} fall on such days.`;
}

function coverWords({ gaps }: Counts): string {
  if (gaps.with.most === 0) return 'With it, no systems are left on any day without a duty of some instrument.';
  return `With it, there are days without a duty of any instrument for ${writeRange(gaps.with)} of the duties on systems (without it: ${writeRange(gaps.without)}).`;
}

/** What the figures rest on, which is signed with them. */
function basisFigures(effect: EffectReport, titles: ImpactTitles): ImpactFigure[] {
  const { day, basis, assumption } = effect.implementation;
  const on = day === null ? 'not known' : `${writeDay(day)} (${basis})`;
  const [read, supposed] = [readWords(effect, titles), supposedWords(effect, titles)];
  return [
    figure('implementation', 'Computed for implementation on', assumption === null ? on : `${on}. ${assumption}`),
    ...(read.length === 0 ? [] : [figure('readings', 'Read as', read.join('; '))]),
    ...(supposed.length === 0 ? [] : [figure('assumed', 'Supposed', supposed.join('; '))]),
  ];
}

function readWords({ combinations }: EffectReport, { wordings }: ImpactTitles): string[] {
  return Object.entries(combinations[0]?.readings ?? {}).map(([wording, reading]) => {
    const found = wordings.find((one) => one.id === wording);
    return `“${found?.title ?? wording}” as “${found?.readings.find((one) => one.id === reading)?.title ?? reading}”`;
  });
}

function supposedWords({ assumed }: EffectReport, titles: ImpactTitles): string[] {
  return assumed.map(({ event, day }) => `${eventTitle(event, titles)}: ${day === null ? 'never' : writeDay(day)}`);
}

function basisWords(effect: EffectReport, titles: ImpactTitles): string {
  const { day, basis, assumption } = effect.implementation;
  const on =
    day === null ? 'while the day of implementation is not known' : `for implementation on ${writeDay(day)} (${basis})`;
  const [read, supposed] = [readWords(effect, titles), supposedWords(effect, titles)];
  return [
    `It is computed ${on}${read.length === 0 ? '' : `, reading ${listed(read)}`}.`,
    assumption === null ? '' : `It assumes: ${assumption}`,
    supposed.length === 0 ? '' : `It supposes ${listed(supposed)}.`,
  ]
    .filter((one) => one !== '')
    .join(' ');
}

function eventTitle(name: string, { factKinds }: ImpactTitles): string {
  const { event, subject } = assumedOf(name);
  const title = factKinds.find((one) => one.id === event)?.title ?? event;
  return subject === null ? `“${title}”` : `“${title}” of ${subject}`;
}

function otherReadings({ combinations }: EffectReport): string {
  if (combinations.length < 2) return '';
  const touched = combinations.map(({ parties }) => countRange(parties, isTouched));
  const least = Math.min(...touched.map((one) => one.least));
  const most = Math.max(...touched.map((one) => one.most));
  return `Under the ${combinations.length - 1} other combinations of readings of the words it touches ${writeRange({ least, most })} Parties.`;
}

function people(range: CountRange): string {
  return `${writeRange(range)} ${range.most === 1 ? 'Party' : 'Parties'}`;
}
