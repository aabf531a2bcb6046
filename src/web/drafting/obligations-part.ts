import { html } from 'hono/html';
import type { z } from 'zod';
import type { showObligationChanges } from '../../app/modification/show-obligation-changes.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { printCondition } from '../../core/kernel/print-condition.ts';
import type { Due } from '../../core/obligation/due.ts';
import type { Relation } from '../../core/obligation/obligation.ts';
import { type AmendedFields, isReword } from '../../core/obligation/obligation-change.ts';
import { owedInWords } from '../../core/obligation/owed-words.ts';
import { RELATION_IN_WORDS } from '../../core/obligation/relations.ts';
import {
  actForm,
  details,
  empty,
  fieldGroup,
  type Html,
  longField,
  section,
  selectField,
  textField,
} from '../page/parts.ts';
import type { View } from '../site.ts';

/** What a modification does to obligations. */
export type ObligationChanges = z.output<typeof showObligationChanges.output>;

type Described = ObligationChanges['changes'][number];

/** What it does to obligations and whom that touches, to be read; with what is missing, as a warning. */
export function obligationsRead(modification: string, changes: ObligationChanges): Html {
  return section(
    'obligations',
    'Effect on obligations',
    html`${warnings(changes)}${list(changes, () => '')}<p><a href="/modifications/${modification}/effect">Who is bound when, with it and without it</a></p>`,
  );
}

/** The same where it is drafted: each change can be taken out, and another be said. */
export function obligationsDrafted(view: View, modification: string, changes: ObligationChanges): Html {
  const remove = ({ change, title }: Described) =>
    actForm(view, {
      operation: { room: 'modification', name: 'remove-obligation-change' },
      id: `remove-${change.obligation}`,
      input: { modification, obligation: change.obligation },
      fields: '',
      button: 'Take this out',
      buttonDetail: `: ${title}`,
      done: 'It is no longer said.',
      back: `${view.path}#obligations`,
      secondary: true,
    });
  return section(
    'obligations',
    'Effect on obligations',
    html`<p>What the text does to who must do what, beside its words. It is checked against the text as it is drafted above, and recorded at once under your name.</p>
${warnings(changes)}${list(changes, remove)}
${changeForm(view, modification, changes)}`,
  );
}

function warnings({ faults }: ObligationChanges): Html | string {
  if (faults.length === 0) return '';
  return html`<div class="pv-obligation-warning" role="note"><h3>Before it is handed in</h3><ul>${faults.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul></div>`;
}

function list({ changes, wordings }: ObligationChanges, after: (of: Described) => Html | string): Html {
  if (changes.length === 0) return empty('Nothing is said of any obligation yet.');
  return html`<ul class="pv-obligation-changes">${changes.map(
    (one) => html`<li><h3>${one.title} <span class="pv-quiet">${one.provision} · ${one.change.obligation}</span></h3>
<p>${saidOf(one.change, wordings)}</p><p class="pv-quiet">${touched(one)}</p>${after(one)}</li>`,
  )}</ul>`;
}

function touched({ change, parties, groups }: Described): string {
  if (change.kind === 'confirm') return 'It touches nobody.';
  if (parties.length === 0) return 'No party of the record bears it.';
  const shown = parties.slice(0, 6).join(', ');
  const more = parties.length > 6 ? ` and ${parties.length - 6} more` : '';
  const systems = groups === 0 ? '' : `, with ${groups} ${groups === 1 ? 'group' : 'groups'} of systems`;
  return `It touches ${parties.length} ${parties.length === 1 ? 'party' : 'parties'}${systems}: ${shown}${more}.`;
}

function saidOf(change: Described['change'], wordings: ObligationChanges['wordings']): Html {
  if (isReword(change)) {
    const words = wordings.find(({ id }) => id === change.to);
    const readings = words?.readings.map(({ title }) => title) ?? [];
    return html`It bears other words: <strong>${words?.title ?? change.to}</strong>${readings.length === 0 ? '' : html` (${readings.join('; or: ')})`}.`;
  }
  switch (change.kind) {
    case 'add':
      return html`<strong>New:</strong> ${change.duty.bearers.map(wordsOf).join(', ')} ${owedInWords(change.duty)}.`;
    case 'amend':
      return html`Owed otherwise: ${fieldsSaid(change.fields).join('; ')}.`;
    case 'repeal':
      return html`<strong>Repealed:</strong> it binds nobody any more.`;
    case 'confirm':
      return html`<strong>Confirmed:</strong> it stays as it is. ${change.reasons}`;
  }
}

