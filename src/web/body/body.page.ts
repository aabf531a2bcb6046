import { html } from 'hono/html';
import { appointMember } from '../../app/body/appoint-member.ts';
import type { BodyView } from '../../app/body/body-view.ts';
import { endMembership } from '../../app/body/end-membership.ts';
import { nameAlternate } from '../../app/body/name-alternate.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import { isPerson } from '../../core/party/membership.ts';
import type { Account } from '../accounts/accounts.ts';
import type { Page } from '../page/layout.ts';
import {
  actForm,
  type Choice,
  details,
  empty,
  type Html,
  section,
  selectField,
  table,
  tag,
  textField,
} from '../page/parts.ts';
import { citationText, dayText } from '../page/words.ts';
import { sentenceCase } from '../register/register.page.ts';
import type { View } from '../site.ts';

type Seat = BodyView['seats'][number];
type Term = BodyView['members'][number];

/** The bodies of a code. */
export function bodiesPage(bodies: readonly BodyView[]): Page {
  const rows = bodies.map(({ body, seats, members }) => {
    const vacant = seats.filter((seat) => seat.standing === 'vacant').length;
    return [
      html`<a href="/bodies/${body.id}">${body.title}</a>`,
      seats.length === 0 ? 'no seats of its own' : String(seats.length),
      vacant === 0 ? 'none' : tag(`${vacant} vacant`, 'wait'),
      String(members.length + seats.filter((seat) => seat.holder !== null).length),
      citationText(body.citation),
    ];
  });
  const columns = ['Body', 'Seats', 'Vacancies', 'Members recorded', 'Clause'].map((title) => ({ title }));
  return {
    title: 'Bodies',
    section: 'meetings',
    kicker: html`<a href="/meetings">Meetings</a>`,
    lede: 'Who decides and advises under the code, and who sits there.',
    body: table('Bodies', columns, rows, { quiet: true, stack: true }),
  };
}

/** A body: its seats with holders, terms, alternates and vacancies on a day. */
export function bodyPage(view: View, shown: BodyView, accounts: readonly Account[]): Page {
  const { body, seats, members, others, on } = shown;
  const mayRecord = view.actor.role === 'code-administrator';
  const bySeat = seats.length > 0;
  return {
    title: body.title,
    section: 'meetings',
    kicker: html`<a href="/bodies">Bodies</a>`,
    lede: countsOf(shown),
    body: html`<form class="pv-form pv-filter" method="get" action="/bodies/${body.id}" aria-label="Choose the day">
${textField(view, { form: 'day', name: 'on', label: 'On', type: 'date', value: formatDay(on), width: 'short' })}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>
${bySeat ? section('seats', `Seats on ${writeDay(on)}`, seatsTable(view, shown)) : ''}
${bySeat && members.length === 0 ? '' : section('members', `Members on ${writeDay(on)}`, membersTable(members))}
${others.length === 0 ? '' : section('terms', 'Other terms', othersTable(shown))}
${mayRecord ? section('record', 'Record who sits there', recordForms(view, shown, accounts)) : ''}
${ownSeats(view, shown).map((seat) => section(`stand-in-${seat.id}`, `Who stands in for your seat`, alternateForm(view, shown, [seat], accounts)))}
<p class="pv-quiet">Clause: ${citationText(body.citation)}. <a href="/record/log/body/${body.id}">The log of this body</a></p>`,
  };
}

