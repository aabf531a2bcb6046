import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { details, facts, type Html, table, tag } from '../page/parts.ts';
import { dayText, instantText } from '../page/words.ts';
import { sentenceCase } from '../register/register.page.ts';
import type { View } from '../site.ts';

type Ballot = ModificationView['ballots'][number];

/** A vote: its frozen list of voters, the votes with reasons, the tally, and what is still needed. */
export function ballotPart(view: View, ballot: Ballot, text: Html | string): Html {
  const { tally, electorate } = ballot;
  const isParty = ballot.unit === 'party';
  const [noun, nouns] = isParty ? (['Party', 'Parties'] as const) : (['Seat', 'Seats'] as const);
  const own = isParty ? view.actor.party : view.actor.seat;
  const isWeighed = electorate.some((one) => one.weight !== 1);
  const seats = electorate.map(({ title, seat, votingCategory, weight, vote, interest }) => [
    html`${title}${seat === own ? html` ${tag(isParty ? 'your Party' : 'your seat', 'open')}` : ''}${isWeighed ? html`<br><span class="pv-quiet">weight ${weight}</span>` : ''}`,
    sentenceCase(votingCategory.replaceAll('-', ' ')),
    interest !== null
      ? tag('recused', 'plain')
      : vote === null
        ? html`<span class="pv-quiet">has not voted</span>`
        : tag(
            sentenceCase(vote.position),
            vote.position === 'approve' ? 'good' : vote.position === 'reject' ? 'bad' : 'plain',
          ),
    vote === null ? (interest ?? '') : html`${vote.reasons} <span class="pv-quiet">${dayText(vote.on)}</span>`,
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
    ...(tally.casting === null ? [] : [['Casting vote', sentenceCase(tally.casting)] as const]),
  ])}
${text}
${tally.stillNeeded.length === 0 || ballot.status === 'closed' ? '' : html`<div class="pv-notice"><p>Still needed:</p><ul>${tally.stillNeeded.map((one) => html`<li>${one}</li>`)}</ul></div>`}
${table(
  ballot.status === 'open' ? 'How the categories stand; it decides nothing yet' : 'Tally by category',
  [{ title: 'Category' }, ...[approve, reject, abstain].filter((one) => one !== undefined), { title: 'Its one vote' }],
  categories,
)}
${ballot.status === 'open' ? details(countsOf(ballot), votes) : votes}`;
}

/** What is behind the table of votes, in figures. */
function countsOf({ electorate }: Ballot): string {
  const count = (position: string | undefined) => electorate.filter(({ vote }) => vote?.position === position).length;
  const recused = electorate.filter((one) => one.interest !== null).length;
  const out = recused === 0 ? '' : `, ${recused} recused`;
  return `Votes: ${count('approve')} to approve, ${count('reject')} to reject, ${count('abstain')} abstaining, ${count(undefined) - recused} not yet voted${out}`;
}
