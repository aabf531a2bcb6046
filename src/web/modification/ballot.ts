import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { details, facts, type Html, table, tag } from '../page/parts.ts';
import { dayText, instantText } from '../page/words.ts';
import { sentenceCase } from '../register/register.page.ts';
import type { View } from '../site.ts';
import { besideText, severalPassText, solutionsTable } from './solutions.ts';
import { tallyPicture } from './tally-picture.ts';
import { attendanceForm, ownVotes } from './vote-form.ts';
import { castableFor } from './voters.ts';

type Ballot = ModificationView['ballots'][number];

/** A vote: its frozen list of voters, the votes with reasons, the tally, and what is still needed. */
export function ballotPart(view: View, modification: ModificationView, ballot: Ballot, text: Html | string): Html {
  const { tally, electorate } = ballot;
  const isParty = ballot.unit === 'party';
  const [noun, nouns] = isParty ? (['Party', 'Parties'] as const) : (['Seat', 'Seats'] as const);
  const mine = view.session === null ? [] : castableFor(view.actor, ballot);
  const own = isParty ? view.actor.party : view.actor.seat;
  const isWeighed = electorate.some((one) => one.weight !== 1);
  const seats = electorate.map(({ title, seat, votingCategory, weight, vote, interest, ...more }) => [
    html`${title}${seat === own ? html` ${tag(isParty ? 'your Party' : 'your seat', 'open')}` : mine.some((one) => one.seat === seat) ? html` ${tag('you may vote for it', 'open')}` : ''}${votersText(more.voters)}${isWeighed ? html`<br><span class="pv-quiet">weight ${weight}</span>` : ''}`,
    sentenceCase(votingCategory.replaceAll('-', ' ')),
    interest !== null
      ? tag('recused', 'plain')
      : vote === null
        ? html`<span class="pv-quiet">has not voted</span>`
        : html`${tag(
            sentenceCase(vote.position),
            vote.position === 'approve' ? 'good' : vote.position === 'reject' ? 'bad' : 'plain',
          )}${besideText(ballot, vote)}`,
    vote === null ? (interest ?? proxyText(ballot, more.proxy)) : reasonsText(vote),
  ]);
  const categories = tally.categories.map((one) => [
    sentenceCase(one.votingCategory.replaceAll('-', ' ')),
    String(one.approve),
    String(one.reject),
    String(one.abstain),
    one.vote === null ? 'none' : sentenceCase(one.vote),
  ]);
  const votes = table(
    `${nouns} and votes`,
    [{ title: noun }, { title: 'Category' }, { title: 'Vote' }, { title: 'Reasons' }],
    seats,
    { stack: true, quiet: ballot.status === 'open' },
  );
  const [approve, reject, abstain] = ['Approve', 'Reject', 'Abstain'].map((title) => ({ title, numeric: true }));
  return html`${facts([
    [
      'State',
      ballot.status === 'open'
        ? tag('open', 'open')
        : tag(`closed: ${ballot.outcome?.title ?? 'no outcome'}`, ballot.outcome?.id === 'approve' ? 'good' : 'bad'),
    ],
    ['Opened', dayText(ballot.openedOn)],
    [ballot.status === 'open' ? 'Closes' : 'Closed by', instantText(ballot.closes)],
    [
      `${nouns} that voted`,
      `${tally.present} of ${electorate.length - tally.recused.length}; ${tally.quorum} make a quorum`,
    ],
    ...tally.categoryQuorums.map(
      (one) =>
        [
          `Of ${one.votingCategory.replaceAll('-', ' ')}`,
          `${one.present} voted; ${one.quorum} make its quorum`,
        ] as const,
    ),
    [tally.counted === 'categories' ? 'Categories' : 'Votes', `${tally.approve} for approval, ${tally.reject} against`],
    ...attendanceFacts(ballot),
    ...(ballot.vacant.length === 0 ? [] : [['Vacant, not on the list', ballot.vacant.join(', ')] as const]),
    ...(tally.casting === null ? [] : [['Casting vote', sentenceCase(tally.casting)] as const]),
  ])}
${text}
${tally.stillNeeded.length === 0 || ballot.status === 'closed' ? '' : html`<div class="pv-notice"><p>Still needed:</p><ul>${tally.stillNeeded.map((one) => html`<li>${one}</li>`)}</ul></div>`}
${table(
  ballot.status === 'open' ? 'How the categories stand; it decides nothing yet' : 'Tally by category',
  [{ title: 'Category' }, ...[approve, reject, abstain].filter((one) => one !== undefined), { title: 'Its one vote' }],
  categories,
)}
${solutionsTable(ballot)}${severalPassText(ballot)}
${tallyPicture(ballot)}
${ownVotes(view, modification, ballot)}${attendanceForm(view, modification, ballot)}
${ballot.status === 'open' ? details(countsOf(ballot), votes) : votes}
${actsPart(ballot)}
<p class="pv-quiet"><a href="/modifications/${modification.id}/ballots/${ballot.step}">How it stood at any instant</a>${ballot.body === null ? '' : html` · <a href="/bodies/${ballot.body}">Who sits there</a>`}</p>`;
}

