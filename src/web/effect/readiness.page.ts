import { html } from 'hono/html';
import type { DutyReadiness, PartyReadiness, ReadinessReport, Standing } from '../../core/assurance/readiness.ts';
import { type AlikeDuties, alikeDuties } from '../../core/assurance/readiness-alike.ts';
import { shownWords } from '../../core/assurance/readiness-words.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { sameValue } from '../../core/kernel/steps.ts';
import type { FactKind } from '../../core/obligation/fact.ts';
import type { Page } from '../page/layout.ts';
import { empty, type Html, hidden, section, selectField, type Tone, table, tag, textField } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { chainPicture } from './chain.ts';
import { supposing } from './suppose.ts';
import { shortInterval } from './timeline.ts';

interface Shown {
  readonly report: ReadinessReport;
  readonly factKinds: readonly FactKind[];
  /** Every party by id and name, whichever is shown. */
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  /** Titles of instruments by id. */
  readonly instruments: ReadonlyMap<string, string>;
  /** The query, so that the form shows what was chosen. */
  readonly fields: ReadonlyMap<string, string>;
}

/** From which day each party can show that it meets its duties, who holds that up, and what stands in meanwhile. */
export function readinessPage(view: View, shown: Shown): Page {
  const { report } = shown;
  const bound = report.parties.filter((party) => party.duties.length > 0);
  const titleOf = titlesIn(report);
  return {
    title: 'Readiness',
    section: 'obligations',
    lede: 'From which day compliance with a duty can be shown, what holds that up and who, and whether anything stands in meanwhile.',
    body: html`${choice(view, shown)}
${
  bound.length === 0
    ? empty('No duty that the rulebook holds binds anybody who is chosen.')
    : html`${section('steps', 'What comes first', html`${chains(report)}`)}
${section('parties', 'Party by party', html`${partiesTable(bound, report, titleOf)}`)}
${section('cover', 'Cover by other instruments', coverPart(bound, report.modification, shown.instruments, titleOf))}`
}`,
  };
}

function choice(view: View, { report, factKinds, parties, fields }: Shown): Html {
  const form = 'choose';
  const value = (name: string) => fields.get(name) ?? '';
  return html`<form class="pv-form pv-ask" method="get" action="/obligations/readiness" aria-label="Choose a party, a day and assumptions">
<div class="pv-choice-fields">${selectField(view, {
    form,
    name: 'party',
    label: 'Party',
    value: value('party'),
    choices: [{ value: '', title: 'All parties' }, ...parties.map(({ id, name }) => ({ value: id, title: name }))],
  })}
${textField(view, { form, name: 'on', label: 'Where duties stand on', type: 'date', value: value('on'), width: 'short' })}</div>
${supposing(view, form, factKinds, fields)}
${report.modification === null ? '' : hidden('modification', report.modification.id)}
<div class="pv-ask-act"><button type="submit" class="govuk-button govuk-button--secondary">Compute</button>
<a class="pv-reset" href="/obligations/readiness">Start again</a></div>
</form><p class="pv-quiet">Where duties stand is said for ${dayText(report.on)}.${withWords(report.modification)}</p>`;
}

/** With which modification it is answered. */
function withWords(modification: ReadinessReport['modification']): Html | string {
  if (modification === null) return '';
  const { id, implementation } = modification;
  return html` It is answered with <a href="/modifications/${id}">${id}</a>${implementation === null ? ', whose day of implementation is not known, so that it changes nothing yet' : html`, implemented on ${dayText(implementation)}`}; <a href="/obligations/readiness">as the record stands</a>.`;
}

/** Each chain once, with the duties and the number of parties that it holds for. */
function chains(report: ReadinessReport): Html | Html[] {
  const all = report.parties.flatMap((party) => party.duties.map((duty) => ({ party: party.party, duty })));
  const held = all.filter(({ duty }) => duty.chain.length > 0);
  const distinct = held.filter(
    ({ duty }, at) => held.findIndex((other) => sameValue(stepsOf(other.duty), stepsOf(duty))) === at,
  );
  if (distinct.length === 0) return empty('Nothing has to come first: compliance can be shown from the first day on.');
  return distinct.map(({ duty }) => {
    const alike = held.filter((other) => sameValue(stepsOf(other.duty), stepsOf(duty)));
    const provisions = [...new Set(alike.map((one) => one.duty.provision))].join(', ');
    const parties = new Set(alike.map((one) => one.party)).size;
    return html`<h3>${provisions}, for ${parties === 1 ? 'one party' : `${parties} parties`}</h3>
${chainPicture(duty.chain, duty.shown)}
${
  duty.heldUpBy.length === 0
    ? ''
    : html`<p><strong>Held up by</strong> ${duty.heldUpBy.map(({ title, who }) => `${who}, of whom this is awaited: “${title}”`).join('; ')}.</p>`
}`;
  });
}

