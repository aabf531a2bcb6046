import { html } from 'hono/html';
import { addAgendaItem } from '../../app/meeting/add-agenda-item.ts';
import { changeAgendaItem } from '../../app/meeting/change-agenda-item.ts';
import { collectAgenda } from '../../app/meeting/collect-agenda.ts';
import { leaveOutAgendaItem } from '../../app/meeting/leave-out-agenda-item.ts';
import type { MeetingView } from '../../app/meeting/meeting.schema.ts';
import { sentenceCase } from '../../core/document/prose.ts';
import { actForm, details, empty, type Html, selectField, tag, textField } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { paperLine } from './papers.ts';
import { choicesOf, PURPOSE } from './words.ts';

type Item = MeetingView['agenda'][number];

const WHENCE: Partial<Record<Item['origin'], string>> = {
  due: 'due by this day',
  carried: 'carried over',
  minutes: 'from an earlier meeting',
  actions: 'from earlier meetings',
};

/** The agenda: each item with what the body is asked, its papers, and how to change it while the meeting is ahead. */
export function agendaPart(view: View, meeting: MeetingView, arranging: boolean): Html {
  const { agenda, sinceIssued, leftOut, outside } = meeting;
  return html`${
    agenda.length === 0
      ? empty('Nothing is due, and nobody has added an item.')
      : html`<ol class="pv-agenda">${agenda.map((item) => itemPart(view, meeting, item, arranging))}</ol>`
  }
${sinceIssued.length === 0 ? '' : sincePart(view, meeting, arranging)}
${outside.length === 0 ? '' : html`<h3>Decided since the last meeting, outside meetings</h3><ul>${outside.map((one) => html`<li><a href="/modifications/${one.modification}">${one.modification}</a>, ${one.title}: ${one.outcome}, ${dayText(one.on)}</li>`)}</ul>`}
${leftOut.length === 0 ? '' : html`<h3>Due and left out</h3><ul>${leftOut.map((one) => html`<li>${one.item}: ${one.reasons}</li>`)}</ul>`}
${arranging ? adding(view, meeting.id) : ''}`;
}

function itemPart(view: View, meeting: MeetingView, item: Item, arranging: boolean): Html {
  const whence = WHENCE[item.origin];
  const title =
    item.modification === null ? item.title : html`<a href="/modifications/${item.modification}">${item.title}</a>`;
  return html`<li id="item-${item.id}" class="pv-agenda-item"><h3 class="pv-agenda-title">${title}</h3>
<p>${PURPOSE[item.purpose]}${whence === undefined ? '' : html` <span class="pv-quiet">${whence}</span>`}${item.confidential ? html` ${tag('confidential', 'wait')}` : ''}${meeting.carried.includes(item.id) ? html` ${tag('carried over', 'wait')}` : ''}</p>
${item.asked.length === 0 ? '' : html`<ul>${item.asked.map((one) => html`<li>${sentenceCase(one.act)}${one.outcome === null ? '' : html`: <strong>${one.outcome}</strong>`}</li>`)}</ul>`}
${item.papers.length === 0 ? html`<p class="pv-quiet">No paper is tabled.</p>` : html`<ul class="pv-plain">${item.papers.map((paper) => html`<li>${paperLine(meeting, paper)}</li>`)}</ul>`}
${arranging ? changing(view, meeting.id, item) : ''}</li>`;
}

function sincePart(view: View, { id, sinceIssued }: MeetingView, arranging: boolean): Html {
  const collect = actForm(view, {
    operation: collectAgenda,
    id: 'collect-agenda',
    input: { meeting: id },
    fields: '',
    button: 'Take it onto the agenda',
    done: 'The agenda holds what came due.',
    secondary: true,
  });
  return html`<div class="pv-warning"><h3>Due since the agenda was issued</h3><ul>${sinceIssued.map((item) => html`<li>${item.title}</li>`)}</ul>${arranging ? collect : ''}</div>`;
}

function changing(view: View, meeting: string, item: Item): Html {
  const change = `change-${item.id}`;
  const leave = `leave-out-${item.id}`;
  const input = { meeting, item: item.id };
  const fields = html`${textField(view, { form: change, name: 'title', label: 'Title', value: item.title })}
${textField(view, { form: change, name: 'place', label: 'Place on the agenda', value: String(item.number), width: 'short' })}
${selectField(view, { form: change, name: 'purpose', label: 'For', value: item.purpose, choices: choicesOf(PURPOSE) })}
${confidentialField(view, change, item.confidential)}`;
  const reasons = textField(view, { form: leave, name: 'reasons', label: 'Reasons', hint: 'They stay on the agenda.' });
  const isOpen = view.refusal?.form === change || view.refusal?.form === leave;
  return details(
    'Change or leave out',
    html`${actForm(view, { operation: changeAgendaItem, id: change, input, fields, button: 'Change', buttonDetail: item.title, done: 'The agenda is changed.' })}
${actForm(view, { operation: leaveOutAgendaItem, id: leave, input, fields: reasons, button: 'Leave out', buttonDetail: item.title, done: 'The item is left out.', secondary: true })}`,
    isOpen,
  );
}

function adding(view: View, meeting: string): Html {
  const form = 'add-agenda-item';
  const fields = html`${textField(view, { form, name: 'title', label: 'Title', hint: 'Public, even of a confidential item.' })}
${selectField(view, { form, name: 'purpose', label: 'For', choices: choicesOf(PURPOSE) })}
${confidentialField(view, form, false)}
${textField(view, { form, name: 'modification', label: 'Modification', hint: 'Left blank for an item about none.', width: 'medium' })}`;
  const add = actForm(view, {
    operation: addAgendaItem,
    id: form,
    input: { meeting },
    fields,
    button: 'Add the item',
    done: 'The item is on the agenda.',
  });
  return details('Add an item', add, view.refusal?.form === form);
}

function confidentialField(view: View, form: string, value: boolean): Html {
  const choices = [
    { value: 'false', title: 'public' },
    { value: 'true', title: 'confidential: papers and words are for members' },
  ];
  return selectField(view, { form, name: 'confidential', label: 'Classification', value: String(value), choices });
}
