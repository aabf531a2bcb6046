import { html } from 'hono/html';
import type { z } from 'zod';
import { adoptCode } from '../../app/text/adopt-code.ts';
import type { listInstruments } from '../../app/text/list-instruments.ts';
import type { showText } from '../../app/text/show-text.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import { type BoundClasses, profilesPart } from '../obligation/profiles.ts';
import type { Page } from '../page/layout.ts';
import { actForm, empty, type Html, section, table, tag } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { type Asked, baseOf } from './asked.ts';
import { type Bar, currencyNotice, readingBar } from './bar.ts';
import { besideContents, partsList, type ShownContents } from './contents.ts';
import { formsPart, headOf } from './forms.ts';
import { moveVersionPart } from './move-version.ts';
import { provisionsText } from './provisions.ts';
import { comparisonPart, readingForm, type Versions } from './reading.ts';
import { definitionsPart, type Wording } from './words.ts';

interface Shown {
  readonly asked: Asked;
  readonly bar: Bar;
  readonly instruments: z.output<typeof listInstruments.output>;
  readonly text: z.output<typeof showText.output>;
  readonly contents: ShownContents;
  /** The whole text in words, where it is short enough for one page. */
  readonly wording: Wording | null;
  readonly versions: Versions;
  /** The classes of parties that it binds; null where none are known. */
  readonly bound: BoundClasses | null;
}

/** A code or other instrument: its documents or, where it is short, its text; its versions, and any two days compared. */
export function instrumentPage(view: View, shown: Shown): Page {
  const { asked, bar, instruments, text, contents, wording, versions, bound } = shown;
  const { instrument, version, on } = text;
  const words =
    text.absent !== null
      ? empty(text.absent)
      : wording === null
        ? partsList(contents.entries, instrument.id, asked)
        : provisionsText(text.provisions, wording);
  return {
    title: instrument.title,
    section: 'code',
    kicker: others(instrument.id, instruments),
    lede: version === null ? (text.absent ?? '') : html`Version ${version.label}, in force on ${writeDay(on)}.`,
    head: headOf(bar),
    body: html`${readingBar(bar)}
${besideContents(
  contents,
  asked,
  html`${currencyNotice(bar, view.today)}
<p class="pv-notice">${instrument.notice}</p>
${readingForm(view, baseOf(instrument.id, null), asked, versions)}
${text.comparison === null ? '' : comparisonPart(text.comparison)}
${section('text-on-day', `The text on ${writeDay(on)}`, words)}
${wording === null ? '' : definitionsPart(wording)}
${section('versions', 'Versions', html`${versionsTable(view, instrument.id, versions)}${moveVersionPart(view, instrument.id, versions)}${importLink(view, instrument.id)}`)}
${formsPart(bar, view.site.config.baseUrl)}
${bound === null || version === null ? '' : profilesPart(bound, formatDay(on))}`,
)}`,
  };
}

/** Shown at `/sec` while the record holds no code. */
export async function noInstrumentPage(view: View): Promise<Page> {
  const rulebook = await view.site.ports.rulebooks.current('sec');
  const isAdministrator = view.actor.role === 'code-administrator';
  return {
    title: 'No code is in the record yet',
    section: 'code',
    lede: 'The rulebook holds these instruments; the Code Administrator takes them into the record.',
    body: html`<ul>${rulebook.instruments.map(
      (one) =>
        html`<li>${one.title}${
          isAdministrator
            ? actForm(view, {
                operation: adoptCode,
                id: `adopt-${one.id}`,
                input: { code: rulebook.code, instrument: one.id },
                fields: '',
                button: `Take the ${one.shortTitle} into the record`,
                done: `The ${one.title} is in the record.`,
                back: `/${one.id}`,
              })
            : ''
        }</li>`,
    )}</ul>`,
  };
}

/** For the Code Administrator: a file as the next version. */
function importLink(view: View, instrument: string): Html | string {
  if (view.actor.role !== 'code-administrator') return '';
  return html`<p><a href="/import?instrument=${instrument}">Import a document as the next version</a></p>`;
}

function others(current: string, instruments: Shown['instruments']): Html {
  return html`<span class="pv-others">${instruments.map(
    (one) => html`<a href="/${one.id}"${one.id === current ? html` aria-current="page"` : ''}>${one.shortTitle}</a>`,
  )}</span>`;
}

function versionsTable(view: View, instrument: string, versions: Versions): Html {
  const rows = versions.map((version, at) => {
    const before = versions[at - 1];
    const isCurrent = version.inForceFrom <= view.today && (version.until === null || view.today < version.until);
    const from = formatDay(version.inForceFrom);
    return [
      html`<a href="/${instrument}?on=${from}">${version.label}</a>${isCurrent ? html` ${tag('in force', 'good')}` : ''}${version.inForceFrom > view.today ? html` ${tag('to come', 'wait')}` : ''}`,
      dayText(version.inForceFrom),
      version.source === null
        ? 'first text in the record'
        : version.source.kind === 'modification'
          ? html`<a href="/modifications/${version.source.reference}">${version.source.reference}</a>`
          : version.source.reference,
      version.changed.length === 0 ? '' : html`${version.changed.join(', ')}`,
      before === undefined
        ? ''
        : html`<a href="/${instrument}?on=${from}&amp;against=${formatDay(before.inForceFrom)}">against ${before.label}</a>`,
    ];
  });
  const columns = ['Version', 'In force from', 'Made by', 'Changed', 'Redline'].map((title) => ({ title }));
  return table('Versions in the order in which they are in force', columns, rows.reverse(), {
    quiet: true,
    stack: true,
  });
}
