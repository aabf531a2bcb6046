import { html } from 'hono/html';
import type { BallotView } from '../../app/modification/ballot.schema.ts';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import {
  actForm,
  type Choice,
  details,
  type Html,
  hidden,
  longField,
  radioField,
  selectField,
  textField,
} from '../page/parts.ts';
import { sentenceCase } from '../register/register.page.ts';
import type { View } from '../site.ts';
import { alternativeFields, severalPassText, solutionTexts } from './solutions.ts';
import { castableFor, isHolder } from './voters.ts';

type Elector = BallotView['electorate'][number];
type Vote = NonNullable<Elector['vote']>;

const POSITIONS: readonly Choice[] = ['approve', 'reject', 'abstain'].map((value) => ({
  value,
  title: sentenceCase(value),
}));
const EFFECTS: readonly Choice[] = [
  { value: '', title: 'not said' },
  { value: 'better', title: 'better' },
  { value: 'worse', title: 'worse' },
  { value: 'neutral', title: 'neutral' },
];

/** The fields of a vote: for whom, where there is a choice, the position, the reasons, and objective by objective if wanted. */
export function voteFields(
  view: View,
  form: string,
  modification: ModificationView,
  seats: readonly Elector[],
  before: Vote | null = null,
): Html {
  const { objectives } = modification;
  const ballot = modification.ballots.findLast((one) => one.status === 'open');
  const solutions = ballot?.solutions ?? [];
  const label = solutions.length === 0 ? 'Your vote' : `Your vote on what was proposed: ${solutions[0]?.title}`;
  const choices = seats.map(({ seat, title }) => ({ value: seat, title }));
  const given = before === null ? {} : { value: before.position };
  return html`${seats.length === 1 ? hidden('seat', seats[0]?.seat ?? '') : selectField(view, { form, name: 'seat', label: 'For which vote', choices })}
${ballot === undefined ? '' : html`${solutionTexts(modification, solutions, ballot.text?.revision)}${severalPassText(ballot)}`}
${radioField(view, { form, name: 'position', label, choices: POSITIONS, ...given })}
${alternativeFields(view, form, ballot, POSITIONS, before?.alternatives)}
${longField(view, { form, name: 'reasons', label: 'Reasons', hint: 'Against the objectives of the code.', value: before?.reasons ?? '' })}
${objectives.length === 0 ? '' : details('Objective by objective, if you like', objectiveFields(view, form, objectives, before), hasFault(view, form))}`;
}

function objectiveFields(
  view: View,
  form: string,
  objectives: ModificationView['objectives'],
  before: Vote | null,
): Html {
  return html`${objectives.map(({ id, title }) => {
    const said = before?.objectives.find((one) => one.objective === id);
    return html`<div class="pv-objective">
${selectField(view, { form, name: `objectives.${id}.effect`, label: `(${id}) ${title}`, choices: EFFECTS, value: said?.effect ?? '' })}
${textField(view, { form, name: `objectives.${id}.reasons`, label: `Why, for (${id})`, value: said?.reasons ?? '' })}</div>`;
  })}`;
}

function hasFault({ refusal }: View, form: string): boolean {
  return refusal?.form === form && (refusal.rejection.place?.field?.startsWith('objectives') ?? false);
}

/** What somebody may do with votes that are theirs while the ballot is open: change or take back, give away, take again. */
export function ownVotes(view: View, modification: ModificationView, ballot: BallotView): Html | string {
  if (view.session === null || ballot.status === 'closed') return '';
  const parts = castableFor(view.actor, ballot).flatMap((elector) => [
    ballot.change && elector.vote !== null ? changePart(view, modification, ballot, elector, elector.vote) : [],
    ballot.proxies > 0 && elector.vote === null && elector.interest === null && isHolder(view.actor, elector, ballot)
      ? proxyPart(view, modification, ballot, elector)
      : [],
  ]);
  const shown = parts.flat();
  return shown.length === 0 ? '' : html`<div class="pv-own-votes">${shown}</div>`;
}

