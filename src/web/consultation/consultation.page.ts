import { html } from 'hono/html';
import type { z } from 'zod';
import type { showOwnResponse } from '../../app/consultation/show-own-response.ts';
import { answerWords, responseRemarks, stanceWords, totalsSentence } from '../../core/document/collation-words.ts';
import type { CollatedQuestion, CollatedResponse, Collation } from '../../core/modification/consultation/collation.ts';
import { RECORDER } from '../../core/modification/consultation/consultation-event.ts';
import type { Role } from '../../core/party/actor.ts';
import type { Page } from '../page/layout.ts';
import {
  actForm,
  type Choice,
  details,
  empty,
  facts,
  type Html,
  longField,
  section,
  table,
  tag,
  textField,
} from '../page/parts.ts';
import { dayText, instantText } from '../page/words.ts';
import type { View } from '../site.ts';
import { answersChart } from './chart.ts';

const STATUS = { ahead: tag('to come', 'wait'), open: tag('open', 'open'), closed: tag('closed', 'plain') } as const;

interface Shown {
  readonly collation: Collation;
  /** One's own draft and response; null for who has none. */
  readonly own: z.output<typeof showOwnResponse.output> | null;
  readonly extendedBy: readonly Role[];
  /** Parties for whom a response that came late can still be recorded; empty for who does not record. */
  readonly recordable: readonly Choice[];
}

/** A consultation: what is asked, what was answered as far as the reader may read it, and what they can do. */
export function consultationPage(view: View, { collation, own, extendedBy, recordable }: Shown): Page {
  const { modification, title, consultation, step, closes, extensions, questionnaires } = collation;
  const path = `/modifications/${modification}/consultations/${step}`;
  const administers = view.actor.role === 'code-administrator';
  return {
    title: consultation,
    section: 'register',
    kicker: html`<a href="/modifications/${modification}">${modification} ${title}</a>`,
    lede: totalsSentence(collation),
    body: html`${facts([
      ['State', STATUS[collation.status]],
      ['Runs', html`${dayText(collation.from)} to ${instantText(closes)}`],
      [
        'Questions',
        html`version ${questionnaires.at(-1)?.version ?? 1}${administers && collation.status !== 'closed' ? html` · <a href="${path}/questionnaire">Revise them</a>` : ''}`,
      ],
      ['Answers', publishedWords(collation)],
    ])}
${extensions.map((one) => html`<p class="pv-quiet">Extended on ${dayText(one.on)} from ${instantText(one.from)} to ${instantText(one.to)}: ${one.reasons}</p>`)}
${own === null ? '' : ownPart(path, own, collation)}
${collation.status === 'open' && extendedBy.includes(view.actor.role) ? details('Extend it', extendForm(view, collation)) : ''}
${recordable.length === 0 ? '' : recordPart(path, recordable)}
${section('answers', 'Answers by question', questionsPart(collation))}
${section('responses', 'Responses', responsesPart(path, collation))}
${section('take', 'Take it out', exportsPart(path, administers))}
${questionnaires.length < 2 ? '' : section('versions', 'Versions of the questions', versionsPart(collation))}`,
  };
}

function publishedWords({ published, status }: Collation): string {
  if (published) return 'published, but for what is confidential';
  return status === 'closed'
    ? 'read by their Party and the Code Administrator'
    : 'for their Party and the Code Administrator until the close';
}

function ownPart(path: string, { draft, sent, files, closed }: NonNullable<Shown['own']>, { status }: Collation): Html {
  const mayWrite = status === 'open' && closed === null;
  return html`<div class="pv-done" id="own">
${
  sent === null
    ? html`<p>${draft === null && files.length === 0 ? 'You have not responded.' : html`You have a draft${draft === null ? '' : html`, saved by ${draft.by}`}. It is not sent.`}</p>`
    : html`<p>You responded on ${dayText(sent.on)}${sent.filedBy === null ? '' : sent.filedBy === RECORDER ? ' (recorded for you by the Code Administrator)' : ' (through another Party of your group)'}${sent.late ? ', late' : ''}. The code of your receipt, which anybody who has it can check:</p>
<p><a href="/receipts?code=${sent.code}"><code class="pv-digest">${sent.code}</code></a></p>`
}
${closed === null ? '' : html`<p>${closed}${draft === null ? '' : html` <a href="${path}/response">Read your draft</a>`}</p>`}
${mayWrite ? html`<p><a class="govuk-button" href="${path}/response">${sent !== null ? 'See or replace your response' : draft === null ? 'Write your response' : 'Go on with your draft'}</a></p>` : ''}</div>`;
}

function extendForm(view: View, { modification, step }: Collation): Html {
  const id = 'extend-consultation';
  return actForm(view, {
    operation: { room: 'consultation', name: 'extend-consultation' },
    id,
    input: { modification, step },
    fields: html`${textField(view, { form: id, name: 'to', label: 'New last day', type: 'date', width: 'short' })}
${longField(view, { form: id, name: 'reasons', label: 'Reasons' })}`,
    button: 'Extend the consultation',
    done: 'The consultation is extended.',
  });
}

