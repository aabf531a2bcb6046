import { html } from 'hono/html';
import { cancelMeeting } from '../../app/meeting/cancel-meeting.ts';
import { holdMeeting } from '../../app/meeting/hold-meeting.ts';
import { issuePapers } from '../../app/meeting/issue-papers.ts';
import type { MeetingView } from '../../app/meeting/meeting.schema.ts';
import { moveMeeting } from '../../app/meeting/move-meeting.ts';
import { sentenceCase } from '../../core/document/prose.ts';
import { formatDay } from '../../core/kernel/day.ts';
import {
  actForm,
  details,
  empty,
  fieldGroup,
  type Html,
  hidden,
  selectField,
  table,
  textField,
} from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { choicesOf, PRESENCE } from './words.ts';

/** Rows for people who hold no seat, beside those who are known. */
const SPARE = 4;

/** What the meeting waits for, with the form where whoever reads may do it. */
export function conductPart(view: View, meeting: MeetingView): Html {
  const acts = meeting.next.filter(({ operation }) => operation !== 'close-action');
  if (acts.length === 0) return empty('The meeting waits for nothing more.');
  return html`${acts.map(
    (act) =>
      html`<p>${sentenceCase(act.who)} can ${act.act}${act.until === null ? '' : html` by ${dayText(act.until)}`}${act.overdue ? ', which has gone by' : ''}.</p>`,
  )}${isSecretary(view) && meeting.status === 'planned' ? issuing(view, meeting) : ''}`;
}

/** Whether whoever reads keeps the meeting. */
export function isSecretary({ actor }: View): boolean {
  return actor.role === 'code-administrator';
}

function issuing(view: View, { id, agenda }: MeetingView): Html {
  if (agenda.length === 0) return html`<p class="pv-quiet">There is nothing to issue while the agenda is empty.</p>`;
  return actForm(view, {
    operation: issuePapers,
    id: 'issue-papers',
    input: { meeting: id },
    fields: '',
    button: 'Issue agenda and papers',
    done: 'Agenda and papers are issued.',
  });
}

/** Moving a meeting and cancelling it, while it is ahead. */
export function movingPart(view: View, meeting: MeetingView): Html {
  const [move, cancel] = ['move-meeting', 'cancel-meeting'];
  const input = { meeting: meeting.id };
  const fields = html`${textField(view, { form: move, name: 'day', label: 'Day', type: 'date', value: formatDay(meeting.day), width: 'short' })}
${textField(view, { form: move, name: 'startsAt', label: 'Begins at', type: 'time', value: meeting.startsAt, width: 'short' })}
${textField(view, { form: move, name: 'place', label: 'Place', value: meeting.place, width: 'medium' })}
${textField(view, { form: move, name: 'paperDay', label: 'Papers by', type: 'date', value: formatDay(meeting.paperDay), width: 'short' })}
${textField(view, { form: move, name: 'number', label: 'Number of the meeting', hint: 'Papers may be numbered by it; it can be given with the day left as it is.', value: meeting.number === null ? '' : String(meeting.number), width: 'short' })}
${textField(view, { form: move, name: 'reasons', label: 'Reasons' })}`;
  const reasons = textField(view, { form: cancel, name: 'reasons', label: 'Reasons' });
  return html`${details('Move it, or give it its number', actForm(view, { operation: moveMeeting, id: move, input, fields, button: 'Move the meeting', done: 'The meeting is moved.' }), view.refusal?.form === move)}
${details('Cancel it', actForm(view, { operation: cancelMeeting, id: cancel, input, fields: reasons, button: 'Cancel the meeting', done: 'The meeting is cancelled.', secondary: true }), view.refusal?.form === cancel)}`;
}