function fieldsSaid(fields: AmendedFields): string[] {
  return Object.entries(fields).map(([field, value]) => {
    const name = field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    if (value === null) return `no ${name} any more`;
    if (field === 'condition') return `only while ${printCondition(fields.condition as never)}`;
    if (field === 'due') return `due ${dueSaid(fields.due as Due)}`;
    if (field === 'relations') return (fields.relations ?? []).map(relationSaid).join(', ') || 'no relations any more';
    if (field === 'countsDevices') return value === true ? 'its Devices count' : 'its Devices do not count';
    if (Array.isArray(value) && value.length === 0) return `no ${name} any more`;
    return `${name}: ${Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? wordsOf(one) : '')).join(', ') : String(value)}`;
  });
}

function dueSaid(due: Due): string {
  return due.kind === 'within'
    ? `within ${due.length.count} ${wordsOf(due.length.unit)} of ${wordsOf(due.after)}`
    : `every ${due.months} months from ${formatDay(due.from)}${due.grace === null ? '' : `, with ${due.grace.count} ${wordsOf(due.grace.unit)} of grace`}`;
}

function relationSaid({ kind, instrument, provision }: Relation): string {
  return `${RELATION_IN_WORDS[kind]} ${provision} (${instrument})`;
}

function wordsOf(id: string): string {
  return id.replaceAll('-', ' ');
}

/** What few obligations state; left blank, an amended one keeps it and a new one has none. */
function moreFields(
  view: View,
  form: string,
  obligations: ObligationChanges['obligations'],
  events: ObligationChanges['events'],
): Html {
  const lines = (name: string, label: string, hint: string) =>
    longField(view, { form, name, label: `${label}, one a line`, hint, rows: 2 });
  const select = (name: string, label: string, choices: { value: string; title: string }[]) =>
    selectField(view, { form, name, label, choices });
  const unsaid = { value: '', title: 'as it is' };
  const units = ['working-days', 'days', 'months'].map((value) => ({ value, title: wordsOf(value) }));
  const ids = (all: readonly { readonly id: string; readonly title: string }[]) =>
    details(
      'The ids to choose from',
      html`<ul>${all.map(({ id, title }) => html`<li><code>${id}</code> ${title}</li>`)}</ul>`,
    );
  return html`<div class="pv-obligation-fields">${textField(view, { form, name: 'graceCount', label: 'Grace after each period', hint: 'How long after its end it may still be done', width: 'short' })}
${select('graceUnit', 'Grace counted in', units)}
${select('fuel', 'Only for systems of', [unsaid, { value: 'electricity', title: 'electricity' }, { value: 'gas', title: 'gas' }])}
${select('countsDevices', 'SMETS1 Devices of systems that it binds count towards an assessment', [unsaid, { value: 'true', title: 'yes' }, { value: 'false', title: 'no' }])}
${lines('judgementWords', 'Words in it that people judge', 'best endeavours')}
${lines('relations', 'How it stands to other provisions', 'subject to G3.27; of another instrument: subject to gas-supply-licence: 46')}
${lines('assessableAfter', 'What comes before compliance can be assessed, in order', 'guidance-published')}${ids(events)}
${lines('covers', 'Obligations that it stands in for', 'secure-smets1-systems')}${ids(obligations)}</div>`;
}

const KINDS = [
  { value: 'confirm', title: 'It stays as it is: the text changes, the obligation does not' },
  { value: 'reword', title: 'It bears other words, which bind from another time' },
  { value: 'amend', title: 'It is owed otherwise: by others, by another day, to another standard' },
  { value: 'repeal', title: 'It is repealed' },
  { value: 'add', title: 'It is new' },
];

