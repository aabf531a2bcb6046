import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import type { Day } from '../../core/kernel/day.ts';
import { isAhead } from '../../core/modification/timetable/schedule.ts';
import type { DemoAccount } from '../../core/rulebook/case.ts';
import { signInAs } from '../accounts/sign-in.page.ts';
import { details, type Html, tag } from '../page/parts.ts';
import { citationText, dayText, instantText } from '../page/words.ts';
import { isRefining } from '../refinement/refining.ts';
import { sentenceCase } from '../register/register.page.ts';
import type { View } from '../site.ts';
import type { ConflictCount } from './conflict-parts.ts';
import { actFormFor, type Plan } from './forms.ts';
import { mayRest, REST_OPERATIONS } from './rest.ts';
import { beforeVotePart } from './voted-text.ts';
import { castableFor } from './voters.ts';

type Act = ModificationView['next'][number];

const SHOWN_PEOPLE = 3;

/** What happens next, by whom, by when, on which clause; with the form for who may do it and a hint for who may not. */
export function nextPart(
  view: View,
  modification: ModificationView,
  plan: Plan,
  count: ConflictCount | null,
  meetings: readonly DueMeeting[],
): Html {
  const { next, end } = modification;
  if (end !== null) {
    return html`<section class="pv-next" id="next" aria-labelledby="next-title"><h2 id="next-title">Nothing more happens</h2>
<p>The proposal came to its end on ${dayText(end.on)}: <strong>${end.title}</strong>.${modification.withdrawn === null || modification.withdrawn.reasons === '' ? '' : html` ${modification.withdrawn.by} gave as reasons: ${modification.withdrawn.reasons}`}${
      modification.published === null
        ? ''
        : html` The change is in <a href="/${modification.code}">version ${modification.published}</a> of the code.`
    }</p></section>`;
  }
  // An interest is for who has one to declare: to others it is no step that anybody waits for.
  const shown = next.filter(
    (act) =>
      (act.operation !== 'declare-interest' || mayAct(view, modification, act)) &&
      // What else can be done to refine it stands on the page of its refinement.
      !(isRefining(act) && act.optional),
  );
  return html`<section class="pv-next" id="next" aria-labelledby="next-title"><h2 id="next-title">What happens next</h2>
${shown.map((act, at) => actPart(view, { modification, count, meetings }, act, plan, at === 0 || shown.length < 3))}</section>`;
}

/** The meeting at which a step is due. */
export interface DueMeeting {
  readonly step: string;
  readonly meeting: string;
  readonly day: Day;
}

interface Shown {
  readonly modification: ModificationView;
  readonly count: ConflictCount | null;
  readonly meetings: readonly DueMeeting[];
}

function actPart(view: View, { modification, count, meetings }: Shown, act: Act, plan: Plan, open: boolean): Html {
  const due = meetings.find(({ step }) => step === act.step);
  const mine = mayAct(view, modification, act);
  const ahead = isAhead(act, view.today);
  const form = mine && !ahead ? actFormFor(view, modification, act, plan) : null;
  return html`<div class="pv-next-act" id="next-${act.operation ?? 'clock'}-${act.step}${act.item === undefined ? '' : `-${act.item}`}">
<h3>${sentenceCase(act.who)} ${act.operation === null ? 'will' : act.optional ? 'may' : 'can'} ${act.act}</h3>
<dl class="pv-next-meta">
${act.from === null ? '' : html`<div><dt>From</dt><dd>${dayText(act.from)}</dd></div>`}
${act.until === null ? html`<div><dt>Date</dt><dd>none is set</dd></div>` : html`<div><dt>By</dt><dd>${instantText(act.until)}${act.overdue ? html` ${tag('overdue', 'bad')}` : ''}</dd></div>`}
${act.timing === null ? '' : html`<div><dt>That is</dt><dd>${act.timing}</dd></div>`}
${due === undefined ? '' : html`<div><dt>Meeting</dt><dd><a href="/meetings/${due.meeting}">${dayText(due.day)}</a></dd></div>`}
<div><dt>Clause</dt><dd>${citationText(act.citation)}</dd></div></dl>
${isAboutText(act) ? beforeVotePart(modification, act.step, count) : ''}
${act.operation === 'sign-impact' ? html`<p><a href="/modifications/${modification.id}/impact">Read it, edit the words and sign</a></p>` : ''}
${isRefining(act) ? html`<p><a href="/modifications/${modification.id}/refinement">Refinement</a></p>` : ''}
${ahead && act.from !== null ? html`<p class="pv-quiet">It can be done from ${dayText(act.from)}, for which it is planned.</p>` : ''}
${form === null ? (mine && (ahead || isRefining(act) || act.operation === 'sign-impact') ? '' : hint(view, modification, act)) : open || view.refusal?.form === `${act.operation}-${act.step}` ? form : details(`Do it: ${act.title}`, form)}
</div>`;
}

