import { html } from 'hono/html';
import type { Citation } from '../../core/kernel/citation.ts';
import { actForm, type Choice, details, fieldGroup, type Html, selectField, textField } from '../page/parts.ts';
import type { View } from '../site.ts';

const CERTAINTIES = asChoices(['stated', 'public', 'derived', 'unverified', 'illustrative']);

/** A form behind its title, open when it was refused. */
export function folded(
  view: View,
  operation: { readonly room: string; readonly name: string },
  id: string,
  title: string,
  fields: Html,
  done: string,
  input: Readonly<Record<string, string>> = {},
  open = false,
): Html {
  const form = actForm(view, { operation, id, input, fields, button: title, done });
  return details(title, form, open || view.refusal?.form === id);
}

/** A field for a day. */
export function dayField(view: View, form: string, name: string, label: string, value = ''): Html {
  return textField(view, { form, name, label, type: 'date', width: 'short', value });
}

/** The fields that say where something comes from and how sure it is. */
export function sourceFields(view: View, form: string, from: Citation | null = null): Html {
  return html`${textField(view, { form, name: 'citation.source', label: 'Source', hint: 'The document that says so.', value: from?.source ?? '' })}
${textField(view, { form, name: 'citation.clause', label: 'Place in the source', width: 'medium', value: from?.clause ?? '' })}
${selectField(view, { form, name: 'citation.certainty', label: 'How sure it is', choices: CERTAINTIES, ...(from === null ? {} : { value: from.certainty }) })}`;
}

/** Boxes of which several can be ticked. */
export function boxes(
  view: View,
  group: { readonly form: string; readonly name: string; readonly legend: string; readonly hint?: string },
  choices: readonly Choice[],
  ticked: readonly string[],
): Html {
  const before = view.refusal?.form === group.form ? (view.refusal.entered[group.name] ?? []) : ticked;
  return fieldGroup(
    view,
    group,
    html`<div class="govuk-checkboxes govuk-checkboxes--small">${choices.map(({ value, title }) => {
      const id = `${group.form}-${group.name}-${value}`;
      return html`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="${id}" name="${group.name}" type="checkbox" value="${value}"${before.includes(value) ? html` checked` : ''}><label class="govuk-label govuk-checkboxes__label" for="${id}">${title}</label></div>`;
    })}</div>`,
  );
}

/** Choices that are called what they are. */
export function asChoices(values: readonly string[]): readonly Choice[] {
  return values.map((value) => ({ value, title: value }));
}
