import { html } from 'hono/html';
import type { z } from 'zod';
import type { BOARD_ORDERS, showBoard } from '../../app/register/show-board.ts';
import { RISKS, type Risk } from '../../core/modification/next/slack.ts';
import type { Page } from '../page/layout.ts';
import {
  type Choice,
  type Column,
  empty,
  type Html,
  hidden,
  selectField,
  type Tone,
  table,
  tag,
  textField,
} from '../page/parts.ts';
import { citationText, dayText, instantText } from '../page/words.ts';
import { sentenceCase } from '../register/register.page.ts';
import type { View } from '../site.ts';

type Board = z.output<typeof showBoard.output>;
type Item = Board['items'][number];

const NAMES = ['words', 'who', 'risk', 'stage', 'path', 'sort', 'as'] as const;
/** What the board is asked, as the address of its page says it. */
export type Asked = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

/** How each risk is named and coloured: never by colour alone. */
const RISK_WORDS: Record<Risk, { readonly title: string; readonly tone: Tone }> = {
  late: { title: 'late', tone: 'bad' },
  'at-risk': { title: 'at risk', tone: 'wait' },
  'on-time': { title: 'on time', tone: 'good' },
  'no-date': { title: 'no date', tone: 'plain' },
  'on-hold': { title: 'on hold', tone: 'wait' },
  none: { title: 'runs by itself', tone: 'open' },
};

const ORDER_TITLES: Record<(typeof BOARD_ORDERS)[number], string> = {
  due: 'Due first',
  risk: 'Most at risk first',
  who: 'By who holds it',
  id: 'By number',
  title: 'By title',
};

/** Reads what is asked from the query of an address. */
export function askedOf(query: URLSearchParams): Asked {
  return Object.fromEntries(
    NAMES.map((name) => [name, query.get(name)?.trim() ?? '']).filter(([, value]) => value !== ''),
  );
}

/** The query that asks so. */
export function queryOf(asked: Asked): string {
  const given = NAMES.map((name): [string, string] => [name, asked[name] ?? '']);
  return new URLSearchParams(given.filter(([, value]) => value !== '')).toString();
}

function urlOf(asked: Asked): string {
  const query = queryOf(asked);
  return query === '' ? '/board' : `/board?${query}`;
}

/** All open modifications at once: in columns by stage, or as a table. */
export function boardPage(
  view: View,
  board: Board,
  {
    asked,
    holders,
    views,
  }: { readonly asked: Asked; readonly holders: readonly Choice[]; readonly views: Html | string },
): Page {
  const { items, open } = board;
  const isTable = asked.as === 'table';
  return {
    title: 'Board',
    section: 'register',
    kicker: html`<a href="/">Register of modifications</a>`,
    lede: html`${open === 1 ? '1 modification is open' : `${open} modifications are open`}: what each waits for, who holds it, and how much time is left.`,
    body: html`${filterForm(view, board, asked, holders)}${views}
<div class="pv-board-head">${riskList(board, asked)}<p class="pv-as">${isTable ? html`<a href="${urlOf({ ...asked, as: '' })}">As columns</a> · <strong>As a table</strong>` : html`<strong>As columns</strong> · <a href="${urlOf({ ...asked, as: 'table' })}">As a table</a>`}</p></div>
${
  open === 0
    ? empty(html`No modification is open. <a href="/">Go to the register</a>`)
    : items.length === 0
      ? empty(html`No open modification fits. <a href="${urlOf({ as: asked.as ?? '' })}">Show all</a>`)
      : isTable
        ? asTable(board, asked)
        : asColumns(board)
}`,
  };
}

function riskList({ risks }: Board, asked: Asked): Html {
  return html`<ul class="pv-risks" aria-label="How many are at which risk">${risks
    .filter(({ count }) => count > 0)
    .map(({ risk, count }) => {
      const { title, tone } = RISK_WORDS[risk];
      const on = asked.risk === risk;
      return html`<li><a href="${urlOf({ ...asked, risk: on ? '' : risk })}"${on ? html` aria-current="true"` : ''}>${tag(title, tone)} ${count}</a></li>`;
    })}</ul>`;
}

function asColumns({ stages, items }: Board): Html {
  const columns = stages.map((stage) => ({
    ...stage,
    items: items.filter((item) => item.code === stage.code && item.stage === stage.id),
  }));
  const codes = new Set(columns.filter((one) => one.items.length > 0).map(({ code }) => code));
  const shown = columns.filter((one) => one.items.length > 0 || (codes.size === 1 && codes.has(one.code)));
  return html`<div class="pv-board">${shown.map(
    (column, at) => html`<section class="pv-board-stage" aria-labelledby="stage-${at}">
<h2 id="stage-${at}">${codes.size > 1 ? html`<span class="pv-quiet">${column.code.toUpperCase()}</span> ` : ''}${column.title} <span class="pv-quiet">(${column.items.length})</span></h2>
${column.items.length === 0 ? html`<p class="pv-quiet">None.</p>` : html`<ol>${column.items.map(card)}</ol>`}</section>`,
  )}</div>`;
}

