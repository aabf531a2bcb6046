import { html } from 'hono/html';
import { closeAction } from '../../app/meeting/close-action.ts';
import type { MeetingView } from '../../app/meeting/meeting.schema.ts';
import { placeAction } from '../../app/meeting/place-action.ts';
import { actForm, type Choice, details, empty, type Html, selectField, table, tag, textField } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';

type Action = MeetingView['actions'][number];

const TONES = { open: 'open', overdue: 'bad', done: 'good', dropped: 'plain' } as const;

/** Actions with their owners and days; `close` gives the form that closes one. */
export function actionsTable(
  caption: string,
  actions: readonly Action[],
  close?: (one: Action) => Html | string,
): Html {
  const columns = ['Action', 'Owner', 'Due', 'Standing', ...(close === undefined ? [] : ['Close it'])];
  return table(
    caption,
    columns.map((title) => ({ title })),
    actions.map((one) => [
      html`${one.what}<br><span class="pv-quiet">placed at <a href="/meetings/${one.meeting}">${one.meeting}</a></span>`,
      one.owner,
      dayText(one.due),
      html`${tag(one.standing, TONES[one.standing])}${one.note === '' ? '' : html` ${one.note}`}`,
      ...(close === undefined ? [] : [close(one)]),
    ]),
    { quiet: true, stack: true },
  );
}

/** What earlier meetings left open, what this one placed, and the forms of the Code Administrator. */
export function actionsPart(view: View, meeting: MeetingView, items: readonly Choice[]): Html {
  const { actions, outstanding, status } = meeting;
  const mayAct = view.actor.role === 'code-administrator';
  const close = mayAct ? (one: Action) => closing(view, one) : undefined;
  const canPlace = mayAct && status !== 'cancelled' && meeting.day <= view.today;
  return html`${outstanding.length === 0 ? '' : html`<h3>From earlier meetings</h3>${actionsTable('Actions from earlier meetings', outstanding, close)}`}
${actions.length === 0 ? empty('This meeting has placed no action.') : html`<h3>Placed at this meeting</h3>${actionsTable('Actions of this meeting', actions, close)}`}
${canPlace ? placing(view, meeting.id, items) : ''}`;
}

function closing(view: View, action: Action): Html | string {
  if (action.standing === 'done' || action.standing === 'dropped') return '–';
  const form = `close-${action.id}`;
  const fields = html`${selectField(view, {
    form,
    name: 'outcome',
    label: 'It is',
    choices: [
      { value: 'done', title: 'done' },
      { value: 'dropped', title: 'dropped' },
    ],
  })}
${textField(view, { form, name: 'note', label: 'What came of it' })}`;
  const input = { meeting: action.meeting, action: action.id };
  const close = actForm(view, {
    operation: closeAction,
    id: form,
    input,
    fields,
    button: 'Close',
    buttonDetail: action.what,
    done: 'The action is closed.',
    secondary: true,
  });
  return details('Close', close, view.refusal?.form === form);
}

function placing(view: View, meeting: string, items: readonly Choice[]): Html {
  const form = 'place-action';
  const fields = html`${textField(view, { form, name: 'what', label: 'What is to be done', hint: 'Goes on from the owner: write to the Authority.' })}
${textField(view, { form, name: 'owner', label: 'Owner', width: 'medium' })}
${textField(view, { form, name: 'due', label: 'Due on', type: 'date', width: 'short' })}
${selectField(view, { form, name: 'item', label: 'Under item', choices: [{ value: '', title: 'none' }, ...items] })}`;
  const place = actForm(view, {
    operation: placeAction,
    id: form,
    input: { meeting },
    fields,
    button: 'Place the action',
    done: 'The action is placed.',
  });
  return details('Place an action', place, view.refusal?.form === form);
}
