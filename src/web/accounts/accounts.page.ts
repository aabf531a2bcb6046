import { html } from 'hono/html';
import { ROLE_IN_SENTENCE, ROLES } from '../../core/party/actor.ts';
import type { Page } from '../page/layout.ts';
import {
  type Choice,
  details,
  form,
  type Html,
  hidden,
  section,
  selectField,
  table,
  tag,
  textField,
} from '../page/parts.ts';
import type { View } from '../site.ts';
import type { Account } from './accounts.ts';
import { type Places, placeName } from './standing.ts';

const ROLE_CHOICES: readonly Choice[] = ROLES.filter((role) => role !== 'clock').map((role) => ({
  value: role,
  title: ROLE_IN_SENTENCE[role],
}));

/** The Code Administrator's page of accounts. */
export function accountsPage(view: View, accounts: readonly Account[], places: Places): Page {
  const rows = accounts.map((account) => [
    html`${account.name}<br><span class="pv-quiet">${account.email}</span>`,
    html`${ROLE_IN_SENTENCE[account.role]}${account.seat === null ? '' : html`<br><span class="pv-quiet">${placeName(places.seats, account.seat)}</span>`}${account.party === null ? '' : html`<br><span class="pv-quiet">${placeName(places.parties, account.party)}</span>`}`,
    account.disabled ? tag('disabled', 'bad') : tag('can sign in', 'good'),
    changeForms(view, account, places),
  ]);
  const columns = ['Person', 'Acts as', 'State', 'Change'].map((title) => ({ title }));
  return {
    title: 'Accounts',
    lede: 'Who may act in the record, and as what. The rules of the code decide further, step by step.',
    body: html`${section('accounts', 'Accounts', table('Accounts of this record', columns, rows, { quiet: true, stack: true }))}
${section('new', 'A new account', createForm(view, places))}`,
  };
}

function createForm(view: View, places: Places): Html {
  const id = 'create';
  const fields = html`${hidden('_form', id)}${hidden('_back', '/accounts')}
${textField(view, { form: id, name: 'name', label: 'Name', autocomplete: 'off' })}
${textField(view, { form: id, name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'off' })}
${standingFields(view, id, { role: 'public', seat: null, party: null }, places)}
${textField(view, { form: id, name: 'password', label: 'First password', type: 'password', hint: 'At least 10 characters. The person can change it.', autocomplete: 'new-password' })}
<button type="submit" class="govuk-button">Make the account</button>`;
  return form(view, '/accounts/create', 'pv-form', fields, id);
}

function standingFields(
  view: View,
  form: string,
  account: Pick<Account, 'role' | 'seat' | 'party'>,
  { seats, parties }: Places,
): Html {
  const none: Choice = { value: '', title: 'none' };
  return html`${selectField(view, { form, name: 'role', label: 'Acts as', value: account.role, choices: ROLE_CHOICES })}
${selectField(view, { form, name: 'seat', label: 'Seat, for a member of the Change Board', value: account.seat ?? '', choices: [none, ...seats] })}
${selectField(view, { form, name: 'party', label: 'Party, for one of its people', value: account.party ?? '', choices: [none, ...parties] })}`;
}

function changeForms(view: View, account: Account, places: Places): Html {
  const id = `change-${account.id}`;
  const reset = `reset-${account.id}`;
  const change = html`${hidden('_form', id)}${hidden('_back', '/accounts')}${standingFields(view, id, account, places)}
${selectField(view, {
  form: id,
  name: 'disabled',
  label: 'State',
  value: String(account.disabled),
  choices: [
    { value: 'false', title: 'can sign in' },
    { value: 'true', title: 'disabled' },
  ],
})}
<button type="submit" class="govuk-button">Change ${account.name}</button>`;
  const password = html`${hidden('_form', reset)}${hidden('_back', '/accounts')}
${textField(view, { form: reset, name: 'password', label: 'New password', type: 'password', autocomplete: 'new-password' })}
<button type="submit" class="govuk-button govuk-button--secondary">Reset the password of ${account.name}</button>`;
  const isOpen = view.refusal?.form === id || view.refusal?.form === reset;
  return details(
    `Change ${account.name}`,
    html`${form(view, `/accounts/${account.id}/change`, 'pv-form', change, id)}${form(view, `/accounts/${account.id}/password`, 'pv-form', password, reset)}`,
    isOpen,
  );
}
