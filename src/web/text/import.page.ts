import { html } from 'hono/html';
import type { z } from 'zod';
import type { checkDocument } from '../../app/text/check-document.ts';
import type { listInstruments } from '../../app/text/list-instruments.ts';
import { writeDay } from '../../core/kernel/day.ts';
import type { Page } from '../page/layout.ts';
import { form, type Html, hidden, selectField, textField } from '../page/parts.ts';
import type { View } from '../site.ts';
import { changesPart, driftPart, reportPart } from '../upload/preview.ts';
import { fileField, uploadForm } from '../upload/upload-form.ts';

const FORM = 'import';
const ACCEPT = '.docx,.xml,.akn,.json,application/xml,application/json';

type Instruments = z.output<typeof listInstruments.output>;
type Checked = z.output<typeof checkDocument.output>;

/** What is to be taken in, as the form asks for it. */
export interface Taking {
  readonly instrument: string;
  readonly document: string;
  readonly asOf: string;
  readonly madeBy: string;
}

/** Where the Code Administrator chooses a file; what it comes to is shown before anything is stored. */
export function importPage(view: View, instruments: Instruments, taking: Taking): Page {
  const { instrument, document, asOf, madeBy } = taking;
  const known = [{ value: '', title: 'Choose a code' }, ...instruments.map(({ id, title }) => ({ value: id, title }))];
  const fields: Html = html`${fileField(view, {
    form: FORM,
    label: 'File',
    hint: 'Word (.docx), Akoma Ntoso (.xml), an OSCAL catalog (.json), or JSON as "document export" writes it.',
    accept: ACCEPT,
  })}
${
  instruments.length === 0
    ? textField(view, { form: FORM, name: 'instrument', label: 'Code by id', value: instrument, width: 'medium' })
    : selectField(view, { form: FORM, name: 'instrument', label: 'Code', choices: known, value: instrument })
}
${textField(view, {
  form: FORM,
  name: 'fresh',
  label: 'Or a code that the record does not hold yet',
  hint: 'Its id: lower-case letters and digits joined by hyphens, such as dcusa.',
  width: 'medium',
})}
${textField(view, {
  form: FORM,
  name: 'document',
  label: 'Document',
  hint: 'By its id, such as g or schedule-8. Left empty, the file is the whole text.',
  value: document,
  width: 'medium',
})}
${textField(view, {
  form: FORM,
  name: 'asOf',
  label: 'In force from',
  hint: 'Left empty, as the file says. Tracked changes are read against the text of this day.',
  type: 'date',
  value: asOf,
  width: 'short',
})}
${textField(view, {
  form: FORM,
  name: 'madeBy',
  label: 'Made by',
  hint: 'What made this version, as the public history is to say it, such as the name of a designation. Left empty, the name of the file.',
  value: madeBy,
})}`;
  return {
    title: 'Import a document',
    section: 'code',
    lede: 'A file becomes the next version of a code, or the first text of one. Nothing is stored before you have seen what becomes of it.',
    body: uploadForm(view, { action: '/import', id: FORM, content: fields, button: 'Show what becomes of it' }),
  };
}

/** What a file would become, and the button that stores it. */
export function importPreviewPage(
  view: View,
  shown: { readonly fileName: string; readonly held: string; readonly taking: Taking; readonly checked: Checked },
  untold = false,
): Page {
  const { fileName, taking, checked } = shown;
  const { outcome, title, label, inForceFrom, amendments, blocks, drift, report } = checked;
  const day = writeDay(inForceFrom);
  const sentence = {
    adopted: `It would be version ${label} of ${title}, its first text, in force from ${day}.`,
    published: `It would be version ${label} of the ${title} by ${amendments === 1 ? 'one amendment' : `${amendments} amendments`}, in force from ${day}.`,
    unchanged: `The ${title} reads so on ${day} already: there is nothing to store.`,
  }[outcome];
  const back = `/import?${new URLSearchParams({ ...taking })}`;
  const changes = outcome === 'adopted' ? 'The text' : `What changes in the text of ${day}`;
  return {
    title: 'What becomes of the file',
    section: 'code',
    kicker: html`<a href="${back}">Import a document</a>`,
    lede: html`<strong>${fileName}</strong>. ${sentence} Nothing is stored yet.`,
    body: html`${outcome === 'unchanged' ? '' : confirmForm(view, shown, untold, back)}
${driftPart(drift)}${reportPart(report)}
${outcome === 'unchanged' ? '' : changesPart(changes, blocks)}`,
  };
}

function confirmForm(view: View, shown: Parameters<typeof importPreviewPage>[1], untold: boolean, back: string): Html {
  const { held, taking, checked } = shown;
  const { label } = checked;
  const fields = Object.entries({ held, ...taking, label: label ?? '' }).map(([name, value]) => hidden(name, value));
  return form(
    view,
    '/import/confirm',
    'pv-form',
    html`${fields}${checked.names === null ? '' : otherPart(shown, checked.names, untold)}<button type="submit" class="govuk-button">Store version ${label ?? ''}</button> <p><a href="${back}">Choose another file</a></p>`,
    'confirm',
  );
}

/** That a file says it is of another instrument, and the box to be ticked by whoever means it. */
function otherPart(
  { fileName, checked }: Parameters<typeof importPreviewPage>[1],
  names: string,
  untold: boolean,
): Html {
  const fault = untold ? 'Nothing was stored: tick the box, or choose another file or code.' : null;
  return html`<div class="govuk-form-group${fault === null ? '' : ' govuk-form-group--error'}"><fieldset class="govuk-fieldset" aria-describedby="confirm-other">
<legend class="govuk-fieldset__legend">The file is of another code</legend>
<p id="confirm-other"><strong>${fileName} says that it is of the ${names}, not of the ${checked.title}.</strong></p>
${fault === null ? '' : html`<p class="govuk-error-message" role="alert">${fault}</p>`}
<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="confirm-anyway" name="anyway" type="checkbox" value="true">
<label class="govuk-label govuk-checkboxes__label" for="confirm-anyway">Store it in the ${checked.title} all the same</label></div></div></fieldset></div>`;
}
