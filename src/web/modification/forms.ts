import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import { writeInstant } from '../../core/kernel/instant.ts';
import type { PlannedStep } from '../../core/modification/timetable/timetable.ts';
import {
  actForm,
  type Choice,
  fieldGroup,
  type Html,
  hidden,
  longField,
  radioField,
  selectField,
  textField,
} from '../page/parts.ts';
import { sentenceCase } from '../register/register.page.ts';
import type { View } from '../site.ts';
import { answerForm } from './replan.ts';
import { REST_OPERATIONS, restForm } from './rest.ts';
import { solutionField } from './solutions.ts';
import { voteFields } from './vote-form.ts';
import { castableFor } from './voters.ts';

type Act = ModificationView['next'][number];
type Step = ModificationView['steps'][number];

/** Days that a timetable still to be set can start from, step by step. */
export type Plan = readonly (PlannedStep & { readonly title: string })[];

interface Shape {
  readonly fields: Html | string;
  readonly button: string;
  readonly done: string;
}

/** The form of an act on a modification; null when a page has none for it. */
export function actFormFor(view: View, modification: ModificationView, act: Act, plan: Plan): Html | null {
  if (act.operation !== null && REST_OPERATIONS.includes(act.operation)) return restForm(view, modification, act);
  if (act.operation === 'answer-timetable') return answerForm(view, modification, act);
  const step = modification.steps.find((one) => one.id === act.step);
  if (act.operation === null || step === undefined) return null;
  const id = `${act.operation}-${act.step}`;
  const asks = modification.questionnaires.find((one) => one.step === act.step);
  const consultation = `/modifications/${modification.id}/consultations/${act.step}`;
  const asked = modification.consultations.find((one) => one.step === act.step)?.questionnaire;
  if (act.operation === 'respond' && asked?.standard === false) {
    return html`<p>${asks?.questions.length ?? 0} questions are asked; a draft is saved as you write.</p><p><a class="govuk-button" href="${consultation}/response">Write the response</a></p>`;
  }
  const shape = shapeOf(view, modification, act, step, id, plan);
  if (shape === null) return null;
  const isPart = act.operation === 'implement-modification' && modification.parts.length > 0;
  const questions =
    act.operation === 'open-consultation'
      ? html`<p>It asks ${asks?.questions.length ?? 0} questions (version ${asks?.version ?? 1}). <a href="${consultation}/questionnaire">See or set them</a></p>`
      : '';
  const stepInput = act.operation === 'implement-modification' ? {} : { step: act.step };
  return actForm(view, {
    operation: { room: 'modification', name: act.operation },
    id,
    input: { modification: modification.id, ...stepInput },
    fields: html`${questions}${decidesSolution(act) ? solutionField(view, id, modification) : ''}${shape.fields}`,
    button: shape.button,
    buttonDetail: `: ${step.title}`,
    done: isPart ? 'The part is implemented: a new version of the code is published.' : shape.done,
  });
}

/** Whether the Authority decides something, which may be which of several solutions is approved. */
function decidesSolution({ operation, roles }: Act): boolean {
  return operation === 'make-determination' && roles.includes('authority');
}

function shapeOf(
  view: View,
  modification: ModificationView,
  act: Act,
  step: Step,
  id: string,
  plan: Plan,
): Shape | null {
  switch (act.operation) {
    case 'submit-paper':
      return { fields: '', button: 'Submit', done: `${step.title}: recorded.` };
    case 'make-determination':
      return determination(view, step, id, plan);
    case 'set-implementation-date':
      return {
        fields: html`${datingFields(view, modification, id)}${reasons(view, id)}`,
        button: 'Set the day',
        done: 'The day of implementation is set.',
      };
    case 'implement-modification':
      return {
        fields: textField(view, {
          form: id,
          name: 'label',
          label: 'Label of the new version',
          hint: 'Left blank, the next one.',
          width: 'short',
        }),
        button: 'Implement',
        done: 'The modification is implemented: a new version of the code is published.',
      };
    case 'open-consultation':
      return {
        fields: html`${textField(view, { form: id, name: 'from', label: 'First day', type: 'date', width: 'short', value: plannedDay(step, 'from') })}
${textField(view, { form: id, name: 'to', label: 'Last day', hint: 'It closes on this day at the time that the rules say.', type: 'date', width: 'short', value: plannedDay(step, 'to') })}`,
        button: 'Open the consultation',
        done: 'The consultation is opened.',
      };
    case 'respond':
      return {
        fields: html`${radioField(view, { form: id, name: 'stance', label: 'Your view of the change', choices: STANCES })}
${longField(view, { form: id, name: 'body', label: 'Your response', hint: 'The words are kept apart from the public log, which holds only their digest.', rows: 5 })}`,
        button: 'Send the response',
        done: 'Your response is received.',
      };
    case 'open-ballot':
      return {
        fields: html`<p>The list of voters is frozen when the vote opens.${act.closes === null ? '' : ` Opened now, it closes at ${writeInstant(act.closes)}${act.closes === act.until ? ', as planned' : ''}.`}</p>`,
        button: 'Open the vote',
        done: 'The vote is open and its list of voters is frozen.',
      };
    case 'cast-vote':
      return {
        fields: votingFields(view, modification, act, id),
        button: 'Cast the vote',
        done: 'Your vote is recorded.',
      };
    case 'declare-interest':
      return {
        fields: longField(view, {
          form: id,
          name: 'reasons',
          label: 'The interest',
          hint: 'It is public, and takes you out of this vote.',
        }),
        button: 'Declare the interest',
        done: 'Your interest is declared; you are out of this vote.',
      };
    case 'open-window':
      return {
        fields: textField(view, { form: id, name: 'lastDay', label: 'Last day', type: 'date', width: 'short' }),
        button: 'Give the last day',
        done: 'The length of the window is given.',
      };
    case 'close-ballot':
      return {
        fields: html`<p>Everybody on the list has voted or declared an interest.</p>`,
        button: 'Close the vote',
        done: 'The vote is closed.',
      };
    case 'refer-decision':
      return {
        fields: longField(view, { form: id, name: 'grounds', label: 'Grounds of the referral' }),
        button: 'Refer the decision',
        done: 'The decision is referred.',
      };
    default:
      return null;
  }
}

