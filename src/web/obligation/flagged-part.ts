import { html } from 'hono/html';
import { listObligations } from '../../app/obligation/list-obligations.ts';
import type { ObligationRow } from '../../app/obligation/obligation-view.ts';
import { type Html, section, table } from '../page/parts.ts';
import { ask, type View } from '../site.ts';
import { flagTag } from './words.ts';

/** Obligations whose words somebody has to read again: those of today, of every code, as the record stands. */
async function flagged(view: View): Promise<readonly ObligationRow[]> {
  const rulebooks = await view.site.ports.rulebooks.shipped();
  const codes = rulebooks.filter(({ obligations }) => obligations.length > 0).map(({ code }) => code);
  const listed = await Promise.all(codes.map((code) => ask(view, listObligations, { code, flagged: true })));
  return listed.flatMap((one) => (one.ok ? one.value.obligations : []));
}

/** Whether bindings await whoever is asked for: they are the Code Administrator's to confirm. */
export function bindingsAwait({ actor }: View, asked: string): boolean {
  return asked === '' || asked === 'code-administrator' || (asked === 'me' && actor.role === 'code-administrator');
}

/** The obligations whose words have changed, will or may, for whoever confirms them; nothing when there are none. */
export async function flaggedPart(view: View): Promise<Html | string> {
  const rows = await flagged(view);
  if (rows.length === 0) return '';
  return section(
    'bindings',
    `Obligations whose words are to be read again (${rows.length})`,
    table(
      'Obligations whose words are to be read again',
      ['Obligation', 'Provision', 'Why', 'By'].map((title) => ({ title })),
      rows.map(({ id, title, instrument, provision, flag }) => [
        html`<a href="/obligations/${encodeURIComponent(id)}#binding">${title}</a>`,
        `${instrument.shortTitle} ${provision}`,
        flagTag(flag),
        'the Code Administrator',
      ]),
      { quiet: true, stack: true },
    ),
  );
}
