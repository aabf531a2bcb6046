import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { actForm, details, type Html, longField, radioField, tag } from '../page/parts.ts';
import { certaintyMark, citationText, dayText } from '../page/words.ts';
import type { View } from '../site.ts';

/** The path that it takes, and its dated history once it was changed; nothing for a process without paths. */
export function pathFacts({ path, fastTrack }: ModificationView): readonly (readonly [string, Html])[] {
  const { current, history } = path;
  if (current === null) return fastTrack ? [['Path', html`Fast-Track`]] : [];
  const changes = html`<ol class="govuk-list">${history.map(
    ({ title, by, reasons, on }) =>
      html`<li>${dayText(on)}: ${title}, by ${by}${reasons === '' ? '' : html` <span class="pv-quiet">${reasons}</span>`}</li>`,
  )}</ol>`;
  return [
    [
      'Path',
      html`${current.title}, decided by ${current.decidedBy} ${certaintyMark(current.citation.certainty)}${history.length > 1 ? changes : ''}`,
    ],
  ];
}

/** The way to change the path; nothing for who may not, or once it stands. */
export function changePathPart(view: View, { id, title, path }: ModificationView): Html | string {
  const { change } = path;
  if (change === null || view.session === null || !change.roles.includes(view.actor.role)) return '';
  const form = 'change-path';
  const choices = change.outcomes.map((one) => ({ value: one.id, title: one.title }));
  const content = actForm(view, {
    operation: { room: 'modification', name: form },
    id: form,
    input: { modification: id },
    fields: html`<p>What both paths have stays done; a referral on a path that it no longer takes falls away. Clause: ${citationText(change.citation)}.</p>
${radioField(view, { form, name: 'outcome', label: 'The path from now on', choices, ...(choices.length === 1 ? { value: choices[0]?.value ?? '' } : {}) })}
${longField(view, { form, name: 'reasons', label: 'Reasons' })}`,
    button: 'Change the path',
    buttonDetail: `${id} ${title}`,
    done: `The path of ${id} is changed.`,
    secondary: true,
  });
  return details('Change the path', content, view.refusal?.form === form);
}

/** What was sent back and not yet done anew, with its directions, for the top of the page. */
export function sentBackNotice({ sentBack, status }: ModificationView): Html | string {
  const last = sentBack.at(-1);
  if (last === undefined || status === 'closed' || last.steps.every((step) => step.done)) return '';
  return html`<section class="pv-warning pv-rest" id="sent-back" aria-labelledby="sent-back-title"><h2 id="sent-back-title">${last.title}: ${last.outcome.toLowerCase()}</h2>
${sentBackText(last)}</section>`;
}

/** Every time that it was sent back. */
export function sentBackFacts({ sentBack }: ModificationView): readonly (readonly [string, Html])[] {
  return sentBack.map((one) => [`Sent back on ${writeDay(one.on)}`, html`${sentBackText(one)}`] as const);
}

function sentBackText({ on, reasons, directions, steps }: ModificationView['sentBack'][number]): Html {
  return html`<p>${dayText(on)}. ${reasons}</p>
${directions === null ? '' : html`<p><strong>Directions:</strong> ${directions}</p>`}
<p>Done anew:</p><ul class="govuk-list">${steps.map((step) => html`<li>${step.title} ${step.done ? tag('done', 'good') : tag('to be done', 'wait')}</li>`)}</ul>`;
}
