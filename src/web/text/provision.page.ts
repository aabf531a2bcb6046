import { html } from 'hono/html';
import type { z } from 'zod';
import type { showHistory } from '../../app/text/show-history.ts';
import type { showText } from '../../app/text/show-text.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import { parseInstant } from '../../core/kernel/instant.ts';
import type { Page } from '../page/layout.ts';
import { empty, facts, type Html, section, table } from '../page/parts.ts';
import { dayText, instantText } from '../page/words.ts';
import type { View } from '../site.ts';
import { type Asked, baseOf, hrefTo } from './asked.ts';
import { type Bar, currencyNotice, readingBar } from './bar.ts';
import { besideContents, besideLinks, entryTitle, partsList, type ShownContents } from './contents.ts';
import { formsPart, headOf } from './forms.ts';
import { provisionsText } from './provisions.ts';
import { comparisonPart, readingForm, type Versions } from './reading.ts';
import { type Related, relatedParts } from './related.ts';
import type { Slice } from './slice.ts';
import { definitionsPart, type Wording } from './words.ts';

interface Shown {
  readonly asked: Asked;
  readonly bar: Bar;
  readonly name: string;
  readonly text: z.output<typeof showText.output>;
  readonly contents: ShownContents;
  /** What of it one page shows; null when nothing is in force. */
  readonly slice: Slice | null;
  readonly wording: Wording | null;
  readonly related: Related | null;
  /** The open modifications that touch it; empty when none does. */
  readonly pending: Html | string;
  /** The obligations bound to it; empty when there are none. */
  readonly bound: Html | string;
  readonly wordings: z.output<typeof showHistory.output>['wordings'];
  readonly versions: Versions;
}

/** One provision on a day: its words with their links, what names it, its other wordings, and its other forms. */
export function provisionPage(view: View, shown: Shown): Page {
  const { asked, bar, name, text, contents, related, wording, wordings, versions, pending, bound } = shown;
  const { instrument, on } = text;
  const base = baseOf(instrument.id, name);
  const heading = text.provisions[0]?.heading ?? null;
  return {
    title: `${instrument.shortTitle} ${name}`,
    section: 'code',
    kicker: html`<a href="${hrefTo(instrument.id, null, asked)}">${instrument.title}</a>${contents.trail
      .slice(0, -1)
      .map((one) => html` › <a href="${hrefTo(instrument.id, one.name, asked)}">${entryTitle(one)}</a>`)}`,
    ...(heading === null ? {} : { lede: heading }),
    head: headOf(bar),
    body: html`${readingBar(bar)}
${besideContents(
  contents,
  asked,
  html`${currencyNotice(bar, view.today)}
${readingForm(view, base, asked, versions)}
${text.comparison === null ? '' : comparisonPart(text.comparison)}
${section('words', `On ${writeDay(on)}`, words(shown))}
${pending}
${bound}
<p class="pv-notice">${instrument.notice}</p>
${besideLinks(contents, asked)}
${wording === null ? '' : definitionsPart(wording)}
<div class="pv-around">${related === null ? '' : relatedParts(related, name, asked)}
${section('wordings', 'Every wording', wordingsTable(view, base, wordings))}</div>
${formsPart(bar, view.site.config.baseUrl)}
${section('about', 'About this answer', aboutAnswer(text, asked))}`,
)}`,
  };
}

function words({ asked, text, contents, slice, wording }: Shown): Html {
  if (text.absent !== null || slice === null) return empty(text.absent ?? '');
  const { id } = text.instrument;
  const parts = contents.trail.at(-1)?.entries ?? [];
  if (slice.kind === 'parts') {
    return html`<p>It has ${slice.count.toLocaleString('en-GB')} provisions, and is read a part at a time; as one file it is under “Take it with you”.</p>${partsList(parts, id, asked)}`;
  }
  const here = hrefTo(id, contents.trail.at(-1)?.name ?? text.reference, asked);
  const page = (number: number) => `${here}${here.includes('?') ? '&' : '?'}part=${number}`;
  return html`${wording === null ? '' : provisionsText(slice.provisions, wording)}${
    slice.pages === 1
      ? ''
      : html`<nav class="pv-beside" aria-label="Pages of ${text.reference ?? ''}">${slice.page > 1 ? html`<a rel="prev" href="${page(slice.page - 1)}">Page before</a>` : html`<span></span>`}<span>Page ${slice.page} of ${slice.pages}</span>${slice.page < slice.pages ? html`<a rel="next" href="${page(slice.page + 1)}">Next page</a>` : html`<span></span>`}</nav>`
  }`;
}

function aboutAnswer({ version, wording }: Shown['text'], asked: Asked): Html {
  const known = asked.knownAt === null ? null : parseInstant(asked.knownAt);
  return facts([
    ['Version', version === null ? 'none in force' : version.label],
    [
      'Reads so',
      wording === null
        ? 'not on this day'
        : html`from ${dayText(wording.inForceFrom)}${wording.until === null ? ', until it is changed' : html` until before ${dayText(wording.until)}`}`,
    ],
    ['As known', known === null ? STANDS[asked.permanence] : html`at ${instantText(known)}`],
  ]);
}

const STANDS: Readonly<Record<Asked['permanence'], string>> = {
  'not-asked': 'as the record stands',
  permanent: 'as the record stands',
  'day-not-ended': 'as the record stands; the answer of this address stays as it is once the day has ended',
  'before-the-record': 'as the record stands, since it begins after this day',
};

function wordingsTable(view: View, base: string, wordings: Shown['wordings']): Html {
  const rows = wordings.map((wording, at) => {
    const from = formatDay(wording.inForceFrom);
    const before = wordings[at - 1];
    return [
      html`<a href="${base}?on=${from}">${dayText(wording.inForceFrom)}</a>`,
      wording.label,
      wording.provision === null
        ? 'not in the text'
        : wording.inForceFrom > view.today
          ? 'to come'
          : (wording.reference ?? ''),
      before === undefined
        ? ''
        : html`<a href="${base}?on=${from}&amp;against=${formatDay(before.inForceFrom)}">what changed</a>`,
    ];
  });
  const columns = ['From', 'Version', 'Printed as', 'Redline'].map((title) => ({ title }));
  return html`${table('Wordings of the provision by the day from which they are in force', columns, rows, { quiet: true })}
<p><a href="${base}/history">Its history: every wording against the one before it, and who made it</a></p>`;
}
