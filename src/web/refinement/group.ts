import { html } from 'hono/html';
import type { RefinementView } from '../../app/refinement/refinement.schema.ts';
import { formatDay } from '../../core/kernel/day.ts';
import {
  actForm,
  details,
  empty,
  facts,
  fieldGroup,
  type Html,
  longField,
  selectField,
  table,
  tag,
  textField,
} from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import type { Parties } from './refinement.page.ts';

type Group = RefinementView['groups'][number];

const SPARE_ROWS = 2;
const FIRST_QUESTIONS = 3;

/** Who is in the Working Group, how it came to be so, and the form to appoint or change it. */
export function groupPart(view: View, refinement: RefinementView, parties: Parties): Html {
  const { groups } = refinement;
  const group = groups.at(-1);
  const shown = group === undefined ? empty('No Working Group has been appointed.') : membersPart(group, parties);
  const earlier = groups.slice(0, -1).map((one, at) => {
    const after = groups[at + 1];
    return after === undefined
      ? ''
      : html`<li><p>Until ${dayText(after.on)}: ${namesOf(one)}. Changed because: ${after.reasons}</p></li>`;
  });
  return html`${shown}
${earlier.length === 0 ? '' : details(`${earlier.length} earlier ${earlier.length === 1 ? 'group' : 'groups'}`, html`<ul>${earlier}</ul>`)}
${appointPart(view, refinement, parties)}`;
}

function membersPart(group: Group, parties: Parties): Html {
  const rows = group.members.map(({ id, name, party }) => [
    html`${name}${id === group.chair ? html` ${tag('chair', 'plain')}` : ''}`,
    party === null ? 'none' : html`<a href="/parties/${party}">${nameOf(party, parties)}</a>`,
  ]);
  return html`${table('Members', [{ title: 'Member' }, { title: 'Party' }], rows, { stack: true })}
<p class="pv-quiet">As it stands since ${dayText(group.on)}.${group.reasons === '' ? '' : ` ${group.reasons}`}</p>`;
}

function appointPart(
  view: View,
  { modification, groups, next, rules }: RefinementView,
  parties: Parties,
): Html | string {
  const act = next.find((one) => one.operation === 'appoint-working-group');
  if (act === undefined || rules === null || view.session === null || !act.roles.includes(view.actor.role)) return '';
  const group = groups.at(-1);
  const id = 'appoint-working-group';
  const choices = [{ value: '', title: 'none' }, ...parties.map((one) => ({ value: one.id, title: one.name }))];
  const rows = Array.from({ length: (group?.members.length ?? rules.members) + SPARE_ROWS }, (_, at) => {
    const member = group?.members[at];
    return html`<div class="pv-timetable-row">${textField(view, { form: id, name: `members.${at}.name`, label: `Member ${at + 1}: name`, value: member?.name ?? '' })}
${selectField(view, { form: id, name: `members.${at}.party`, label: `Member ${at + 1}: Party`, value: member?.party ?? '', choices })}</div>`;
  });
  const asked = group?.questions.map((one) => one.question) ?? [];
  const questions = Array.from({ length: Math.max(FIRST_QUESTIONS, asked.length + 1) }, (_, at) =>
    textField(view, { form: id, name: `questions.${at}`, label: `Question ${at + 1}`, value: asked[at] ?? '' }),
  );
  const chair = group?.members.find((one) => one.id === group.chair)?.name ?? '';
  const form = actForm(view, {
    operation: { room: 'refinement', name: id },
    id,
    input: { modification },
    fields: html`${fieldGroup(view, { form: id, name: 'members', legend: 'Members', hint: `At least ${rules.members}. Rows left blank are not counted.` }, html`${rows}`)}
${textField(view, { form: id, name: 'chair', label: 'Chair', hint: 'The name of one of the members.', value: chair })}
${fieldGroup(view, { form: id, name: 'questions', legend: 'Terms of reference', hint: 'What the group is asked. A question in the same words keeps its answer.' }, html`${questions}`)}
${textField(view, { form: id, name: 'due', label: 'Answers due by', type: 'date', width: 'short', value: group === undefined ? '' : formatDay(group.due) })}
${group === undefined ? '' : longField(view, { form: id, name: 'reasons', label: 'Reasons for the change' })}`,
    button: group === undefined ? 'Appoint the Working Group' : 'Change the Working Group',
    done:
      group === undefined
        ? 'The Working Group is appointed.'
        : 'The Working Group is changed; how it was before is kept.',
    secondary: group !== undefined,
  });
  if (group === undefined) return form;
  return details('Change the Working Group or its terms of reference', form, view.refusal?.form === id);
}

/** What the group is asked, what it answered, and the form to answer. */
export function answersPart(view: View, { modification, groups, answers, next, rules }: RefinementView): Html {
  const group = groups.at(-1);
  if (group === undefined) return empty('There are no terms of reference before there is a Working Group.');
  const mayAnswer = next.length > 0 && view.session !== null && rules?.answeredBy.includes(view.actor.role) === true;
  return html`${facts([['Answers due by', dayText(group.due)]])}
<ol class="pv-questions">${group.questions.map(({ id, question }) => {
    const answer = answers.find((one) => one.question === id);
    const form = mayAnswer ? answerForm(view, modification, id, answer?.answer ?? '') : '';
    return html`<li value="${id}"><h3>${question}</h3>${
      answer === undefined
        ? html`<p>${tag('not answered', 'wait')}</p>${form}`
        : html`<p class="pv-words">${answer.answer}</p><p class="pv-quiet">${answer.by}, ${dayText(answer.on)}</p>${form === '' ? '' : details('Answer it anew', form, view.refusal?.form === `answer-${id}`)}`
    }</li>`;
  })}</ol>`;
}

function answerForm(view: View, modification: string, question: string, answer: string): Html {
  const id = `answer-${question}`;
  return actForm(view, {
    operation: { room: 'refinement', name: 'answer-group-question' },
    id,
    input: { modification, question },
    fields: longField(view, { form: id, name: 'answer', label: `Answer to question ${question}`, value: answer }),
    button: 'Record the answer',
    buttonDetail: `to question ${question}`,
    done: `The answer to question ${question} is recorded.`,
    secondary: true,
  });
}

function namesOf({ members }: Group): string {
  return members.map((one) => one.name).join(', ');
}

function nameOf(party: string, parties: Parties): string {
  return parties.find((one) => one.id === party)?.name ?? party;
}
