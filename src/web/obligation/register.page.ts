import { html } from 'hono/html';
import type { z } from 'zod';
import type { listObligations } from '../../app/obligation/list-obligations.ts';
import type { showObligationRegister } from '../../app/obligation/show-obligation-register.ts';
import { addDays, type Day, formatDay, writeDay } from '../../core/kernel/day.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import type { FactKind } from '../../core/obligation/fact.ts';
import { MODALITY_IN_WORDS } from '../../core/obligation/owed-words.ts';
import { supposing } from '../effect/suppose.ts';
import type { Page } from '../page/layout.ts';
import {
  type Choice,
  details,
  empty,
  type Html,
  selectField,
  type Tone,
  table,
  tag,
  textField,
} from '../page/parts.ts';
import type { View } from '../site.ts';

type Shown = z.output<typeof showObligationRegister.output>;
type Row = Shown['rows'][number];

/** The filters of the register, as the address of its page says them. */
export const REGISTER_FILTERS = [
  ...(['party', 'category', 'obligation', 'modality', 'bound', 'on', 'from', 'to', 'knownAt'] as const),
  ...(['after'] as const),
] as const;

/** What of the register is asked for. */
export type RegisterAsked = Readonly<
  Partial<Record<(typeof REGISTER_FILTERS)[number], string>> & Record<Supposed, string>
>;

/** How an address chooses a reading of a wording, and supposes an event: `readings.g3-26-old`, `assume.assessors-trained`. */
type Supposed = `readings.${string}` | `assume.${string}`;

/** Whether a name in an address chooses a reading or supposes an event. */
export function isSupposed(name: string): name is Supposed {
  return /^(?:readings|assume)\../.test(name);
}

/** Its form, for what is refused. */
export const REGISTER_FORM = 'obligation-register';

/** What there is to choose from. */
export interface RegisterChoices {
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  /** What the words can be read as, and what can be supposed. */
  readonly wordings: readonly Wordings[];
  readonly factKinds: readonly FactKind[];
  readonly listed: Pick<z.output<typeof listObligations.output>, 'obligations' | 'bearers'>;
}

/** The register of obligations: who is bound by what on which days, and why. `shown` is null when what was asked is refused. */
export function obligationRegisterPage(
  view: View,
  asked: RegisterAsked,
  choices: RegisterChoices,
  shown: Shown | null,
): Page {
  return {
    title: 'Register of obligations',
    section: 'obligations',
    lede: html`Who is bound by what, on which days, and why: every party at once. <a href="/obligations">Obligations of the code</a> · <a href="/obligations/coverage">Coverage of the text</a>`,
    body: html`${filterForm(view, asked, choices, shown)}${shown === null ? '' : results(shown, asked)}`,
  };
}

/** The query of the same question with some of it changed, with `?`; empty when nothing is asked. */
function registerQuery(asked: RegisterAsked, change: RegisterAsked = {}): string {
  const given = Object.entries({ ...asked, ...change }).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  return query === '' ? '' : `?${query}`;
}

function results(shown: Shown, asked: RegisterAsked): Html {
  const { counts, rows, next, from, to } = shown;
  const days =
    to === from ? `on ${writeDay(from)}` : `from ${writeDay(from)} ${to === null ? 'on' : `to ${writeDay(to)}`}`;
  const files = (['csv', 'ndjson'] as const).map(
    (end, at) =>
      html`${at === 0 ? '' : ', '}<a href="/obligations/register.${end}${registerQuery(asked, { after: '' })}" download>${end === 'csv' ? 'CSV' : 'lines of JSON'}</a>`,
  );
  const said = html`<p><strong>${many(counts.bound, 'duty binds', 'duties bind')}</strong>, <strong>${counts.unknown} not settled</strong>, ${days}: ${many(counts.parties, 'party', 'parties')}, ${many(counts.obligations, 'obligation', 'obligations')}. <span class="pv-quiet">As a file: ${files}</span></p>`;
  if (rows.length === 0) {
    const isFirst = (asked.after ?? '') === '';
    return html`${said}${empty(
      isFirst
        ? html`Nobody is bound by what is asked for ${days}. <a href="/obligations/register">Show everything that binds today</a>.`
        : html`There is nothing more. <a href="/obligations/register${registerQuery(asked, { after: '' })}">From the beginning</a>.`,
    )}`;
  }
  const columns = ['Party', 'Obligation', 'Answer', 'Days', 'Reason'].map((title) => ({ title }));
  return html`${said}
${table(`Who is bound ${days}`, columns, rows.map(rowOf), { quiet: true, stack: true })}
${
  (asked.after ?? '') === '' && next === null
    ? ''
    : html`<nav class="pv-beside" aria-label="Pages of the register">${(asked.after ?? '') === '' ? html`<span></span>` : html`<a href="/obligations/register${registerQuery(asked, { after: '' })}">First page</a>`}${next === null ? '' : html`<a rel="next" href="/obligations/register${registerQuery(asked, { after: next })}">Next page</a>`}</nav>`
}`;
}

