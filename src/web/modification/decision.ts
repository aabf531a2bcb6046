import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import type { Day } from '../../core/kernel/day.ts';
import { implementationDateEvent } from '../../core/kernel/resolve-commencement.ts';
import { APPROVAL } from '../../core/modification/implementation/implementation.ts';
import { eventWords } from '../effect/answers.ts';
import { facts, type Html, table, tag } from '../page/parts.ts';
import { certaintyMark, dayText, instantText } from '../page/words.ts';
import { sentenceCase } from '../register/register.page.ts';
import { sentBackFacts } from './path.ts';

/** The decision, its referral window, and the day of implementation. */
export function decisionPart(modification: ModificationView, parties: ReadonlyMap<string, string>): Html {
  const { approval, windows, published, code } = modification;
  return html`${facts([
    ['Decision', approvalText(approval)],
    ...sentBackFacts(modification),
    ...windows.flatMap((window) => windowFacts(window, parties)),
    ['Implementation', implementationText(modification)],
    ['Published as', published === null ? 'not yet' : html`<a href="/${code}">version ${published}</a>`],
  ])}${partsTable(modification)}`;
}

/** The parts of a legal text that take effect by themselves; nothing where it is undivided. */
function partsTable({ parts, code }: ModificationView): Html | string {
  if (parts.length === 0) return '';
  const columns = ['Part', 'Takes effect', 'Stands'].map((title) => ({ title }));
  const rows = parts.map(({ id, title, commences, day, release, basis, awaiting, published }) => [
    html`${id}: ${title}`,
    sentenceCase(commences),
    published !== null
      ? html`${tag('in force', 'good')} as <a href="/${code}">version ${published}</a>`
      : day === null
        ? html`${tag(basis === 'never' ? 'never' : 'waits', basis === 'never' ? 'bad' : 'wait')}${awaiting.length === 0 ? '' : ` for ${eventWords(awaiting)}`}`
        : html`${dayText(day)} ${tag(basis, basis === 'planned' ? 'wait' : 'good')}${releaseText(release, day)}`,
  ]);
  return table('The parts of its legal text', columns, rows, { stack: true });
}

function approvalText({ status, on, final, suspended }: ModificationView['approval']): Html {
  if (status === 'awaited') return html`${tag('awaited', 'wait')}`;
  const when = on === null ? '' : html` on ${dayText(on)}`;
  if (status === 'not-approved') return html`${tag('not approved', 'bad')}${when}`;
  return html`${tag('approved', 'good')}${when}${final ? '' : html`<br>${suspended.map((one) => html`${one} `)}`}`;
}

function windowFacts(
  window: ModificationView['windows'][number],
  parties: ReadonlyMap<string, string>,
): (readonly [string, Html | string])[] {
  const counted = window.countFirst ? 'the first day counted' : 'the day of the decision not counted';
  return [
    [
      window.title,
      html`${window.status === 'open' ? tag('running', 'open') : tag('over', 'plain')} ${window.workingDays} Working Days from ${dayText(window.decidedOn)}, ${counted}; last day ${dayText(window.lastDay)}, ends ${instantText(window.ends)}`,
    ],
    ...(window.referral === null
      ? []
      : [
          [
            'Referred',
            html`by ${parties.get(window.referral.party) ?? window.referral.party} on ${dayText(window.referral.on)}: ${window.referral.grounds}`,
          ] as const,
        ]),
  ];
}

/** When it takes effect, so far as is known, and what would settle it. */
export function implementationText({ implementation }: ModificationView): Html {
  const { day, basis, awaiting, planned, release } = implementation;
  const plan = planText(implementation);
  if (basis === 'never') return html`never`;
  if (day === null) {
    const waits = awaiting.length === 0 ? '' : ` until this is settled: ${eventWords(awaiting)}`;
    return html`${tag('unknown', 'wait')}${waits}.${plan}${plan === '' || planned === null ? '' : releaseText(release, planned)}`;
  }
  return html`${dayText(day)} ${tag(basis, basis === 'planned' ? 'wait' : 'good')}${releaseText(release, day)}${plan}`;
}

/** With which release it goes, and what is wrong with that; nothing where none is recorded. */
function releaseText(release: ModificationView['implementation']['release'], day: Day): Html | string {
  if (release === null) return '';
  const mark = certaintyMark(release.citation.certainty);
  const late = release.late === null ? '' : html`<br>${tag('late', 'bad')} ${release.late}`;
  return release.kind === 'scheduled'
    ? html`<br><span class="pv-quiet">in the release of ${dayText(day)} ${mark}</span>${late}`
    : html`<br><span class="pv-quiet">ad hoc: no scheduled release is on that day ${mark}</span>${late}`;
}

function planText({ basis, awaiting, planned, decidedBy }: ModificationView['implementation']): Html | string {
  if (basis === 'decided' || basis === 'set') return '';
  const isPassed = awaiting.includes(implementationDateEvent(APPROVAL));
  if (planned === null && isPassed && decidedBy !== null)
    return html` No decision to approve was made by ${dayText(decidedBy)}, and no other day is given.`;
  if (planned === null || isPassed) return '';
  return html` Planned: ${dayText(planned)}${decidedBy === null ? '' : html`, if a decision to approve is made by ${dayText(decidedBy)}`}.`;
}