function countsOf({ seats, members, on }: BodyView): string {
  const day = writeDay(on);
  if (seats.length === 0) return `${members.length === 1 ? 'One member' : `${members.length} members`} on ${day}`;
  const vacant = seats.filter((seat) => seat.standing === 'vacant').length;
  const unrecorded = seats.filter((seat) => seat.standing === 'not-recorded').length;
  const parts = [
    `${seats.length} seats on ${day}`,
    vacant === 0 ? 'none vacant' : `${vacant} vacant`,
    unrecorded === 0 ? '' : `${unrecorded} held by whoever’s account has the seat`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function seatsTable(view: View, { seats, on }: BodyView): Html {
  const rows = seats.map((seat) => [
    html`${seat.title}${seat.id === view.actor.seat ? html` ${tag('your seat', 'open')}` : ''}<br><span class="pv-quiet"><code>${seat.id}</code></span>`,
    sentenceCase(seat.votingCategory.replaceAll('-', ' ')),
    holderText(seat),
    seat.holder === null ? '' : daysText(seat.holder),
    seat.alternates.length === 0
      ? html`<span class="pv-quiet">none named</span>`
      : html`${seat.alternates.map((one, at) => html`${at === 0 ? '' : html`<br>`}${one.person.name} <span class="pv-quiet">${daysText(one)}${one.only === null ? '' : `, for ${one.only.map(aboutText).join(', ')}`}</span>${one.from > on ? html` ${tag('to come', 'plain')}` : ''}`)}`,
  ]);
  const columns = ['Seat', 'Category', 'Held by', 'Term', 'Alternates'].map((title) => ({ title }));
  return table('Seats, who holds them and who stands in', columns, rows, { quiet: true, stack: true });
}

function holderText({ standing, holder }: Seat): Html | string {
  if (holder !== null) return holder.person.name;
  if (standing === 'vacant') return tag('vacant', 'wait');
  return html`<span class="pv-quiet">whoever’s account has the seat</span>`;
}

function daysText({ from, until }: Pick<Term, 'from' | 'until'>): Html {
  return until === null ? html`from ${dayText(from)}` : html`from ${dayText(from)} until ${dayText(until)}`;
}

/** `modification/SECMP0065` as people say it. */
function aboutText(stream: string): string {
  return stream.replace('/', ' ');
}

function membersTable(members: readonly Term[]): Html {
  if (members.length === 0) return empty('Nobody is recorded as a member on that day.');
  const rows = members.map((term) => [term.person.name, daysText(term)]);
  return table('Members', [{ title: 'Member' }, { title: 'Term' }], rows, { quiet: true, stack: true });
}

function othersTable({ others, seats, on }: BodyView): Html {
  const rows = others.map((term) => [
    term.person.name,
    seats.find((seat) => seat.id === term.seat)?.title ?? '',
    daysText(term),
    term.from > on ? tag('to come', 'plain') : (term.ended ?? 'the term was over'),
  ]);
  const columns = ['Person', 'Seat', 'Term', 'Why not now'].map((title) => ({ title }));
  return table('Terms that are over or still to come', columns, rows, { quiet: true, stack: true });
}

function recordForms(view: View, shown: BodyView, accounts: readonly Account[]): Html {
  const { seats, members } = shown;
  const holding = [...seats.flatMap((seat) => seat.holder ?? []), ...members];
  return html`${appointForm(view, shown, accounts)}
${holding.length === 0 ? '' : endForms(view, shown, holding)}
${seats.length === 0 ? '' : details('Name an alternate', alternateForm(view, shown, seats, accounts), view.refusal?.form.startsWith('name-alternate') ?? false)}`;
}

function appointForm(view: View, shown: BodyView, accounts: readonly Account[]): Html {
  const form = 'appoint-member';
  const fields = html`${seatChoice(view, form, shown.seats)}
${personChoice(view, form, 'Person', accounts)}
${dayField(view, form, 'from', 'From', 'Left blank, today.')}
${dayField(view, form, 'until', 'Until', 'The first day after the term; left blank, no end is set.')}`;
  return details(
    'Appoint a member',
    formFor(view, appointMember, form, shown, fields, 'Appoint', 'The appointment is recorded.'),
    view.refusal?.form === form,
  );
}

function endForms(view: View, { seats, ...shown }: BodyView, holding: readonly Term[]): Html {
  const forms = holding.map((term) => {
    const seat = seats.find((one) => one.id === term.seat);
    const form = `end-membership-${term.seat ?? holding.indexOf(term)}`;
    const fields = html`${dayField(view, form, 'until', 'Ends on', 'The first day on which they no longer sit there.')}
${textField(view, { form, name: 'reasons', label: 'Why' })}`;
    const input = { ...(term.seat === null ? {} : { seat: term.seat }), person: JSON.stringify(term.person) };
    const words = `${term.person.name}${seat === undefined ? '' : `, ${seat.title}`}`;
    const ended = formFor(
      view,
      endMembership,
      form,
      shown,
      fields,
      `End the membership of ${term.person.name}`,
      'The end of the membership is recorded.',
      input,
    );
    return details(words, ended, view.refusal?.form === form);
  });
  return details('End a membership', html`${forms}`, view.refusal?.form.startsWith('end-membership') ?? false);
}

/** The seats that the person at the page holds. */
function ownSeats(view: View, { seats }: BodyView): readonly Seat[] {
  const { session, actor } = view;
  if (session === null || actor.role === 'code-administrator') return [];
  return seats.filter(({ id, holder, standing }) =>
    holder === null ? standing === 'not-recorded' && actor.seat === id : isPerson(holder.person, actor),
  );
}

function alternateForm(view: View, shown: BodyView, seats: readonly Seat[], accounts: readonly Account[]): Html {
  const [only] = seats;
  const form = `name-alternate${seats.length === 1 ? `-${only?.id}` : ''}`;
  const people = accounts.length > 0 ? personChoice(view, form, 'Who stands in', accounts) : nameField(view, form);
  const fields = html`${seats.length === 1 ? '' : seatChoice(view, form, seats)}
${people}
${dayField(view, form, 'from', 'From', 'Left blank, today.')}
${dayField(view, form, 'until', 'Until', 'The first day after it; left blank, no end is set.')}
${textField(view, { form, name: 'only', label: 'For one ballot only', hint: 'As modification/SECMP0065; left blank, for whatever comes up in that time.', width: 'medium' })}`;
  const input = seats.length === 1 && only !== undefined ? { seat: only.id } : {};
  return formFor(view, nameAlternate, form, shown, fields, 'Name the alternate', 'The alternate is named.', input);
}

function formFor(
  view: View,
  operation: { readonly room: string; readonly name: string },
  id: string,
  { code, body }: Pick<BodyView, 'code' | 'body'>,
  fields: Html,
  button: string,
  done: string,
  input: Readonly<Record<string, string>> = {},
): Html {
  return actForm(view, { operation, id, input: { code, body: body.id, ...input }, fields, button, done });
}

function seatChoice(view: View, form: string, seats: readonly Seat[]): Html | string {
  if (seats.length === 0) return '';
  const choices = seats.map(({ id, title }) => ({ value: id, title }));
  return selectField(view, { form, name: 'seat', label: 'Seat', choices });
}

function personChoice(view: View, form: string, label: string, accounts: readonly Account[]): Html {
  const choices = accounts
    .filter((account) => !account.disabled)
    .map(({ id, name }): Choice => ({ value: JSON.stringify({ account: id, name }), title: name }));
  return selectField(view, { form, name: 'person', label, choices });
}

/** Accounts are for the Code Administrator to see: a member names a person. */
function nameField(view: View, form: string): Html {
  const hint = 'The name of the account by which they sign in.';
  return textField(view, { form, name: 'person.name', label: 'Who stands in', hint });
}

function dayField(view: View, form: string, name: string, label: string, hint: string): Html {
  return textField(view, { form, name, label, hint, type: 'date', width: 'short' });
}
