import { html, raw } from 'hono/html';
import type { z } from 'zod';
import type { profileCheckSchema } from '../../app/rulebook/check-profile.ts';
import type { diffProfiles } from '../../app/rulebook/diff-profiles.ts';
import type { Process } from '../../app/rulebook/processes.ts';
import type { Compared } from '../../app/rulebook/rehearsals.ts';
import { aspectsOf } from '../../core/modification/profile/describe-profile.ts';
import { drawProfile } from '../../core/modification/profile/drawing.ts';
import { profileDiagram } from '../../format/svg/profile-diagram.ts';
import type { Page } from '../page/layout.ts';
import { details, facts, type Html, section, selectField, table, tag } from '../page/parts.ts';
import { certaintyMark, citationText } from '../page/words.ts';
import type { View } from '../site.ts';

type Check = z.output<typeof profileCheckSchema>;
type Diff = z.output<typeof diffProfiles.output>;

/** Every process that comes with the program: whether it holds, and where to see it or to compare it. */
export function processesPage(
  view: View,
  processes: readonly Process[],
  checks: readonly Check[],
  modifications: readonly string[],
): Page {
  const rows = processes.map(({ code, rules }) => {
    const check = checks.find((one) => one.profile === rules.profile.id);
    return [
      html`<a href="/rulebook/processes/${rules.profile.id}">${rules.profile.title}</a> ${certaintyMark(rules.profile.citation.certainty)}`,
      code.toUpperCase(),
      String(rules.profile.steps.length),
      check === undefined ? '' : verdictOf(check),
    ];
  });
  return {
    title: 'Processes',
    section: 'rulebook',
    kicker: 'Rulebook',
    lede: 'One engine runs them all: a process is data, and each of these is checked in every state that a proposal can come to.',
    body: html`${table(
      'Processes that come with the program',
      ['Process', 'Code', 'Steps', 'Check'].map((title) => ({ title })),
      rows,
      { quiet: true, stack: true },
    )}
<p><a href="/rulebook/histories">Real timelines replayed under these processes</a></p>
${section('compare', 'Compare two', compareForm(view, processes, processes[0]?.rules.profile.id ?? '', processes[1]?.rules.profile.id ?? ''))}
${
  modifications.length === 0
    ? ''
    : section(
        'rehearse',
        'One modification under each',
        html`<ul class="govuk-list">${modifications.map((id) => html`<li><a href="/rulebook/processes/rehearse/${id}">${id} under each of them</a></li>`)}</ul>`,
      )
}`,
  };
}

/** A process as a picture and, word for word the same, as a list. */
export function processPage({ code, rules }: Process, check: Check): Page {
  const drawing = drawProfile(rules);
  const { profile } = rules;
  const cited = new Map(profile.steps.map((step) => [step.id, step.citation]));
  const items = drawing.nodes.map((node) => {
    const citation = cited.get(node.id);
    const words = [
      ...(node.who === null ? [] : [`By ${node.who}.`]),
      ...(node.after.length === 0 ? [] : [`After: ${node.after.join('; ')}.`]),
      ...(node.clock === null ? [] : [`Runs ${node.clock}.`]),
      ...(node.outcomes.length === 0 ? [] : [`Comes to: ${node.outcomes.join(' or ')}.`]),
      ...node.sendsBack.map((one) => `${one}.`),
    ];
    return html`<li class="pv-process-item"><strong>${node.title}</strong>${node.stage === null ? ' (end)' : ''}<br>${words.join(' ')}
<br><span class="pv-quiet">${node.kind === 'end' ? 'Holds' : 'Opens'} when <code>${node.opens}</code>.${citation === undefined ? '' : html` ${citationText(citation)}`}</span></li>`;
  });
  return {
    title: profile.title,
    section: 'rulebook',
    kicker: `Process of the ${code.toUpperCase()}`,
    lede: html`${checkSentence(check)}`,
    body: html`${section('says', 'What it says', facts(aspectsOf(rules).map(({ aspect, says }) => [aspect, says] as const)))}
${check.faults.length === 0 ? '' : section('faults', 'What is wrong', faultsOf(check))}
<div class="pv-process">${section('picture', 'Picture', html`<figure class="pv-figure">${raw(profileDiagram(drawing, profile.id))}<figcaption class="pv-quiet">An arrow leads to a step that waits for the one before; a broken line sends back. The list says the same.</figcaption></figure>`)}
${section('list', 'The same as a list', html`<ol>${items}</ol>`)}</div>`,
  };
}

