import { html } from 'hono/html';
import { listObligations } from '../../app/obligation/list-obligations.ts';
import { owedInWords } from '../../core/obligation/owed-words.ts';
import { type Html, section } from '../page/parts.ts';
import { ask, type View } from '../site.ts';
import { flagTag } from './words.ts';

/** Obligations that the page of a provision names. */
const MOST = 12;

/** The obligations bound to a provision, for its page; nothing where there are none. */
export async function boundPart(
  view: View,
  at: { readonly instrument: string; readonly provision: string; readonly on: string; readonly knownAt: string | null },
): Promise<Html | string> {
  const rulebooks = await view.site.ports.rulebooks.shipped();
  const code = rulebooks.find(({ instruments }) => instruments.some(({ id }) => id === at.instrument));
  if (code === undefined) return '';
  const listed = await ask(view, listObligations, { code: code.code, ...at });
  if (!listed.ok || listed.value.obligations.length === 0) return '';
  const { obligations } = listed.value;
  const on = new URLSearchParams({ on: at.on });
  return section(
    'obligations',
    `Obligations bound to it (${obligations.length})`,
    html`<ul>${obligations
      .slice(0, MOST)
      .map(
        ({ id, title, flag, provision, ...owed }) =>
          html`<li><a href="/obligations/${encodeURIComponent(id)}?${on}">${title}</a>${provision === at.provision ? '' : html` <span class="pv-quiet">(${provision})</span>`}: ${owedInWords(owed)}${flag === null ? '' : html` ${flagTag(flag)}`}</li>`,
      )}</ul>${obligations.length > MOST ? html`<p><a href="/obligations?${new URLSearchParams({ instrument: at.instrument, provision: at.provision, on: at.on })}">All ${obligations.length}</a></p>` : ''}`,
  );
}
