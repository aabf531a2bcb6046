import { html } from 'hono/html';
import { DECISIONS, URGENCIES } from '../../core/modification/standing.ts';
import { type Choice, details, type Html, selectField, textField } from '../page/parts.ts';
import type { View } from '../site.ts';

/** What the register is asked, as the address of its page says it. */
export type Asked = Readonly<Partial<Record<AskedName, string>>>;
type AskedName = (typeof NAMES)[number];

const MAIN = ['words', 'status', 'on', 'sort'] as const;
const MORE = [
  ...(['stage', 'path', 'urgency', 'decision', 'proposer', 'category'] as const),
  ...(['document', 'version', 'raisedFrom', 'raisedTo'] as const),
];
const NAMES = [...MAIN, ...MORE, 'after'] as const;

/** What can be chosen from lists. */
export interface Choices {
  readonly statuses: readonly string[];
  readonly stages: readonly Choice[];
  readonly paths: readonly string[];
  readonly categories: readonly Choice[];
}

/** The orders to choose from; what is sought by words stands with the best first unless another is chosen. */
function ordersOf({ words = '' }: Asked): readonly Choice[] {
  const raised = 'Raised last first';
  return [
    ...(words === '' ? [{ value: '', title: raised }] : [{ value: '', title: 'Best found first' }]),
    ...(words === '' ? [] : [{ value: 'raised', title: raised }]),
    { value: 'id', title: 'By number' },
    { value: 'title', title: 'By title' },
    { value: 'status', title: 'Open first' },
  ];
}

const URGENCY_TITLES = { urgent: 'urgent', asked: 'asked to be urgent', 'not-asked': 'not asked to be' } as const;
const DECISION_TITLES = { approved: 'approved', 'not-approved': 'not approved', withdrawn: 'withdrawn' } as const;

/** Reads what is asked from the query of an address, `q` as words; other names are passed over. */
export function askedOf(query: URLSearchParams): Asked {
  const given = (name: string) => query.get(name)?.trim() ?? '';
  const all = NAMES.map((name) => [name, given(name) || (name === 'words' ? given('q') : '')] as const);
  return Object.fromEntries(all.filter(([, value]) => value !== ''));
}

/** The query that asks so. */
export function queryOf(asked: Asked): string {
  const given = NAMES.map((name): [string, string] => [name, asked[name] ?? '']);
  return new URLSearchParams(given.filter(([, value]) => value !== '')).toString();
}

/** The page of the register that shows what is asked. */
export function pageUrl(asked: Asked): string {
  const query = queryOf(asked);
  return query === '' ? '/' : `/?${query}`;
}

/** Names the form for refusals and their links. */
export const REGISTER_FORM = 'register';

/** Where a reader chooses what the register shows. */
export function filterForm(view: View, asked: Asked, choices: Choices): Html {
  const form = REGISTER_FORM;
  const any = (title = 'any'): Choice => ({ value: '', title });
  const plain = (value: string): Choice => ({ value, title: value });
  const text = (
    name: AskedName,
    label: string,
    type: 'text' | 'date' | 'search',
    width: 'short' | 'medium',
    hint = '',
  ) => textField(view, { form, name, label, type, width, value: asked[name] ?? '', ...(hint === '' ? {} : { hint }) });
  const select = (name: AskedName, label: string, all: readonly Choice[]) =>
    selectField(view, { form, name, label, value: asked[name] ?? '', choices: all });
  const statuses = [any('all'), { value: 'open', title: 'open' }, { value: 'ended', title: 'ended, any way' }];
  const more = html`<div class="pv-filter-more">
${select('stage', 'Stage', [any(), ...choices.stages])}
${select('path', 'Path', [any(), ...choices.paths.map(plain)])}
${select('urgency', 'Urgency', [any(), ...URGENCIES.map((value) => ({ value, title: URGENCY_TITLES[value] }))])}
${select('decision', 'Decision', [any(), { value: 'none', title: 'to be decided' }, ...DECISIONS.map((value) => ({ value, title: DECISION_TITLES[value] }))])}
${select('category', 'Affects', [any('anybody'), ...choices.categories])}
${text('proposer', 'Proposer', 'text', 'medium')}
${text('document', 'Touches the document', 'text', 'medium')}
${text('version', 'In version', 'text', 'short')}
${text('raisedFrom', 'Raised from', 'date', 'short')}
${text('raisedTo', 'Raised until', 'date', 'short')}</div>`;
  const used = MORE.filter((name) => (asked[name] ?? '') !== '').length;
  return html`<form class="pv-form pv-filter pv-register-filter" method="get" action="/" role="search" aria-label="Search the register">
${text('words', 'Search', 'search', 'medium')}
${select('status', 'Status', [...statuses, ...choices.statuses.map(plain)])}
${text('on', 'As it stood on', 'date', 'short')}
${select('sort', 'Order', ordersOf(asked))}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button>
${details(used === 0 ? 'More filters' : `More filters (${used} set)`, more, used > 0)}
</form>`;
}
