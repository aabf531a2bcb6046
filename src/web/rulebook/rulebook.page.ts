import { html } from 'hono/html';
import type { Certainty } from '../../core/kernel/citation.ts';
import { writeDay } from '../../core/kernel/day.ts';
import type { Interval } from '../../core/kernel/interval.ts';
import type { Parameter } from '../../core/kernel/parameter.ts';
import { printCondition } from '../../core/kernel/print-condition.ts';
import { printRecurrence, type RecurringRule } from '../../core/kernel/recurrence.ts';
import type { Profile, Step } from '../../core/modification/profile/profile.ts';
import { ROLE_IN_SENTENCE } from '../../core/party/actor.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import type { Page } from '../page/layout.ts';
import { details, facts, type Html, section, table } from '../page/parts.ts';
import { CERTAINTY_MEANS, certaintyMark, citationText } from '../page/words.ts';

const CERTAINTIES: readonly Certainty[] = ['stated', 'public', 'derived', 'unverified', 'illustrative'];

/** What the data of a code says: its process step by step, its numbers, its bodies; every fact with how sure it is. */
export function rulebookPage(rulebook: Rulebook): Page {
  return {
    title: 'Rulebook',
    section: 'rulebook',
    kicker: rulebook.title,
    lede: 'The rules are data, and this is all of it that decides: each step, number and seat, where it comes from, and how sure it is.',
    body: html`${section('marks', 'What the marks mean', marks())}
${rulebook.profiles.map((profile) => section(`profile-${profile.id}`, profile.title, profilePart(profile)))}
${section('parameters', 'Numbers', parametersTable(rulebook.parameters))}
${section('bodies', 'Bodies and seats', bodiesPart(rulebook))}
${section('days', 'Meetings and releases', daysPart(rulebook))}
${section('objectives', 'Objectives', listedTable('Objectives of the code', rulebook.objectives))}
${section('pinned', 'Which rulebook this is', html`<p>A proposal keeps the rulebook of its day by this digest; editing the files changes nothing that has begun.</p><p><code class="pv-digest">${rulebook.digest}</code></p>`)}`,
  };
}

function marks(): Html {
  return html`<dl class="pv-facts">${CERTAINTIES.map(
    (certainty) => html`<div><dt>${certaintyMark(certainty, true)}</dt><dd>${CERTAINTY_MEANS[certainty]}</dd></div>`,
  )}</dl>`;
}

function profilePart(profile: Profile): Html {
  return html`<p><a href="/rulebook/processes/${profile.id}">Its picture, the same as a list, and whether it holds</a> · <a href="/rulebook/processes">all processes, also of other codes</a></p>${facts(
    [
      ['Proposals raised', daysOf(profile.applies)],
      ['Rests on', citationText(profile.citation)],
    ],
  )}
${profile.stages.map((stage) => {
  const steps = profile.steps.filter((step) => step.stage === stage.id);
  const columns = ['Step', 'By', 'Outcomes', 'Clause'].map((title) => ({ title }));
  return html`<h3>${stage.number} ${stage.title}</h3>${table(`Steps of ${stage.title}`, columns, steps.map(stepRow), { quiet: true, stack: true })}`;
})}
${details(
  'Conditions by name, and how a proposal ends',
  table(
    'Named conditions',
    [{ title: 'Name' }, { title: 'Holds when' }],
    [...profile.facts, ...profile.ends].map(({ id, when }) => [
      html`<code>${id}</code>`,
      html`<code>${printCondition(when)}</code>`,
    ]),
    { quiet: true, stack: true },
  ),
)}`;
}

function stepRow(step: Step): readonly (Html | string)[] {
  return [
    html`${step.title}<br><span class="pv-quiet">${step.act}; opens when <code>${printCondition(step.opens)}</code></span>`,
    step.by.map((role) => ROLE_IN_SENTENCE[role]).join(' or '),
    html`${step.outcomes.map((outcome) => outcome.title).join(', ')}${step.reasons ? html`<br><span class="pv-quiet">with reasons</span>` : ''}`,
    citationText(step.citation),
  ];
}

function parametersTable(parameters: readonly Parameter[]): Html {
  const rows = parameters.flatMap((parameter) =>
    parameter.values.map((value) => [
      html`${parameter.title}<br><span class="pv-quiet"><code>${parameter.id}</code></span>`,
      html`${value.value} ${parameter.unit}`,
      value.from === null ? 'always' : `from ${writeDay(value.from)}`,
      html`${citationText(value.citation)}${value.citation.note === undefined ? '' : html`<br><span class="pv-quiet">${value.citation.note}</span>`}`,
    ]),
  );
  const columns = ['Parameter', 'Value', 'In force', 'Source'].map((title) => ({ title }));
  return table('Parameters with their dates and sources', columns, rows, { quiet: true, stack: true });
}

function bodiesPart(rulebook: Rulebook): Html {
  const title = (category: string) => rulebook.votingCategories.find((one) => one.id === category)?.title ?? category;
  return html`${rulebook.bodies.map(
    (body) =>
      html`<h3>${body.title} ${certaintyMark(body.citation.certainty)}</h3>${
        body.seats.length === 0
          ? html`<p class="pv-quiet">No seats are recorded.</p>`
          : table(
              `Seats of ${body.inSentence}`,
              [{ title: 'Seat' }, { title: 'Votes in the category' }],
              body.seats.map((seat) => [seat.title, title(seat.votingCategory)]),
              { quiet: true },
            )
      }`,
  )}`;
}

function daysPart({ bodies, meetingCalendars, releaseCalendar }: Rulebook): Html {
  const ruled = (rules: readonly RecurringRule[]) =>
    rules.map((rule) => [printRecurrence(rule.on), daysOf(rule.applies), withNote(rule.citation)]);
  const columns = ['Day', 'Holds', 'Source'].map((title) => ({ title }));
  return html`${meetingCalendars.map(({ body, rules, meetings }) => {
    const name = bodies.find((one) => one.id === body)?.inSentence ?? body;
    const listed = meetings.map(({ day, number, citation }) => [
      writeDay(day),
      number === undefined ? 'once' : `meeting ${number}`,
      withNote(citation),
    ]);
    return table(`Meetings of ${name}`, columns, [...ruled(rules), ...listed], { stack: true });
  })}${
    releaseCalendar === null
      ? html`<p class="pv-quiet">No releases are recorded.</p>`
      : table(
          'Releases',
          columns,
          [
            ...releaseCalendar.releases.map(({ title, day, citation }) => [writeDay(day), title, withNote(citation)]),
            ...ruled(releaseCalendar.rules),
          ],
          { stack: true },
        )
  }`;
}

function withNote(citation: RecurringRule['citation']): Html {
  return html`${citationText(citation)}${citation.note === undefined ? '' : html`<br><span class="pv-quiet">${citation.note}</span>`}`;
}

function listedTable(caption: string, listed: Rulebook['objectives']): Html {
  const rows = listed.map(({ id, title, citation }) => [`(${id})`, title, citationText(citation)]);
  return table(caption, [{ title: 'Objective' }, { title: 'In short' }, { title: 'Source' }], rows, { quiet: true });
}

function daysOf({ from, until }: Interval): string {
  return until === null ? `from ${writeDay(from)}` : `from ${writeDay(from)}, before ${writeDay(until)}`;
}
