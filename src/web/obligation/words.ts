import { html } from 'hono/html';
import type { ObligationRow } from '../../app/obligation/obligation-view.ts';
import { type Html, type Tone, tag } from '../page/parts.ts';

const EACH: Readonly<Record<ObligationRow['each'], string>> = {
  'smets1-system': 'for each SMETS1 system',
  'smets2-system': 'for each SMETS2 system',
  system: 'for each system',
  party: 'as a whole',
};

const FLAGS: Readonly<Record<NonNullable<ObligationRow['flag']>, readonly [string, Tone]>> = {
  changed: ['the words have changed since it was bound', 'bad'],
  'will-change': ['the words will change', 'wait'],
  'may-change': ['an open modification would change the words', 'plain'],
};

/** Whether somebody has to read the words again. */
export function flagTag(flag: ObligationRow['flag']): Html | string {
  if (flag === null) return '';
  const [words, tone] = FLAGS[flag];
  return tag(words, tone);
}

/** Who bears it: `Large Supplier Party, Small Supplier Party, for each SMETS1 system`. */
export function bearersText({ bearers, each, fuel }: ObligationRow): Html {
  const fuels = fuel === null ? '' : ` of ${fuel}`;
  return html`${bearers.map(({ title }) => title).join(', ')}<br><span class="pv-quiet">${EACH[each]}${fuels}</span>`;
}
