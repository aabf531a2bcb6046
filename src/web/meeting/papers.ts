import { html } from 'hono/html';
import type { MeetingView } from '../../app/meeting/meeting.schema.ts';
import { tablePaper } from '../../app/meeting/table-paper.ts';
import { withdrawPaper } from '../../app/meeting/withdraw-paper.ts';
import { PAPERS } from '../../app/paper/draft-paper.ts';
import { sentenceCase } from '../../core/document/prose.ts';
import { actForm, type Choice, details, empty, type Html, selectField, tag, textField } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { fileField, uploadForm } from '../upload/upload-form.ts';

type Paper = MeetingView['agenda'][number]['papers'][number];

const ACCESS: readonly Choice[] = [
  { value: 'public', title: 'public' },
  { value: 'members', title: 'for members only' },
];

/** A paper in a line: its number and title, a way to it for who may read it, and its marks. */
export function paperLine({ id }: Pick<MeetingView, 'id'>, paper: Paper): Html {
  const name = html`${paper.number} ${paper.title}`;
  return html`${paper.readable ? html`<a href="/meetings/${id}/papers/${paper.sequence}">${name}</a>` : name}${paper.access === 'members' ? html` ${tag('members only', 'wait')}` : ''}${paper.late ? html` ${tag('late', 'bad')}` : ''} <span class="pv-quiet">tabled ${dayText(paper.tabledOn)}</span>`;
}

/** The papers bound together, each by itself, and the forms that table and withdraw them. */
export function papersPart(view: View, meeting: MeetingView, arranging: boolean): Html {
  const papers = meeting.agenda.flatMap((item) => item.papers);
  const at = `/meetings/${meeting.id}/files`;
  const withdrawn = meeting.withdrawn.map((one) => html`<li>${one.number} ${one.title}: ${one.reasons}</li>`);
  return html`<ul>
<li>Agenda: <a href="${at}/agenda.html">read it here</a>, <a href="${at}/agenda.pdf">PDF</a>, <a href="${at}/agenda.docx">Word</a></li>
<li><a href="${at}/public-pack.pdf">Public papers as one PDF</a></li>
${meeting.forMembers ? html`<li><a href="${at}/pack.pdf">All papers as one PDF</a> <span class="pv-quiet">for members only</span></li>` : ''}
</ul>
${papers.length === 0 ? empty('No paper is tabled yet.') : html`<ul class="pv-plain">${papers.map((paper) => html`<li>${paperLine(meeting, paper)}${arranging ? withdrawing(view, meeting.id, paper) : ''}</li>`)}</ul>`}
${withdrawn.length === 0 ? '' : html`<h3>Withdrawn</h3><ul>${withdrawn}</ul>`}
${arranging && meeting.agenda.length > 0 ? html`${tabling(view, meeting)}${uploading(view, meeting)}` : ''}`;
}

function tabling(view: View, { id, agenda }: MeetingView): Html | string {
  const form = 'table-paper';
  const about = agenda.flatMap(({ modification }) => (modification === null ? [] : [modification]));
  if (about.length === 0) return '';
  const named = [...new Set(about)].map((value) => ({ value, title: value }));
  const kinds = PAPERS.map((value) => ({ value, title: sentenceCase(value.replaceAll('-', ' ')) }));
  const fields = html`${selectField(view, { form, name: 'modification', label: 'Modification', choices: named })}
${selectField(view, { form, name: 'paper', label: 'Paper', choices: kinds })}
${commonFields(view, form)}`;
  const table = actForm(view, {
    operation: tablePaper,
    id: form,
    input: { meeting: id },
    fields,
    button: 'Table the paper',
    done: 'The paper is tabled.',
  });
  return details('Table a paper from the record', table, view.refusal?.form === form);
}

function uploading(view: View, { id, agenda }: MeetingView): Html {
  const form = 'upload-paper';
  const items = agenda.map((item) => ({ value: item.id, title: item.title }));
  const content = html`${fileField(view, { form, label: 'PDF', hint: 'Its pages go into the pack as they are.', accept: '.pdf,application/pdf' })}
${selectField(view, { form, name: 'item', label: 'Under item', choices: items })}
${textField(view, { form, name: 'title', label: 'Title', hint: 'Left blank: the name of the file.' })}
${commonFields(view, form)}`;
  const upload = uploadForm(view, { action: `/meetings/${id}/papers`, id: form, content, button: 'Table the PDF' });
  return details('Table a PDF', upload, view.refusal?.form === form);
}

function commonFields(view: View, form: string): Html {
  return html`${selectField(view, { form, name: 'access', label: 'Who may read it', choices: ACCESS })}
${textField(view, { form, name: 'sequence', label: 'Place in the numbering', hint: 'Left blank: the next.', width: 'short' })}`;
}

function withdrawing(view: View, meeting: string, { number, sequence, title }: Paper): Html {
  const form = `withdraw-${sequence}`;
  const fields = textField(view, { form, name: 'reasons', label: 'Reasons' });
  const withdraw = actForm(view, {
    operation: withdrawPaper,
    id: form,
    input: { meeting, number },
    fields,
    button: 'Withdraw',
    buttonDetail: `${number} ${title}`,
    done: 'The paper is withdrawn.',
    secondary: true,
  });
  return details('Withdraw', withdraw, view.refusal?.form === form);
}
