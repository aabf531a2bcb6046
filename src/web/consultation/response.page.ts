import { html } from 'hono/html';
import type { z } from 'zod';
import type { showOwnResponse } from '../../app/consultation/show-own-response.ts';
import { choiceWords } from '../../core/document/collation-words.ts';
import { LARGEST_ATTACHMENT, MOST_ATTACHMENTS } from '../../core/modification/consultation/attachment.ts';
import { choicesOf, type Question } from '../../core/modification/consultation/questionnaire.ts';
import { assetUrl } from '../assets.ts';
import type { Page } from '../page/layout.ts';
import { details, type Html, hidden, longField, radioField, section, tag, textField } from '../page/parts.ts';
import { dayText, keptText } from '../page/words.ts';
import type { View } from '../site.ts';

type Own = z.output<typeof showOwnResponse.output>;

/** Names the form for refusals and their links. */
export const RESPONSE_FORM = 'response';

/** A party's response: its draft, which is saved with every button, its files, and the button that sends it. */
export function responsePage(view: View, modification: string, own: Own): Page {
  const { title, step, sent, draft, version } = own;
  const path = `/modifications/${modification}/consultations/${step}`;
  const isOther = own.party !== view.actor.party;
  if (own.closed !== null) return closedPage(view, modification, { ...own, closed: own.closed });
  return {
    title: sent === null ? 'Your response' : 'Replace your response',
    section: 'register',
    kicker: html`<a href="${path}">${modification}: ${title}</a>`,
    ...(isOther ? { lede: `Recorded for ${own.party} as it sent it.` } : {}),
    head: html`<script type="module" src="${assetUrl('response.js')}"></script>`,
    body: html`${sent === null ? '' : html`<div class="pv-done"><p>You responded on ${dayText(sent.on)}. What you send now takes its place; the one before stays in the record. Receipt: <a href="/receipts?code=${sent.code}"><code class="pv-digest">${sent.code}</code></a></p></div>`}
${draft !== null && draft.version !== version ? html`<div class="pv-notice"><p>The questions were revised to version ${version} after the draft was saved; look at each again.</p></div>` : ''}
<p class="pv-quiet">A draft is read by the people of your Party alone and is no part of the record. What you mark as confidential is read by the Code Administrator and your Party; that it is there is public, and the rest is published after the close.</p>
<form method="post" action="${path}/response" enctype="multipart/form-data" class="pv-form pv-response" id="${RESPONSE_FORM}" novalidate data-modification="${modification}" data-step="${step}" data-party="${own.party}">
${hidden('_token', view.token)}${hidden('party', own.party)}${hidden('version', String(version))}${hidden('revision', String(draft?.revision ?? 0))}${sent === null ? '' : hidden('replaces', sent.response)}
<button type="submit" name="do" value="save" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Save</button>
${own.questions.map((question) => questionPart(view, question, own))}
${groupPart(own)}
${section('files', 'Files', filesPart(view, own))}
<p class="pv-quiet" role="status" id="saved">${draft === null ? '' : html`Draft saved by ${draft.by}, ${keptText(draft.at)}.`}</p>
<div class="pv-buttons"><button type="submit" name="do" value="send" class="govuk-button">${sent === null ? 'Send the response' : 'Send it in place of the one before'}</button>
<button type="submit" name="do" value="save" class="govuk-button govuk-button--secondary">Save the draft</button>
${draft === null && own.files.length === 0 ? '' : html`<button type="submit" name="do" value="discard" class="govuk-button govuk-button--secondary">Discard the draft</button>`}</div></form>`,
  };
}

/** After the close: that it closed, who can still do what, and what was written, to be read and copied. */
function closedPage(view: View, modification: string, own: Own & { readonly closed: string }): Page {
  const { title, step, sent, draft, files } = own;
  const path = `/modifications/${modification}/consultations/${step}`;
  const entered = view.refusal?.form === RESPONSE_FORM ? view.refusal.entered : {};
  const written = own.questions.flatMap((question) => {
    const { id, text } = question;
    const value = entered[`answers.${id}`]?.[0] ?? draft?.answers[id] ?? '';
    return value === '' ? [] : [{ text, value: choicesOf(question) === null ? value : choiceWords(value) }];
  });
  return {
    title: 'Your response',
    section: 'register',
    kicker: html`<a href="${path}">${modification}: ${title}</a>`,
    body: html`<div class="pv-notice"><p><strong>The consultation is closed.</strong> ${own.closed}</p></div>
${sent === null ? html`<p>You have not responded.</p>` : html`<p>You responded on ${dayText(sent.on)}. Receipt: <a href="/receipts?code=${sent.code}"><code class="pv-digest">${sent.code}</code></a></p>`}
${
  written.length === 0
    ? ''
    : section(
        'draft',
        'Your draft, which was not sent',
        html`${written.map(({ text, value }) => html`<h3>${text}</h3><p class="pv-words">${value}</p>`)}
${files.length === 0 ? '' : html`<p>Files of the draft: ${files.map(({ name }) => name).join(', ')}.</p>`}`,
      )
}
<p><a href="${path}">Read the consultation</a></p>`,
  };
}

