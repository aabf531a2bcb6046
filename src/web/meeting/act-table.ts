import { html } from 'hono/html';
import type { z } from 'zod';
import type { whatsNext } from '../../app/modification/whats-next.ts';
import { sentenceCase } from '../../core/document/prose.ts';
import { type Html, table, tag } from '../page/parts.ts';
import { dayText } from '../page/words.ts';

/** What meetings wait for and the actions that they placed, each with the way to its meeting. */
export function meetingActTable(acts: z.output<typeof whatsNext.output>['meetings']): Html {
  const columns = ['What is to be done', 'Who', 'By'].map((title) => ({ title }));
  const rows = acts.map((act) => [
    html`<a href="/meetings/${act.meeting}#${act.operation === 'close-action' ? 'actions' : 'next'}">${sentenceCase(act.act)}</a>`,
    sentenceCase(act.who),
    act.until === null
      ? 'no date is set'
      : html`${dayText(act.until)}${act.overdue ? html` ${tag('overdue', 'bad')}` : ''}`,
  ]);
  return table('What meetings wait for', columns, rows, { quiet: true, stack: true });
}
