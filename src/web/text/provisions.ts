import { html, raw } from 'hono/html';
import { opensDivision, type Provision } from '../../core/code/provision.ts';
import type { Html } from '../page/parts.ts';
import { hrefTo } from './asked.ts';
import type { Wording } from './words.ts';

/** The words of provisions with all below them, as their kinds are printed; whole numbers lead to their own page. */
export function provisionsText(provisions: readonly Provision[], wording: Wording): Html {
  return html`<div class="pv-law">${provisions.map((one) => provisionText(one, wording, 0, 3))}</div>`;
}

/** `depth` counts what indents, `level` the headings. */
function provisionText(provision: Provision, wording: Wording, depth: number, level: number): Html {
  const { kind, children } = provision;
  if (kind === 'table') return tableText(provision, wording, depth);
  if (kind === 'note') return noteText(provision, wording, depth);
  if (kind === 'image') return imageText(provision, depth);
  const isTitle =
    opensDivision(provision) || (provision.text === '' && provision.heading !== null && children.length > 0);
  const own = isTitle ? titleText(provision, wording, depth, level) : clauseText(provision, wording, depth);
  const below = isTitle ? depth : Math.min(depth + 1, 6);
  return html`${own}${children.map((child) => provisionText(child, wording, below, isTitle ? level + 1 : level))}`;
}

function titleText(provision: Provision, wording: Wording, depth: number, level: number): Html {
  const { id, heading, text, kind } = provision;
  const tag = `h${Math.min(level, 6)}`;
  const word = kind === 'section' ? 'Section ' : '';
  const title = html`${numberText(provision, wording, word)}${heading === null ? '' : wording.words(id, 'heading', heading)}`;
  return html`${raw(`<${tag} class="pv-law-title pv-law-${Math.min(level, 6)}"`)} id="${anchorOf(id)}">${title}${marksOf(provision)}${wording.mark(provision)}${raw(`</${tag}>`)}${
    text === '' ? '' : html`<p class="pv-depth-${depth}">${wording.words(id, 'text', text)}</p>`
  }`;
}

function clauseText(provision: Provision, wording: Wording, depth: number): Html {
  const { id, kind, heading, text } = provision;
  const words = wording.words(id, 'text', text);
  const lead =
    heading === null
      ? ''
      : kind === 'definition'
        ? html`<dfn>${heading}</dfn> `
        : html`<strong>${wording.words(id, 'heading', heading)}</strong> `;
  return html`<p class="pv-depth-${depth}" id="${anchorOf(id)}">${numberText(provision, wording, '')}${lead}${words}${marksOf(provision)}${wording.mark(provision)}</p>`;
}

function numberText(provision: Provision, wording: Wording, word: string): Html | string {
  const { number } = provision;
  if (number === null) return '';
  const shown = `${word}${number}`;
  const name = wording.nameOf(provision);
  return html`<span class="pv-number">${name === null ? shown : html`<a href="${hrefTo(wording.instrument, name, wording.asked)}">${shown}</a>`}</span> `;
}

/** A note is marked where the words that it is a note to end. */
function marksOf({ children }: Provision): Html | string {
  const notes = children.filter(({ kind }) => kind === 'note');
  return notes.length === 0
    ? ''
    : html`${notes.map(({ id, number }) => html`<sup><a href="#${anchorOf(id)}" aria-label="Note ${number ?? ''}">${number ?? 'note'}</a></sup>`)}`;
}

function noteText({ id, number, heading, text, children }: Provision, wording: Wording, depth: number): Html {
  const lead = heading === null ? '' : html`<strong>${heading}</strong> `;
  return html`<p class="pv-law-note pv-depth-${depth}" id="${anchorOf(id)}"><span class="govuk-visually-hidden">Note </span>${number === null ? '' : html`<span class="pv-number">${number}</span> `}${lead}${wording.words(id, 'text', text)}</p>${children.map((child) => provisionText(child, wording, depth, 6))}`;
}

function imageText({ id, number, heading, text }: Provision, depth: number): Html {
  return html`<figure class="pv-law-image pv-depth-${depth}" id="${anchorOf(id)}"><div>Image${number === null ? '' : ` ${number}`}${heading === null ? '' : html` <code>${heading}</code>`}</div><figcaption>${text === '' ? 'What it shows is not said.' : text}</figcaption></figure>`;
}

/** Rows of cells as a table; what else stands below it follows it. */
function tableText(provision: Provision, wording: Wording, depth: number): Html {
  const { id, number, heading, text, children } = provision;
  const rows = children.filter(({ kind }) => kind === 'row' || kind === 'header-row');
  const others = children.filter((child) => !rows.includes(child));
  const firstBody = rows.findIndex(({ kind }) => kind === 'row');
  const head = rows.slice(0, firstBody === -1 ? rows.length : firstBody);
  const name = [number, heading].filter((part) => part !== null).join(' ');
  const caption = html`<caption>${name}${marksOf(provision)}</caption>`;
  return html`<div class="pv-law-table pv-depth-${depth}" id="${anchorOf(id)}">${
    text === '' ? '' : html`<p>${wording.words(id, 'text', text)}</p>`
  }<div class="pv-scroll" role="group" aria-label="${name === '' ? 'Table' : `Table: ${name}`}" tabindex="0"><table>${name === '' ? '' : caption}${
    head.length === 0 ? '' : html`<thead>${head.map((row) => rowText(row, wording, 'col'))}</thead>`
  }<tbody>${rows.slice(head.length).map((row) => rowText(row, wording, row.kind === 'header-row' ? 'colgroup' : null))}</tbody></table></div></div>${others.map((child) => provisionText(child, wording, depth, 6))}`;
}

function rowText(row: Provision, wording: Wording, scope: string | null): Html {
  const loose = row.text === '' && row.heading === null ? [] : [{ ...row, kind: 'cell' as const, children: [] }];
  return html`<tr id="${anchorOf(row.id)}">${[...loose, ...row.children].map((cell) => {
    const { id, kind, number, heading, text, children } = cell;
    const lead = [number, heading].filter((part) => part !== null).join(' ');
    const words =
      kind === 'cell'
        ? html`${lead === '' ? '' : html`<strong>${lead}</strong> `}${wording.words(id, 'text', text)}${marksOf(cell)}${children.map((child) => provisionText(child, wording, 0, 6))}`
        : provisionText(cell, wording, 0, 6);
    return scope === null ? html`<td>${words}</td>` : html`<th scope="${scope}">${words}</th>`;
  })}</tr>`;
}

function anchorOf(id: string): string {
  return `p-${id}`;
}
