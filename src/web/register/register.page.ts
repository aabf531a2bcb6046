import { html } from 'hono/html';
import type { z } from 'zod';
import type { listModifications } from '../../app/modification/list-modifications.ts';
import type { whatsNext } from '../../app/modification/whats-next.ts';
import { type Instant, writeInstant } from '../../core/kernel/instant.ts';
import type { Page } from '../page/layout.ts';
import { type Column, empty, type Html, type Tone, table, tag } from '../page/parts.ts';
import { dayText, instantText } from '../page/words.ts';
import type { View } from '../site.ts';
import { countsPicture } from './counts.ts';
import { type Asked, type Choices, filterForm, pageUrl, queryOf } from './filter-form.ts';
import { whereItStands } from './where.ts';

export type Listed = z.output<typeof listModifications.output>;
type Row = Listed['modifications'][number];
type Next = z.output<typeof whatsNext.output>['next'];

/** What the page of the register shows. */
export interface Shown {
  readonly listed: Listed;
  /** What happens next on the modifications of this page. */
  readonly next: Next;
  readonly asked: Asked;
  readonly choices: Choices;
  readonly stageTitle: (row: Pick<Row, 'code' | 'stage' | 'status'>) => string;
  /** The instant as of which what is overdue is told. */
  readonly now: Instant;
  /** What awaits whoever is signed in, and the saved views. */
  readonly awaiting: Html | string;
  readonly views: Html | string;
  /** Whether whoever is signed in may raise a proposal. */
  readonly raises: boolean;
}

/** The register of modifications: where each stands, what comes next, by whom and when. */
export function registerPage(view: View, shown: Shown): Page {
  const { listed, asked } = shown;
  const isAsked = queryOf(asked).replace(/(^|&)(sort|on)=[^&]*/g, '') !== '';
  return {
    title: 'Register of modifications',
    section: 'register',
    lede: html`Every proposal to change the code: where it stands, what happens next, by whom and by when. <a href="/board">Board of the open ones</a> · <a href="/timetables">Timetables</a> · <a href="/conflicts">Where open ones are in conflict</a>`,
    body: html`${shown.raises ? html`<p><a class="govuk-button" href="/modifications/new">Raise a proposal</a></p>` : ''}${shown.awaiting}${stoodText(listed)}${filterForm(view, asked, shown.choices)}${shown.views}
${listed.ignored.length === 0 ? '' : html`<p class="pv-quiet">Not looked for, since every text has ${listed.ignored.length === 1 ? 'it' : 'them'}: ${listed.ignored.join(', ')}.</p>`}
${
  listed.total > 0
    ? results(shown)
    : isAsked
      ? empty(html`No modification fits. <a href="${pageUrl({ on: asked.on ?? '' })}">Show all</a>`)
      : empty(
          listed.asOf === null
            ? html`No modification has been raised in this record yet. A Proposer raises the first <a href="/modifications/new">by its form</a>, with <code>npx proviso modification raise-by-form --help</code>, or over the <a href="/api">API</a>.`
            : html`No modification had been raised by then. <a href="/">Show the register as it stands</a>`,
        )
}`,
  };
}

/** What was asked and cannot be answered, to be asked otherwise: every filter stays as it was. */
export function refusedRegisterPage(view: View, asked: Asked, choices: Choices): Page {
  return {
    title: 'Register of modifications',
    section: 'register',
    body: html`${filterForm(view, asked, choices)}<p><a href="/">Show the register as it stands</a></p>`,
  };
}

/** The day as of which it is read, where it is not now: always said, so that a page that is kept says what it is. */
function stoodText({ asOf }: Listed): Html | string {
  if (asOf === null) return '';
  return html`<p class="pv-as-of" role="note"><strong>As it stood at ${instantText(asOf)}.</strong> What was recorded later is left out. <a href="/">Show the register as it stands</a></p>`;
}

