import { html } from 'hono/html';
import type { RefinementView } from '../../app/refinement/refinement.schema.ts';
import { writePounds } from '../../core/document/prose.ts';
import { rolesInSentence } from '../../core/party/actor.ts';
import { actForm, details, empty, facts, fieldGroup, type Html, longField, tag, textField } from '../page/parts.ts';
import { citationText, dayText, instantText } from '../page/words.ts';
import type { View } from '../site.ts';

type Assessment = RefinementView['assessments'][number];
type Kind = NonNullable<RefinementView['rules']>['assessments'][number];

const ROWS = 3;

/** The assessments that were requested, each with its clock and what it came to, and the forms for who may act. */
export function assessmentsPart(view: View, refinement: RefinementView): Html {
  const { assessments, rules, next, modification } = refinement;
  const mayDo = (operation: string, item: string) =>
    view.session !== null &&
    next.some((act) => act.operation === operation && act.item === item && act.roles.includes(view.actor.role));
  const shown = assessments.map((one) => assessmentPart(view, modification, one, mayDo));
  const requests = (rules?.assessments ?? [])
    .filter((kind) => mayDo('request-assessment', kind.id))
    .map((kind) => requestForm(view, modification, kind));
  return html`<ul>${rules?.assessments.map(
    (kind) =>
      html`<li>${kind.title} by ${rolesInSentence(kind.by)}${kind.workingDays === null ? '' : html`, within ${kind.workingDays} Working Days, the first day ${kind.countFirst ? 'counted' : 'not counted'}`}; a request for information ${kind.informationStopsClock ? 'stops' : 'does not stop'} the clock. ${citationText(kind.citation)}</li>`,
  )}</ul>
${shown.length === 0 ? empty('No assessment has been requested.') : html`<div class="pv-papers">${shown}</div>`}${requests}`;
}

function assessmentPart(
  view: View,
  modification: string,
  assessment: Assessment,
  mayDo: (operation: string, item: string) => boolean,
): Html {
  const { id, title, questions, on, information, delivered } = assessment;
  return html`<section class="pv-paper" aria-labelledby="assessment-${id}"><h3 id="assessment-${id}">${title}${id.endsWith('-1') ? '' : ` (${id.slice(id.lastIndexOf('-') + 1)})`} ${standing(assessment)}</h3>
${facts([['Requested', dayText(on)], ...(delivered === null ? [['Due', dueText(assessment)] as const] : [])])}
<h4>What it is asked</h4><ul>${questions.map((question) => html`<li>${question}</li>`)}</ul>
${
  information.length === 0
    ? ''
    : html`<h4>Information that it needs</h4><ol>${information.map(
        (asked) =>
          html`<li value="${asked.id}"><p>${asked.question} <span class="pv-quiet">asked on ${dayText(asked.on)}</span></p>${
            asked.given === null
              ? html`<p>${tag('not given yet', 'wait')}</p>${mayDo('give-information', `${id}/${asked.id}`) ? giveForm(view, modification, id, asked.id) : ''}`
              : html`<p class="pv-words">${asked.given.answer}</p><p class="pv-quiet">${asked.given.by}, ${dayText(asked.given.on)}</p>`
          }</li>`,
      )}</ol>`
}
${delivered === null ? '' : resultPart(delivered)}
${mayDo('deliver-assessment', id) ? deliverForm(view, modification, assessment) : ''}
${mayDo('ask-for-information', id) ? askForm(view, modification, assessment) : ''}</section>`;
}

function standing({ delivered, stopped, overdue }: Assessment): Html {
  if (delivered !== null) return tag('delivered', 'good');
  if (stopped !== null) return tag('its clock stands still', 'wait');
  return overdue ? tag('overdue', 'bad') : tag('under way', 'open');
}

function dueText({ due, stopped }: Assessment): Html | string {
  if (stopped !== null) {
    return html`the clock has stood still since ${dayText(stopped.since)}; ${stopped.left} Working Days are left`;
  }
  return due === null ? 'no rule says when' : instantText(due);
}

function resultPart({
  summary,
  costFromGbp,
  costToGbp,
  leadTimeMonths,
  findings,
  on,
}: NonNullable<Assessment['delivered']>): Html {
  return html`<h4>What it found</h4><p class="pv-words">${summary}</p>
${facts([
  ['Delivered', dayText(on)],
  [
    'Cost',
    costFromGbp === costToGbp ? writePounds(costToGbp) : `${writePounds(costFromGbp)} to ${writePounds(costToGbp)}`,
  ],
  ['Lead time', `${leadTimeMonths} ${leadTimeMonths === 1 ? 'month' : 'months'}`],
])}${findings.length === 0 ? '' : html`<ul>${findings.map((finding) => html`<li>${finding}</li>`)}</ul>`}`;
}

function requestForm(view: View, modification: string, { id: kind, title }: Kind): Html {
  const id = `request-${kind}`;
  const form = actForm(view, {
    operation: { room: 'refinement', name: 'request-assessment' },
    id,
    input: { modification, kind },
    fields: rowsOf(view, id, 'questions', 'What it is asked', 'Question'),
    button: `Request the ${title}`,
    done: `The ${title} is requested, and its clock runs.`,
    secondary: true,
  });
  return details(`Request the ${title}`, form, view.refusal?.form === id);
}

function deliverForm(view: View, modification: string, { id: assessment, title }: Assessment): Html {
  const id = `deliver-${assessment}`;
  const form = actForm(view, {
    operation: { room: 'refinement', name: 'deliver-assessment' },
    id,
    input: { modification, assessment },
    fields: html`${longField(view, { form: id, name: 'summary', label: 'Summary', rows: 4 })}
${textField(view, { form: id, name: 'costFromGbp', label: 'Least cost, in whole pounds', width: 'short' })}
${textField(view, { form: id, name: 'costToGbp', label: 'Most, in whole pounds', width: 'short' })}
${textField(view, { form: id, name: 'leadTimeMonths', label: 'Lead time, in months', width: 'short' })}
${rowsOf(view, id, 'findings', 'Findings', 'Finding')}`,
    button: 'Deliver it',
    buttonDetail: `: ${title}`,
    done: `The ${title} is delivered.`,
  });
  return details(`Deliver the ${title}`, form, view.refusal?.form === id);
}

function askForm(view: View, modification: string, { id: assessment, title }: Assessment): Html {
  const id = `ask-${assessment}`;
  const form = actForm(view, {
    operation: { room: 'refinement', name: 'ask-for-information' },
    id,
    input: { modification, assessment },
    fields: longField(view, { form: id, name: 'question', label: 'What has to be known' }),
    button: 'Ask for it',
    done: 'The information is asked for.',
    secondary: true,
  });
  return details(`Ask for information for the ${title}`, form, view.refusal?.form === id);
}

function giveForm(view: View, modification: string, assessment: string, request: string): Html {
  const id = `give-${assessment}-${request}`;
  return actForm(view, {
    operation: { room: 'refinement', name: 'give-information' },
    id,
    input: { modification, assessment, request },
    fields: longField(view, { form: id, name: 'answer', label: 'The information' }),
    button: 'Give it',
    buttonDetail: `: request ${request}`,
    done: 'The information is given.',
    secondary: true,
  });
}

function rowsOf(view: View, form: string, name: string, legend: string, label: string): Html {
  const rows = Array.from({ length: ROWS }, (_, at) =>
    textField(view, { form, name: `${name}.${at}`, label: `${label} ${at + 1}` }),
  );
  return fieldGroup(view, { form, name, legend, hint: 'Rows left blank are not counted.' }, html`${rows}`);
}
