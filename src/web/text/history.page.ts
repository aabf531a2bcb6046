import { html, raw } from 'hono/html';
import type { z } from 'zod';
import type { showHistory } from '../../app/text/show-history.ts';
import { redline } from '../../core/code/redline.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { renderRedline } from '../../format/html/redline.ts';
import type { Page } from '../page/layout.ts';
import { empty, type Html, tag } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { type Asked, baseOf, hrefTo } from './asked.ts';

type Shown = z.output<typeof showHistory.output>;
type Wording = Shown['wordings'][number];

/** Most provisions of one step of the history whose change is shown. */
const MOST = 60;

/** Every wording of a provision, the latest first, each as a redline against the one before it, and who made it. */
export function historyPage(view: View, asked: Asked, name: string, { instrument, wordings }: Shown): Page {
  const base = baseOf(instrument.id, name);
  const latest = wordings.findLast((one) => one.provision !== null);
  const steps = wordings.map((wording, at) => step(view, base, wording, wordings[at - 1])).reverse();
  return {
    title: `${instrument.shortTitle} ${name}: history`,
    section: 'code',
    kicker: html`<a href="${hrefTo(instrument.id, null, asked)}">${instrument.title}</a> › <a href="${hrefTo(instrument.id, name, asked)}">${name}</a>`,
    lede: `${latest?.provision?.heading == null ? '' : `${latest.provision.heading}. `}${wordings.length === 1 ? 'It has had one wording.' : `It has had ${wordings.length} wordings.`} The latest comes first; each is marked against the one before it.`,
    body: html`<p class="pv-notice">${instrument.notice}</p><ol class="pv-wordings" reversed>${steps}</ol>`,
  };
}

function step(view: View, base: string, wording: Wording, before: Wording | undefined): Html {
  const { label, inForceFrom, until, source, provision, reference } = wording;
  const from = formatDay(inForceFrom);
  const status =
    inForceFrom > view.today
      ? tag('not yet in force', 'wait')
      : until === null || until > view.today
        ? tag('in force', 'good')
        : '';
  return html`<li><h2>From ${dayText(inForceFrom)}${until === null ? '' : html` until before ${dayText(until)}`} ${status}</h2>
<p class="pv-made-by">Version ${label}, ${madeBy(source)}${provision === null ? '' : html`; printed as <a href="${base}?on=${from}">${reference ?? ''}</a>`}.${
    before === undefined
      ? ''
      : html` <a href="${base}?on=${from}&amp;against=${formatDay(before.inForceFrom)}">Compare<span class="govuk-visually-hidden"> with the wording before, version ${label}</span></a>`
  }</p>
${changeOf(wording, before)}</li>`;
}

function madeBy(source: Wording['source']): Html | string {
  if (source === null) return 'the first text in the record';
  if (source.kind === 'modification')
    return html`by modification <a href="/modifications/${source.reference}">${source.reference}</a>`;
  return source.kind === 'designation' ? `designated by ${source.reference}` : `by ${source.reference}`;
}

function changeOf({ provision }: Wording, before: Wording | undefined): Html {
  if (provision === null) return empty('It was taken out of the text.');
  const forest = (one: Wording['provision'] | undefined) => ({ provisions: one == null ? [] : [one] });
  // The first wording is shown as it reads, not as if all of it had been inserted.
  const blocks = redline(forest(before === undefined ? provision : before.provision), forest(provision));
  const shown = before === undefined ? blocks : blocks.filter((block) => block.status !== 'same' || block.moved);
  return html`${raw(renderRedline(shown.slice(0, MOST)))}${
    shown.length > MOST
      ? html`<p class="pv-quiet">${shown.length - MOST} more provisions; compare the two days to see them.</p>`
      : ''
  }`;
}
