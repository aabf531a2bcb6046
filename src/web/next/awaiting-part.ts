import { html } from 'hono/html';
import { whatsNext } from '../../app/modification/whats-next.ts';
import { meetingActTable } from '../meeting/act-table.ts';
import { type Html, section } from '../page/parts.ts';
import { ask, type View } from '../site.ts';
import { actTable, draftList } from './act-table.ts';
import { evidenceTable } from './evidence-table.ts';
import { comingText, ledeOf } from './next.page.ts';

/** How many steps the first page shows of those that await someone. */
const SHOWN = 5;

/** What awaits whoever is signed in, for the first page; nothing for readers. */
export async function awaitingPart(view: View): Promise<Html | string> {
  if (view.session === null) return '';
  const read = await ask(view, whatsNext, { modification: null, for: 'me' });
  if (!read.ok) return '';
  const { next, meetings, evidence, awaiting } = read.value;
  const due = next.filter((act) => !act.optional);
  const drafts = awaiting?.drafts ?? [];
  const all = [...due, ...meetings, ...evidence];
  const more = next.length - Math.min(due.length, SHOWN);
  return section(
    'awaiting',
    'Awaiting you',
    html`<p>${ledeOf(all, awaiting, true)}${all.length === 0 ? html` ${comingText(awaiting)}` : ''}${more > 0 ? html` <a href="/next">${due.length > SHOWN ? 'Show all' : `${more} more that you may do`}</a>` : ''}</p>
${due.length === 0 ? '' : actTable('Awaiting you', due.slice(0, SHOWN), true, view.today)}${evidence.length === 0 ? '' : evidenceTable(evidence.slice(0, SHOWN))}${evidence.length > SHOWN ? html`<p><a href="/next#evidence">All ${evidence.length} of evidence</a></p>` : ''}${meetings.length === 0 ? '' : meetingActTable(meetings.slice(0, SHOWN))}${meetings.length > SHOWN ? html`<p><a href="/next#meetings">All ${meetings.length} of meetings</a></p>` : ''}${drafts.length === 0 ? '' : draftList(drafts)}`,
  );
}