/** Whether an act is a vote on the legal text, or a decision of the body that lets it go to one. */
function isAboutText({ operation, roles }: Act): boolean {
  if (operation === 'open-ballot' || operation === 'cast-vote') return true;
  return operation === 'make-determination' && (roles.includes('panel') || roles.includes('authority'));
}

/** Whether the signed-in person is one who may; the rules decide again when the act is tried. */
function mayAct(view: View, modification: ModificationView, act: Act): boolean {
  return act.operation !== null && view.session !== null && fits(view.actor, modification, act);
}

type Person = Pick<DemoAccount, 'id' | 'name' | 'role'> & {
  readonly seat?: string | null;
  readonly party?: string | null;
};

function fits(person: Person, modification: ModificationView, act: Act): boolean {
  // An alternate votes whatever the role of their account.
  if (act.operation === 'cast-vote' || act.operation === 'declare-interest') {
    return toVoteFor(person, modification, act).length > 0;
  }
  if (!act.roles.includes(person.role)) return false;
  if (act.operation === 'sign-impact' || (act.operation !== null && REST_OPERATIONS.includes(act.operation))) {
    return mayRest(person, modification, act.operation);
  }
  if (act.operation === 'respond') {
    const held = modification.consultations.find((one) => one.step === act.step);
    return person.party != null && !held?.responses.some((response) => response.party === person.party);
  }
  return true;
}

/** The voters on the list for whom a person has still to vote. */
function toVoteFor(person: Person, modification: ModificationView, act: Act) {
  const ballot = modification.ballots.findLast((one) => one.step === act.step);
  return ballot === undefined
    ? []
    : castableFor(person, ballot).filter(
        ({ seat, vote, interest }) => vote === null && interest === null && ballot.awaited.includes(seat),
      );
}

/** The entry of the list of voters that is a person's. */
function voterFor(person: Person, modification: ModificationView, act: Act) {
  const ballot = modification.ballots.findLast((one) => one.step === act.step);
  return ballot === undefined ? undefined : castableFor(person, ballot)[0];
}

function hint(view: View, modification: ModificationView, act: Act): Html | string {
  if (act.operation === null) return html`<p class="pv-quiet">This happens by itself when the time comes.</p>`;
  const people = view.site.config.demo?.accounts.filter((account) => fits(account, modification, act)) ?? [];
  const who = standingOf(view, modification, act);
  if (people.length === 0) return html`<p class="pv-quiet">${who}</p>`;
  const to = `${view.path.split('#')[0]}#next`;
  const button = (account: DemoAccount) => signInAs(view, account, to);
  const rest = people.slice(SHOWN_PEOPLE);
  return html`<div class="pv-hint-who"><span class="pv-quiet">${who}</span>${people.slice(0, SHOWN_PEOPLE).map(button)}</div>
${rest.length === 0 ? '' : details(`${rest.length} more who can`, html`<div class="pv-hint-who">${rest.map(button)}</div>`)}`;
}

/** Why the form is not here: nobody is signed in, it has been done already, or it is for others. */
function standingOf(view: View, modification: ModificationView, act: Act): Html | string {
  if (view.session === null) return 'Sign in to act.';
  const { party } = view.actor;
  const voter =
    act.operation === 'cast-vote' || act.operation === 'declare-interest'
      ? voterFor(view.actor, modification, act)
      : undefined;
  if (voter?.vote) {
    const ballot = modification.ballots.findIndex((one) => one.step === act.step && one.status === 'open');
    const change =
      modification.ballots[ballot]?.change === true ? html` <a href="#ballot-${act.step}-${ballot}">Change it</a>` : '';
    return html`You have voted: ${voter.vote.position}, ${dayText(voter.vote.on)}.${change}`;
  }
  if (voter?.interest) return html`You have declared an interest: ${voter.interest}`;
  const consultation = modification.consultations.find((one) => one.step === act.step);
  const response = consultation?.responses.find((one) => one.party === party);
  if (act.operation === 'respond' && response) {
    return html`You have responded: ${response.stance}, ${dayText(response.on)}.`;
  }
  return `You act as ${view.session.account.name}, who does not do this.`;
}