/** The part, where there are several; then a release to choose or a day of its own. */
function datingFields(view: View, { parts, implementation }: ModificationView, form: string): Html {
  const left = parts
    .filter(({ published }) => published === null)
    .map(({ id, title }) => ({ value: id, title: `${id}: ${title}` }));
  const releases = implementation.choices.map(({ title, day }) => ({
    value: formatDay(day),
    title: `${title}: ${writeDay(day)}`,
  }));
  const none = { value: '', title: 'None: a day of its own' };
  return html`${left.length < 2 ? '' : selectField(view, { form, name: 'part', label: 'Part', choices: [{ value: '', title: 'The next' }, ...left] })}
${releases.length === 0 ? '' : selectField(view, { form, name: 'release', label: 'Release', choices: [none, ...releases] })}
${textField(view, { form, name: 'day', label: 'Day of implementation', ...(releases.length > 0 && { hint: 'Where no release is chosen.' }), type: 'date', width: 'short' })}`;
}

function determination(view: View, step: Step, id: string, plan: Plan): Shape {
  const choices = step.outcomes.map((outcome) => ({ value: outcome.id, title: outcome.title }));
  return {
    fields: html`${radioField(view, { form: id, name: 'outcome', label: 'The decision', choices, ...(choices.length === 1 ? { value: choices[0]?.value ?? '' } : {}) })}
${step.carriesTimetable ? timetableFields(view, id, plan) : ''}${reasons(view, id)}${directionsField(view, step, id)}`,
    button: 'Record the decision',
    done: `${step.title}: the decision is recorded.`,
  };
}

/** What is to be done, for an outcome that sends back. */
function directionsField(view: View, step: Step, form: string): Html | string {
  const back = step.outcomes.filter((outcome) => outcome.reopens.length > 0);
  if (back.length === 0) return '';
  const hint = `Only for: ${back.map((one) => one.title).join(', ')}, which opens anew ${back.flatMap((one) => one.reopens).join(', ')}.`;
  return longField(view, { form, name: 'directions', label: 'Directions: what is to be done', hint });
}

/** The steps still to be planned, prefilled with the first days that the rules allow. */
function timetableFields(view: View, form: string, plan: Plan): Html {
  const rows = plan.map(
    ({ step, title, from, to }, at) => html`<div class="pv-timetable-row">${hidden(`timetable.steps.${at}.step`, step)}
${textField(view, { form, name: `timetable.steps.${at}.from`, label: `${title}: first day`, type: 'date', width: 'short', value: formatDay(from) })}
${textField(view, { form, name: `timetable.steps.${at}.to`, label: `${title}: last day`, type: 'date', width: 'short', value: formatDay(to) })}</div>`,
  );
  return fieldGroup(
    view,
    {
      form,
      name: 'timetable',
      legend: 'The timetable',
      hint: 'Filled in with the first days that the rules allow, in Working Days.',
    },
    html`${rows}`,
  );
}

/** A vote for each voter for whom the person has still to vote. */
function votingFields(view: View, modification: ModificationView, act: Act, id: string): Html | string {
  const ballot = modification.ballots.findLast((one) => one.step === act.step);
  if (ballot === undefined) return '';
  const seats = castableFor(view.actor, ballot).filter((one) => one.vote === null && one.interest === null);
  return voteFields(view, id, modification, seats);
}

function reasons(view: View, id: string): Html {
  return longField(view, { form: id, name: 'reasons', label: 'Reasons' });
}

function plannedDay(step: Step, end: 'from' | 'to'): string {
  return step.planned === null ? '' : formatDay(step.planned[end]);
}

const STANCES: readonly Choice[] = ['support', 'oppose', 'neutral'].map((value) => ({
  value,
  title: sentenceCase(value),
}));
