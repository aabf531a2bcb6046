import { html } from 'hono/html';
import type { ImpactView } from '../../app/effect/show-impact.ts';
import { paragraphsOf } from '../../core/document/report-impact.ts';
import type { ImpactFigure } from '../../core/modification/impact/impact.ts';
import { details, type Html, table, tag } from '../page/parts.ts';
import { dayText, instantText } from '../page/words.ts';

/** What is said of the impact on Parties: as it was signed, else as it is computed. */
export function impactPart(impact: ImpactView): Html {
  const { modification, signed, draft, signable } = impact;
  const to = `/modifications/${modification}/impact`;
  return html`${standing(impact)}
${(signed === null ? draft.paragraphs : paragraphsOf(signed.text)).map((one) => html`<p>${one}</p>`)}
${details('The figures', figuresTable((signed ?? draft).figures))}
<p><a href="${to}">${signable === null ? 'How it was computed' : signed === null ? 'Edit the words and sign them' : 'How it was computed, and sign anew'}</a> · <a href="/modifications/${modification}/effect">The effect Party by Party</a> · <a href="/obligations/readiness?modification=${modification}">Readiness and cover with it</a></p>`;
}

/** The same where a vote is cast: the words at once, and that they are signed or not. */
export function impactOnBallot(impact: ImpactView): Html {
  return html`<div class="pv-impact"><h3>Impact on Parties</h3>${impactPart(impact)}</div>`;
}

/** Who signed and when, or that nobody has, and whether it is out of date and why. */
export function standing({ signed, outOfDate, decidedAt }: ImpactView): Html {
  if (signed === null) {
    return html`<p>${tag('not signed', 'wait')} These words follow from the record by computation; nobody has signed them.</p>`;
  }
  const { by, on, basis } = signed;
  return html`<p>${tag('signed', 'good')} By ${by} on ${dayText(on)}, with the figures as they were computed at ${instantText(basis.computedAt)}.</p>
${
  outOfDate.length === 0
    ? ''
    : html`<div class="pv-warning"><p>${tag('out of date', 'bad')} ${decidedAt === null ? 'What was signed no longer holds:' : 'When it was approved, what was signed no longer held:'}</p><ul>${outOfDate.map((one) => html`<li>${one}</li>`)}</ul></div>`
}`;
}

/** The figures of an impact. */
export function figuresTable(figures: readonly ImpactFigure[]): Html {
  return table(
    'What the effect on duties comes to',
    [{ title: 'Figure' }, { title: 'Value' }],
    figures.map(({ title, value }) => [title, value]),
    { quiet: true, stack: true },
  );
}
