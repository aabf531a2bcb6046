import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import type { Html } from '../page/parts.ts';
import { tag } from '../page/parts.ts';
import { CLASS_TITLES, type ConflictCount, notComparedPart, unsettledIn } from './conflict-parts.ts';
import { solutionTexts } from './solutions.ts';

type Ballot = ModificationView['ballots'][number];

/** Beside what happens next: how many conflicts wait to be settled, with whom and where. */
export function conflictNotice(id: string, count: ConflictCount | null): Html | string {
  if (count === null || unsettledIn(count) === 0) return '';
  const { unsettled, stuckOver } = count;
  const pairs = [...Map.groupBy(unsettled, (one) => one.with)];
  return html`<section class="pv-warning" id="conflict-notice" aria-labelledby="conflict-notice-title">
<h2 id="conflict-notice-title">${stuckOver === null ? conflictsText(unsettled.length) : `Its text is held up by version ${stuckOver}`}</h2>
${stuckOver === null ? '' : html`<p>It cannot be implemented until people say how it shall read on top of that version.</p>`}
${
  pairs.length === 0
    ? ''
    : html`<ul>${pairs.map(
        ([other, all]) =>
          html`<li>with <a href="/modifications/${other}">${other}</a> at ${all.map((one, at) => html`${at === 0 ? '' : ', '}${one.reference} (${CLASS_TITLES[one.class].toLowerCase()})`)}</li>`,
      )}</ul>`
}
<p><a href="/modifications/${id}/conflicts">See both texts, and settle ${unsettledIn(count) === 1 ? 'it' : 'them'}</a></p></section>`;
}

/** The text that a vote or decision is about, what became of it since it was drafted, and what it is in conflict with. */
export function beforeVotePart(modification: ModificationView, step: string, count: ConflictCount | null): Html {
  const ballot = modification.ballots.findLast((one) => one.step === step && one.status === 'open');
  if (ballot !== undefined) return votedTextPart(modification, ballot, count);
  const { revision } = modification.legalText;
  return html`<div class="pv-voted">${textSentence(modification, revision, 'The text to decide on')}${solutionTexts(modification, modification.solutions)}${warning(modification, count)}</div>`;
}

/** The text that a ballot is on, frozen as it was when it opened. */
export function votedTextPart(
  modification: ModificationView,
  { text, status, solutions }: Ballot,
  count: ConflictCount | null,
): Html {
  if (text === null) return html``;
  const words = status === 'open' ? 'The text voted on, frozen when the vote opened' : 'The text that was voted on';
  return html`<div class="pv-voted">${textSentence(modification, text.revision, words, text.against)}${solutionTexts(modification, solutions, text.revision)}
${text.current ? '' : html`<p>${tag('changed since', 'wait')} The legal text has been re-based since; the vote is on the text as it was. <a href="/modifications/${modification.id}/legal-text">As it now stands</a></p>`}
${status === 'open' ? warning(modification, count) : ''}</div>`;
}

function textSentence(
  { id, legalText, draftedAgainst }: ModificationView,
  revision: number,
  words: string,
  against = legalText.against,
): Html {
  const address = `/modifications/${id}/legal-text/${revision}`;
  const isRebased = against !== draftedAgainst && legalText.over !== null;
  return html`<p>${words}: <a href="${address}">text ${revision} of ${id}</a>, against version ${against}.${
    isRebased
      ? html` It was re-based since it was drafted against version ${draftedAgainst}${legalText.over === null || legalText.revision !== revision ? '' : html`, last over version ${legalText.over.label} (${legalText.over.reference})`}: <a href="${address}?compare=drafted">what that changed</a>.`
      : ' It stands as it was drafted.'
  }</p>`;
}

function warning({ id }: ModificationView, count: ConflictCount | null): Html | string {
  if (count === null) return '';
  if (unsettledIn(count) === 0) return notComparedPart(count.notCompared);
  const { unsettled, stuckOver } = count;
  const others = [...new Set(unsettled.map((one) => one.with))];
  return html`<p class="pv-warning-line"><strong>${stuckOver === null ? conflictsText(unsettled.length) : `Held up by version ${stuckOver}`}</strong>${others.length === 0 ? '' : html` with ${others.map((other, at) => html`${at === 0 ? '' : ', '}<a href="/modifications/${other}">${other}</a>`)}`}. ${
    stuckOver === null
      ? html`If ${id} and ${others.length === 1 ? 'it' : 'one of them'} are both approved, whichever is implemented second waits until ${unsettled.length === 1 ? 'it is' : 'they are'} settled; the vote is on this text alone.`
      : 'If it is approved, it still waits until that is settled.'
  } <a href="/modifications/${id}/conflicts">Both texts side by side</a></p>`;
}

function conflictsText(count: number): string {
  return count === 1 ? 'One conflict is not settled' : `${count} conflicts are not settled`;
}
