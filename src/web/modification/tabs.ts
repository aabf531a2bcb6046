import { html } from 'hono/html';
import type { Html } from '../page/parts.ts';

type Tab =
  | 'modification'
  | 'timetable'
  | 'refinement'
  | 'legal-text'
  | 'draft'
  | 'conflicts'
  | 'effect'
  | 'impact'
  | 'papers';

const TABS: readonly { readonly tab: Tab; readonly path: string; readonly title: string }[] = [
  { tab: 'modification', path: '', title: 'Progress' },
  { tab: 'timetable', path: '/timetable', title: 'Timetable' },
  { tab: 'refinement', path: '/refinement', title: 'Refinement' },
  { tab: 'legal-text', path: '/legal-text', title: 'Legal text' },
  { tab: 'draft', path: '/draft', title: 'Drafting' },
  { tab: 'conflicts', path: '/conflicts', title: 'Conflicts' },
  { tab: 'effect', path: '/effect', title: 'Effect' },
  { tab: 'impact', path: '/impact', title: 'Impact' },
  { tab: 'papers', path: '/papers', title: 'Papers' },
];

/** The pages of one modification; `unsettled` are the conflicts that wait for people. */
export function modificationTabs(id: string, current: Tab, unsettled: number): Html {
  return html`<nav aria-label="${id}"><ul class="pv-tabs">${TABS.map(
    ({ tab, path, title }) =>
      html`<li><a href="/modifications/${id}${path}"${tab === current ? html` aria-current="page"` : ''}>${title}${
        tab === 'conflicts' && unsettled > 0
          ? html` <span class="pv-count">${unsettled}<span class="govuk-visually-hidden"> to be settled</span></span>`
          : ''
      }</a></li>`,
  )}</ul></nav>`;
}
