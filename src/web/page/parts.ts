import { html } from 'hono/html';
import { sentenceCase } from '../../core/document/prose.ts';
import type { FieldFault, Rejection } from '../../core/kernel/rejection.ts';
import type { View } from '../site.ts';

/** Markup whose values have been escaped. */
export type Html = ReturnType<typeof html>;

/** A form that posts within the site and carries the session's token. */
export function form(view: View, action: string, classes: string, content: Html, id?: string): Html {
  return html`<form method="post" action="${action}" class="${classes}"${id === undefined ? '' : html` id="${id}"`} novalidate>
${hidden('_token', view.token)}${content}</form>`;
}

/** A field that a person does not see. */
export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/** A form that calls an operation and comes back to the page; `id` names it for refusals and their links. */
export function actForm(
  view: View,
  act: {
    readonly operation: { readonly room: string; readonly name: string };
    readonly id: string;
    readonly input: Readonly<Record<string, string>>;
    readonly fields: Html | string;
    readonly button: string;
    /** Words that join the button's for who hears it alone. */
    readonly buttonDetail?: string;
    readonly done: string;
    readonly back?: string;
    readonly secondary?: boolean;
  },
): Html {
  const { room, name } = act.operation;
  return form(
    view,
    `/act/${room}/${name}`,
    'pv-form',
    html`${hidden('_form', act.id)}${hidden('_back', act.back ?? view.path)}${hidden('_done', act.done)}
${Object.entries(act.input).map(([key, value]) => hidden(key, value))}
${act.fields}
<button type="submit" class="govuk-button${act.secondary === true ? ' govuk-button--secondary' : ''}">${act.button}${
      act.buttonDetail === undefined ? '' : html`<span class="govuk-visually-hidden"> ${act.buttonDetail}</span>`
    }</button>`,
    act.id,
  );
}

/** What was entered in a field before the form was refused. */
function entered(view: View, formId: string, name: string): string | undefined {
  return view.refusal?.form === formId ? view.refusal.entered[name]?.[0] : undefined;
}

/** What is wrong with a field or group of a form that was refused; null when the refusal concerns another. */
function faultOf(view: View, formId: string, name: string): string | null {
  const { refusal } = view;
  if (refusal?.form !== formId) return null;
  const wrong = faultsOf(refusal.rejection).find(({ field }) => field === name);
  // the label beside it names the field
  return wrong === undefined ? null : sentenceCase(saidOf(wrong.sentence, name));
}

/** Every fault of a refusal with its field; the field is empty where no field is at fault. */
export function faultsOf({ faults, place, sentence }: Rejection): readonly FieldFault[] {
  return faults ?? [{ field: place?.field ?? '', sentence }];
}

function saidOf(sentence: string, name: string): string {
  return sentence.startsWith(`${name}: `) ? sentence.slice(name.length + 2) : sentence;
}

/** Fields that belong together; a refusal of the group leads here. */
export function fieldGroup(
  view: View,
  group: { readonly form: string; readonly name: string; readonly legend: string; readonly hint?: string },
  content: Html,
): Html {
  const id = `${group.form}-${group.name}`;
  const wrong = faultOf(view, group.form, group.name);
  const ids = [group.hint === undefined ? '' : `${id}-hint`, wrong === null ? '' : `${id}-error`];
  const described = ids.filter((one) => one !== '').join(' ');
  return html`<div class="govuk-form-group${wrong === null ? '' : ' govuk-form-group--error'}"><fieldset class="govuk-fieldset" id="${id}" tabindex="-1"${described === '' ? '' : html` aria-describedby="${described}"`}>
<legend class="govuk-fieldset__legend">${group.legend}</legend>
${group.hint === undefined ? '' : html`<div class="govuk-hint" id="${id}-hint">${group.hint}</div>`}
${wrong === null ? '' : html`<p class="govuk-error-message" id="${id}-error">${wrong}</p>`}
${content}</fieldset></div>`;
}

interface Field {
  readonly form: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
}

/** Attributes and messages that every field has: its id, its hint, and the refusal when it concerns this field. */
function around(view: View, field: Field, control: (ids: { id: string; described: Html | string }) => Html): Html {
  const id = `${field.form}-${field.name}`;
  const fault = faultOf(view, field.form, field.name);
  const wrong = fault !== null;
  const ids = [field.hint === undefined ? '' : `${id}-hint`, wrong ? `${id}-error` : ''].filter((one) => one !== '');
  const described =
    ids.length === 0 ? '' : html` aria-describedby="${ids.join(' ')}"${wrong ? html` aria-invalid="true"` : ''}`;
  return html`<div class="govuk-form-group${wrong ? ' govuk-form-group--error' : ''}">
<label class="govuk-label" for="${id}">${field.label}</label>
${field.hint === undefined ? '' : html`<div class="govuk-hint" id="${id}-hint">${field.hint}</div>`}
${wrong ? html`<p class="govuk-error-message" id="${id}-error">${fault}</p>` : ''}
${control({ id, described })}</div>`;
}

