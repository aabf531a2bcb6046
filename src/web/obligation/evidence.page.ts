import { html } from 'hono/html';
import type { z } from 'zod';
import type { listDuties } from '../../app/obligation/list-duties.ts';
import type { listEvidence } from '../../app/obligation/list-evidence.ts';
import { withdrawEvidence } from '../../app/obligation/withdraw-evidence.ts';
import { type Day, formatDay, writeDay } from '../../core/kernel/day.ts';
import { LARGEST_ATTACHMENT } from '../../core/modification/consultation/attachment.ts';
import { mayWithdrawEvidence, type Slot, slotsOf } from '../../core/obligation/evidence.ts';
import type { Page } from '../page/layout.ts';
import {
  actForm,
  details,
  empty,
  type Html,
  hidden,
  longField,
  section,
  selectField,
  table,
  tag,
  textField,
} from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { fileField } from '../upload/upload-form.ts';

type Duty = z.output<typeof listDuties.output>['duties'][number];
/** What is recorded of a party, as its operation lists it. */
export type Evidence = z.output<typeof listEvidence.output>['evidence'];

/** Names the form for refusals. */
export const EVIDENCE_FORM = 'record-evidence';

const STANDINGS = {
  filled: { word: 'filled', tone: 'good' },
  early: { word: 'early', tone: 'wait' },
  late: { word: 'filled late', tone: 'wait' },
  empty: { word: 'empty', tone: 'plain' },
  overdue: { word: 'overdue', tone: 'bad' },
} as const;

interface Place {
  readonly duty: Duty;
  readonly slot: Slot;
  /** What was recorded for it, the withdrawn included, in order of recording. */
  readonly recorded: Evidence;
}

/** What shows that a party meets its duties: each place for evidence with what is in it, and the form that fills it. */
export function evidencePage(
  view: View,
  { party, name, duties }: z.output<typeof listDuties.output>,
  evidence: Evidence,
  chosen: string | null,
): Page {
  const places = duties.flatMap((duty): Place[] => {
    const slots = slotsOfDuty(duty, evidence, view.today);
    const binds = duty.answers.some((run) => run.bound !== false);
    return slots
      .map((slot) => ({ duty, slot, recorded: recordedFor(duty, evidence).filter(({ of }) => of === slot.of) }))
      .filter(({ recorded }) => binds || recorded.length > 0);
  });
  const address = `/parties/${encodeURIComponent(party)}`;
  const mayRecord = view.actor.role === 'code-administrator' || view.actor.role === 'party';
  return {
    title: `Evidence of ${name}`,
    section: 'parties',
    kicker: html`<a href="${address}/duties">Compliance calendar of ${name}</a>`,
    lede: 'What shows that it meets its duties, within a year of today. Only its own people, its assessor and the Code Administrator read it.',
    body: html`${places.length === 0 ? empty('No duty binds it, so nothing has to be shown.') : placesTable(view, address, party, places)}
${mayRecord && places.length > 0 ? section('record', 'Record evidence', recordForm(view, address, places, chosen)) : ''}`,
  };
}

/** The places for evidence of a duty of a party, over the days for which it is listed. */
export function slotsOfDuty(duty: Duty, evidence: Evidence, today: Day): readonly Slot[] {
  const standing = recordedFor(duty, evidence).filter(({ withdrawn }) => withdrawn === null);
  return slotsOf(duty.recurs, duty.due, standing, today);
}

function recordedFor({ obligation, subject }: Duty, evidence: Evidence): Evidence {
  return evidence.filter((one) => one.obligation === obligation && one.subject === subject);
}

/** Whether a place is filled, as a tag. */
export function slotTag({ standing }: Slot): Html {
  const { word, tone } = STANDINGS[standing];
  return tag(word, tone);
}

