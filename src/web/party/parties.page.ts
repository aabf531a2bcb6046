import { html } from 'hono/html';
import type { z } from 'zod';
import type { listParties } from '../../app/party/list-parties.ts';
import type { PartyCategory } from '../../core/party/party.ts';
import type { Page } from '../page/layout.ts';
import { empty, table } from '../page/parts.ts';
import { dayText } from '../page/words.ts';

/** The parties of the record by category. */
export function partiesPage(
  parties: z.output<typeof listParties.output>['parties'],
  categories: readonly PartyCategory[],
): Page {
  const rows = parties
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((party) => [
      html`<a href="/parties/${party.id}">${party.name}</a>`,
      categories.find((category) => category.id === party.category)?.title ?? party.category,
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
    lede: 'Who is bound by the code. In a demonstration every one of them is invented.',
    body:
      rows.length === 0
        ? empty('No party has been admitted in this record yet.')
        : table('Parties', columns, rows, { quiet: true, stack: true }),
  };
}
