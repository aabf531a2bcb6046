import { html } from 'hono/html';
import type { z } from 'zod';
import type { showContents } from '../../app/text/show-contents.ts';
import type { ContentsEntry } from '../../core/code/contents.ts';
import type { Html } from '../page/parts.ts';
import { type Asked, hrefTo } from './asked.ts';
import { searchForm } from './search.page.ts';

export type ShownContents = z.output<typeof showContents.output>;

/** Text and contents side by side: the contents fold on a phone, and can be skipped by keyboard. */
export function besideContents(contents: ShownContents, asked: Asked, content: Html): Html {
  return html`<div class="pv-reader">
<div class="pv-side">${searchForm(contents.instrument, asked)}
<nav class="pv-tree" aria-label="Contents of the ${contents.instrument.shortTitle}">
<a class="pv-skip" href="#text">Skip the contents</a>
<details class="pv-tree-fold"><summary>Contents</summary>
<p class="pv-tree-title"><a href="${hrefTo(contents.instrument.id, null, asked)}">${contents.instrument.shortTitle}</a></p>
${treeOf(contents.entries, contents.instrument.id, asked)}
</details></nav></div>
<div class="pv-reader-text" id="text" tabindex="-1">${content}</div>
</div>`;
}

function treeOf(
  entries: readonly ContentsEntry[],
  instrument: string,
  asked: Asked,
  leftOut = NONE,
  above: string | null = null,
): Html {
  const more = (count: number, where: string) =>
    count === 0
      ? ''
      : html`<li class="pv-tree-more"><a href="${hrefTo(instrument, above, asked)}">${count} more ${where}</a></li>`;
  return html`<ul>${more(leftOut.before, 'before')}${entries.map(
    (entry) =>
      html`<li><a href="${hrefTo(instrument, entry.name, asked)}"${entry.stands === 'here' ? html` aria-current="page"` : entry.stands === 'above' ? html` aria-current="true"` : ''}>${entryTitle(entry)}</a>${
        entry.entries.length === 0 ? '' : treeOf(entry.entries, instrument, asked, entry.leftOut, entry.name)
      }</li>`,
  )}${more(leftOut.after, 'after')}</ul>`;
}

const NONE: ContentsEntry['leftOut'] = { before: 0, after: 0 };

/** `G3.26 Each Supplier Party…`, `Section G Security`. */
export function entryTitle({ kind, number, heading, opening, name }: ContentsEntry): Html {
  const word = kind === 'section' && number !== null ? 'Section ' : '';
  const words = heading ?? (opening === null ? null : html`<span class="pv-quiet">${opening}</span>`);
  return number === null && words === null
    ? html`${name}`
    : html`${number === null ? '' : html`<span class="pv-tree-number">${word}${number}</span> `}${words ?? ''}`;
}

/** The parts of what is too long to show at once, each with its size. */
export function partsList(entries: readonly ContentsEntry[], instrument: string, asked: Asked): Html {
  return html`<ul class="pv-parts">${entries.map(
    (entry) =>
      html`<li><a href="${hrefTo(instrument, entry.name, asked)}">${entryTitle(entry)}</a>${
        entry.below === 0
          ? ''
          : html` <span class="pv-quiet">${entry.below === 1 ? '1 provision' : `${entry.below.toLocaleString('en-GB')} provisions`}</span>`
      }</li>`,
  )}</ul>`;
}

/** What is read before and after. */
export function besideLinks({ previous, next, instrument }: ShownContents, asked: Asked): Html | string {
  if (previous === null && next === null) return '';
  return html`<nav class="pv-beside" aria-label="Before and after">${
    previous === null
      ? html`<span></span>`
      : html`<a rel="prev" href="${hrefTo(instrument.id, previous.name, asked)}"><span class="pv-quiet">Before</span> ${entryTitle(previous)}</a>`
  }${next === null ? '' : html`<a rel="next" href="${hrefTo(instrument.id, next.name, asked)}"><span class="pv-quiet">After</span> ${entryTitle(next)}</a>`}</nav>`;
}