/** Two processes side by side; rows that are the same stand apart. */
export function comparePage(view: View, processes: readonly Process[], { profiles, rows }: Diff): Page {
  const [from, to] = profiles;
  const columns = ['What', from?.title ?? '', to?.title ?? ''].map((title) => ({ title }));
  const cells = (same: boolean) =>
    rows
      .filter((row) => row.same === same)
      .map((row) => [row.what, ...row.says.map((one) => one ?? html`<span class="pv-quiet">no such step</span>`)]);
  const different = cells(false);
  return {
    title: 'Two processes',
    section: 'rulebook',
    kicker: 'Processes',
    lede: `${different.length} of ${rows.length} rows differ.`,
    body: html`${compareForm(view, processes, from?.profile ?? '', to?.profile ?? '')}
${table('What differs', columns, different, { stack: true })}
${details(`What is the same: ${rows.length - different.length} rows`, table('What is the same', columns, cells(true), { quiet: true, stack: true }))}`,
  };
}

/** One modification under each process, question by question. */
export function rehearsalPage({ modification, supposed, profiles, rows }: Compared): Page {
  const columns = ['What', ...profiles.map((one) => one.profile)].map((title) => ({ title }));
  const body = (same: boolean) =>
    rows.filter((row) => row.same === same).map((row) => [row.what, ...row.answers.map(inLines)]);
  return {
    title: `${modification} under each process`,
    section: 'rulebook',
    kicker: 'Processes',
    lede: 'A rehearsal and no record: it decides nothing and says nothing of what will happen.',
    body: html`<ul class="govuk-list govuk-list--bullet">${supposed.map((one) => html`<li>${one}</li>`)}</ul>
${table('What differs', columns, body(false), { stack: true })}
${body(true).length === 0 ? '' : details(`What is the same: ${body(true).length} rows`, table('What is the same', columns, body(true), { quiet: true, stack: true }))}`,
  };
}

/** What is said one after the other stands one below the other. */
function inLines(text: string): Html | string {
  const parts = text.split('; ');
  return parts.length < 4 ? text : html`<ol class="pv-compared">${parts.map((part) => html`<li>${part}</li>`)}</ol>`;
}

function compareForm(view: View, processes: readonly Process[], from: string, to: string): Html {
  const choices = processes.map(({ rules }) => ({ value: rules.profile.id, title: rules.profile.title }));
  return html`<form class="pv-form pv-filter" method="get" action="/rulebook/processes/compare" aria-label="Compare two processes">
${selectField(view, { form: 'compare', name: 'from', label: 'One process', choices, value: from })}
${selectField(view, { form: 'compare', name: 'to', label: 'The other', choices, value: to })}
<button type="submit" class="govuk-button govuk-button--secondary">Compare</button></form>`;
}

function verdictOf({ states, faults }: Check): Html {
  return faults.length === 0
    ? html`${tag('holds', 'good')} <span class="pv-quiet">${states} states</span>`
    : html`${tag(`${faults.length} faults`, 'bad')}`;
}

function checkSentence({ states, faults }: Check): string {
  if (faults.length > 0) return `A check of ${states} states found ${faults.length} faults.`;
  return `Checked in all ${states} states that a proposal can come to: no step is out of reach, no state is a dead end, every clock ends or has to be given, and everybody who acts is there.`;
}

function faultsOf({ faults }: Check): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${faults.map(
    ({ sentence, way }) =>
      html`<li>${sentence}${way.length === 0 ? '' : html`<ol>${way.map((line) => html`<li>${line}</li>`)}</ol>`}</li>`,
  )}</ul>`;
}