function changeForm(
  view: View,
  modification: string,
  { obligations, events, categories, changes }: ObligationChanges,
): Html {
  const form = 'obligation-change';
  const isRefused = view.refusal?.form === form;
  const spoken = new Set(changes.map(({ change }) => change.obligation));
  const next = obligations.find(({ id, fate }) => fate !== 'same' && fate !== null && !spoken.has(id));
  const hint = obligations
    .filter(({ fate }) => fate === 'amended' || fate === 'taken-out')
    .map(({ id, fate }) => `${id} (${fate === 'amended' ? 'amended' : 'taken out'})`);
  const eventChoices = [{ value: '', title: '—' }, ...events.map(({ id, title }) => ({ value: id, title }))];
  const text = (
    name: string,
    label: string,
    more: { hint?: string; type?: string; width?: 'short' | 'medium'; value?: string } = {},
  ) => textField(view, { form, name, label, ...more });
  const select = (name: string, label: string, choices: { value: string; title: string }[]) =>
    selectField(view, { form, name, label, choices });
  const unsaid = { value: '', title: 'as it is' };
  const fields = html`<datalist id="obligation-ids">${obligations.map(({ id, title, provision }) => html`<option value="${id}">${provision} ${title}</option>`)}</datalist>
<div class="govuk-form-group"><label class="govuk-label" for="${form}-obligation">Obligation</label><div class="govuk-hint" id="${form}-obligation-hint">By its id; a new one gets the id that you give.${hint.length === 0 ? '' : ` The text touches: ${hint.join(', ')}.`}</div><input class="govuk-input" id="${form}-obligation" name="obligation" list="obligation-ids" aria-describedby="${form}-obligation-hint" value="${isRefused ? (view.refusal?.entered.obligation?.[0] ?? '') : (next?.id ?? '')}"></div>
${selectField(view, { form, name: 'kind', label: 'What happens to it', choices: KINDS, value: 'confirm' })}
${longField(view, { form, name: 'reasons', label: 'Why it stays, if it does', rows: 2 })}
${details(
  'Other words, and from when they bind',
  html`${text('words', 'Title of the words', { hint: 'G3.26 as proposed' })}${select('bindsFrom', 'They bind from (left blank: from when they are in force)', eventChoices)}${select('otherwiseFrom', 'Or, by another reading, from', eventChoices)}`,
  isRefused,
)}
${details(
  'How it is owed: what is left blank stays',
  html`<div class="pv-obligation-fields">${text('title', 'Title, of a new one')}${text('provision', 'Provision', { hint: 'G3.26', width: 'short' })}
${longField(view, { form, name: 'object', label: 'What must be done', rows: 2 })}
${select('modality', 'Whether it must', [unsaid, ...['must', 'must-not', 'may', 'must-procure'].map((value) => ({ value, title: wordsOf(value) }))])}
${select('each', 'For each', [unsaid, ...['smets1-system', 'smets2-system', 'system', 'party'].map((value) => ({ value, title: wordsOf(value) }))])}
${fieldGroup(
  view,
  { form, name: 'bearers', legend: 'Who bears it (none marked: as it is)' },
  html`<div class="govuk-checkboxes govuk-checkboxes--small">${categories.map(({ id, title }) => html`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="${form}-bearer-${id}" name="bearers" value="${id}"><label class="govuk-label govuk-checkboxes__label" for="${form}-bearer-${id}">${title}</label></div>`)}</div>`,
)}
${text('standard', 'How well', { hint: 'best endeavours' })}
${text('condition', 'Only while', { hint: 'A condition over facts: guidance_published' })}
${select('due', 'Due', [unsaid, { value: 'within', title: 'within a time after an event' }, { value: 'every', title: 'every so many months' }])}
${text('dueCount', 'Within how many, or every how many months', { width: 'short' })}
${select(
  'dueUnit',
  'Counted in',
  ['working-days', 'days', 'months'].map((value) => ({ value, title: wordsOf(value) })),
)}
${select('dueAfter', 'After', eventChoices)}
${text('dueFrom', 'First period starts on', { type: 'date', width: 'short' })}
${text('assuredBy', 'Assured by', { hint: 'ssc' })}${text('breach', 'What follows from breach')}
${longField(view, { form, name: 'evidence', label: 'What shows that it is done, one thing a line', rows: 2 })}</div>`,
  isRefused,
)}
${details('More: grace, fuel, other provisions, what is judged, counted or covered', moreFields(view, form, obligations, events), isRefused)}`;
  return details(
    changes.length === 0
      ? 'Say what becomes of an obligation'
      : 'Say what becomes of another obligation, or say it anew',
    actForm(view, {
      operation: { room: 'modification', name: 'draft-obligation-change' },
      id: form,
      input: { modification },
      fields,
      button: 'Record this',
      done: 'What becomes of the obligation is recorded.',
      back: `${view.path}#obligations`,
    }),
    isRefused || next !== undefined,
  );
}
