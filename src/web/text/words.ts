import { html } from 'hono/html';
import type { z } from 'zod';
import type { showLinks } from '../../app/text/show-links.ts';
import type { Provision } from '../../core/code/provision.ts';
import type { MarkedRun } from '../../core/code/search.ts';
import { details, type Html } from '../page/parts.ts';
import { type Asked, hrefTo } from './asked.ts';
import { type Mark, NO_MARK } from './pending.ts';

type Linked = z.output<typeof showLinks.output>;

/** How words become markup: the links in them, and the definitions that the page carries for them. */
export interface Wording {
  readonly words: (id: string, field: 'heading' | 'text', words: string) => Html | string;
  /** The name under which a provision has a page of its own; null for what is read in another's. */
  readonly nameOf: (provision: Provision) => string | null;
  /** What stands beside a provision that open modifications would change. */
  readonly mark: Mark;
  readonly definitions: Linked['definitions'];
  readonly instrument: string;
  readonly asked: Asked;
}

/** Words with their references and defined terms as links, on the day that is read. */
export function wordingOf(
  instrument: string,
  asked: Asked,
  { links, names, definitions }: Linked,
  mark: Mark = NO_MARK,
): Wording {
  const byProvision = Map.groupBy(links, (link) => link.from);
  const carried = new Map(definitions.map(({ name }, at) => [name, `term-${at + 1}`]));
  const pages = new Map(names.map(({ id, name }) => [id, name]));
  return {
    instrument,
    asked,
    mark,
    definitions,
    nameOf: ({ id }) => pages.get(id) ?? null,
    words: (id, field, words) => {
      const own = (byProvision.get(id) ?? []).filter((link) => link.field === field);
      if (own.length === 0) return words;
      let from = 0;
      const parts: (Html | string)[] = [];
      for (const { start, end, kind, names: named } of own) {
        parts.push(words.slice(from, start), linked(words.slice(start, end), kind, named[0]));
        from = end;
      }
      return html`${[...parts, words.slice(from)]}`;
    },
  };

  function linked(words: string, kind: 'reference' | 'term', name: string | undefined): Html {
    if (name === undefined) {
      return html`<span class="pv-unresolved">${words}<span class="govuk-visually-hidden"> (names nothing in force on this day)</span></span>`;
    }
    const anchor = kind === 'term' ? carried.get(name) : undefined;
    if (anchor !== undefined)
      return html`<a class="pv-term" href="#${anchor}" aria-describedby="${anchor}-says">${words}</a>`;
    return html`<a href="${hrefTo(instrument, name, asked)}">${words}</a>`;
  }
}

/**
 * The definitions of the terms that a page uses. Each use is a link to its own here and is described by it; a small module
 * shows it beside the use on hover, focus and touch.
 */
export function definitionsPart({ definitions, instrument, asked }: Wording): Html | string {
  if (definitions.length === 0) return '';
  const count = definitions.length === 1 ? '1 defined term' : `${definitions.length} defined terms`;
  return html`<section class="pv-section pv-terms" aria-labelledby="terms"><h2 id="terms">Terms used here</h2>${details(
    `${count}, as defined on this day`,
    html`<dl class="pv-glossary">${definitions.map(
      ({ name, term, text, more }, at) => html`<div id="term-${at + 1}"><dt>${term}</dt>
<dd id="term-${at + 1}-says">${text}${more ? ' …' : ''} <a href="${hrefTo(instrument, name, asked)}">${placeOfDefinition(name, term)}</a></dd></div>`,
    )}</dl>`,
    true,
  )}</section>`;
}

function placeOfDefinition(name: string, term: string): string {
  const place = name.replace(` "${term}"`, '');
  return place === name || place === '' ? 'Read the definition' : `Defined in ${place}`;
}

/** Words with what was sought marked. */
export function markedText(runs: readonly MarkedRun[]): Html {
  return html`${runs.map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))}`;
}

/** Words as they stand, where nothing in them leads anywhere. */
export const PLAIN_WORDS: Wording = {
  instrument: '',
  asked: { on: '', against: null, knownAt: null, dated: false, permanence: 'not-asked' },
  mark: NO_MARK,
  definitions: [],
  nameOf: () => null,
  words: (_id, _field, words) => words,
};