/** Who took part, and the form that records it from the day of the meeting on. */
export function attendancePart(view: View, meeting: MeetingView): Html {
  const { attendance, seats, status, day } = meeting;
  const rows = attendance.map(({ name, seat, presence }) => [
    name,
    seats.find((one) => one.id === seat)?.title ?? '–',
    PRESENCE[presence],
  ]);
  const columns = ['Name', 'Seat', 'How'].map((title) => ({ title }));
  const isOpen = ['papers-issued', 'held', 'minutes-draft'].includes(status) && day <= view.today;
  return html`${rows.length === 0 ? empty('Nobody is recorded yet.') : table('Who took part', columns, rows, { quiet: true, stack: true })}
${isSecretary(view) && isOpen ? holding(view, meeting) : ''}`;
}

interface Expected {
  readonly name: string;
  readonly seat: string | null;
  readonly label: string;
  readonly hint: string;
  readonly presence: string;
}

function holding(view: View, meeting: MeetingView): Html {
  const form = 'hold-meeting';
  const expected = [...expectedAt(meeting), ...Array.from({ length: SPARE }, () => NOBODY)];
  const people = expected.map(({ name, seat, label, hint, presence }, at) => {
    const field = (one: string) => `attendance.${at}.${one}`;
    return html`<div class="pv-attendee">${seat === null ? '' : hidden(field('seat'), seat)}
${textField(view, { form, name: field('name'), label, value: name, ...(hint !== '' && { hint }), width: 'medium' })}
${selectField(view, { form, name: field('presence'), label: 'How', value: presence, choices: [{ value: presence === '' ? '' : NOT_RECORDED, title: presence === '' ? 'not named' : 'not recorded' }, ...choicesOf(PRESENCE)] })}</div>`;
  });
  const carried = html`${meeting.agenda.map(
    (item) =>
      html`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="carried-${item.id}" name="carried" type="checkbox" value="${item.id}"${meeting.carried.includes(item.id) ? html` checked` : ''}><label class="govuk-label govuk-checkboxes__label" for="carried-${item.id}">${item.title}</label></div>`,
  )}`;
  const fields = html`${fieldGroup(view, { form, name: 'attendance', legend: 'Who took part', hint: 'Say of each how they took part. Whoever is left as not recorded is not in the minutes.' }, html`${people}`)}
${fieldGroup(view, { form, name: 'carried', legend: 'Carried over to the next meeting' }, html`<div class="govuk-checkboxes govuk-checkboxes--small">${carried}</div>`)}`;
  const first = meeting.attendance.length === 0;
  const hold = actForm(view, {
    operation: holdMeeting,
    id: form,
    input: { meeting: meeting.id },
    fields,
    button: first ? 'Record the meeting' : 'Put it right',
    done: 'Who took part is recorded.',
  });
  return details(
    first ? 'Record who took part' : 'Put right who took part',
    hold,
    view.refusal?.form === form || (first && meeting.day <= view.today),
  );
}

const NOT_RECORDED = 'not-recorded';
const NOBODY: Expected = { name: '', seat: null, label: 'Further person', hint: '', presence: '' };

/** Whoever holds a seat or is a member on the day, as they are recorded; nobody is taken to have been there. */
function expectedAt({ attendance, seats, members }: MeetingView): readonly Expected[] {
  const titleOf = (seat: string | null) => seats.find((one) => one.id === seat)?.title ?? 'Name';
  const recorded = attendance.map((one) => ({ ...one, label: titleOf(one.seat), hint: '' }));
  const isRecorded = (name: string, seat: string | null) =>
    attendance.some((one) => (seat === null ? one.name === name : one.seat === seat));
  return [
    ...recorded,
    ...seats
      .filter(({ id }) => !isRecorded('', id))
      .map(({ id, title, holder, alternates }) => ({
        name: holder ?? '',
        seat: id,
        label: title,
        hint: alternates.length === 0 ? '' : `May be stood in for by ${alternates.join(', ')}.`,
        presence: NOT_RECORDED,
      })),
    ...members
      .filter((name) => !isRecorded(name, null))
      .map((name) => ({ name, seat: null, label: 'Member', hint: '', presence: NOT_RECORDED })),
  ];
}
