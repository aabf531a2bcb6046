import { html } from 'hono/html';
import type { z } from 'zod';
import type { listParties } from '../../app/party/list-parties.ts';
import { categoryOn } from '../../core/party/party-over-time.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import type { Page } from '../page/layout.ts';
import { empty, table } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { subjectsOf } from './fact-form.ts';
import { partyForms } from './forms.ts';

/** The parties of the record by category. */
export function partiesPage(
  view: View,
  parties: z.output<typeof listParties.output>['parties'],
  rules: Pick<Rulebook, 'partyCategories' | 'userRoles' | 'factKinds'>,
): Page {
  const choices = parties.map(({ id, name }) => ({ value: id, title: name }));
  const rows = parties
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((party) => [
      html`<a href="/parties/${party.id}">${party.name}</a>`,
      rules.partyCategories.find((category) => category.id === categoryOn(party, view.today))?.title ?? party.category,
      dayText(party.admittedOn),
      String(party.groups),
      String(party.assessments),
    ]);
  const columns = [
    { title: 'Party' },
    { title: 'Category' },
    { title: 'Admitted' },
    { title: 'Groups of systems', numeric: true },
    { title: 'Assessments booked', numeric: true },
  ];
  return {
    title: 'Parties',
    section: 'parties',
    lede: html`Who is bound by the code. In a demonstration every one of them is invented. <a href="/bodies">Bodies and who sits in them</a> · <a href="/facts">Facts about them and the market</a> · <a href="/obligations/readiness">Readiness: from when compliance can be shown</a>`,
    body: html`${
      rows.length === 0
        ? empty(
            html`No Party has been admitted in this record yet. The Code Administrator admits the first on this page, with <code>npx proviso party admit-party --help</code>, or over the <a href="/api">API</a>.`,
          )
        : table('Parties', columns, rows, { quiet: true, stack: true })
    }
${view.actor.role === 'code-administrator' ? partyForms(view, choices, subjectsOf(parties), rules) : ''}`,
  };
}
