import { html } from 'hono/html';
import type { z } from 'zod';
import type { whatsNext } from '../../app/modification/whats-next.ts';
import { addDays, type Day } from '../../core/kernel/day.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { dueAt } from '../../core/modification/next/awaiting.ts';
import { meetingActTable } from '../meeting/act-table.ts';
import type { Page } from '../page/layout.ts';
import { type Choice, empty, type Html, section, selectField } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { actTable, draftList, type WaitingAct } from './act-table.ts';
import { evidenceTable } from './evidence-table.ts';

type Next = z.output<typeof whatsNext.output>;
type Awaiting = NonNullable<Next['awaiting']>;

/** How far ahead "soon" reaches, in days. */
const SOON = 7;

/** Whose steps are shown, whose can be, and the obligations whose words are to be read again. */
interface Around {
  readonly asked: string;
  readonly choices: readonly Choice[];
  readonly bindings: Html | string;
}

/** What awaits a person, a body or everyone: overdue first, then by time, what may be left undone apart. */
export function nextPage(
  view: View,
  { next, meetings, evidence, awaiting }: Next,
  { asked, choices, bindings }: Around,
): Page {
  const mine = asked === 'me';
  const due = next.filter((act) => !act.optional && act.operation !== null);
  const optional = next.filter((act) => act.optional);
  const groups = grouped(due, view.today);
  return {
    title: mine ? 'Awaiting you' : 'What happens next',
    section: 'next',
    lede: ledeOf([...due, ...meetings, ...evidence], awaiting, mine),
    body: html`${chooser(view, asked, choices)}<p><a href="/meetings">Meetings of all bodies</a></p>
${due.length + optional.length + meetings.length + evidence.length + (awaiting?.drafts.length ?? 0) === 0 ? nothing(awaiting) : ''}
${awaiting === null || awaiting.drafts.length === 0 ? '' : section('drafts', 'Your drafts', draftList(awaiting.drafts))}
${groups.map(({ id, title, acts }) => section(id, `${title} (${acts.length})`, actTable(title, acts, mine, view.today)))}
${evidence.length === 0 ? '' : section('evidence', `Evidence that is due (${evidence.length})`, evidenceTable(evidence))}
${meetings.length === 0 ? '' : section('meetings', `Meetings and their actions (${meetings.length})`, meetingActTable(meetings))}
${bindings}
${
  optional.length === 0
    ? ''
    : section(
        'may',
        `${mine ? 'What you may do besides' : 'What may be done besides'} (${optional.length})`,
        html`<p class="pv-quiet">The process goes on without it.</p>${actTable('Optional', optional, mine, view.today)}`,
      )
}`,
  };
}

/** How much awaits someone, of modifications and of meetings, as a sentence; for who has nothing to do, when something comes. */
export function ledeOf(due: readonly Pick<WaitingAct, 'overdue'>[], awaiting: Awaiting | null, mine: boolean): Html {
  const overdue = due.filter((act) => act.overdue).length;
  const who = mine ? 'you' : (awaiting?.who ?? 'somebody');
  if (due.length === 0) return html`Nothing that must be done awaits ${who} now.`;
  const many = due.length === 1 ? '1 step awaits' : `${due.length} steps await`;
  return html`${many} ${who}${overdue === 0 ? '' : html`, <strong>${overdue} overdue</strong>`}.`;
}

/** What is said where nothing waits: what comes first, and when. */
export function comingText(awaiting: Awaiting | null): Html {
  const coming = awaiting?.coming ?? null;
  if (coming === null) return html`No timetable plans a step for ${awaiting?.who ?? 'anybody'}.`;
  return html`The first that is planned: ${coming.act}, on ${dayText(coming.from)} (<a href="/modifications/${coming.modification}">${coming.modification}</a> ${coming.modificationTitle}), once what comes before it is done.`;
}

function nothing(awaiting: Awaiting | null): Html {
  return empty(comingText(awaiting));
}

function grouped(acts: readonly WaitingAct[], today: Day) {
  const groupOf = (act: WaitingAct): string => {
    if (act.overdue) return 'overdue';
    const at = dueAt(act);
    if (at === null) return 'undated';
    return dayOfInstant(at) <= addDays(today, SOON) ? 'soon' : 'later';
  };
  const groups = [
    { id: 'overdue', title: 'Overdue' },
    { id: 'soon', title: `Within ${SOON} days` },
    { id: 'later', title: 'Later' },
    { id: 'undated', title: 'No date is set' },
  ];
  return groups
    .map((group) => ({ ...group, acts: acts.filter((act) => groupOf(act) === group.id) }))
    .filter((group) => group.acts.length > 0);
}

function chooser(view: View, asked: string, choices: readonly Choice[]): Html {
  return html`<form class="pv-form pv-filter" method="get" action="/next" aria-label="Choose whose steps are shown">
${selectField(view, { form: 'next', name: 'for', label: 'What awaits', value: asked, choices })}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>`;
}
