import { html } from 'hono/html';
import type { RefinementView } from '../../app/refinement/refinement.schema.ts';
import {
  actForm,
  details,
  empty,
  fieldGroup,
  type Html,
  longField,
  radioField,
  selectField,
  tag,
  textField,
} from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';

type Alternative = RefinementView['alternatives'][number];

const PROVISIONS = 3;
const POSITIONS = [
  { value: 'for', title: 'For' },
  { value: 'against', title: 'Against' },
];

/** The solutions, what members voted on each alternative, and the forms for who may act. */
export function solutionsPart(view: View, refinement: RefinementView): Html {
  const { alternatives, modification, solutions, rules, next } = refinement;
  const mayDo = (operation: string, item?: string) =>
    view.session !== null &&
    next.some((act) => act.operation === operation && act.item === item && act.roles.includes(view.actor.role));
  const [proposed] = solutions;
  return html`${rules?.agreedBy == null ? '' : html`<p>An alternative is a solution once ${rules.agreedBy} of all members of the Working Group agree to it.</p>`}
<div class="pv-papers"><section class="pv-paper" aria-labelledby="solution-proposed"><h3 id="solution-proposed">${proposed?.title} ${tag('as proposed', 'plain')}</h3>
<p><a href="/modifications/${modification}/legal-text">Its legal text</a></p></section>
${alternatives.map((one) => alternativePart(view, refinement, one, mayDo('vote-on-alternative', one.id)))}</div>
${alternatives.length === 0 ? empty('No alternative has been raised.') : ''}
${mayDo('raise-alternative') ? raiseForm(view, modification) : ''}`;
}

function alternativePart(view: View, refinement: RefinementView, one: Alternative, mayVote: boolean): Html {
  const { modification, groups } = refinement;
  const members = groups.at(-1)?.members ?? [];
  const named = (id: string) => members.find((member) => member.id === id)?.name ?? id;
  const voices = one.votes.map(({ member, position }) => `${named(member)} ${position}`).join(', ');
  return html`<section class="pv-paper" aria-labelledby="solution-${one.id}"><h3 id="solution-${one.id}">${one.title} ${one.agreed === null ? tag('not agreed', 'wait') : tag('agreed', 'good')}</h3>
${one.description === '' ? '' : html`<p class="pv-words">${one.description}</p>`}
<p class="pv-quiet">Raised by ${one.by} on ${dayText(one.on)}, against version ${one.against}.</p>
<p>${one.agreed === null ? (voices === '' ? 'Nobody has voted on it.' : html`Votes: ${voices}.`) : html`${one.agreed.inFavour} of ${one.agreed.members} members agreed to it on ${dayText(one.agreed.on)}: ${voices}.`}</p>
<p><a href="/modifications/${modification}/refinement/${one.id}">Its legal text<span class="govuk-visually-hidden">: ${one.title}</span></a></p>
${mayVote ? voteForm(view, modification, one, members) : ''}</section>`;
}

function voteForm(
  view: View,
  modification: string,
  { id: alternative, title }: Alternative,
  members: RefinementView['groups'][number]['members'],
): Html {
  const id = `vote-${alternative}`;
  const isMember = view.actor.role === 'working-group';
  const choices = members.map((one) => ({ value: one.id, title: one.name }));
  const form = actForm(view, {
    operation: { room: 'refinement', name: 'vote-on-alternative' },
    id,
    input: { modification, alternative },
    fields: html`${isMember ? '' : selectField(view, { form: id, name: 'member', label: 'Member', choices })}
${radioField(view, { form: id, name: 'position', label: isMember ? 'Your vote' : 'The vote', choices: POSITIONS, inline: true })}`,
    button: 'Record the vote',
    buttonDetail: `on ${title}`,
    done: 'The vote is recorded.',
    secondary: true,
  });
  return details(isMember ? 'Vote on it' : 'Record the vote of a member', form, view.refusal?.form === id);
}

function raiseForm(view: View, modification: string): Html {
  const id = 'raise-alternative';
  const rows = Array.from(
    { length: PROVISIONS },
    (
      _,
      at,
    ) => html`${textField(view, { form: id, name: `wordings.${at}.provision`, label: `Provision ${at + 1}`, width: 'short' })}
${longField(view, { form: id, name: `wordings.${at}.words`, label: `What provision ${at + 1} says instead` })}`,
  );
  const form = actForm(view, {
    operation: { room: 'refinement', name: id },
    id,
    input: { modification },
    fields: html`${textField(view, { form: id, name: 'title', label: 'Title' })}
${longField(view, { form: id, name: 'description', label: 'What it does, and how it differs from what is proposed' })}
${fieldGroup(view, { form: id, name: 'wordings', legend: 'Its legal text', hint: 'Provisions by reference, such as G3.26. Rows left blank are not counted; programs can give any amendments.' }, html`${rows}`)}`,
    button: 'Raise the alternative',
    done: 'The alternative is raised; members can vote on it.',
    secondary: true,
  });
  return details('Raise an alternative', form, view.refusal?.form === id);
}
