import { html } from 'hono/html';
import type { z } from 'zod';
import type { whatsNext } from '../../app/modification/whats-next.ts';
import type { Day } from '../../core/kernel/day.ts';
import { isAhead } from '../../core/modification/timetable/schedule.ts';
import { type Html, table, tag } from '../page/parts.ts';
import { citationText, dayText, instantText } from '../page/words.ts';
import { refiningPlace } from '../refinement/refining.ts';
import { sentenceCase } from '../register/register.page.ts';

type Next = z.output<typeof whatsNext.output>;
/** An act that waits for somebody, and the modification it is on. */
export type WaitingAct = Next['next'][number];
export type Draft = NonNullable<Next['awaiting']>['drafts'][number];

/** Where the form is that does an act; for who cannot do it, where it says who can. */
export function placeOf(act: Pick<WaitingAct, 'modification' | 'operation' | 'step' | 'item'>, mine: boolean): string {
  const { modification, operation, step } = act;
  const refining = refiningPlace(act, mine);
  if (refining !== null) return `/modifications/${modification}/refinement#${refining}`;
  if (mine && operation === 'respond') return `/modifications/${modification}/consultations/${step}/response`;
  const at = `${operation ?? 'clock'}-${step}`;
  return `/modifications/${modification}#${mine ? at : `next-${at}`}`;
}

/** Acts as a table, each with the way to where it is done. */
export function actTable(caption: string, acts: readonly WaitingAct[], mine: boolean, today: Day): Html {
  const columns = [mine ? 'What you can do' : 'What is to be done', 'Modification', 'By', 'Clause'];
  return table(
    caption,
    columns.map((title) => ({ title })),
    acts.map((act) => [
      html`<a href="${placeOf(act, mine)}">${sentenceCase(act.act)}</a>${mine ? '' : html`<br><span class="pv-quiet">${sentenceCase(act.who)}</span>`}`,
      html`<a href="/modifications/${act.modification}">${act.modification}</a> <span class="pv-quiet">${act.modificationTitle}</span>`,
      whenText(act, today),
      citationText(act.citation),
    ]),
    { quiet: true, stack: true },
  );
}

/** By when, and where that comes from. */
function whenText(act: WaitingAct, today: Day): Html | string {
  const { from, until, overdue, timing } = act;
  if (from !== null && isAhead(act, today)) return html`from ${dayText(from)}`;
  if (until === null) return from === null ? 'no date is set' : html`from ${dayText(from)}`;
  return html`${instantText(until)}${overdue ? html` ${tag('overdue', 'bad')}` : ''}${timing === null ? '' : html`<br><span class="pv-quiet">${timing}</span>`}`;
}

/** Drafts of one's own that are not put forward. */
export function draftList(drafts: readonly Draft[]): Html {
  return html`<ul>${drafts.map(
    ({ modification, against, at }) =>
      html`<li><a href="/modifications/${modification}/draft">Go on with your draft of ${modification}</a> <span class="pv-quiet">against version ${against}, last kept at ${instantText(at)}</span></li>`,
  )}</ul>`;
}
