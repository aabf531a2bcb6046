import { html } from 'hono/html';
import { ROLE_IN_SENTENCE } from '../../core/party/actor.ts';
import { feedPart } from '../feeds/feed-part.ts';
import type { Page } from '../page/layout.ts';
import { facts, form, hidden, section, textField } from '../page/parts.ts';
import type { View } from '../site.ts';
import type { Account } from './accounts.ts';
import { type Places, placeName } from './standing.ts';

/** One's own account: what it may do, and its password. */
export function accountPage(view: View, account: Account, places: Places, feed: string | null): Page {
  const id = 'password';
  const fields = html`${hidden('_form', id)}${hidden('_back', '/account')}
${textField(view, { form: id, name: 'current', label: 'Password in use', type: 'password', autocomplete: 'current-password' })}
${textField(view, { form: id, name: 'password', label: 'New password', type: 'password', hint: 'At least 10 characters.', autocomplete: 'new-password' })}
<button type="submit" class="govuk-button">Change the password</button>`;
  return {
    title: account.name,
    kicker: 'Your account',
    body: html`${facts([
      ['E-mail address', account.email],
      ['Acts as', ROLE_IN_SENTENCE[account.role]],
      ...(account.seat === null ? [] : [['Seat', placeName(places.seats, account.seat)] as const]),
      ...(account.party === null
        ? []
        : [
            [
              'Party',
              html`<a href="/parties/${account.party}">${placeName(places.parties, account.party)}</a>: its <a href="/parties/${account.party}/duties">compliance calendar</a> and <a href="/parties/${account.party}/evidence">evidence</a>`,
            ] as const,
          ]),
    ])}${section('calendar', 'Your calendar', feedPart(view, feed))}${section(
      'notices',
      'What you are told',
      html`<p><a href="/account/notices">Choose which notices come to you, and how</a> · <a href="/notices/outbox">What you were sent</a></p>`,
    )}${section('change-password', 'Change the password', form(view, '/account/password', 'pv-form', fields, id))}`,
  };
}
