import { html } from 'hono/html';
import type { z } from 'zod';
import type { listConflicts } from '../../app/modification/list-conflicts.ts';
import type { Page } from '../page/layout.ts';
import { empty, type Html, section, selectField, textField } from '../page/parts.ts';
import type { View } from '../site.ts';
import { CLASS_TITLES, conflictCard, notComparedPart, type ShownConflict, stuckCard } from './conflict-parts.ts';
import { modificationTabs } from './tabs.ts';

type Listed = z.output<typeof listConflicts.output>;

/** The conflicts of one modification with others that are open: what is not settled first. */
export function modificationConflictsPage(modification: { id: string; title: string }, listed: Listed): Page {
  const { id, title } = modification;
  const { conflicts, stuck, open, notCompared } = listed;
  const settled = conflicts.filter((one) => isSettled(one));
  return {
    title: `Conflicts of ${id}`,
    section: 'register',
    kicker: html`<a href="/modifications/${id}">${id} ${title}</a>`,
    lede: html`Where the legal text of ${id} and that of another open modification cannot both be made as they are drafted, or defeat each other. <a href="/conflicts">All open modifications</a>`,
    body: html`${modificationTabs(id, 'conflicts', open + stuck.length)}
${stuckPart(stuck)}
${notComparedPart(notCompared)}
${section(
  'unsettled',
  open === 0 ? 'Nothing is left to settle' : `To be settled: ${open}`,
  open === 0
    ? empty(
        conflicts.length === 0
          ? `${id} is in no conflict with any open modification${notCompared.length === 0 ? '' : ', so far as they are compared'}. This is worked out again whenever a text changes.`
          : `All ${conflicts.length === 1 ? 'there is' : `${conflicts.length}`} has been settled.`,
      )
    : html`${conflicts.filter((one) => !isSettled(one)).map((one) => conflictCard(one, { folded: false }))}`,
)}
${settled.length === 0 ? '' : section('settled', `Settled: ${settled.length}`, html`${settled.map((one) => conflictCard(one, { folded: false }))}`)}`,
  };
}

/** What the reader of the overview chose. */
export interface ConflictChoice {
  readonly words: string;
  readonly kind: string;
  readonly document: string;
  readonly state: string;
  readonly sort: string;
}

const STATES = [
  { value: 'unsettled', title: 'Not settled' },
  { value: 'settled', title: 'Settled' },
  { value: 'all', title: 'All' },
];

const SORTS: Readonly<Record<string, { title: string; group: (one: ShownConflict) => string }>> = {
  document: { title: 'By document', group: ({ document }) => document },
  class: { title: 'By class', group: ({ class: kind }) => CLASS_TITLES[kind] },
  pair: { title: 'By modifications', group: ({ sides }) => sides.map((side) => side.modification).join(' and ') },
};

/** So many of one group are shown open; of more, the texts are folded. */
const SHOWN_OPEN = 6;

/** Every conflict among open modifications. */
export function conflictsPage(
  view: View,
  { conflicts, stuck, open, notCompared }: Listed,
  choice: ConflictChoice,
): Page {
  const words = choice.words.toLowerCase();
  const found = conflicts.filter(
    (one) =>
      (choice.kind === '' || one.class === choice.kind) &&
      (choice.document === '' || one.document === choice.document) &&
      (choice.state === 'all' || isSettled(one) === (choice.state === 'settled')) &&
      `${one.reference} ${one.sides.map((side) => `${side.modification} ${side.title}`).join(' ')}`
        .toLowerCase()
        .includes(words),
  );
  const group = (SORTS[choice.sort] ?? SORTS.document)?.group ?? (() => '');
  const groups = [...Map.groupBy(found, group)].toSorted(([a], [b]) => a.localeCompare(b, 'en-GB', { numeric: true }));
  return {
    title: 'Conflicts among open modifications',
    section: 'register',
    kicker: html`<a href="/">Register of modifications</a>`,
    lede: html`${open === 0 ? 'None is left to settle' : open === 1 ? 'One is not settled' : `${open} are not settled`}, of ${conflicts.length} found by comparing every pair of open legal texts. Changes that lie apart in one section are no conflict.`,
    body: html`${stuckPart(stuck)}
${notComparedPart(notCompared)}
${filterForm(view, conflicts, choice)}
${
  found.length === 0
    ? empty(
        conflicts.length === 0
          ? 'No two open modifications are in conflict.'
          : html`None is as you chose. <a href="/conflicts?state=all">Show all ${conflicts.length}</a>`,
      )
    : groups.map(([title, all], at) =>
        section(
          `group-${at}`,
          `${title} (${all.length})`,
          html`${all.map((one) => conflictCard(one, { folded: found.length > SHOWN_OPEN }))}`,
        ),
      )
}`,
  };
}

function isSettled({ resolutions }: ShownConflict): boolean {
  return resolutions.length > 0;
}

function stuckPart(stuck: Listed['stuck']): Html | string {
  if (stuck.length === 0) return '';
  return section('stuck', 'Held up by a published version', html`${stuck.map(stuckCard)}`);
}

function filterForm(view: View, conflicts: readonly ShownConflict[], choice: ConflictChoice): Html {
  const form = 'conflicts';
  const documents = [...new Set(conflicts.map(({ document }) => document))].toSorted();
  const kinds = [...new Set(conflicts.map((one) => one.class))];
  const any = { value: '', title: 'Any' };
  return html`<form class="pv-form pv-filter" method="get" action="/conflicts" aria-label="Choose conflicts">
${textField(view, { form, name: 'q', label: 'Provision or modification', type: 'search', value: choice.words, width: 'medium' })}
${selectField(view, { form, name: 'class', label: 'Class', value: choice.kind, choices: [any, ...kinds.map((value) => ({ value, title: CLASS_TITLES[value] }))] })}
${selectField(view, { form, name: 'document', label: 'Document', value: choice.document, choices: [any, ...documents.map((value) => ({ value, title: value }))] })}
${selectField(view, { form, name: 'state', label: 'State', value: choice.state, choices: STATES })}
${selectField(view, { form, name: 'sort', label: 'Order', value: choice.sort, choices: Object.entries(SORTS).map(([value, { title }]) => ({ value, title })) })}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button>
</form>`;
}
