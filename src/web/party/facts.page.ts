import { html } from 'hono/html';
import type { z } from 'zod';
import type { listFacts } from '../../app/party/list-facts.ts';
import { withdrawFact } from '../../app/party/withdraw-fact.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { FactKind } from '../../core/obligation/fact.ts';
import type { Page } from '../page/layout.ts';
import {
  actForm,
  type Choice,
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
import { citationText, dayText, instantText } from '../page/words.ts';
import type { View } from '../site.ts';
import { factForm } from './fact-form.ts';

type Listed = z.output<typeof listFacts.output>;
type Row = Listed['facts'][number];
type Kind = Listed['kinds'][number];

/** What of the facts is asked for, as the address says it. */
export interface FactsAsked {
  /** Code by id. */
  readonly code: string;
  readonly kind: string;
  readonly subject: string;
  readonly state: string;
  readonly knownAt: string;
  /** The fact by id that a person is about to correct. */
  readonly correct: string;
}

/** The code that an address means when it names none. */
const USUAL = 'sec';

function factsHref(code: string, asked: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...asked, ...(code === USUAL ? {} : { code }) }).toString();
  return query === '' ? '/facts' : `/facts?${query}`;
}

/** The facts of the market and of Parties: what happened, what follows from the record, and for which days that is all. */
export function factsPage(
  view: View,
  asked: FactsAsked,
  { facts, kinds, next }: Listed,
  {
    parties,
    subjects,
    factKinds,
  }: {
    readonly parties: readonly Choice[];
    readonly subjects: readonly Choice[];
    readonly factKinds: readonly FactKind[];
  },
): Page {
  const about =
    asked.subject === '' ? '' : (subjects.find(({ value }) => value === asked.subject)?.title ?? asked.subject);
  const isAsked = asked.kind !== '' || asked.subject !== '';
  const many = facts.length === 1 ? '1 fact' : `${facts.length} facts`;
  const derived = facts.filter((one) => one.state === 'derived');
  const recorded = facts.filter((one) => one.state !== 'derived');
  const isAdministrator = view.actor.role === 'code-administrator';
  const factsTable = (caption: string, rows: readonly Row[]) =>
    table(
      caption,
      COLUMNS,
      rows.map((one) => rowOf(one, asked.code, view.today, isAdministrator ? view : null)),
      { stack: true },
    );
  return {
    title: about === '' ? 'Facts' : `Facts about ${about}`,
    section: 'obligations',
    kicker: html`<a href="/obligations">Obligations</a>`,
    lede: 'What happened in the market, to Parties and to their systems, and what each is from a day on. Whom duties bind follows from the words in force and from these facts.',
    body: html`${filters(view, asked, parties, kinds)}
<p><strong>${next === null ? many : `The latest ${many}`}</strong>${isAsked ? html`. <a href="${factsHref(asked.code)}">Show all</a>` : '.'}</p>
${facts.length > 0 ? '' : empty('No fact fits. Where its kind is not complete, that it is not here means that nothing is known.')}
${recorded.length === 0 ? '' : factsTable('Facts that were recorded', recorded)}
${derived.length === 0 ? '' : isAsked ? factsTable('Facts that follow from the record', derived) : details(`What follows from the record (${derived.length})`, factsTable('Facts that follow from the record', derived))}
${
  isAdministrator
    ? section(
        'add',
        'Add to the record',
        factForm(
          view,
          factKinds,
          subjects,
          recorded.filter(({ state }) => state === 'stands'),
          asked,
        ),
      )
    : ''
}
${section('kinds', 'Kinds of facts', details(`What each comes to and for which days it is complete (${kinds.length})`, kindsPart(kinds, asked), asked.kind !== ''))}`,
  };
}

const COLUMNS = ['What', 'About', 'With effect from', 'Value', 'Recorded', 'Source'].map((title) => ({ title }));

function rowOf(fact: Row, code: string, today: Day, view: View | null): readonly (Html | string)[] {
  const { kind, title, subject, subjectTitle, effectiveOn, value, citation, id } = fact;
  const own = subject === null ? subjectTitle : html`<a href="${factsHref(code, { subject })}">${subjectTitle}</a>`;
  return [
    html`<a href="${factsHref(code, { kind })}">${title}</a>${stateOf(fact)}`,
    own,
    value === false && fact.state === 'derived' && fact.subject === null ? 'never' : dayText(effectiveOn),
    html`${effectiveOn > today ? html`${tag('to come', 'wait')} ` : ''}${valueText(value, effectiveOn > today)}`,
    html`${recordingOf(fact, code)}${fact.recordedAt === null ? '' : html`<br><span class="pv-quiet"><code>${id}</code></span>`}${fact.corrections.map(
      ({ instead, reasons, by, on }) =>
        html`<br>${tag('corrected', 'open')} Read instead: ${instead} <span class="pv-quiet">${reasons} Noted by ${by}, ${dayText(on)}.</span>`,
    )}${view !== null && fact.state === 'stands' ? html`<br><a href="${factsHref(code, { correct: id })}#record-fact">Correct<span class="govuk-visually-hidden"> ${title} of ${subjectTitle}</span></a> ${withdrawal(view, code, fact)}` : ''}`,
    citationText(citation),
  ];
}

