import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { actForm, type Html, longField, radioField } from '../page/parts.ts';
import type { View } from '../site.ts';

/** The form with which another timetable is agreed or refused. */
export function answerForm(view: View, { id }: ModificationView, act: ModificationView['next'][number]): Html {
  const form = `${act.operation}-${act.step}`;
  const choices = [
    { value: 'agreed', title: 'Agreed: it takes the place of the one before' },
    { value: 'refused', title: 'Refused: the one before stays' },
  ];
  return actForm(view, {
    operation: { room: 'timetable', name: 'answer-timetable' },
    id: form,
    input: { modification: id },
    fields: html`<p><a href="/modifications/${id}/timetable#proposed">How it differs from the timetable that holds</a></p>
${radioField(view, { form, name: 'answer', label: 'The decision', choices })}
${longField(view, { form, name: 'reasons', label: 'Reasons' })}`,
    button: 'Record the decision',
    done: 'The timetable: the decision is recorded.',
  });
}
