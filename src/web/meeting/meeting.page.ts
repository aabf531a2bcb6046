import { html } from 'hono/html';
import type { MeetingView } from '../../app/meeting/meeting.schema.ts';
import { writeDay } from '../../core/kernel/day.ts';
import type { Page } from '../page/layout.ts';
import { facts, type Html, section } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { actionsPart } from './actions.ts';
import { agendaPart } from './agenda.ts';
import { attendancePart, conductPart, isSecretary, movingPart } from './conduct.ts';
import { minutesPart } from './minutes.ts';
import { papersPart } from './papers.ts';
import { meetingName, statusTag } from './words.ts';

/** One meeting: what it waits for, its agenda, papers, attendance, actions and minutes. */
export function meetingPage(view: View, meeting: MeetingView): Page {
  const isAhead = meeting.status === 'planned' || meeting.status === 'papers-issued';
  const arranging = isAhead && isSecretary(view);
  const items = meeting.agenda.map(({ id, title }) => ({ value: id, title }));
  const parts: readonly (readonly [id: string, title: string, content: Html])[] = [
    ['next', 'What happens next', conductPart(view, meeting)],
    ['agenda', 'Agenda', agendaPart(view, meeting, arranging)],
    ['papers', 'Papers', papersPart(view, meeting, arranging)],
    ['attendance', 'Who took part', attendancePart(view, meeting)],
    ['actions', 'Actions', actionsPart(view, meeting, items)],
    ['minutes', 'Minutes', minutesPart(view, meeting)],
    ...(arranging ? [['move', 'Move or cancel', movingPart(view, meeting)] as const] : []),
  ];
  return {
    title: `${meetingName(meeting)}: ${writeDay(meeting.day)}`,
    section: 'meetings',
    kicker: html`<a href="/meetings">Meetings</a>`,
    body: html`${meeting.warnings.map((one) => html`<p class="pv-warning-line"><strong>${one}</strong> Move the meeting if that was not meant.</p>`)}${factsPart(meeting)}
<nav class="pv-contents" aria-label="On this page"><ul>${parts.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${parts.map(([id, title, content]) => section(id, title, content))}`,
  };
}

function factsPart({ status, day, startsAt, place, paperDay, issuedOn, moves, cancelled }: MeetingView): Html {
  return facts([
    ['Standing', html`${statusTag(status)}${cancelled === null ? '' : html` ${cancelled.reasons}`}`],
    ['When', html`${dayText(day)}, ${startsAt}`],
    ['Where', place],
    ['Papers by', html`${dayText(paperDay)}${issuedOn === null ? '' : html`, issued on ${dayText(issuedOn)}`}`],
    ...moves.map((one) => ['Moved', html`from ${dayText(one.from)} to ${dayText(one.to)}: ${one.reasons}`] as const),
  ]);
}
