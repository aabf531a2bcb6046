import { html } from 'hono/html';
import type { EffectComparison } from '../../app/effect/compare-effect.ts';
import type { ImpactView } from '../../app/effect/show-impact.ts';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import type { RecordedEvent } from '../../app/ports.ts';
import type { Statement } from '../../core/modification/report/report-content.ts';
import type { Finding } from '../../core/rulebook/case.ts';
import { comparisonPart } from '../effect/comparison.ts';
import { impactOnBallot, impactPart } from '../effect/impact-parts.ts';
import type { Page } from '../page/layout.ts';
import { details, facts, type Html, section, tag } from '../page/parts.ts';
import { certaintyMark, citationList, dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { ballotPart } from './ballot.ts';
import { commentsPart } from './comments.ts';
import { type ConflictCount, unsettledIn } from './conflict-parts.ts';
import { consultationPart, type Words } from './consultation.ts';
import { decisionPart, implementationText } from './decision.ts';
import type { Plan } from './forms.ts';
import { historyPart } from './history.ts';
import { type DueMeeting, nextPart } from './next.ts';
import { changePathPart, pathFacts, sentBackNotice } from './path.ts';
import { determinationsPart, papersPart, timetablePart } from './progress.ts';
import { holdPart, restFacts, restNotice, restWord } from './rest.ts';
import { modificationTabs } from './tabs.ts';
import { conflictNotice, votedTextPart } from './voted-text.ts';
import { withdrawPart } from './withdraw.ts';

interface Shown {
  readonly modification: ModificationView;
  readonly events: readonly RecordedEvent[];
  readonly findings: readonly Finding[];
  readonly words: Words;
  /** Days that a timetable still to be set can start from. */
  readonly plan: Plan;
  /** Names of Parties by id. */
  readonly parties: ReadonlyMap<string, string>;
  /** The day as of which it is shown; null: now. */
  readonly knownOn: string | null;
  /** Its conflicts with other open modifications. */
  readonly count: ConflictCount | null;
  /** At which meetings its steps are due. */
  readonly meetings: readonly DueMeeting[];
  /** What is said of its impact on Parties; null where it changes no duty. */
  readonly impact: ImpactView | null;
  /** What came about of its effect beside what was predicted; null before it is implemented. */
  readonly comparison: EffectComparison | null;
}

/** A modification: where it is, what happens next, and all that has happened. */
export function modificationPage(
  view: View,
  { modification, events, findings, words, plan, parties, knownOn, count, meetings, impact, comparison }: Shown,
): Page {
  const report = events.map(({ event }) => event).find((event) => event.type === 'proposal-raised')?.content.report;
  const held = [
    ...modification.consultations.map((one) => consultationEntry(view, modification.id, one, words, parties)),
    ...modification.ballots.map((one, at) => ballotEntry(view, modification, one, at, count, impact)),
  ];
  const comments = knownOn === null ? commentsPart(view, modification) : null;
  const parts: readonly Part[] = [
    ...held.filter((part) => part.open),
    { id: 'facts', title: 'The facts', content: factsPart(modification) },
    ...(report === undefined
      ? []
      : [
          {
            id: 'why',
            title: 'Why, and what it changes',
            content: html`${undraftedNotice(modification, events)}${whyPart(report)}`,
          },
        ]),
    ...(impact === null ? [] : [{ id: 'impact', title: 'Impact on Parties', content: impactPart(impact) }]),
    ...(comments === null ? [] : [{ id: 'comments', title: 'Comments of the critical friend', content: comments }]),
    { id: 'timetable', title: 'Timetable', content: timetablePart(modification) },
    { id: 'determinations', title: 'Determinations', content: determinationsPart(modification) },
    { id: 'papers', title: 'Raising and papers', content: papersPart(modification) },
    ...held.filter((part) => !part.open),
    { id: 'decision', title: 'Decision and implementation', content: decisionPart(modification, parties) },
    ...(comparison === null
      ? []
      : [{ id: 'comparison', title: 'What was predicted, and what came about', content: comparisonPart(comparison) }]),
    ...(findings.length === 0
      ? []
      : [{ id: 'findings', title: 'What a careful reader finds', content: findingsPart(findings) }]),
    {
      id: 'history',
      title: 'History',
      content: historyPart(view, modification.id, events, knownOn, {
        steps: modification.steps,
        seats: seatsOf(modification),
        parties,
      }),
    },
  ];
  return {
    title: modification.title,
    section: 'register',
    kicker: `${modification.named} · raised ${modification.named === modification.id ? '' : `as ${modification.id} `}${knownOn === null ? '' : `(as known at the end of ${knownOn}) `}by ${parties.has(modification.proposer.id) ? '' : 'the '}${modification.proposer.name}`,
    ...(report === undefined ? {} : { lede: report.abstract.text }),
    body: html`${modificationTabs(modification.id, 'modification', unsettledIn(count))}
${stages(modification)}
${restNotice(modification)}${sentBackNotice(modification)}
${knownOn === null ? html`${conflictNotice(modification.id, count)}${nextPart(view, modification, plan, count, meetings)}${changePathPart(view, modification)}${holdPart(view, modification)}${withdrawPart(view, modification)}` : html`<p class="pv-empty">This is the modification as it was known at the end of ${knownOn}. <a href="/modifications/${modification.id}">As it stands</a></p>`}
<nav class="pv-contents" aria-label="On this page"><ul>${parts.map((part) => html`<li><a href="#${part.id}">${part.title}</a></li>`)}</ul></nav>
${parts.map((part) => section(part.id, part.title, part.content))}`,
  };
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

type Held = Part & { readonly open: boolean };

function consultationEntry(
  view: View,
  modification: string,
  one: ModificationView['consultations'][number],
  words: Words,
  parties: ReadonlyMap<string, string>,
): Held {
  return {
    id: `consultation-${one.step}`,
    title: one.title,
    content: consultationPart(view, modification, one, words, parties),
    open: one.status !== 'closed',
  };
}

function ballotEntry(
  view: View,
  modification: ModificationView,
  one: ModificationView['ballots'][number],
  at: number,
  count: ConflictCount | null,
  impact: ImpactView | null,
): Held {
  return {
    id: `ballot-${one.step}-${at}`,
    title: one.title,
    content: ballotPart(
      view,
      modification,
      one,
      html`${votedTextPart(modification, one, count)}${impact !== null && one.status === 'open' ? impactOnBallot(impact) : ''}`,
    ),
    open: one.status === 'open',
  };
}

function seatsOf({ ballots }: ModificationView): ReadonlyMap<string, string> {
  return new Map(ballots.flatMap((ballot) => ballot.electorate.map(({ seat, title }) => [seat, title] as const)));
}

const STAGE_WORDS = {
  done: 'done',
  current: 'now',
  ahead: 'to come',
  skipped: 'not needed',
  'not-reached': 'not reached',
} as const;

function stages(modification: ModificationView): Html {
  const { tracker } = modification;
  const resting = restWord(modification);
  return html`<section aria-labelledby="where"><h2 id="where" class="govuk-visually-hidden">Where are we in the process?</h2>
<ol class="pv-stages">${tracker.map(
    (stage) =>
      html`<li class="pv-stage-${stage.status}"${stage.status === 'current' ? html` aria-current="step"` : ''}><span class="pv-stage-number">${stage.number}</span><span class="pv-stage-title">${stage.title}</span> <span class="pv-stage-status">${stage.status === 'current' && resting !== null ? resting : STAGE_WORDS[stage.status]}</span></li>`,
  )}</ol></section>`;
}

const URGENCY = {
  'not-asked': tag('not urgent', 'plain'),
  awaited: tag('not settled', 'wait'),
  urgent: tag('urgent', 'open'),
  'not-urgent': tag('not urgent', 'plain'),
  'not-reached': tag('not reached', 'plain'),
} as const;

function factsPart(modification: ModificationView): Html {
  const { urgency, proposer, profile } = modification;
  return facts([
    ['Proposer', proposer.name],
    ['Raised', dayText(modification.raisedOn)],
    ...restFacts(modification),
    [
      'Urgency',
      html`${URGENCY[urgency.standing]}${urgency.asked ? html` asked for: ${urgency.reason}` : ' not asked for'}`,
    ],
    ['Path asked for', modification.pathAsked || 'none'],
    ...pathFacts(modification),
    ['Implementation', implementationText(modification)],
    ['Drafted against', html`<a href="/${modification.code}">version ${modification.draftedAgainst}</a>`],
    [
      'Process',
      html`<a href="/rulebook#profile-${profile.id}">${profile.title}</a>, as it was on the day of raising; <a href="/rulebook/processes/${profile.id}">what it says, also of changes outside it</a>`,
    ],
  ]);
}

type Report = Extract<RecordedEvent['event'], { type: 'proposal-raised' }>['content']['report'];

function whyPart(report: Report): Html {
  return html`<div class="pv-columns"><div><h3>The issue</h3>${statements(report.summaryIssue)}<h3>The solution</h3>${report.summarySolution.length === 0 ? html`<p class="pv-quiet">None is proposed yet.</p>` : statements(report.summarySolution)}</div>
<div><h3>Against the objectives</h3>${report.objectiveViews.length === 0 ? html`<p class="pv-quiet">Neutral against all of them.</p>` : html`<ul>${report.objectiveViews.map((one) => html`<li>(${one.objective}) ${one.effect}: ${one.reason}</li>`)}</ul>`}
${costsText(report)}</div></div>
${report.judgements.length === 0 ? '' : details('Judgements on record', html`<ul>${report.judgements.map((one) => html`<li><strong>${one.owner}</strong>: ${one.judgement} ${certaintyMark(one.citation.certainty)}<br><span class="pv-quiet">On: ${one.basis}</span></li>`)}</ul>`)}`;
}

/** Where a proposal has no legal text yet, that it has none and where it is drafted. */
function undraftedNotice({ id, status }: ModificationView, events: readonly RecordedEvent[]): Html | string {
  const texts = events.filter(
    ({ event }) =>
      event.type === 'legal-text-drafted' || (event.type === 'proposal-raised' && event.content.legalText.length > 0),
  );
  if (texts.length > 0 || status !== 'open') return '';
  return html`<p class="pv-empty">It has no legal text yet. <a href="/modifications/${id}/draft">Draft the legal text</a></p>`;
}

function costsText({ costs, summaryCosts }: Report): Html {
  if (costs === undefined) {
    return summaryCosts.length === 0 ? html`` : html`<h3>Costs</h3>${statements(summaryCosts)}`;
  }
  const { effortWords, ratePerDayGbp, effortPersonDays } = costs;
  return html`<h3>Costs</h3><p>${effortWords}, at ${pounds(ratePerDayGbp)} a day: ${pounds(ratePerDayGbp * effortPersonDays)} at most.</p>`;
}

function statements(all: readonly Statement[]): Html {
  return html`${all.map(
    (one) =>
      html`<p>${one.text} ${certaintyMark(one.citation.certainty)}</p>${one.items === undefined ? '' : html`<ul>${one.items.map((item) => html`<li>${item}</li>`)}</ul>`}`,
  )}`;
}

function pounds(amount: number): string {
  return `£${amount.toLocaleString('en-GB')}`;
}

function findingsPart(findings: readonly Finding[]): Html {
  return details(
    findings.length === 1 ? '1 finding' : `${findings.length} findings`,
    html`<ul>${findings.map((finding) => html`<li>${finding.sentence} <span class="pv-quiet">${finding.where}; ${citationList(finding.citations)}</span></li>`)}</ul>`,
  );
}
