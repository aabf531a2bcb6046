import { html } from 'hono/html';
import type { z } from 'zod';
import type { importLegalText } from '../../app/text/import-legal-text.ts';
import type { showLegalText } from '../../app/text/show-legal-text.ts';
import type { Page } from '../page/layout.ts';
import { form, type Html, hidden, section } from '../page/parts.ts';
import type { View } from '../site.ts';
import { changesPart, driftPart, reportPart } from '../upload/preview.ts';
import { fileField, uploadForm } from '../upload/upload-form.ts';
import { modificationTabs } from './tabs.ts';

const FORM = 'import';

type Text = z.output<typeof showLegalText.output>;
type Imported = z.output<typeof importLegalText.output>;

/** Where a proposer takes the legal text out as a Word file and brings it back with its changes tracked. */
export function importLegalTextPage(view: View, text: Text, unsettled: number): Page {
  const { modification, title, instrument, draftedAgainst } = text;
  const against = `version ${draftedAgainst.label} of the ${instrument.title}`;
  return {
    title: `Legal text of ${modification} in Word`,
    section: 'register',
    kicker: kicker(modification, title),
    lede: `The tracked changes of a Word file become the legal text: amendments of ${against}. Nothing is stored before you have seen them.`,
    body: html`${modificationTabs(modification, 'legal-text', unsettled)}
${section(
  'take',
  'Take it out',
  html`<ul>
<li><a href="/modifications/${modification}/legal-text/file.docx" download>The legal text with tracked changes</a> (Word): what is amended, to be edited further</li>
<li><a href="/modifications/${modification}/legal-text/file.akn.xml" download>The amending document</a> (Akoma Ntoso)</li>
</ul>`,
)}
${section(
  'bring',
  'Bring it back',
  uploadForm(view, {
    action: `/modifications/${modification}/legal-text/import`,
    id: FORM,
    content: fileField(view, {
      form: FORM,
      label: 'Word file',
      hint: 'A .docx in which every change of the text is tracked.',
      accept: '.docx',
    }),
    button: 'Show the amendments',
  }),
)}`,
  };
}

/** The amendments that a Word file comes to, and the button that makes them the legal text. */
export function legalTextPreviewPage(
  view: View,
  shown: {
    readonly modification: string;
    readonly title: string;
    readonly fileName: string;
    readonly held: string;
    readonly imported: Imported;
    readonly unsettled: number;
  },
): Page {
  const { modification, title, fileName, held, imported, unsettled } = shown;
  const { instrument, against, amendments, instructions, blocks, drift, report } = imported;
  const count = amendments.length === 1 ? 'one amendment' : `${amendments.length} amendments`;
  const back = `/modifications/${modification}/legal-text/import`;
  return {
    title: `What the file makes of ${modification}`,
    section: 'register',
    kicker: kicker(modification, title),
    lede: html`<strong>${fileName}</strong> holds ${count} of version ${against.label} of the ${instrument.title}. They would replace the legal text as it stands. Nothing is stored yet.`,
    body: html`${modificationTabs(modification, 'legal-text', unsettled)}
${form(
  view,
  `${back}/confirm`,
  'pv-form',
  html`${hidden('held', held)}${hidden('against', against.label)}<button type="submit" class="govuk-button">Make this the legal text</button> <p><a href="${back}">Choose another file</a></p>`,
  'confirm',
)}
${driftPart(drift)}
${changesPart('Redline', blocks)}
${section('instructions', 'The same as instructions', html`<ol>${instructions.map((one) => html`<li>${one}</li>`)}</ol>`)}
${reportPart(report)}`,
  };
}

function kicker(modification: string, title: string): Html {
  return html`<a href="/modifications/${modification}">${modification} ${title}</a>`;
}
