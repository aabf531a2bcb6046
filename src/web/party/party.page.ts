import { html } from 'hono/html';
import type { z } from 'zod';
import type { listDuties } from '../../app/obligation/list-duties.ts';
import type { showParty } from '../../app/party/show-party.ts';
import { sentenceCase } from '../../core/document/prose.ts';
import type { Counts } from '../../core/estate/estate.ts';
import { addDays, formatDay, writeDay } from '../../core/kernel/day.ts';
import { valueOn } from '../../core/kernel/steps.ts';
import { categoryOn, roleSteps } from '../../core/party/party-over-time.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { because } from '../effect/answers.ts';
import { boundTag } from '../obligation/calendar.page.ts';
import { whyTree } from '../obligation/why-tree.ts';
import type { Page } from '../page/layout.ts';
import { type Choice, empty, facts, type Html, section, table, tag, textField } from '../page/parts.ts';
import { certaintyMark, citationList, dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { changeForms } from './change-forms.ts';

type Party = z.output<typeof showParty.output>;
type Duties = z.output<typeof listDuties.output>;

/** A party: what binds it on a day and why, its systems, and its assessments. */
export function partyPage(
  view: View,
  { party, groups, assessments }: Party,
  duties: Duties,
  judged: Html | string,
  {
    others,
    rules,
  }: { readonly others: readonly Choice[]; readonly rules: Pick<Rulebook, 'partyCategories' | 'userRoles'> },
): Page {
  const on = writeDay(duties.from);
  return {
    title: party.name,
    section: 'parties',
    kicker: html`<a href="/parties">Parties</a>`,
    lede: html`${categoryOn(party, duties.from).replaceAll('-', ' ')}, admitted on ${writeDay(party.admittedOn)}. <a href="/facts?subject=${party.id}">Facts about it</a>`,
    body: html`<form class="pv-form pv-filter" method="get" action="/parties/${party.id}" aria-label="Choose the day">
${textField(view, { form: 'day', name: 'on', label: 'On', type: 'date', value: formatDay(duties.from), width: 'short' })}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>
${section('duties', `What binds it on ${on}`, html`<p><a href="/parties/${party.id}/duties?month=${formatDay(duties.from).slice(0, 7)}">Its compliance calendar</a></p>${dutiesPart(duties)}`)}
${judged}
${section('next', `Its next assessment, if made on ${on}`, nextPart(duties))}
${section('volumes', `What it operates on ${on}`, volumesPart(duties))}
${section('systems', 'Groups of systems', groupsPart(groups))}
${section('assessments', 'Booked assessments', assessmentsPart(assessments))}
${(party.changes ?? []).length === 0 && (party.roles ?? []).length === 0 ? '' : section('standing', 'Its category and roles over time', standingPart(party, rules))}
${view.actor.role === 'code-administrator' ? changeForms(view, { party, groups, others, rules, on: duties.from }) : ''}`,
  };
}

function standingPart(
  party: Party['party'],
  { partyCategories, userRoles }: Pick<Rulebook, 'partyCategories' | 'userRoles'>,
): Html {
  const titled = (id: string, all: readonly { readonly id: string; readonly title: string }[]) =>
    all.find((one) => one.id === id)?.title ?? id;
  const changes = [...(party.changes ?? [])].map(({ from }) => from).filter((from) => from > party.admittedOn);
  const days = [...new Set([party.admittedOn, ...changes])].toSorted((a, b) => a - b);
  const rows = days.map((from) => [
    dayText(from),
    titled(categoryOn(party, from), partyCategories),
    valueOn(roleSteps(party), from)
      .map((role) => titled(role, userRoles))
      .join(', ') || 'none are recorded',
    citationList((party.changes ?? []).filter((change) => change.from === from).map(({ citation }) => citation)),
  ]);
  const columns = ['From', 'Category', 'User roles', 'Source'].map((title) => ({ title }));
  return table('Category and roles over time', columns, rows, { quiet: true, stack: true });
}

function dutiesPart({ duties }: Duties): Html {
  if (duties.length === 0) return empty('No duty of the record is about it or its systems.');
  const rows = duties.map(({ answers: [answer], ...one }) => [
    one.systems ?? 'The Party itself',
    html`${sentenceCase(one.duty)} ${certaintyMark(one.certainty)}<br><span class="pv-quiet">${one.provision}${one.judgementWords.length === 0 ? '' : `; judged by people: ${one.judgementWords.join(', ')}`}</span>`,
    boundTag(one.why.bound),
    html`${answer?.reason} ${citationList(answer?.citations ?? [])}${whyTree(one.why)}`,
  ]);
  const columns = ['Systems', 'Duty', 'On the day', 'Because'].map((title) => ({ title }));
  return table('Duties on the day', columns, rows, { quiet: true, stack: true });
}

function nextPart({ next }: Duties): Html {
  if (next === null) return empty('Its assessment cycle has no year in the record.');
  return html`<p>${next.type === null ? tag('unknown', 'wait') : tag(next.type, next.type === 'full' ? 'open' : 'plain')}</p><p>${because(next)}</p>`;
}

function volumesPart({ volume }: Duties): Html {
  const rows = Object.entries(volume).map(([name, counts]) => [VOLUMES[name] ?? name, ...countCells(counts as Counts)]);
  return table('Volumes on the day in three units', [{ title: 'Systems' }, ...UNITS], rows, {
    quiet: true,
    stack: true,
  });
}

const VOLUMES: Readonly<Record<string, string>> = {
  smets2: 'SMETS2',
  smets1Bound: 'SMETS1 that a counting duty binds',
  smets1Unbound: 'SMETS1 that none binds',
  smets1Unsettled: 'SMETS1 of which that is not settled',
};
const UNITS = ['Devices', 'Premises', 'Systems'].map((title) => ({ title, numeric: true }));

function countCells({ devices, premises, systems }: Counts): string[] {
  return [devices, premises, systems].map((count) => count.toLocaleString('en-GB'));
}

function groupsPart(groups: Party['groups']): Html {
  if (groups.length === 0) return empty('It operates no systems in the record.');
  const rows = groups.map((group) => [
    html`${group.title}<br><span class="pv-quiet"><code>${group.id}</code></span>`,
    group.generation,
    group.fuel,
    html`${dayText(group.operatedFrom)}${group.operatedUntil === undefined ? '' : html` until ${dayText(addDays(group.operatedUntil, -1))}`}`,
    ...countCells(group.counts),
  ]);
  const columns = [...['Group', 'Generation', 'Fuel', 'Operated'].map((title) => ({ title })), ...UNITS];
  return table('Groups of like systems', columns, rows, { quiet: true, stack: true });
}

function assessmentsPart(assessments: Party['assessments']): Html {
  if (assessments.length === 0) return empty('No assessment is booked.');
  return html`${assessments.map((one) =>
    facts([
      ['Booked for', dayText(one.on)],
      ['Planned as', one.plannedType],
      ['Year of the cycle', String(one.cycleYear)],
      ['Booking', html`<code>${one.id}</code>`],
    ]),
  )}`;
}