function rowOf(row: Row): readonly (Html | string)[] {
  const on = row.from === null ? '' : `?on=${formatDay(row.from)}`;
  return [
    html`<a href="/parties/${encodeURIComponent(row.party)}">${row.name}</a><br><span class="pv-quiet">${row.systems ?? 'The party itself'}</span>`,
    html`<a href="/obligations/${encodeURIComponent(row.obligation)}${on}">${row.title}</a><br><span class="pv-quiet"><a href="/${encodeURIComponent(row.instrument)}/${encodeURIComponent(row.provision)}${on}">${row.provision}</a>${row.version === null ? '' : `, version ${row.version}`}, ${MODALITY_IN_WORDS[row.modality]}</span>`,
    tag(...ANSWERS[`${row.bound}`]),
    daysOf(row.from, row.until),
    row.reason,
  ];
}

const ANSWERS: Readonly<Record<`${Row['bound']}`, readonly [string, Tone]>> = {
  true: ['bound', 'good'],
  false: ['not bound', 'plain'],
  unknown: ['not settled', 'wait'],
};

function daysOf(from: Day | null, until: Day | null): string {
  if (from === null) return until === null ? 'always' : `until ${writeDay(addDays(until, -1))}`;
  if (until === null) return `from ${writeDay(from)}`;
  return until - from === 1 ? writeDay(from) : `${writeDay(from)} to ${writeDay(addDays(until, -1))}`;
}

function many(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

function filterForm(view: View, asked: RegisterAsked, choices: RegisterChoices, shown: Shown | null): Html {
  const any: Choice = { value: '', title: 'any' };
  const select = (name: keyof RegisterAsked, label: string, all: readonly Choice[], first: Choice | null = any) =>
    selectField(view, {
      form: REGISTER_FORM,
      name,
      label,
      value: asked[name] ?? '',
      choices: first === null ? all : [first, ...all],
    });
  const date = (name: keyof RegisterAsked, label: string, value = '') =>
    textField(view, { form: REGISTER_FORM, name, label, type: 'date', width: 'short', value: asked[name] ?? value });
  const isSpan = (asked.from ?? asked.to ?? '') !== '';
  const titled = ({ id, title }: { readonly id: string; readonly title: string }) => ({ value: id, title });
  return html`<form class="pv-form pv-filter" method="get" action="/obligations/register" role="search" aria-label="Search the register of obligations">
${select(
  'party',
  'Party',
  choices.parties.map(({ id, name }) => ({ value: id, title: name })),
)}
${select('category', 'Category', choices.listed.bearers.map(titled))}
${select(
  'obligation',
  'Obligation',
  choices.listed.obligations.map(({ id, title, provision }) => ({ value: id, title: `${provision}: ${title}` })),
)}
${select(
  'modality',
  'Says',
  Object.entries(MODALITY_IN_WORDS).map(([value, title]) => ({ value, title })),
)}
${select(
  'bound',
  'Answer',
  [
    { value: '', title: 'binds, or not settled' },
    { value: 'bound', title: 'binds' },
    { value: 'unknown', title: 'not settled' },
    { value: 'not-bound', title: 'does not bind' },
  ],
  null,
)}
${date('on', 'On', isSpan || shown === null ? '' : formatDay(shown.from))}
${date('from', 'or from')}
${date('to', 'to')}
${date('knownAt', 'As known at the end of')}
<div class="pv-register-more">${readingChoice(view, asked, choices.wordings)}
${supposing(view, REGISTER_FORM, choices.factKinds, new Map(Object.entries(asked)))}</div>
<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>`;
}

/** The readings by which the words can be taken, folded away while none is chosen. */
function readingChoice(view: View, asked: RegisterAsked, wordings: readonly Wordings[]): Html | string {
  const several = wordings.filter(({ readings }) => readings.length > 1);
  if (several.length === 0) return '';
  const fields = several.map(({ id, title, readings }) =>
    selectField(view, {
      ...{ form: REGISTER_FORM, name: `readings.${id}`, label: title, value: asked[`readings.${id}`] ?? '' },
      choices: [{ value: '', title: 'as usual' }, ...readings.map((one) => ({ value: one.id, title: one.title }))],
    }),
  );
  const isChosen = several.some(({ id }) => (asked[`readings.${id}`] ?? '') !== '');
  return details('Read the words so', html`<div class="pv-choice-fields">${fields}</div>`, isChosen);
}
