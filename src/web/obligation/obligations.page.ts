import { html } from 'hono/html';
import type { z } from 'zod';
import type { listObligations } from '../../app/obligation/list-obligations.ts';
import type { ObligationRow } from '../../app/obligation/obligation-view.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import { MODALITY_IN_WORDS, owedInWords } from '../../core/obligation/owed-words.ts';
import type { Page } from '../page/layout.ts';
import {
  type Choice,
  type Column,
  empty,
  type Html,
  section,
  selectField,
  table,
  tag,
  textField,
} from '../page/parts.ts';
import { certaintyMark } from '../page/words.ts';
import type { View } from '../site.ts';
import { type Asked, obligationHref, provisionHref, queryOf } from './asked.ts';
import { profilesPart } from './profiles.ts';
import { bearersText, flagTag } from './words.ts';

type Listed = z.output<typeof listObligations.output>;

/** The filters of the list, as the address of its page says them. */
export const FILTERS = [
  'words',
  'instrument',
  'provision',
  'bearer',
  'modality',
  'due',
  'judged',
  'flagged',
  'sort',
] as const;

/** What of the list is asked for. */
export type Filters = Readonly<Partial<Record<(typeof FILTERS)[number], string>>>;

/** The code seen by obligation: who must do what, by when, under which provision. */
export function obligationsPage(view: View, asked: Asked, filters: Filters, listed: Listed): Page {
  const { on, obligations, total } = listed;
  const isAsked = FILTERS.some((name) => name !== 'sort' && (filters[name] ?? '') !== '');
  const many = obligations.length === 1 ? '1 obligation' : `${obligations.length} obligations`;
  return {
    title: 'Obligations',
    section: 'obligations',
    lede: html`The code seen by obligation, on ${writeDay(on)}: who must do what, by when, and under which words. <a href="/obligations/register">Register of who is bound</a> · <a href="/obligations/coverage${queryOf(asked)}">Coverage of the text</a> · <a href="/facts">Facts</a> · <a href="/obligations/readiness">Readiness</a> · ${calendarLink(view)} · <a href="/obligations/playground">Expression playground</a>`,
    body: html`${filterForm(view, asked, filters, listed)}
<p><strong>${many}</strong>${isAsked ? html` of ${total}. <a href="/obligations${queryOf(asked)}">Show all</a>` : '.'} <span class="pv-quiet">What is asked is said in our words; the words of the text are a link away.</span></p>
${obligations.length === 0 ? empty(isAsked ? 'No obligation fits.' : 'The rulebook of this code has no obligations yet.') : results(listed, asked, filters)}
${listed.bearers.length === 0 ? '' : profilesPart({ code: 'sec', classes: listed.bearers }, formatDay(on), asked.known)}`,
  };
}

/** What is due for whom is asked of a party. */
function calendarLink({ actor }: View): Html {
  return actor.party === undefined
    ? html`<a href="/parties">Calendars of the Parties</a>`
    : html`<a href="/parties/${actor.party}/duties">Your calendar</a>`;
}

function results({ obligations }: Listed, asked: Asked, filters: Filters): Html {
  const columns = columnsOf(asked, filters);
  const rows = (some: readonly ObligationRow[]) => some.map((one) => rowOf(one, asked));
  if ((filters.sort ?? 'provision') !== 'provision')
    return table('Obligations', columns, rows(obligations), { quiet: true, stack: true });
  const groups = Map.groupBy(
    obligations,
    ({ instrument, section: where }) => `${instrument.shortTitle}${where === null ? '' : `, ${where}`}`,
  );
  return html`${[...groups].map(([title, some], at) =>
    section(
      `group-${at}`,
      `${title} (${some.length})`,
      table(`Obligations of ${title}`, columns, rows(some), { quiet: true, stack: true }),
    ),
  )}`;
}

function columnsOf(asked: Asked, filters: Filters): readonly Column[] {
  const current = filters.sort ?? 'provision';
  const sorting = (title: string, sort: string): Column => ({
    title,
    link: `/obligations${queryOf(asked, { ...filters, sort })}`,
    ...(current === sort ? { sorted: 'ascending' } : {}),
  });
  return [
    sorting('Provision', 'provision'),
    sorting('Obligation', 'title'),
    sorting('Borne by', 'bearer'),
    sorting('When', 'due'),
    { title: 'To be settled by people' },
  ];
}

function rowOf(row: ObligationRow, asked: Asked): readonly (Html | string)[] {
  const { instrument, provision, absent, title, due, condition, judgementWords, judgements } = row;
  return [
    html`${absent === null ? html`<a href="${provisionHref(instrument.id, provision, asked)}">${provision}</a>` : provision}${absent === null ? '' : html`<br>${tag('not in force', 'wait')} <span class="pv-quiet">${absent}</span>`}`,
    html`<a href="${obligationHref(row.id, asked)}">${title}</a> ${certaintyMark(row.citation.certainty)}<br><span class="pv-quiet">${owedInWords(row)}</span>${row.flag === null ? '' : html`<br>${flagTag(row.flag)}`}`,
    bearersText(row),
    html`${due ?? 'all the time'}${condition === null ? '' : html`<br><span class="pv-quiet">while ${condition.words}</span>`}`,
    judgementWords.length === 0
      ? 'nothing'
      : html`${judgementWords.map((one, at) => html`${at === 0 ? '' : ', '}“${one}”`)}${judgements === 0 ? '' : html`<br><span class="pv-quiet">${judgements === 1 ? '1 judgement' : `${judgements} judgements`}</span>`}`,
  ];
}

function filterForm(view: View, asked: Asked, filters: Filters, listed: Listed): Html {
  const form = 'obligations';
  const any: Choice = { value: '', title: 'any' };
  const provision = filters.provision ?? '';
  const select = (name: keyof Filters, label: string, choices: readonly Choice[]) =>
    selectField(view, { form, name, label, value: filters[name] ?? '', choices: [any, ...choices] });
  const yes = (title: string, no: string) => [
    { value: 'true', title },
    { value: 'false', title: no },
  ];
  return html`<form class="pv-form pv-filter" method="get" action="/obligations" role="search" aria-label="Search the obligations">
${textField(view, { form, name: 'words', label: 'Search', type: 'search', width: 'medium', value: filters.words ?? '' })}
${select(
  'bearer',
  'Borne by',
  listed.bearers.map(({ id, title }) => ({ value: id, title })),
)}
${select(
  'modality',
  'Says',
  Object.entries(MODALITY_IN_WORDS).map(([value, title]) => ({ value, title })),
)}
${select('due', 'When', [
  { value: 'recurring', title: 'again and again' },
  { value: 'once', title: 'after an event' },
  { value: 'always', title: 'all the time' },
])}
${select('judged', 'Words judged by people', yes('has some', 'has none'))}
${select('flagged', 'Words changed', yes('changed, or will or may', 'as bound'))}
${
  listed.instruments.length < 2
    ? ''
    : select(
        'instrument',
        'In',
        listed.instruments.map(({ id, shortTitle }) => ({ value: id, title: shortTitle })),
      )
}
${provision === '' ? '' : textField(view, { form, name: 'provision', label: 'Bound to', width: 'short', value: provision })}
${textField(view, { form, name: 'on', label: 'On', type: 'date', width: 'short', value: asked.on ?? formatDay(asked.onDay) })}
${textField(view, { form, name: 'knownAt', label: 'As known at the end of', type: 'date', width: 'short', value: asked.known ?? '' })}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>`;
}