function questionPart(view: View, question: Question, own: Own): Html {
  const from = own.draft ?? own.sent;
  const value = from?.answers[question.id] ?? '';
  const name = `answers.${question.id}`;
  const about = question.about === undefined ? '' : `About ${question.about.kind} (${question.about.id}). `;
  const hint = `${about}${question.hint ?? ''}`.trim();
  const field = {
    ...{ form: RESPONSE_FORM, name, value },
    label: `${question.text}${question.required === true ? '' : ' (optional)'}`,
    ...(hint === '' ? {} : { hint }),
  };
  const choices = choicesOf(question)?.map((one) => ({ value: one, title: choiceWords(one) }));
  const control =
    choices !== undefined
      ? radioField(view, { ...field, choices })
      : question.kind === 'text'
        ? textField(view, field)
        : longField(view, { ...field, rows: 4 });
  return html`<div class="pv-asked">${control}${checkbox('confidential', question.id, 'Keep this answer confidential', from?.confidential.includes(question.id) ?? false, `: ${question.text}`)}</div>`;
}

function checkbox(name: string, value: string, label: string, checked: boolean, detail = ''): Html {
  const id = `${name}-${value}`;
  return html`<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="${id}" name="${name}" type="checkbox" value="${value}"${checked ? html` checked` : ''}><label class="govuk-label govuk-checkboxes__label" for="${id}">${label}<span class="govuk-visually-hidden">${detail}</span></label></div></div>`;
}

function groupPart({ group, draft }: Own): Html | string {
  if (group.length === 0) return '';
  return html`<fieldset class="govuk-fieldset pv-asked"><legend class="govuk-fieldset__legend">Also the response of others of your group</legend>
${group.map(({ id, name }) => checkbox('parties', id, name, draft?.parties.includes(id) ?? false))}</fieldset>`;
}

function filesPart(view: View, { files, sent }: Own): Html {
  const { refusal } = view;
  const wrong =
    refusal?.form === RESPONSE_FORM && refusal.rejection.place?.field === 'file' ? refusal.rejection.sentence : null;
  const before = sent?.attachments ?? [];
  const line = (one: Own['files'][number]) =>
    html`${one.name} <span class="pv-quiet">${Math.ceil(one.bytes / 1024)} KB</span>${one.sealed ? html` ${tag('confidential', 'wait')}` : ''}`;
  return html`${before.map((one) => checkbox('keep', one.id, `Keep ${one.name}${one.sealed ? ' (confidential)' : ''}`, true))}
${files.length === 0 ? '' : html`<ul class="pv-files">${files.map((one) => html`<li>${line(one)} <button type="submit" name="do" value="remove:${one.id}" class="pv-linkish">Remove<span class="govuk-visually-hidden"> ${one.name}</span></button></li>`)}</ul>`}
${details(
  files.length === 0 ? 'Add a file' : 'Add another file',
  html`<div class="govuk-form-group${wrong === null ? '' : ' govuk-form-group--error'}"><label class="govuk-label" for="${RESPONSE_FORM}-file">File</label>
<div class="govuk-hint" id="${RESPONSE_FORM}-file-hint">PDF, Word, Excel, PNG, JPEG, text or CSV without macros or scripts, at most ${LARGEST_ATTACHMENT / 1024 / 1024} MB; ${MOST_ATTACHMENTS} files at most.</div>
${wrong === null ? '' : html`<p class="govuk-error-message" id="${RESPONSE_FORM}-file-error">${wrong}</p>`}
<input class="govuk-file-upload" id="${RESPONSE_FORM}-file" name="file" type="file" accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.csv" aria-describedby="${RESPONSE_FORM}-file-hint${wrong === null ? '' : ` ${RESPONSE_FORM}-file-error`}"></div>
${checkbox('sealed-file', 'true', 'Keep this file confidential', false)}
<button type="submit" name="do" value="attach" class="govuk-button govuk-button--secondary">Add the file</button>`,
  wrong !== null || files.length > 0,
)}`;
}
