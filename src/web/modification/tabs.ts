import { html } from 'hono/html';
import type { Html } from '../page/parts.ts';

type Tab = 'modification' | 'legal-text' | 'draft' | 'effect' | 'papers';

const TABS: readonly { readonly tab: Tab; readonly path: string; readonly title: string }[] = [
  { tab: 'modification', path: '', title: 'Progress' },
  { tab: 'legal-text', path: '/legal-text', title: 'Legal text' },
  { tab: 'draft', path: '/draft', title: 'Drafting' },
  { tab: 'effect', path: '/effect', title: 'Effect' },
  { tab: 'papers', path: '/papers', title: 'Papers' },
];

/** The pages of one modification. */
export function modificationTabs(id: string, current: Tab): Html {
  return html`<nav aria-label="${id}"><ul class="pv-tabs">${TABS.map(
    ({ tab, path, title }) =>
      html`<li><a href="/modifications/${id}${path}"${tab === current ? html` aria-current="page"` : ''}>${title}</a></li>`,
  )}</ul></nav>`;
}