function stepsOf({ chain, shown }: DutyReadiness) {
  return { chain, shown };
}

const STANDING: Record<Standing, { readonly words: string; readonly tone: Tone }> = {
  'not-bound': { words: 'not bound', tone: 'plain' },
  ready: { words: 'can be shown', tone: 'good' },
  exposed: { words: 'exposed', tone: 'bad' },
  unsettled: { words: 'not settled', tone: 'wait' },
};

type TitleOf = (event: string) => string;

function partiesTable(parties: readonly PartyReadiness[], report: ReadinessReport, titleOf: TitleOf): Html {
  const columns = [
    { title: 'Party and systems' },
    { title: 'Duty' },
    { title: 'Stands' },
    { title: 'Can be shown' },
    { title: 'Bound while it cannot' },
    { title: 'Assessments in it' },
  ];
  const rows = parties.flatMap((party) =>
    alikeDuties(party.duties).map((row) => {
      const { duty } = row;
      const { words, tone } = STANDING[duty.standing];
      return [
        partyCell(party, row),
        html`${row.provisions.join(', ')}`,
        tag(words, tone),
        shownWords(duty.shown, titleOf),
        duty.exposure.length === 0 ? 'no day' : spans(duty.exposure, titleOf),
        duty.assessments.length === 0
          ? 'none'
          : html`<ul class="pv-runs">${duty.assessments.map(({ on, exposed }) => html`<li>${dayText(on)}${exposed === true ? '' : ', perhaps'}</li>`)}</ul>`,
      ];
    }),
  );
  return table(`Where duties stand on ${writeDay(report.on)}`, columns, rows, { quiet: true, stack: true });
}

function partyCell(party: PartyReadiness, { subjects }: Pick<AlikeDuties, 'subjects'>): Html {
  const systems = subjects.filter((one) => one.id !== party.party).map((one) => one.title);
  return html`<a href="/obligations/readiness?party=${party.party}">${party.name}</a>${systems.length === 0 ? '' : html`<br><span class="pv-quiet">${systems.join('; ')}</span>`}`;
}

function coverPart(
  parties: readonly PartyReadiness[],
  modification: ReadinessReport['modification'],
  instruments: ReadonlyMap<string, string>,
  titleOf: TitleOf,
): Html {
  const named = (id: string) => instruments.get(id) ?? id;
  const rows = parties.flatMap((party) =>
    alikeDuties(party.duties).flatMap(({ duty, continuity }) =>
      continuity.map(({ subjects, provision, continuity: { standIns, gaps }, without }) => [
        partyCell(party, { subjects }),
        `${named(duty.instrument)} ${provision}`,
        standIns.map((one) => `${named(one.instrument)} ${one.provision}`).join(', ') || 'nothing',
        ...(without === null ? [] : [gapsCell(without.gaps, titleOf)]),
        gapsCell(gaps, titleOf),
      ]),
    ),
  );
  if (rows.length === 0) return empty('No duty of another instrument is meant to stand in for any of these.');
  const days =
    modification === null
      ? ['Days on which neither binds']
      : [`Neither binds without ${modification.id}`, `Neither binds with ${modification.id}`];
  const columns = ['Party and systems', 'Duty', 'What stands in', ...days].map((title) => ({ title }));
  return html`<p>Where one instrument does not bind, another is meant to. A day on which neither does leaves the systems without any duty.</p>${table('Days between instruments', columns, rows, { quiet: true, stack: true })}`;
}

function gapsCell(gaps: DutyReadiness['exposure'], titleOf: TitleOf): Html {
  return gaps.length === 0 ? tag('no day', 'good') : html`${tag('days without', 'bad')} ${spans(gaps, titleOf)}`;
}

function spans(all: DutyReadiness['exposure'], titleOf: TitleOf): Html {
  return html`<ul class="pv-runs">${all.map(
    (span) =>
      html`<li>${shortInterval(span)}${span.awaiting.length === 0 ? '' : html`<br><span class="pv-quiet">if at all: it depends on “${span.awaiting.map(titleOf).join('” and “')}”</span>`}</li>`,
  )}</ul>`;
}

function titlesIn(report: ReadinessReport): TitleOf {
  const steps = report.parties.flatMap((party) => party.duties.flatMap((duty) => duty.chain));
  const titles = new Map(steps.map((step) => [step.event, step.title]));
  return (event) => titles.get(event) ?? event.replaceAll('-', ' ');
}
