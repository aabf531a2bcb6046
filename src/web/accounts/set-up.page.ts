import { html } from 'hono/html';
import type { Page } from '../page/layout.ts';
import { form, hidden, textField } from '../page/parts.ts';
import type { View } from '../site.ts';

/** The first person makes the Code Administrator's account. */
export function setUpPage(view: View): Page {
  const id = 'set-up';
  const fields = html`${hidden('_form', id)}${hidden('_back', '/set-up')}
${textField(view, { form: id, name: 'name', label: 'Name', hint: 'As the record will print it beside every act.', autocomplete: 'name' })}
${textField(view, { form: id, name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'username' })}
${textField(view, { form: id, name: 'password', label: 'Password', type: 'password', hint: 'At least 10 characters.', autocomplete: 'new-password' })}
<button type="submit" class="govuk-button">Make the account</button>`;
  return {
    title: 'Set up this record',
    lede: 'Nobody can sign in yet. The account made here is the Code Administrator’s, who makes all others.',
    body: form(view, '/set-up', 'pv-form', fields, id),
  };
}