/** A one-line field. */
export function textField(
  view: View,
  field: Field & { readonly type?: string; readonly width?: 'short' | 'medium'; readonly autocomplete?: string },
): Html {
  const secret = field.type === 'password';
  const value = secret ? '' : (entered(view, field.form, field.name) ?? field.value ?? '');
  return around(
    view,
    field,
    ({ id, described }) =>
      html`<input class="govuk-input${field.width === undefined ? '' : ` pv-${field.width}`}" id="${id}" name="${field.name}" type="${field.type ?? 'text'}"${
        field.autocomplete === undefined ? '' : html` autocomplete="${field.autocomplete}"`
      }${described} value="${value}">`,
  );
}

/** A field for some sentences. */
export function longField(view: View, field: Field & { readonly rows?: number; readonly most?: number }): Html {
  return around(
    view,
    field,
    ({ id, described }) =>
      html`<textarea class="govuk-textarea" id="${id}" name="${field.name}" rows="${field.rows ?? 3}"${field.most === undefined ? '' : html` maxlength="${field.most}"`}${described}>${
        entered(view, field.form, field.name) ?? field.value ?? ''
      }</textarea>`,
  );
}

export interface Choice {
  readonly value: string;
  readonly title: string;
  readonly hint?: string;
}

/** One of several, from a list that opens. */
export function selectField(view: View, field: Field & { readonly choices: readonly Choice[] }): Html {
  const chosen = entered(view, field.form, field.name) ?? field.value;
  return around(
    view,
    field,
    ({ id, described }) =>
      html`<select class="govuk-select" id="${id}" name="${field.name}"${described}>${field.choices.map(
        (choice) =>
          html`<option value="${choice.value}"${choice.value === chosen ? html` selected` : ''}>${choice.title}</option>`,
      )}</select>`,
  );
}

/** One of several, all seen at once. */
export function radioField(
  view: View,
  field: Field & { readonly choices: readonly Choice[]; readonly inline?: boolean },
): Html {
  const chosen = entered(view, field.form, field.name) ?? field.value;
  const base = `${field.form}-${field.name}`;
  const { form: formId, name, label: legend, hint } = field;
  return fieldGroup(
    view,
    { form: formId, name, legend, ...(hint === undefined ? {} : { hint }) },
    html`<div class="govuk-radios govuk-radios--small${field.inline === true ? ' govuk-radios--inline' : ''}">${field.choices.map(
      (choice) => html`<div class="govuk-radios__item">
<input class="govuk-radios__input" id="${base}-${choice.value}" name="${field.name}" type="radio" value="${choice.value}"${
        choice.value === chosen ? html` checked` : ''
      }><label class="govuk-label govuk-radios__label" for="${base}-${choice.value}">${choice.title}</label>
${choice.hint === undefined ? '' : html`<div class="govuk-hint govuk-radios__hint">${choice.hint}</div>`}</div>`,
    )}</div>`,
  );
}

export interface Column {
  readonly title: string;
  readonly numeric?: boolean;
  /** Where the table is in order by it. */
  readonly link?: string;
  /** How it is in order by it now. */
  readonly sorted?: 'ascending' | 'descending';
}

/** A table in a region that scrolls by itself on a narrow screen, and can then be reached by keyboard. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (Html | string)[])[],
  options: { readonly quiet?: boolean; readonly stack?: boolean } = {},
): Html {
  // A table that stacks on a phone never scrolls, and is then no stop for the keyboard.
  const region = options.stack === true ? '' : html` role="region" aria-label="${caption}" tabindex="0"`;
  return html`<div class="pv-scroll${options.stack === true ? ' pv-stack' : ''}"${region}><table class="govuk-table">
<caption class="govuk-table__caption${options.quiet === true ? ' govuk-visually-hidden' : ''}">${caption}</caption>
<thead><tr>${columns.map(headCell)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, at) => tableCell(cell, at, columns[at]))}</tr>`)}</tbody></table></div>`;
}

function headCell({ title, numeric, link, sorted }: Column): Html {
  return html`<th scope="col" class="govuk-table__header${numeric === true ? ' govuk-table__header--numeric' : ''}"${sorted === undefined ? '' : html` aria-sort="${sorted}"`}>${link === undefined ? title : html`<a href="${link}">${title}</a>`}</th>`;
}

function tableCell(cell: Html | string, at: number, column: Column | undefined): Html {
  const numeric = column?.numeric === true ? ' govuk-table__cell--numeric' : '';
  const label = column?.title ?? '';
  return at === 0
    ? html`<th scope="row" class="govuk-table__header" data-label="${label}"><div>${cell}</div></th>`
    : html`<td class="govuk-table__cell${numeric}" data-label="${label}"><div>${cell}</div></td>`;
}

/** Names and values. */
export function facts(rows: readonly (readonly [string, Html | string])[]): Html {
  return html`<dl class="pv-facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

export type Tone = 'plain' | 'good' | 'bad' | 'wait' | 'open';

/** A small word of status. */
export function tag(text: string, tone: Tone = 'plain'): Html {
  return html`<span class="pv-tag pv-tag-${tone}">${text}</span>`;
}

/** Content that a reader opens. */
export function details(summary: string, content: Html, open = false): Html {
  return html`<details class="pv-details"${open ? html` open` : ''}><summary>${summary}</summary><div class="pv-details-content">${content}</div></details>`;
}

/** A part of a page with its heading. */
export function section(id: string, title: string, content: Html): Html {
  return html`<section class="pv-section" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
}

/** Shown where a list holds nothing yet. */
export function empty(sentence: Html | string): Html {
  return html`<p class="pv-empty">${sentence}</p>`;
}