/** Who was known to vote for a seat when the list was frozen. */
function votersText(voters: Ballot['electorate'][number]['voters']): Html | string {
  if (voters.length === 0) return '';
  const names = voters.map(({ as, person }) => (as === 'holder' ? person.name : `${person.name} (alternate)`));
  return html`<br><span class="pv-quiet">${names.join(', ')}</span>`;
}

function proxyText({ electorate }: Ballot, proxy: string | null): string {
  return proxy === null ? '' : `Given to ${electorate.find((one) => one.seat === proxy)?.title ?? proxy}`;
}

type Vote = NonNullable<Ballot['electorate'][number]['vote']>;

function reasonsText({ reasons, objectives, by, on }: Vote): Html {
  const cast = by === null || by.as === 'holder' ? '' : `, cast by ${by.name} (${by.as})`;
  return html`${reasons}${objectives.length === 0 ? '' : html`<ul>${objectives.map((one) => html`<li>(${one.objective}) ${one.effect}${one.reasons === '' ? '' : `: ${one.reasons}`}</li>`)}</ul>`} <span class="pv-quiet">${dayText(on)}${cast}</span>`;
}

function attendanceFacts({ electorate, attendance }: Ballot): (readonly [string, string])[] {
  const named = (how: 'present' | 'apologies') =>
    electorate.filter((one) => one.attends === how).map((one) => one.title);
  if (electorate.every((one) => one.attends === null)) return [];
  const counts = attendance ? ', who count for the quorum' : '';
  return [
    ['Present', `${named('present').join(', ') || 'nobody'}${counts}`],
    ['Apologies', named('apologies').join(', ') || 'none'],
  ];
}

const ACTS = {
  'vote-cast': 'voted',
  'vote-withdrawn': 'took the vote back',
  'interest-declared': 'declared an interest',
  'proxy-given': 'gave the vote to',
  'proxy-withdrawn': 'took the vote back from who held it',
} as const;

/** Everything that voters did, where somebody did more than vote once. */
function actsPart({ acts, electorate }: Ballot): Html | string {
  const changed = acts.some(
    (one, at) => one.act !== 'vote-cast' || acts.findIndex((other) => other.seat === one.seat) !== at,
  );
  if (!changed) return '';
  const title = (seat: string) => electorate.find((one) => one.seat === seat)?.title ?? seat;
  return details(
    `Every change of a vote (${acts.length} acts)`,
    html`<ol>${acts.map(
      (one) =>
        html`<li>${title(one.seat)} ${ACTS[one.act]}${one.position === null ? '' : `: ${one.position}`}${one.to === null ? '' : ` ${title(one.to)}`} <span class="pv-quiet">${dayText(one.on)}${one.by === null ? '' : `, ${one.by.name} (${one.by.as})`}</span></li>`,
    )}</ol>`,
  );
}

/** What is behind the table of votes, in figures. */
function countsOf({ electorate }: Ballot): string {
  const count = (position: string | undefined) => electorate.filter(({ vote }) => vote?.position === position).length;
  const recused = electorate.filter((one) => one.interest !== null).length;
  const out = recused === 0 ? '' : `, ${recused} recused`;
  return `Votes: ${count('approve')} to approve, ${count('reject')} to reject, ${count('abstain')} abstaining, ${count(undefined) - recused} not yet voted${out}`;
}