function results({ listed, next, asked, stageTitle, now }: Shown): Html {
  const { total, counts, modifications } = listed;
  const many = total === 1 ? '1 modification' : `${total.toLocaleString('en-GB')} modifications`;
  const part = modifications.length < total ? ` (${modifications.length} on this page)` : '';
  const files = queryOf({ ...asked, after: '' });
  const suffix = files === '' ? '' : `?${files}`;
  const nextPage = listed.next;
  return html`<div class="pv-register-head"><p><strong>${many}</strong>${part}. <span class="pv-quiet">As a file: <a href="/register.csv${suffix}" download>CSV</a>, <a href="/register.json${suffix}" download>JSON</a></span></p>
${countsPicture(counts, (status) => pageUrl({ ...asked, status, after: '' }))}</div>
${table(
  listed.asOf === null ? 'Modifications' : `Modifications as they stood at ${writeInstant(listed.asOf)}`,
  columnsOf(asked),
  modifications.map((row) => registerRow(row, next, stageTitle, now)),
  { quiet: true, stack: true },
)}
${
  (asked.after ?? '') === '' && nextPage === null
    ? ''
    : html`<nav class="pv-beside" aria-label="Pages of the register">${(asked.after ?? '') === '' ? html`<span></span>` : html`<a href="${pageUrl({ ...asked, after: '' })}">First page</a>`}${nextPage === null ? '' : html`<a rel="next" href="${pageUrl({ ...asked, after: nextPage })}">Next page</a>`}</nav>`
}`;
}

/** Columns that give an order lead to it. */
function columnsOf(asked: Asked): readonly Column[] {
  const current = asked.sort ?? '';
  const sorting = (title: string, sort: string, direction: 'ascending' | 'descending'): Column => ({
    title,
    link: pageUrl({ ...asked, sort, after: '' }),
    ...(current === sort || (current === '' && sort === 'raised' && (asked.words ?? '') === '')
      ? { sorted: direction }
      : {}),
  });
  return [
    sorting('Modification', 'id', 'ascending'),
    sorting('Stage', 'status', 'ascending'),
    { title: 'Next step' },
    { title: 'By whom' },
    { title: 'Next date' },
    sorting('Raised', 'raised', 'descending'),
  ];
}

function registerRow(row: Row, next: Next, stageTitle: Shown['stageTitle'], now: Instant): readonly (Html | string)[] {
  const all = next.filter((act) => act.modification === row.id);
  const acts = all.filter((act) => !act.optional);
  const [first] = acts;
  return [
    html`<a href="/modifications/${row.id}">${row.id}</a>${row.urgency === 'urgent' ? html` ${tag('urgent', 'wait')}` : ''}<br>${row.title}`,
    row.status === 'open'
      ? html`${stageTitle(row)}<br>${tag(whereItStands(all), 'open')}`
      : html`${tag(row.status, END_TONES[row.status] ?? 'plain')}<br><span class="pv-quiet">${row.published === null ? stageTitle(row) : html`in <a href="/${row.code}">version ${row.published}</a>`}</span>`,
    first === undefined
      ? '–'
      : html`${sentenceCase(first.act)}${acts.length > 1 ? html`<br><span class="pv-quiet">and ${acts.length - 1} more</span>` : ''}`,
    first === undefined ? '–' : sentenceCase(first.who),
    first === undefined ? '–' : dateOf(first, now),
    html`${dayText(row.raisedOn)}<br><span class="pv-quiet">by ${row.proposer}</span>`,
  ];
}

const END_TONES: Readonly<Record<string, Tone>> = { Implemented: 'good', Rejected: 'bad', 'Not progressed': 'wait' };

function dateOf({ from, until }: Next[number], now: Instant): Html | string {
  if (until === null) return from === null ? 'no date set' : dayText(from);
  return html`${instantText(until)}${until < now ? html`<br>${tag('overdue', 'bad')}` : ''}`;
}

/** With a capital first letter. */
export function sentenceCase(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