function stateOf({ state, instead }: Row): Html | string {
  if (state === 'replaced')
    return html`<br>${tag('replaced', 'plain')} <span class="pv-quiet">by <code>${instead ?? ''}</code></span>`;
  if (state === 'withdrawn') return html`<br>${tag('withdrawn', 'bad')} <span class="pv-quiet">${instead ?? ''}</span>`;
  return '';
}

function recordingOf({ recordedAt, version, citation }: Row, code: string): Html {
  if (recordedAt !== null) {
    return html`<a href="/record/log/facts/${encodeURIComponent(code)}">${instantText(recordedAt)}</a>${version === null ? '' : html` <span class="pv-quiet">event ${version}</span>`}`;
  }
  const stream = citation.clause;
  const linked = stream !== null && /^(party|modification)\//.test(stream);
  return html`${linked ? html`<a href="/record/log/${stream}">follows from the record</a>` : 'follows from the record'}`;
}

/** A value as people read it. */
function valueText(value: Row['value'], isToCome: boolean): string {
  if (value === undefined) return isToCome ? 'planned' : 'it happened';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? value.toLocaleString('en-GB') : value.replaceAll('-', ' ');
}

function withdrawal(view: View, code: string, { id }: Row): Html {
  const form = `withdraw-${id}`;
  return details(
    'Withdraw',
    actForm(view, {
      operation: withdrawFact,
      id: form,
      input: { code, fact: id },
      fields: html`<p>For a fact that was recorded in error. Answers as known before stay as they are.</p>
${longField(view, { form, name: 'reasons', label: 'How the error came about', rows: 2 })}`,
      button: 'Withdraw the fact',
      done: 'The fact was withdrawn.',
      secondary: true,
    }),
    view.refusal?.form === form,
  );
}

function filters(view: View, asked: FactsAsked, parties: readonly Choice[], kinds: readonly Kind[]): Html {
  const form = 'facts';
  const known = parties.some(({ value }) => value === asked.subject);
  const group = asked.subject === '' || known ? [] : [{ value: asked.subject, title: asked.subject }];
  const any = { value: '', title: 'all' };
  return html`<form class="pv-form pv-filter" method="get" action="/facts" role="search" aria-label="Search the facts">
${asked.code === USUAL ? '' : hidden('code', asked.code)}${selectField(view, { form, name: 'kind', label: 'Kind', value: asked.kind, choices: [any, ...kinds.map(({ id, title }) => ({ value: id, title }))] })}
${selectField(view, { form, name: 'subject', label: 'About', value: asked.subject, choices: [any, ...group, ...parties] })}
${selectField(view, {
  form,
  name: 'state',
  label: 'Show',
  value: asked.state,
  choices: [
    { value: 'standing', title: 'what stands' },
    { value: 'all', title: 'also what was replaced or withdrawn' },
  ],
})}
${textField(view, { form, name: 'knownAt', label: 'As known at the end of', type: 'date', width: 'short', value: asked.knownAt })}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>`;
}

function kindsPart(kinds: readonly Kind[], asked: FactsAsked): Html {
  if (kinds.length === 0) return empty('The rulebook of this code declares no kinds of facts.');
  const rows = kinds
    .filter(({ id }) => asked.kind === '' || id === asked.kind)
    .map((kind) => [
      html`<a href="${factsHref(asked.code, { kind: kind.id })}">${kind.title}</a><br><span class="pv-quiet"><code>${kind.id.replaceAll('-', '_')}</code> in conditions</span>`,
      ABOUT[kind.subject],
      typeText(kind),
      completeText(kind),
      String(kind.facts),
      citationText(kind.citation),
    ]);
  const columns = [
    ...['Kind', 'About', 'Comes to', 'Complete'].map((title) => ({ title })),
    { title: 'Facts', numeric: true },
    { title: 'Source' },
  ];
  return html`<p>Where a kind is complete, that there is no record means that it did not happen; elsewhere it means that nothing is known.</p>
${table('Kinds of facts', columns, rows, { quiet: true, stack: true })}`;
}

const ABOUT: Record<Kind['subject'], string> = {
  market: 'the market',
  party: 'each Party',
  'system-group': 'each group of systems',
  words: 'words',
};

function typeText({ type, values }: Kind): string {
  if (values !== null) return values.join(', ');
  return { event: 'an event on its day', bool: 'yes or no', int: 'a whole number', string: 'a text' }[type];
}

function completeText({ derived, type, completeFrom, completeUntil }: Kind): Html | string {
  const follows = derived === null ? '' : html`Follows ${derived}.`;
  if (derived !== null && type !== 'event') return html`On every day. <span class="pv-quiet">${follows}</span>`;
  if (completeUntil === null) return html`On no day. <span class="pv-quiet">${follows}</span>`;
  const from = completeFrom === null ? '' : html`From ${dayText(completeFrom)}, `;
  return html`${from}${completeFrom === null ? 'B' : 'b'}efore ${dayText(completeUntil)}. <span class="pv-quiet">${follows}</span>`;
}
