import { html } from 'hono/html';
import { LARGEST_DOCUMENT } from '../../core/code/document-file.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { type Html, hidden } from '../page/parts.ts';
import type { View, WebContext } from '../site.ts';
import type { HeldFile } from './held-files.ts';

/** A form that carries a file. */
export function uploadForm(
  view: View,
  { action, id, content, button }: { action: string; id: string; content: Html; button: string },
): Html {
  return html`<form method="post" action="${action}" enctype="multipart/form-data" class="pv-form" id="${id}" novalidate>
${hidden('_token', view.token)}${content}
<button type="submit" class="govuk-button">${button}</button></form>`;
}

/** The field in which a person chooses a file. */
export function fileField(
  view: View,
  field: {
    readonly form: string;
    readonly label: string;
    readonly hint: string;
    readonly accept: string;
    readonly most?: number;
  },
): Html {
  const id = `${field.form}-file`;
  const { refusal } = view;
  const wrong = refusal?.form === field.form && refusal.rejection.place?.field === 'file';
  return html`<div class="govuk-form-group${wrong ? ' govuk-form-group--error' : ''}">
<label class="govuk-label" for="${id}">${field.label}</label>
<div class="govuk-hint" id="${id}-hint">${field.hint} At most ${(field.most ?? LARGEST_DOCUMENT) / 1024 / 1024} MB.</div>
${wrong ? html`<p class="govuk-error-message" id="${id}-error">${refusal?.rejection.sentence ?? ''}</p>` : ''}
<input class="govuk-file-upload" id="${id}" name="file" type="file" accept="${field.accept}" aria-describedby="${id}-hint${wrong ? ` ${id}-error` : ''}"${wrong ? html` aria-invalid="true"` : ''}></div>`;
}

/** The fields of a form that carried a file, as text. */
export async function textsOf(c: WebContext): Promise<Readonly<Record<string, string>>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
  );
}

/** The file of a form, or why there is none. */
export async function sentFile(c: WebContext): Promise<{ file: HeldFile } | { rejection: Rejection }> {
  const { file } = await c.req.parseBody();
  const why = (sentence: string) => ({ rejection: rejection('input-invalid', sentence, { place: { field: 'file' } }) });
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) {
    return why('No file was chosen; expected one.');
  }
  const fileName = file.name.replace(/^.*[/\\]/, '').slice(0, 200) || 'file';
  if (file.size > LARGEST_DOCUMENT) {
    return why(`${fileName} has ${file.size} bytes; at most ${LARGEST_DOCUMENT} are read.`);
  }
  return { file: { fileName, bytes: new Uint8Array(await file.arrayBuffer()) } };
}
