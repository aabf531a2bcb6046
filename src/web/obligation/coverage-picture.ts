import { html } from 'hono/html';
import type { z } from 'zod';
import type { showCoverage } from '../../app/obligation/show-coverage.ts';
import { unwordedText } from '../../core/obligation/coverage.ts';
import { type Html, table } from '../page/parts.ts';

type Instrument = z.output<typeof showCoverage.output>['instruments'][number];

const ROW = 30;
const BAR = 16;
const LEFT = 250;
const WIDTH = 900;
const RIGHT = 64;

/** A bar for each section: provisions that are covered, those that lay a duty and are not, and those without such words. */
export function coveragePicture({ instrument, sections }: Instrument): Html {
  const most = Math.max(1, ...sections.map(totalOf));
  const scale = (WIDTH - LEFT - RIGHT) / most;
  const height = sections.length * ROW + 4;
  const label = `Provisions of ${instrument.shortTitle} per section: ${sections
    .map(
      (one) =>
        `${one.reference}: ${one.covered} covered, ${one.uncovered} uncovered, ${one.silent} without words of duty${one.unworded.length === 0 ? '' : `, ${unwordedText(one.unworded)}`}`,
    )
    .join('; ')}.`;
  return html`<div class="pv-picture pv-coverage" role="region" aria-label="Picture of ${instrument.shortTitle}" tabindex="0"><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">
${sections.map((one, at) => {
  const y = at * ROW + 4;
  const parts = [
    { kind: 'covered', count: one.covered },
    { kind: 'uncovered', count: one.uncovered },
    { kind: 'silent', count: one.silent },
  ];
  let x = LEFT;
  const bars = parts.map(({ kind, count }) => {
    const from = x;
    x += count * scale;
    return count === 0
      ? ''
      : html`<rect class="pv-coverage-${kind}" x="${from.toFixed(1)}" y="${y}" width="${(count * scale).toFixed(1)}" height="${BAR}"/>`;
  });
  const text = short(`${one.reference} ${one.heading ?? ''}`.trim());
  return html`<text class="pv-row-label" x="${LEFT - 10}" y="${y + 13}">${text}</text>${bars}<text class="pv-tick-label" x="${(x + 8).toFixed(1)}" y="${y + 13}">${totalOf(one)}</text>`;
})}
</svg></div>`;
}

/** What the shades of the picture mean. */
export function coverageLegend(): Html {
  const marks = [
    ['covered', 'an obligation is bound to it'],
    ['uncovered', 'it lays a duty and none is bound to it, or not to every limb'],
    ['silent', 'no words of duty'],
  ] as const;
  return html`<ul class="pv-legend" aria-label="Marks of the picture">${marks.map(
    ([mark, meaning]) =>
      html`<li><span class="pv-legend-mark pv-legend-${mark}" aria-hidden="true"></span>${meaning}</li>`,
  )}</ul>`;
}

/** The picture as a table. */
export function coverageTable({ instrument, sections }: Instrument): Html {
  const numeric = true;
  return table(
    `Provisions of ${instrument.shortTitle} per section`,
    [
      { title: 'Section' },
      { title: 'Covered', numeric },
      { title: 'Uncovered', numeric },
      { title: 'No words of duty', numeric },
      { title: 'Duties with an obligation', numeric },
    ],
    sections.map((one) => [
      `${one.reference} ${one.heading ?? ''}`.trim(),
      String(one.covered),
      String(one.uncovered),
      String(one.silent),
      `${one.dutiesCovered} of ${one.duties}${one.unworded.length === 0 ? '' : `; ${unwordedText(one.unworded)}`}`,
    ]),
    { quiet: true, stack: true },
  );
}

function totalOf({ covered, uncovered, silent }: Instrument['sections'][number]): number {
  return covered + uncovered + silent;
}

function short(text: string): string {
  return text.length > 38 ? `${text.slice(0, 36)}…` : text;
}
