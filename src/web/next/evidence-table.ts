import { html } from 'hono/html';
import type { EvidenceAct } from '../../app/obligation/evidence-due.ts';
import { placeText } from '../obligation/evidence.page.ts';
import { type Html, table, tag } from '../page/parts.ts';
import { dayText } from '../page/words.ts';

/** Evidence that a party is to record, each with the way to the form that takes it. */
export function evidenceTable(acts: readonly EvidenceAct[]): Html {
  const columns = ['What you can do', 'For', 'By', 'Clause'].map((title) => ({ title }));
  const rows = acts.map(
    ({ party, obligation, title, subject, systems, of, until, overdue, instrument, shortTitle, provision }) => {
      const place = new URLSearchParams({ place: placeText(obligation, subject, of) });
      return [
        html`<a href="/parties/${encodeURIComponent(party)}/evidence?${place}#record">Record what shows: ${title}</a><br><span class="pv-quiet">${systems ?? 'the Party itself'}</span>`,
        dayText(of),
        html`${dayText(until)}${overdue ? html` ${tag('overdue', 'bad')}` : ''}`,
        html`<a href="/${encodeURIComponent(instrument)}/${encodeURIComponent(provision)}">${shortTitle} ${provision}</a>`,
      ];
    },
  );
  return table('Evidence that is due', columns, rows, { quiet: true, stack: true });
}
