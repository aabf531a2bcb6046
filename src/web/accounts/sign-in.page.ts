import { html } from 'hono/html';
import { ROLE_IN_SENTENCE } from '../../core/party/actor.ts';
import type { Page } from '../page/layout.ts';
import { form, type Html, hidden, textField } from '../page/parts.ts';
import type { View } from '../site.ts';
import { DEMO_PASSWORD } from './demo-accounts.ts';

/** Sign-in by e-mail address and password; in a demonstration also by one click. */
export function signInPage(view: View, to: string): Page {
  const id = 'sign-in';
  const fields = html`${hidden('_form', id)}${hidden('_back', view.path)}${hidden('to', to)}
${textField(view, { form: id, name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'username' })}
${textField(view, { form: id, name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
<button type="submit" class="govuk-button">Sign in</button>`;
  return {
    title: 'Sign in',
    lede: 'Anyone can read the record. Acting in it needs an account, which the Code Administrator makes.',
    body: html`${demoAccounts(view, to)}<section class="pv-section" aria-labelledby="by-password"><h2 id="by-password">With a password</h2>${form(view, '/sign-in', 'pv-form', fields, id)}</section>`,
  };
}

function demoAccounts(view: View, to: string): Html | string {
  const { demo } = view.site.config;
  if (demo === null) return '';
  return html`<section class="pv-section" aria-labelledby="demo"><h2 id="demo">As a person of the demonstration</h2>
<p>These accounts exist only with the demonstration data, and they are invented. Their password is <code>${DEMO_PASSWORD}</code> for all of them; one click does the same.</p>
<ul class="pv-people">${demo.accounts.map(
    (account) =>
      html`<li><div><strong>${account.name}</strong><br><span class="pv-quiet">acts as ${ROLE_IN_SENTENCE[account.role]} · ${account.email}</span></div>${signInAs(view, account, to)}</li>`,
  )}</ul></section>`;
}

/** One click to act as a person of the demonstration. */
export function signInAs(
  view: View,
  account: { readonly name: string; readonly email: string },
  to: string,
  words = 'Sign in as',
): Html {
  return form(
    view,
    '/sign-in-as',
    'pv-inline',
    html`${hidden('email', account.email)}${hidden('to', to)}${hidden('_back', view.path)}<button type="submit" class="pv-button-small">${words} <span>${account.name}</span></button>`,
  );
}
