import { html } from 'hono/html';
import type { z } from 'zod';
import type { listModifications } from '../../app/modification/list-modifications.ts';
import type { whatsNext } from '../../app/modification/whats-next.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import type { Page } from '../page/layout.ts';
import { empty, type Html, selectField, type Tone, table, tag, textField } from '../page/parts.ts';
import { dayText, instantText } from '../page/words.ts';
import type { View } from '../site.ts';
import { whereItStands } from './where.ts';

type Row = z.output<typeof listModifications.output>['modifications'][number];
type Next = z.output<typeof whatsNext.output>['next'];

/** What the reader of the register chose. */
export interface Choice {
  readonly words: string;
  readonly sort: string;
  readonly knownAt: string;
}

const SORTS: Readonly<Record<string, { title: string; compare: (a: Row, b: Row) => number }>> = {
  raised: { title: 'Raised last first', compare: (a, b) => b.raisedOn - a.raisedOn },
  id: { title: 'By number', compare: (a, b) => (a.id < b.id ? -1 : 1) },
  title: { title: 'By title', compare: (a, b) => (a.title < b.title ? -1 : 1) },
  stage: { title: 'By stage', compare: (a, b) => (a.stage < b.stage ? -1 : 1) },
};

/** The register of modifications: where each stands, what comes next, by whom and when. */
export function registerPage(
  view: View,
  all: readonly Row[],
  next: Next,
  stageTitle: (row: Row) => string,
  choice: Choice,
  now: Instant,
  awaiting: Html | string,
): Page {
  const words = choice.words.toLowerCase();
  const found = all
    .filter((row) => `${row.id} ${row.title} ${row.proposer}`.toLowerCase().includes(words))
    .toSorted((SORTS[choice.sort] ?? SORTS.raised)?.compare);
  const columns = ['Modification', 'Stage', 'Next step', 'By whom', 'Next date', 'Raised'].map((title) => ({ title }));
  return {
    title: 'Register of modifications',
    section: 'register',
    lede: html`Every proposal to change the code: where it stands, what happens next, by whom and by when. <a href="/conflicts">Where open ones are in conflict</a>`,
    body: html`${awaiting}${filterForm(view, choice)}
${
  all.length === 0
    ? empty(
        html`No modification has been raised in this record yet. A Proposer raises the first with <code>npx proviso modification raise-proposal --help</code>, or over the <a href="/api">API</a>.`,
      )
    : found.length === 0
      ? empty(html`No modification matches “${choice.words}”. <a href="/">Show all</a>`)
      : table(
          'Modifications',
          columns,
          found.map((row) => registerRow(row, next, stageTitle, now)),
          { quiet: true, stack: true },
        )
}`,
  };
}

function registerRow(row: Row, next: Next, stageTitle: (row: Row) => string, now: Instant): readonly (Html | string)[] {
  const all = next.filter((act) => act.modification === row.id);
  const acts = all.filter((act) => !act.optional);
  const [first] = acts;
  return [
    html`<a href="/modifications/${row.id}">${row.id}</a><br>${row.title}`,
    row.status === 'open'
      ? html`${stageTitle(row)}<br>${tag(whereItStands(all), 'open')}`
      : html`${tag(row.status, END_TONES[row.status] ?? 'plain')}<br><span class="pv-quiet">${stageTitle(row)}</span>`,
    first === undefined
      ? '–'
      : html`${sentenceCase(first.act)}${acts.length > 1 ? html`<br><span class="pv-quiet">and ${acts.length - 1} more</span>` : ''}`,
    first === undefined ? '–' : sentenceCase(first.who),
    first === undefined ? '–' : dateOf(first, now),
    html`${dayText(row.raisedOn)}<br><span class="pv-quiet">by the ${row.proposer}</span>`,
  ];
}

const END_TONES: Readonly<Record<string, Tone>> = { Implemented: 'good', Rejected: 'bad', 'Not progressed': 'wait' };

function dateOf({ from, until }: Next[number], now: Instant): Html | string {
  if (until === null) return from === null ? 'no date set' : dayText(from);
  return html`${instantText(until)}${until < now ? html`<br>${tag('overdue', 'bad')}` : ''}`;
}

function filterForm(view: View, choice: Choice): Html {
  const form = 'register';
  return html`<form class="pv-form pv-filter" method="get" action="/" aria-label="Search the register">
${textField(view, { form, name: 'q', label: 'Search', type: 'search', value: choice.words, width: 'medium' })}
${selectField(view, { form, name: 'sort', label: 'Order', value: choice.sort, choices: Object.entries(SORTS).map(([value, { title }]) => ({ value, title })) })}
${textField(view, { form, name: 'knownAt', label: 'As it stood on', type: 'date', value: choice.knownAt, width: 'short' })}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button>
</form>`;
}

/** With a capital first letter. */
export function sentenceCase(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
