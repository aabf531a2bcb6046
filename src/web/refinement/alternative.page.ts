import { html, raw } from 'hono/html';
import type { z } from 'zod';
import type { showAlternative } from '../../app/refinement/show-alternative.ts';
import { renderRedline } from '../../format/html/redline.ts';
import { modificationTabs } from '../modification/tabs.ts';
import type { Page } from '../page/layout.ts';
import { section } from '../page/parts.ts';

type Shown = z.output<typeof showAlternative.output>;

/** What an alternative does to the code: a redline, and the same as instructions. */
export function alternativePage(shown: Shown, unsettled: number): Page {
  const { modification, title, description, against, moved, instructions, blocks } = shown;
  return {
    title,
    section: 'register',
    kicker: html`<a href="/modifications/${modification}/refinement">Refinement of ${modification}</a>`,
    lede: html`An alternative, against version ${against}. <ins class="pv-sample">Inserted</ins> and <del class="pv-sample">deleted</del> words are marked.`,
    body: html`${modificationTabs(modification, 'refinement', unsettled)}
${moved === null ? '' : html`<p class="pv-notice">${moved}</p>`}
${description === '' ? '' : html`<p class="pv-words">${description}</p>`}
${section('redline', 'Redline', html`${raw(renderRedline(blocks))}`)}
${section('instructions', 'The same as instructions', html`<ol>${instructions.map((one) => html`<li>${one}</li>`)}</ol>`)}`,
  };
}
