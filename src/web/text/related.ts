import { html } from 'hono/html';
import type { z } from 'zod';
import type { excerptSchema } from '../../app/text/excerpts.ts';
import type { showReferences } from '../../app/text/show-references.ts';
import { empty, type Html, section } from '../page/parts.ts';
import { type Asked, baseOf, hrefTo, knownQuery } from './asked.ts';

type Excerpt = z.output<typeof excerptSchema>;
export type Related = z.output<typeof showReferences.output>;

/** What names a provision and what it names, with the words; as many as were asked for, and how many there are. */
export function relatedParts(related: Related, name: string, asked: Asked): Html {
  const { instrument, counts, refersTo, unresolved, referredToBy, usedBy } = related;
  const all = `${baseOf(instrument.id, name)}/references?on=${asked.on}${knownQuery(asked)}`;
  const { on, knownAt } = asked;
  const known = knownAt === null ? {} : { knownAt };
  const asJson = new URLSearchParams({ instrument: instrument.id, reference: name, on, ...known });
  const restText = (id: string, title: string, shown: number, count: number): Html => {
    const of = html`<span class="govuk-visually-hidden"> of: ${title}</span>`;
    if (shown < MOST_LISTED) {
      const most = count <= MOST_LISTED ? `all ${count}` : `the first ${MOST_LISTED}`;
      return html`<a href="${all}#${id}">See ${most}${of}</a>`;
    }
    return html`The first ${shown} are listed here. All ${count.toLocaleString('en-GB')} are in <a href="/api/text/show-references?${asJson}">the answer of the API${of}</a>.`;
  };
  const part = (id: string, title: string, shown: readonly Excerpt[], count: number, none: string) =>
    section(
      id,
      `${title} (${count.toLocaleString('en-GB')})`,
      count === 0
        ? empty(none)
        : html`${excerptList(shown, instrument.id, asked, id === 'refers-to')}${
            shown.length < count ? html`<p>${restText(id, title, shown.length, count)}</p>` : ''
          }`,
    );
  return html`${part('referred-to-by', 'Referred to by', referredToBy, counts.referredToBy, 'Nothing else in the text refers to it.')}
${usedBy.length === 0 ? '' : part('used-by', 'Uses of what it defines', usedBy, counts.usedBy, '')}
${part('refers-to', 'Refers to', refersTo, counts.refersTo, 'It refers to no other provision.')}
${
  unresolved.length === 0
    ? ''
    : html`<p class="pv-warning"><strong>${unresolved.length === 1 ? 'One reference names' : `${unresolved.length} references name`} nothing</strong> in the text on this day: ${unresolved.map(({ words, from }, at) => html`${at === 0 ? '' : ', '}“${words}” in ${from}`)}.</p>`
}`;
}

/** How many are listed on the page of references, which says where the rest is. */
export const MOST_LISTED = 500;

function excerptList(all: readonly Excerpt[], instrument: string, asked: Asked, outward: boolean): Html {
  const link = (name: string) => html`<a href="${hrefTo(instrument, name, asked)}">${name}</a>`;
  return html`<ul class="pv-excerpts">${all.map(
    ({ from, before, words, after, names }) =>
      html`<li>${outward ? html`<strong>${from}</strong>` : link(from)} <span>${before}<mark>${words}</mark>${after}</span>${
        outward
          ? html` → ${names.length === 0 ? 'nothing in force' : html`${names.map((name, at) => html`${at === 0 ? '' : ', '}${link(name)}`)}`}`
          : ''
      }</li>`,
  )}</ul>`;
}
