import { html } from 'hono/html';
import type { EffectReport } from '../../core/assurance/effect.ts';
import {
  type Finding,
  type GroupDifference,
  type ReadingDifference,
  readingDifferences,
} from '../../core/assurance/reading-differences.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { details, type Html, section, table } from '../page/parts.ts';
import { type EventTitles, eventWords } from './answers.ts';
import { shortInterval } from './timeline.ts';

const FINDINGS: Readonly<Record<Finding, Readonly<Record<'true' | 'false' | 'unknown', string>>>> = {
  bound: { true: 'bound', false: 'not bound', unknown: 'unknown whether bound' },
  covered: { true: 'covered by the licence', false: 'not covered by the licence', unknown: 'unknown whether covered' },
  uncovered: { true: 'covered by neither', false: 'no gap in cover', unknown: 'perhaps covered by neither' },
  exposed: { true: 'exposed', false: 'not exposed', unknown: 'unknown whether exposed' },
};

/** What another reading of the same words makes of the effect that is shown. */
export function readingPart(effect: EffectReport, wordings: readonly Wordings[], titles: EventTitles): Html | string {
  const differences = readingDifferences(effect);
  if (differences.length === 0) return '';
  const names = new Map((effect.combinations[0]?.parties ?? []).map(({ party, name }) => [party, name] as const));
  const parts = differences.map(({ wording, reading, against, groups, assessments, waits }) => {
    const title = (id: string) =>
      wordings.find((one) => one.id === wording)?.readings.find((one) => one.id === id)?.title ?? id;
    const parties = new Set([...groups, ...assessments].map(({ party }) => party));
    const rows = alike(groups).map(({ parties: whose, provisions, what, world, days }) => [
      whose.map((party) => names.get(party) ?? party).join(', '),
      provisions.join(', '),
      world,
      html`<ul class="pv-runs">${days.map((one) => html`<li>${shortInterval(one.interval)}: <strong>${FINDINGS[what][`${one.other}`]}</strong>, and as shown ${FINDINGS[what][`${one.shown}`]}</li>`)}</ul>`,
    ]);
    return html`<li><p>If the words are read so: <strong>${title(reading)}</strong>, and not: ${title(against)} — ${
      parties.size === 0
        ? nothingSettled(waits, titles)
        : html`${parties.size} ${parties.size === 1 ? 'party differs' : 'parties differ'}${assessments.length === 0 ? '' : html`; ${assessments.length} booked ${assessments.length === 1 ? 'assessment is' : 'assessments are'} called for as another type, or may be`}.`
    }</p>${
      rows.length === 0
        ? ''
        : details(
            'Who differs, and when',
            table(
              'Days on which the other reading binds, covers or exposes otherwise',
              ['Parties', 'Provisions', 'World', 'By the other reading'].map((one) => ({ title: one })),
              rows,
              { quiet: true, stack: true },
            ),
          )
    }</li>`;
  });
  return section(
    'readings',
    'What another reading would change',
    html`<p>The words bear more than one meaning. Each other reading of one wording, all else read as it is shown:</p><ul class="pv-reading-differences">${parts}</ul>`,
  );
}

/** That no answer differs, and what would have to be settled for one to. */
function nothingSettled({ shown, other }: ReadingDifference['waits'], titles: EventTitles) {
  if (shown.length + other.length === 0) return 'nothing differs.';
  const listed = (events: readonly string[]) => eventWords(events, titles) || 'nothing else';
  return `nothing settled differs; they wait for different events: so read for ${listed(other)}, and as it is shown for ${listed(shown)}. Once one of these has a day they can part.`;
}

/** Groups of systems that differ on the same days, told once. */
function alike(groups: readonly GroupDifference[]) {
  const told = new Map<
    string,
    { parties: string[]; provisions: string[] } & Pick<GroupDifference, 'what' | 'world' | 'days'>
  >();
  for (const { party, provision, what, world, days } of groups) {
    const key = JSON.stringify([what, world, days]);
    const known = told.get(key) ?? { parties: [], provisions: [], what, world, days };
    told.set(key, {
      ...known,
      parties: [...new Set([...known.parties, party])],
      provisions: [...new Set([...known.provisions, provision])],
    });
  }
  return [...told.values()];
}
