import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import {
  QUESTION_KINDS,
  type Question,
  type QuestionKind,
} from '../../core/modification/consultation/questionnaire.ts';
import type { Page } from '../page/layout.ts';
import { form, type Html, hidden, longField, selectField, textField } from '../page/parts.ts';
import type { View } from '../site.ts';

/** Names the form for refusals and their links. */
export const QUESTIONNAIRE_FORM = 'questionnaire';

const KINDS: Readonly<Record<QuestionKind, string>> = {
  stance: 'Support, oppose or neutral',
  'yes-no-unsure': 'Yes, no or unsure',
  choice: 'One of the answers below',
  text: 'A line of words',
  long: 'Some sentences',
};

/** The questions of a consultation, to be set before it opens or revised while it is open. */
export function questionnairePage(
  view: View,
  modification: string,
  at: ModificationView['questionnaires'][number],
): Page {
  const { step, title, version, questions, open } = at;
  const places: readonly (Question | null)[] = [...questions, null];
  return {
    title: 'Questions of the consultation',
    section: 'register',
    kicker: html`<a href="/modifications/${modification}">${modification}: ${title}</a>`,
    lede: open
      ? `Version ${version} is being answered. What you set becomes version ${version + 1}; responses that were given stay with the version they answered.`
      : 'A question keeps its name through the versions, so that answers can be laid side by side. One without words is left out.',
    body: form(
      view,
      `/modifications/${modification}/consultations/${step}/questionnaire`,
      'pv-form',
      html`${hidden('replaces', String(version))}
${places.map((question, index) => place(view, question, index))}
${longField(view, { form: QUESTIONNAIRE_FORM, name: 'reasons', label: `Reasons${open ? '' : ' (optional)'}` })}
<button type="submit" class="govuk-button">Set the questions</button>`,
      QUESTIONNAIRE_FORM,
    ),
  };
}

function place(view: View, question: Question | null, at: number): Html {
  const name = (field: string) => `questions.${at}.${field}`;
  const of = { form: QUESTIONNAIRE_FORM };
  return html`<fieldset class="govuk-fieldset pv-asked"><legend class="govuk-fieldset__legend">Question ${at + 1}${question === null ? ' (optional)' : ''}</legend>
${textField(view, { ...of, name: name('text'), label: 'Question', value: question?.text ?? '' })}
${textField(view, { ...of, name: name('id'), label: 'Its name', hint: 'Lower-case words joined by hyphens: legal-text.', value: question?.id ?? '', width: 'medium' })}
${selectField(view, { ...of, name: name('kind'), label: 'How it is answered', value: question?.kind ?? 'long', choices: QUESTION_KINDS.map((kind) => ({ value: kind, title: KINDS[kind] })) })}
<div class="pv-choices">${longField(view, { ...of, name: name('choices'), label: 'Answers to choose from, one a line', value: question?.choices?.join('\n') ?? '', rows: 2 })}</div>
${textField(view, { ...of, name: name('hint'), label: 'Hint', value: question?.hint ?? '' })}
${selectField(view, {
  ...of,
  name: name('required'),
  label: 'Must it be answered?',
  value: question?.required === true ? 'true' : 'false',
  choices: [
    { value: 'false', title: 'No' },
    { value: 'true', title: 'Yes' },
  ],
})}
${hidden(name('about'), question?.about === undefined ? '' : JSON.stringify(question.about))}</fieldset>`;
}

/** The field of the form that a question's field is: places without words are no questions, and count in the form alone. */
export function fieldOnForm(fields: readonly (readonly [string, string])[], field: string): string {
  return field.replace(/^questions\.(\d+)/, (path, at) => {
    const place = placesOf(fields)[Number(at)];
    return place === undefined ? path : `questions.${place}`;
  });
}

/** The places of the form that hold a question. */
function placesOf(fields: readonly (readonly [string, string])[]): readonly number[] {
  const given = new Map(fields);
  const has = (at: string, field: string) => (given.get(`questions.${at}.${field}`)?.trim() ?? '') !== '';
  return fields
    .flatMap(([name]) => /^questions\.(\d{1,3})\.text$/.exec(name)?.[1] ?? [])
    .filter((at) => has(at, 'text') || has(at, 'id'))
    .map(Number);
}

/** The questions that the form's fields stand for; a place without words is none. */
export function questionsOfFields(fields: readonly (readonly [string, string])[]): Question[] {
  const given = new Map(fields);
  const read = (at: number, field: string) => given.get(`questions.${at}.${field}`)?.trim() ?? '';
  return placesOf(fields).map((at): Question => {
    const choices = read(at, 'choices')
      .split(/\r?\n/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
    const about = read(at, 'about');
    return {
      ...{ id: read(at, 'id'), text: read(at, 'text'), kind: read(at, 'kind') as QuestionKind },
      ...(choices.length > 0 && { choices }),
      ...(read(at, 'hint') !== '' && { hint: read(at, 'hint') }),
      ...(read(at, 'required') === 'true' && { required: true }),
      ...(about !== '' && { about: aboutOf(about) }),
    };
  });
}

/** Left as text where it is none of ours, for the schema to refuse by name. */
function aboutOf(text: string): NonNullable<Question['about']> {
  try {
    return JSON.parse(text);
  } catch {
    return text as never;
  }
}
