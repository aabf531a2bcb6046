import { html } from 'hono/html';
import { approveMinutes } from '../../app/meeting/approve-minutes.ts';
import { draftMinutes } from '../../app/meeting/draft-minutes.ts';
import { editMinutes } from '../../app/meeting/edit-minutes.ts';
import { issueMinutes } from '../../app/meeting/issue-minutes.ts';
import type { MeetingView } from '../../app/meeting/meeting.schema.ts';
import { writeDay } from '../../core/kernel/day.ts';
import type { Page } from '../page/layout.ts';
import { actForm, empty, type Html, longField, section, selectField } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { isSecretary } from './conduct.ts';
import { meetingName } from './words.ts';

/** Every version of the minutes with its forms, and what can be done next with the latest. */
export function minutesPart(view: View, meeting: MeetingView): Html {
  const { id, status, minutes, minutesIssued, minutesApproved, forMembers } = meeting;
  const out = [minutesIssued?.version, minutesApproved?.version];
  const shown = minutes.filter(({ version }) => forMembers || out.includes(version));
  const lines = shown.map(({ version, by, on }) => {
    const at = `/meetings/${id}/files/minutes`;
    const query = `?version=${version}`;
    const standing =
      version === minutesApproved?.version ? 'approved' : version === minutesIssued?.version ? 'issued' : 'draft';
    return html`<li>Version ${version}, ${standing}, by ${by}, ${dayText(on)}: <a href="${at}.html${query}">read it here</a>, <a href="${at}.pdf${query}">PDF</a>, <a href="${at}.docx${query}">Word</a></li>`;
  });
  return html`${lines.length === 0 ? empty(minutes.length === 0 ? 'No minutes yet.' : 'The minutes are in draft and not issued.') : html`<ul>${lines}</ul>`}
${minutesApproved === null ? '' : html`<p>Approved on ${dayText(minutesApproved.on)} at <a href="/meetings/${minutesApproved.at}">${minutesApproved.at}</a>.</p>`}
${isSecretary(view) ? nextWithMinutes(view, meeting, status) : ''}`;
}

function nextWithMinutes(view: View, meeting: MeetingView, status: MeetingView['status']): Html | string {
  const input = { meeting: meeting.id };
  switch (status) {
    case 'held':
      return actForm(view, {
        operation: draftMinutes,
        id: 'draft-minutes',
        input,
        fields: '',
        button: 'Draft the minutes',
        done: 'The minutes are drafted from the record; edit them below.',
      });
    case 'minutes-draft':
      return html`<p><a href="/meetings/${meeting.id}/minutes">Edit the minutes</a></p>
${actForm(view, { operation: issueMinutes, id: 'issue-minutes', input, fields: '', button: 'Issue the minutes', done: 'The minutes are issued.' })}`;
    case 'minutes-issued':
      return html`<p><a href="/meetings/${meeting.id}/minutes">Edit the minutes</a>: they are then issued again.</p>${approving(view, meeting)}`;
    default:
      return '';
  }
}

function approving(view: View, { id, later }: MeetingView): Html {
  const form = 'approve-minutes';
  if (later.length === 0)
    return html`<p class="pv-quiet">They are approved at a later meeting; none is called yet.</p>`;
  const choices = later.map((one) => ({ value: one.id, title: one.title }));
  const fields = selectField(view, { form, name: 'at', label: 'Approved at', choices });
  return actForm(view, {
    operation: approveMinutes,
    id: form,
    input: { meeting: id },
    fields,
    button: 'Record the approval',
    done: 'The minutes are approved.',
    secondary: true,
  });
}

/** What a person edits of an item, beside what the record holds of it. */
export interface EditedItem {
  readonly item: string;
  readonly title: string;
  readonly confidential: boolean;
  readonly words: string;
  readonly recorded: readonly string[];
}

/** The latest version, to be edited item by item. */
export function editMinutesPage(view: View, meeting: MeetingView, version: number, items: readonly EditedItem[]): Page {
  const form = 'edit-minutes';
  const fields = html`${items.map(
    (one) => html`${longField(view, {
      form,
      name: `words.${one.item}`,
      label: one.title,
      hint: one.confidential
        ? 'For members only: kept beside the record, and in no public paper.'
        : 'An empty line parts paragraphs; lines that begin with a hyphen are a list.',
      value: one.words,
      rows: 5,
    })}
${one.recorded.length === 0 ? '' : html`<div class="pv-recorded"><p class="pv-quiet">On record, and printed beside your words:</p><ul>${one.recorded.map((sentence) => html`<li>${sentence}</li>`)}</ul></div>`}`,
  )}`;
  const edit = actForm(view, {
    operation: editMinutes,
    id: form,
    input: { meeting: meeting.id },
    fields,
    button: `Save as version ${version + 1}`,
    done: `Version ${version + 1} of the minutes is kept.`,
    back: `/meetings/${meeting.id}#minutes`,
  });
  return {
    title: `Edit the minutes of ${writeDay(meeting.day)}`,
    section: 'meetings',
    kicker: html`<a href="/meetings/${meeting.id}">${meetingName(meeting)}, ${writeDay(meeting.day)}</a>`,
    lede: `This is version ${version}. Saving makes the next one and keeps this; what the record holds is taken in anew.`,
    body: html`${section('edit', 'Words', edit)}`,
  };
}
