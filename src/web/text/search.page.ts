import { html } from 'hono/html';
import type { z } from 'zod';
import type { searchText } from '../../app/text/search-text.ts';
import { writeDay } from '../../core/kernel/day.ts';
import type { Page } from '../page/layout.ts';
import { empty, type Html, hidden } from '../page/parts.ts';
import { type Asked, baseOf, hrefTo, knownQuery } from './asked.ts';
import { markedText } from './words.ts';

type Found = z.output<typeof searchText.output>;

/** Where one types what is sought; it stays on the day that is read. */
export function searchForm(
  instrument: { id: string; shortTitle: string },
  asked: Asked,
  sought = '',
  document: string | null = null,
): Html {
  return html`<form class="pv-search" method="get" action="/${instrument.id}/search" role="search">
<label class="govuk-label" for="search-q">Search the ${instrument.shortTitle}</label>
<input class="govuk-input" id="search-q" name="q" type="search" maxlength="200" value="${sought}" autocomplete="off">
${asked.dated ? hidden('on', asked.on) : ''}${asked.permanence === 'not-asked' && asked.knownAt !== null ? hidden('knownAt', asked.knownAt) : ''}${document === null ? '' : hidden('document', document)}
<button type="submit" class="govuk-button govuk-button--secondary">Search</button>
</form>`;
}

/** What a search found on a day, the best first. */
export function searchPage(
  { asked, sought, document }: { readonly asked: Asked; readonly sought: string; readonly document: string | null },
  found: Found | null,
  instrument: { readonly id: string; readonly title: string; readonly shortTitle: string },
): Page {
  return {
    title: sought === '' ? `Search the ${instrument.shortTitle}` : `“${sought}” in the ${instrument.shortTitle}`,
    section: 'code',
    kicker: html`<a href="${hrefTo(instrument.id, null, asked)}">${instrument.title}</a>`,
    ...(found === null ? {} : { lede: countOf(found, document) }),
    body: html`${searchForm(instrument, asked, sought, document)}
${found === null ? help() : results(found, asked, sought, document)}`,
  };
}

function countOf({ count, on, pages, page, version }: Found, document: string | null): string {
  const many = count === 1 ? '1 provision' : `${count.toLocaleString('en-GB')} provisions`;
  const where = document === null ? '' : ` of ${document}`;
  return `${many}${where} in force on ${writeDay(on)} (version ${version.label})${pages > 1 ? `, page ${page} of ${pages}` : ''}.`;
}

function results(found: Found, asked: Asked, sought: string, document: string | null): Html {
  const { instrument, named, ignored, count } = found;
  const everywhere =
    document === null
      ? ''
      : html`<p><a href="${resultsUrl(instrument.id, asked, sought, null, 1)}">Search the whole ${instrument.shortTitle}</a></p>`;
  return html`${
    named === null
      ? ''
      : html`<p class="pv-direct">Go to <a href="${named.says === null ? hrefTo(instrument.id, named.name, asked) : baseOf(instrument.id, named.name)}"><strong>${named.name}</strong>${named.heading === null ? '' : ` ${named.heading}`}</a>${named.says === null ? '' : html` <span>${named.says}</span>`}</p>`
  }
${ignored.length === 0 ? '' : html`<p class="pv-quiet">Not looked for, since every text has ${ignored.length === 1 ? 'it' : 'them'}: ${ignored.join(', ')}. Put words in quotation marks to look for them exactly.</p>`}
${everywhere}
${count === 0 ? html`${empty('No provision in force on this day holds all of that.')}${help()}` : list(found, asked)}
${pager(found, asked, sought, document)}`;
}

function list({ results: all, instrument, page }: Found, asked: Asked): Html {
  return html`<ol class="pv-results" start="${(page - 1) * 20 + 1}">${all.map(
    ({ name, title, heading, excerpt, trail }) => html`<li>
<h2><a href="${hrefTo(instrument.id, name, asked)}">${markedText(title)}</a>${heading.length === 0 || name.endsWith(`"${heading.map((run) => run.text).join('')}"`) ? '' : html` ${markedText(heading)}`}</h2>
${trail.length === 0 ? '' : html`<p class="pv-trail">${trail.join(' › ')}</p>`}
${excerpt.length === 0 ? '' : html`<p>${markedText(excerpt)}</p>`}</li>`,
  )}</ol>`;
}

function pager(
  { page, pages, instrument }: Found,
  asked: Asked,
  sought: string,
  document: string | null,
): Html | string {
  if (pages < 2) return '';
  const link = (to: number, words: string, rel: string) =>
    html`<a rel="${rel}" href="${resultsUrl(instrument.id, asked, sought, document, to)}">${words}</a>`;
  return html`<nav class="pv-beside" aria-label="Pages of results">${page > 1 ? link(page - 1, 'Page before', 'prev') : html`<span></span>`}${page < pages ? link(page + 1, 'Next page', 'next') : ''}</nav>`;
}

function resultsUrl(instrument: string, asked: Asked, sought: string, document: string | null, page: number): string {
  const query = new URLSearchParams({ q: sought });
  if (document !== null) query.set('document', document);
  if (page > 1) query.set('page', String(page));
  const on = asked.dated ? `&on=${asked.on}` : '';
  return `/${instrument}/search?${query}${on}${knownQuery(asked)}`;
}

function help(): Html {
  return html`<div class="pv-help"><h2>How to search</h2><ul>
<li>Words are found in all their forms: <code>enrol device</code> finds both, in one provision.</li>
<li>Words in quotation marks are found exactly so: <code>"Supplier Party"</code>.</li>
<li>Numbers and references: <code>250,000</code>, <code>G3.26</code>.</li>
<li>Beginnings and exceptions: <code>commission*</code>, <code>-gas</code>.</li>
</ul></div>`;
}
