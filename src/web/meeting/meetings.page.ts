import { html } from 'hono/html';
import type { z } from 'zod';
import { callMeeting } from '../../app/meeting/call-meeting.ts';
import type { listMeetings } from '../../app/meeting/list-meetings.ts';
import { formatDay } from '../../core/kernel/day.ts';
import type { Page } from '../page/layout.ts';
import {
  actForm,
  type Choice,
  details,
  empty,
  type Html,
  section,
  selectField,
  table,
  textField,
} from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { actionsTable } from './actions.ts';
import { statusTag } from './words.ts';

type Listed = z.output<typeof listMeetings.output>;
type Row = Listed['meetings'][number];

const COLUMNS = ['Day', 'Body', 'Standing', 'Papers by', 'Items'].map((title) => ({ title }));

/** The meetings of all bodies: those ahead, the next first; those that calendars expect; those that were held. */
export function meetingsPage(view: View, { meetings, expected, actions }: Listed, bodies: readonly Choice[]): Page {
  const isAhead = ({ status, day }: Row) => (status === 'planned' || status === 'papers-issued') && day >= view.today;
  const ahead = meetings.filter(isAhead);
  const others = meetings.filter((one) => !isAhead(one)).toReversed();
  return {
    title: 'Meetings',
    section: 'meetings',
    lede: html`Meetings of every body, with what is due at each. An agenda collects by itself what the body is to do by that day. <a href="/bodies">Bodies and who sits in them</a>`,
    body: html`${section('ahead', 'Ahead', ahead.length === 0 ? empty('No meeting is called.') : meetingTable('Meetings ahead', ahead))}
${expected.length === 0 ? '' : section('expected', 'Expected and not called yet', expectedPart(view, expected))}
${section('actions', 'Actions outstanding', actions.length === 0 ? empty('No action is outstanding.') : actionsTable('Actions outstanding', actions))}
${others.length === 0 ? '' : section('past', 'Held or cancelled', meetingTable('Meetings that were held or cancelled', others))}
${view.actor.role === 'code-administrator' ? section('call', 'Call a meeting', callPart(view, bodies)) : ''}`,
  };
}

function meetingTable(caption: string, rows: readonly Row[]): Html {
  return table(
    caption,
    COLUMNS,
    rows.map((one) => [
      html`<a href="/meetings/${one.id}">${dayText(one.day)}</a><br><span class="pv-quiet">${one.startsAt}, ${one.place}</span>`,
      html`<a href="/bodies/${one.body.id}">${one.body.title}</a>${one.number === null ? '' : `, meeting ${one.number}`}`,
      statusTag(one.status),
      dayText(one.paperDay),
      String(one.items),
    ]),
    { quiet: true, stack: true },
  );
}

function expectedPart(view: View, expected: Listed['expected']): Html {
  const mayCall = view.actor.role === 'code-administrator';
  const columns = ['Day', 'Body', 'Papers by', ...(mayCall ? ['Call it'] : [])].map((title) => ({ title }));
  const rows = expected.map((one) => {
    const { code, body } = one;
    const [day, words] = [formatDay(one.day), `${one.body.title} of ${formatDay(one.day)}`];
    const form = actForm(view, {
      operation: callMeeting,
      id: `call-${body.id}-${day}`,
      input: { code, body: body.id, day },
      fields: '',
      button: 'Call',
      buttonDetail: words,
      done: `The meeting of the ${words} is called.`,
      secondary: true,
    });
    const cells = [
      dayText(one.day),
      html`<a href="/bodies/${body.id}">${body.title}</a>`,
      one.paperDay === null ? 'not recorded' : dayText(one.paperDay),
    ];
    return mayCall ? [...cells, form] : cells;
  });
  return table('Meetings that the calendars of bodies expect', columns, rows, { quiet: true, stack: true });
}

function callPart(view: View, bodies: readonly Choice[]): Html {
  const form = 'call-meeting';
  const fields = html`${selectField(view, { form, name: 'body', label: 'Body', choices: bodies })}
${textField(view, { form, name: 'day', label: 'Day', type: 'date', width: 'short' })}
${textField(view, { form, name: 'startsAt', label: 'Begins at', type: 'time', value: '10:00', width: 'short' })}
${textField(view, { form, name: 'place', label: 'Place', width: 'medium' })}
${textField(view, { form, name: 'paperDay', label: 'Papers by', type: 'date', hint: 'Left blank: as many Working Days before as the rulebook says.', width: 'short' })}
${textField(view, { form, name: 'number', label: 'Number of the meeting', hint: 'Left blank where the body does not count its meetings.', width: 'short' })}`;
  const input = { code: 'sec' };
  const call = actForm(view, {
    operation: callMeeting,
    id: form,
    input,
    fields,
    button: 'Call the meeting',
    done: 'The meeting is called.',
  });
  return details('Call a meeting of a body on a day', call, view.refusal?.form === form);
}