function placesTable(view: View, address: string, party: string, places: readonly Place[]): Html {
  const rows = places.map(({ duty, slot, recorded }) => {
    return [
      html`${duty.provision} ${duty.title}<br><span class="pv-quiet">${duty.systems ?? 'the Party itself'}</span>`,
      slot.of === null
        ? 'all the time'
        : html`${dayText(slot.of)}${slot.due === null ? '' : html`<br><span class="pv-quiet">due ${dayText(slot.due)}</span>`}`,
      html`${slotTag(slot)}${slot.standing === 'early' ? html`<br><span class="pv-quiet">What is there was handed in before ${dayText(slot.of as Day)}. Something from that day on fills the place.</span>` : ''}`,
      recorded.length === 0
        ? html`<span class="pv-quiet">${duty.evidence.join('; ') || 'Nothing recorded'}</span>`
        : html`<ul class="pv-runs">${recorded.map((one) => evidenceItem(view, address, party, one))}</ul>`,
    ];
  });
  const columns = ['Duty', 'For', 'Standing', 'What shows it'].map((title) => ({ title }));
  return table('Places for evidence', columns, rows, { quiet: true, stack: true });
}

function evidenceItem(view: View, address: string, party: string, one: Evidence[number]): Html {
  const { id, title, note, withdrawn } = one;
  const file = one.file === null ? '' : html` <a href="${address}/evidence/${encodeURIComponent(id)}">${one.file}</a>`;
  const said = html`<strong>${title ?? 'erased'}</strong>${file}${note ? html`<br>${note}` : ''}`;
  const recorded = html`<br><span class="pv-quiet">about ${dayText(one.shows)}, recorded by ${one.by} on ${dayText(one.on)}</span>`;
  if (withdrawn === null) return html`<li>${said}${recorded}${withdrawForm(view, address, party, one)}</li>`;
  return html`<li><s>${said}</s>${recorded}<br>${tag('withdrawn')} <span class="pv-quiet">by ${withdrawn.by} on ${dayText(withdrawn.on)}: ${withdrawn.reasons ?? 'why is erased'}</span></li>`;
}

function withdrawForm(view: View, address: string, party: string, one: Evidence[number]): Html | string {
  if (!mayWithdrawEvidence(view.actor, { party, role: one.role })) return '';
  const form = `withdraw-${one.id}`;
  return details(
    'Withdraw',
    actForm(view, {
      operation: withdrawEvidence,
      id: form,
      input: { party, evidence: one.id },
      fields: longField(view, { form, name: 'reasons', label: 'Why it shows nothing', rows: 2 }),
      button: 'Withdraw',
      buttonDetail: one.title ?? 'the evidence',
      done: 'It is withdrawn; its place can be filled anew.',
      back: `${address}/evidence`,
      secondary: true,
    }),
    view.refusal?.form === form,
  );
}

function recordForm(view: View, address: string, places: readonly Place[], chosen: string | null): Html {
  const form = EVIDENCE_FORM;
  const choices = places.map(({ duty, slot }) => ({
    value: placeText(duty.obligation, duty.subject, slot.of),
    title: `${duty.provision} ${duty.title}, ${duty.systems ?? 'the Party itself'}${slot.of === null ? '' : `, for ${writeDay(slot.of)}`}`,
  }));
  return html`<form method="post" action="${address}/evidence" enctype="multipart/form-data" class="pv-form" id="${form}" novalidate>
${hidden('_token', view.token)}
${selectField(view, { form, name: 'place', label: 'Shows that it meets', choices, ...(chosen === null ? {} : { value: chosen }) })}
${textField(view, { form, name: 'title', label: 'Title' })}
${textField(view, { form, name: 'shows', label: 'Day about which it speaks', type: 'date', width: 'short', value: formatDay(view.today) })}
${longField(view, { form, name: 'note', label: 'Note', rows: 3 })}
${fileField(view, { form, label: 'File', most: LARGEST_ATTACHMENT, hint: 'If there is one: PDF, Word, Excel, a picture or text.', accept: '.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.csv' })}
<button type="submit" class="govuk-button">Record evidence</button></form>`;
}

/** A place as a form sends it. */
export function placeText(obligation: string, subject: string, of: Day | null): string {
  return JSON.stringify([obligation, subject, of === null ? null : formatDay(of)]);
}
