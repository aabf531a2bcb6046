import { html, raw } from 'hono/html';
import type { z } from 'zod';
import type { showLegalText } from '../../app/text/show-legal-text.ts';
import { renderRedline } from '../../format/html/redline.ts';
import type { Page } from '../page/layout.ts';
import { section } from '../page/parts.ts';
import { modificationTabs } from './tabs.ts';

/** What the legal text of a modification does to the code: a redline, and the same as instructions. */
export function legalTextPage(text: z.output<typeof showLegalText.output>): Page {
  const { modification, title, instrument, draftedAgainst, instructions, blocks } = text;
  return {
    title: `Legal text of ${modification}`,
    section: 'register',
    kicker: html`<a href="/modifications/${modification}">${modification} ${title}</a>`,
    lede: html`Against version ${draftedAgainst.label} of the ${instrument.title}. <ins class="pv-sample">Inserted</ins> and <del class="pv-sample">deleted</del> words are marked.`,
    body: html`${modificationTabs(modification, 'legal-text')}
<p class="pv-notice">${instrument.notice}</p>
${section('redline', 'Redline', html`${raw(renderRedline(blocks))}`)}
${section('instructions', 'The same as instructions', html`<ol>${instructions.map((instruction) => html`<li>${instruction}</li>`)}</ol>`)}`,
  };
}