function card(item: Item): Html {
  return html`<li class="pv-board-card pv-risk-${item.risk}"><p><a href="/modifications/${item.id}">${item.id}</a>${urgentTag(item)} ${item.title}</p>
${item.next === null ? '' : html`<p>${nextLink(item)}<br><span class="pv-quiet">${sentenceCase(item.next.who)}${more(item)}</span></p>`}
<p>${riskTag(item)} <span class="pv-quiet">${dateText(item)}</span></p></li>`;
}

function asTable({ items, stages }: Board, asked: Asked): Html {
  const titles = new Map(stages.map(({ code, id, title }) => [`${code}/${id}`, title]));
  const current = asked.sort ?? 'due';
  const sorting = (title: string, sort: keyof typeof ORDER_TITLES): Column => ({
    title,
    link: urlOf({ ...asked, sort }),
    ...(current === sort ? { sorted: 'ascending' as const } : {}),
  });
  return table(
    'Open modifications',
    [
      sorting('Modification', 'id'),
      { title: 'Stage' },
      { title: 'Next step' },
      sorting('Who holds it', 'who'),
      sorting('By', 'due'),
      sorting('Risk', 'risk'),
      { title: 'Clause' },
    ],
    items.map((item) => [
      html`<a href="/modifications/${item.id}">${item.id}</a>${urgentTag(item)}<br>${item.title}`,
      html`${titles.get(`${item.code}/${item.stage}`) ?? item.stage}<br><span class="pv-quiet">${item.path}</span>`,
      item.next === null ? '–' : nextLink(item),
      item.next === null ? '–' : html`${sentenceCase(item.next.who)}${more(item)}`,
      dateText(item),
      riskTag(item),
      item.next === null ? '–' : citationText(item.next.citation),
    ]),
    { quiet: true, stack: true },
  );
}

function nextLink({ id, next }: Item): Html | string {
  if (next === null) return '';
  return html`<a class="pv-plain-link" href="/modifications/${id}#next-${next.operation ?? 'clock'}-${next.step}">${sentenceCase(next.act)}</a>`;
}

function more({ others }: Item): Html | string {
  return others === 0 ? '' : html`, and ${others} more`;
}

function urgentTag({ urgency }: Item): Html | string {
  return urgency === 'urgent' ? html` ${tag('urgent', 'wait')}` : '';
}

function riskTag({ risk, slack }: Item): Html {
  const { title, tone } = RISK_WORDS[risk];
  return risk === 'at-risk'
    ? html`${tag(title, tone)} ${slack}`
    : tag(risk === 'late' || risk === 'on-time' ? slack : title, tone);
}

function dateText({ next, risk, slack }: Item): Html | string {
  if (risk === 'on-hold') return slack.replace(/^on hold /, '');
  if (next === null) return '–';
  if (next.until === null) return next.from === null ? 'no date is set' : html`from ${dayText(next.from)}`;
  return instantText(next.until);
}

function filterForm(view: View, { stages, items }: Board, asked: Asked, holders: readonly Choice[]): Html {
  const form = 'board';
  const any = { value: '', title: 'any' };
  const paths = [
    ...new Set([...items.map(({ path }) => path), ...(asked.path === undefined ? [] : [asked.path])]),
  ].toSorted();
  const named = [...new Map(stages.map(({ id, title }) => [id, title]))].map(([value, title]) => ({ value, title }));
  const select = (name: 'who' | 'risk' | 'stage' | 'path' | 'sort', label: string, choices: readonly Choice[]) =>
    selectField(view, { form, name, label, value: asked[name] ?? '', choices });
  return html`<form class="pv-form pv-filter" method="get" action="/board" role="search" aria-label="Choose what the board shows">
${asked.as === undefined ? '' : hidden('as', asked.as)}
${textField(view, { form, name: 'words', label: 'Search', type: 'search', width: 'short', value: asked.words ?? '' })}
${select('who', 'Who holds it', holders)}
${select('risk', 'Risk', [any, ...RISKS.map((value) => ({ value, title: RISK_WORDS[value].title }))])}
${select('stage', 'Stage', [any, ...named])}
${select('path', 'Path', [any, ...paths.map((value) => ({ value, title: value }))])}
${select(
  'sort',
  'Order',
  Object.entries(ORDER_TITLES).map(([value, title]) => ({ value, title })),
)}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>`;
}