function changePart(
  view: View,
  modification: ModificationView,
  ballot: BallotView,
  elector: Elector,
  vote: Vote,
): Html {
  const id = `change-${ballot.step}-${elector.seat}`;
  const back = `withdraw-${ballot.step}-${elector.seat}`;
  const input = { modification: modification.id, step: ballot.step };
  const change = actForm(view, {
    operation: { room: 'modification', name: 'cast-vote' },
    id,
    input,
    fields: voteFields(view, id, modification, [elector], vote),
    button: 'Change the vote',
    buttonDetail: ` of ${elector.title}`,
    done: 'The vote is changed; the one before is kept in the history of this vote.',
  });
  const withdraw = actForm(view, {
    operation: { room: 'modification', name: 'withdraw-vote' },
    id: back,
    input: { ...input, seat: elector.seat },
    fields: '',
    button: 'Take the vote back',
    buttonDetail: ` of ${elector.title}`,
    done: 'The vote is taken back; you can vote again until it closes.',
    secondary: true,
  });
  const isOpen = view.refusal?.form === id || view.refusal?.form === back;
  return details(
    `Change or take back the vote of ${elector.title}: ${vote.position}`,
    html`${change}${withdraw}`,
    isOpen,
  );
}

function proxyPart(view: View, { id: modification }: ModificationView, ballot: BallotView, elector: Elector): Html {
  const id = `proxy-${ballot.step}-${elector.seat}`;
  const others = ballot.electorate
    .filter(({ seat, interest }) => seat !== elector.seat && seat !== ballot.castingVote && interest === null)
    .map(({ seat, title }) => ({ value: seat, title }));
  const choices = [...(elector.proxy === null ? [] : [{ value: '', title: 'nobody: take it back' }]), ...others];
  const form = actForm(view, {
    operation: { room: 'modification', name: 'give-proxy' },
    id,
    input: { modification, step: ballot.step, seat: elector.seat },
    fields: selectField(view, {
      form: id,
      name: 'to',
      label: 'Who votes for you',
      hint: `One voter holds at most ${ballot.proxies} votes of others. A vote of your own ends it.`,
      choices,
      value: elector.proxy ?? '',
    }),
    button: elector.proxy === null ? 'Give the vote' : 'Change that',
    done: elector.proxy === null ? 'Your vote is given to another.' : 'Who votes for you is changed.',
    secondary: true,
  });
  return details(`Let another vote for ${elector.title}`, form, view.refusal?.form === id);
}

/** The form by which attendance is recorded, for who opened the vote. */
export function attendanceForm(
  view: View,
  { id: modification, steps }: ModificationView,
  ballot: BallotView,
): Html | string {
  const roles = steps.find((step) => step.id === ballot.step)?.roles ?? [];
  if (view.session === null || ballot.status === 'closed' || !roles.includes(view.actor.role)) return '';
  const id = `attendance-${ballot.step}`;
  const boxes = (name: 'present' | 'apologies', legend: string) =>
    html`<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">${legend}</legend><div class="govuk-checkboxes govuk-checkboxes--small">${ballot.electorate.map(
      ({ seat, title, attends }) =>
        html`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="${id}-${name}-${seat}" name="${name}" value="${seat}"${attends === name ? html` checked` : ''}><label class="govuk-label govuk-checkboxes__label" for="${id}-${name}-${seat}">${title}</label></div>`,
    )}</div></fieldset>`;
  const form = actForm(view, {
    operation: { room: 'modification', name: 'record-attendance' },
    id,
    input: { modification, step: ballot.step },
    fields: html`<div class="pv-columns"><div>${boxes('present', 'Present')}</div><div>${boxes('apologies', 'Apologies')}</div></div>`,
    button: 'Record the attendance',
    done: 'The attendance is recorded.',
    secondary: true,
  });
  const recorded = ballot.electorate.some((one) => one.attends !== null);
  return details(recorded ? 'Correct the attendance' : 'Record who attends', form, view.refusal?.form === id);
}
