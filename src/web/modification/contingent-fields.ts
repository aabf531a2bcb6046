import { html } from 'hono/html';
import type { z } from 'zod';
import type { showConflict } from '../../app/modification/show-conflict.ts';
import { fieldGroup, type Html, hidden, longField, textField } from '../page/parts.ts';
import type { View } from '../site.ts';

type Draft = z.output<typeof showConflict.output>['contingent'][number];

/** What was entered in a form, by name of the field. */
export type Filled = ReadonlyMap<string, string>;

/** The provisions at which two meet, to be written as they shall read in one case, and room for a new one. */
export function contingentFields(view: View, form: string, draft: Draft, filled: Filled | null): Html {
  const { modification, on, met, provisions } = draft;
  const name = (at: number, field: string) => `provisions.${at}.${field}`;
  const given = (field: string, otherwise: string) => (filled === null ? otherwise : (filled.get(field) ?? ''));
  const last = provisions.length;
  return html`<p>All of ${modification} stays as drafted and is put on the text with ${on}; only where they meet is it written below.${met.length === 0 ? '' : ' Both changes are put together there.'} Amendments are drafted from your words.</p>
${provisions.map((one, at) =>
  fieldGroup(
    view,
    {
      form,
      name: `provisions.${at}`,
      legend: one.before === null ? `${one.reference}, new with ${modification}` : one.reference,
    },
    html`${hidden(name(at, 'id'), one.id)}
${textField(view, { form, name: name(at, 'number'), label: 'Number', width: 'short', value: given(name(at, 'number'), one.number ?? '') })}
${one.heading === null ? '' : textField(view, { form, name: name(at, 'heading'), label: 'Heading', value: given(name(at, 'heading'), one.heading) })}
${longField(view, {
  form,
  name: name(at, 'text'),
  label: 'Words',
  rows: 5,
  value: given(name(at, 'text'), one.text),
  ...(one.before === null || one.before === one.text ? {} : { hint: `With ${on} alone: ${one.before}` }),
})}
${goneBox(view, form, name(at, 'gone'), one.reference, filled)}`,
  ),
)}
${
  provisions.length === 0
    ? ''
    : fieldGroup(
        view,
        {
          form,
          name: `provisions.${last}`,
          legend: 'A new provision behind these',
          hint: 'Left blank, there is none.',
        },
        html`${textField(view, { form, name: name(last, 'number'), label: 'Number', width: 'short', value: given(name(last, 'number'), '') })}
${longField(view, { form, name: name(last, 'text'), label: 'Words', rows: 2, value: given(name(last, 'text'), '') })}`,
      )
}`;
}

function goneBox(view: View, form: string, name: string, reference: string, filled: Filled | null): Html {
  const entered = view.refusal?.form === form ? view.refusal.entered[name]?.[0] : filled?.get(name);
  const id = `${form}-${name}`;
  return html`<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="${id}" name="${name}" type="checkbox" value="true"${entered === 'true' ? html` checked` : ''}>
<label class="govuk-label govuk-checkboxes__label" for="${id}">${reference} shall not stand in the text</label></div></div>`;
}
