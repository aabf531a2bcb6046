import { html } from 'hono/html';
import type { z } from 'zod';
import { adoptCode } from '../../app/text/adopt-code.ts';
import type { listInstruments } from '../../app/text/list-instruments.ts';
import type { listVersions } from '../../app/text/list-versions.ts';
import type { showText } from '../../app/text/show-text.ts';
import type { Provision } from '../../core/code/provision.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import type { Page } from '../page/layout.ts';
import { actForm, details, empty, type Html, section, table, tag } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { moveVersionPart } from './move-version.ts';
import { provisionsText } from './provisions.ts';
import { comparisonPart, readingForm } from './reading.ts';
import type { Asked } from './text.routes.ts';

interface Shown {
  readonly asked: Asked;
  readonly instruments: z.output<typeof listInstruments.output>;
  readonly text: z.output<typeof showText.output>;
  readonly versions: z.output<typeof listVersions.output>['versions'];
}

/** A code or other instrument: its text on a day, its versions, and any two days compared. */
export function instrumentPage(view: View, { asked, instruments, text, versions }: Shown): Page {
  const { instrument, version, on } = text;
  const href = (provision: Provision) => hrefOf(instrument.id, provision, asked);
  return {
    title: instrument.title,
    section: 'code',
    kicker: others(instrument.id, instruments),
    lede: version === null ? (text.absent ?? '') : html`Version ${version.label}, in force on ${writeDay(on)}.`,
    body: html`<p class="pv-notice">${instrument.notice}</p>
${readingForm(view, `/${instrument.id}`, asked)}
${text.comparison === null ? '' : comparisonPart(text.comparison)}
${section('versions', 'Versions', html`${versionsTable(view, instrument.id, versions)}${moveVersionPart(view, instrument.id, versions)}`)}
${section(
  'text',
  `The text on ${writeDay(on)}`,
  text.absent === null
    ? html`${text.provisions.map((one) => details(titleOf(one), provisionsText(one.text === '' ? one.children : [one], href), text.provisions.length < 4))}`
    : empty(text.absent),
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

function others(current: string, instruments: Shown['instruments']): Html {
  return html`<span class="pv-others">${instruments.map(
    (one) => html`<a href="/${one.id}"${one.id === current ? html` aria-current="page"` : ''}>${one.shortTitle}</a>`,
  )}</span>`;
}

function versionsTable(view: View, instrument: string, versions: Shown['versions']): Html {
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

function titleOf({ number, heading, kind }: Provision): string {
  const word = kind === 'section' ? 'Section ' : '';
  return `${word}${number ?? ''} ${heading ?? ''}`.trim();
}

/** Where a provision with a whole reference of its own is read; paragraphs in brackets are read under theirs. */
export function hrefOf(instrument: string, { number, kind }: Provision, asked: Asked): string | null {
  if (number === null || number.startsWith('(') || kind === 'heading') return null;
  const query =
    asked.permanence !== 'not-asked' || asked.knownAt === null ? '' : `&knownAt=${encodeURIComponent(asked.knownAt)}`;
  return `/${instrument}/${encodeURIComponent(number)}?on=${asked.on}${query}`;
}
