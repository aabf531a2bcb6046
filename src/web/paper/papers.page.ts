import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { modificationTabs } from '../modification/tabs.ts';
import type { Page } from '../page/layout.ts';
import type { Html } from '../page/parts.ts';

interface Paper {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly forms: readonly (readonly [string, string])[];
}

const PAPERS: readonly Paper[] = [
  {
    name: 'initial-modification-report',
    title: 'Initial Modification Report',
    about:
      'The issue, the solution, impacts, costs, the proposed progression and what the Panel is asked; what was decided since rewrites it.',
    forms: [
      ['html', 'Read it here'],
      ['pdf', 'PDF'],
      ['docx', 'Word'],
    ],
  },
  {
    name: 'modification-report',
    title: 'Modification Report',
    about:
      'The report with the responses to the consultations as everybody may read them, the vote once it is held, and the decision with its reasons.',
    forms: [
      ['html', 'Read it here'],
      ['pdf', 'PDF'],
      ['docx', 'Word'],
    ],
  },
  {
    name: 'legal-text',
    title: 'Legal text',
    about: 'The change as tracked changes: in Word, accepting all gives the new text and rejecting all the old.',
    forms: [
      ['html', 'Read it here'],
      ['pdf', 'PDF'],
      ['docx', 'Word, with tracked changes'],
    ],
  },
  {
    name: 'timetable',
    title: 'Progression timetable',
    about: 'Every planned day with its Working Days; the calendar file can be taken into a calendar.',
    forms: [
      ['html', 'Read it here'],
      ['pdf', 'PDF'],
      ['docx', 'Word'],
      ['ics', 'Calendar'],
    ],
  },
];

/** The papers of a modification to read and to download. */
export function papersPage({ id, title }: Pick<ModificationView, 'id' | 'title'>, unsettled: number): Page {
  return {
    title: `Papers of ${id}`,
    section: 'register',
    kicker: html`<a href="/modifications/${id}">${id} ${title}</a>`,
    lede: 'Made from the record as it stands when you ask. All forms of a paper say the same words, and all drafting is illustrative.',
    body: html`${modificationTabs(id, 'papers', unsettled)}<div class="pv-papers">${PAPERS.map((paper) => card(id, paper))}</div>`,
  };
}

function card(id: string, { name, title, about, forms }: Paper): Html {
  return html`<section class="pv-paper" aria-labelledby="paper-${name}"><h2 id="paper-${name}">${title}</h2><p>${about}</p>
<ul>${forms.map(([ending, words]) => html`<li><a href="/modifications/${id}/papers/${name}.${ending}">${words}<span class="govuk-visually-hidden"> of the ${title}</span></a></li>`)}</ul></section>`;
}