function recordPart(path: string, parties: readonly Choice[]): Html {
  return details(
    'Record a response that a Party sent',
    html`<form method="get" action="${path}/response" class="pv-form">
<div class="govuk-form-group"><label class="govuk-label" for="record-party">Party</label><select class="govuk-select" id="record-party" name="party">${parties.map((one) => html`<option value="${one.value}">${one.title}</option>`)}</select></div>
<button type="submit" class="govuk-button govuk-button--secondary">Record it</button></form>`,
  );
}

function questionsPart(collation: Collation): Html {
  return html`${collation.questions.map((one) => questionPart(one, collation))}`;
}

function questionPart(collated: CollatedQuestion, collation: Collation): Html {
  const { question, versions, wordings, answered, confidential, withheld, counts } = collated;
  const kept = [
    `${answered} answered`,
    ...(confidential === 0 ? [] : [`${confidential} confidential`]),
    ...(withheld === 0 ? [] : [`${withheld} not shown yet`]),
    ...(question.about === undefined ? [] : [`about ${question.about.kind} (${question.about.id})`]),
    ...(versions.length === collation.questionnaires.length ? [] : [`asked in version ${versions.join(', ')} alone`]),
  ];
  return html`<article class="pv-question" aria-labelledby="question-${question.id}"><h3 id="question-${question.id}">${question.text}</h3>
<p class="pv-quiet">${kept.join(' · ')}</p>
${wordings.map(({ version, text }) => html`<p class="pv-quiet">Version ${version} put it: ${text}</p>`)}
${counts.some(({ count }) => count > 0) ? answersChart(collated, collation) : counts.length > 0 ? '' : wordsPart(question.id, collation)}</article>`;
}

function wordsPart(question: string, { responses }: Collation): Html | string {
  const given = responses.flatMap((response) =>
    response.answers.filter((answer) => answer.question === question).map((answer) => ({ response, answer })),
  );
  if (given.length === 0) return '';
  return html`<ul class="pv-answers">${given.map(
    ({ response, answer }) =>
      html`<li><p class="pv-quiet">${response.name}, ${response.categoryTitle}, ${stanceWords(response).toLowerCase()}${response.late ? html` ${tag('late', 'bad')}` : ''}</p><p class="pv-words">${answer.text ?? answerWords(answer)}${answer.standing === 'confidential' && answer.text !== null ? html` ${tag('confidential', 'wait')}` : ''}</p></li>`,
  )}</ul>`;
}

function responsesPart(path: string, collation: Collation): Html {
  const { responses } = collation;
  if (responses.length === 0) return empty('No response has been received.');
  const nameOf = (party: string) => responses.find((one) => one.party === party)?.name ?? party;
  const columns = ['Party', 'Category', 'View', 'Received', 'Remarks', 'Files'].map((title) => ({ title }));
  const rows = responses.map((one) => [
    html`<a href="/parties/${one.party}">${one.name}</a>`,
    one.categoryTitle,
    html`${stanceWords(one)}${one.late ? html` ${tag('late', 'bad')}` : ''}`,
    dayText(one.on),
    responseRemarks({ ...one, late: false }, nameOf).join('; '),
    html`${one.attachments.map((file) => fileLine(path, file))}`,
  ]);
  return table('Responses by party category', columns, rows, { stack: true, quiet: true });
}

function fileLine(path: string, { id, file, standing }: CollatedResponse['attachments'][number]): Html {
  if (file === null)
    return html`<div class="pv-quiet">${standing === 'confidential' ? 'a confidential file' : 'a file, not shown yet'}</div>`;
  return html`<div><a href="${path}/attachments/${id}" download>${file.name}</a>${standing === 'confidential' ? html` ${tag('confidential', 'wait')}` : ''} <span class="pv-quiet">${Math.ceil(file.bytes / 1024)} KB</span></div>`;
}

function exportsPart(path: string, administers: boolean): Html {
  const forms = (set: string) =>
    html`<ul class="pv-links">${(
      [
        ['csv', 'CSV'],
        ['docx', 'Word'],
        ['pdf', 'PDF'],
        ['json', 'JSON'],
      ] as const
    ).map(([end, title]) => html`<li><a href="${path}/responses.${end}${set}" download>${title}</a></li>`)}</ul>`;
  return html`<p>The responses as everybody may read them; what is confidential is left out:</p>${forms('?set=public')}
${administers ? html`<p>The whole, with what is confidential; not for publication:</p>${forms('')}` : ''}
<p><a href="/receipts">Check the receipt of a response</a></p>`;
}

function versionsPart({ questionnaires }: Collation): Html {
  return html`${questionnaires
    .toReversed()
    .map(({ version, on, reasons, questions }) =>
      details(
        `Version ${version}${on === null ? ', with which it began' : ''}`,
        html`${on === null ? '' : html`<p>Set on ${dayText(on)}${reasons === '' ? '' : html`: ${reasons}`}</p>`}<ol>${questions.map((one) => html`<li>${one.text}</li>`)}</ol>`,
      ),
    )}`;
}
