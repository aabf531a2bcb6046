import { html } from 'hono/html';
import type { z } from 'zod';
import type { tallyBallot } from '../../app/modification/tally-ballot.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { dayOfInstant, timeOfInstant } from '../../core/kernel/instant.ts';
import type { Page } from '../page/layout.ts';
import { empty, type Html, section, table, textField } from '../page/parts.ts';
import { instantText } from '../page/words.ts';
import { sentenceCase } from '../register/register.page.ts';
import type { View } from '../site.ts';
import { besideText, solutionsTable } from './solutions.ts';
import { tallyPicture } from './tally-picture.ts';

type Tally = z.output<typeof tallyBallot.output>;

/** How a vote stood at an instant that the reader chooses. */
export function tallyPage(view: View, { modification, step, title, at, holdings }: Tally): Page {
  const path = `/modifications/${modification}/ballots/${step}`;
  return {
    title: `${title} at an instant`,
    section: 'register',
    kicker: html`<a href="/modifications/${modification}">${modification}</a>`,
    lede: html`Replayed from the votes that were on record at ${instantText(at)}.`,
    body: html`<form class="pv-form pv-filter" method="get" action="${path}" aria-label="Choose the instant">
${textField(view, { form: 'at', name: 'on', label: 'Day', type: 'date', value: formatDay(dayOfInstant(at)), width: 'short' })}
${textField(view, { form: 'at', name: 'time', label: 'Time, in London', type: 'time', value: timeOfInstant(at), width: 'short' })}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>
${holdings.length === 0 ? empty(html`“${title}” had not been opened.`) : holdings.map(holding)}
<p><a href="${path}">As it stands now</a></p>`,
  };
}

function holding({ sentences, ballot }: Tally['holdings'][number], index: number): Html {
  const rows = ballot.electorate.map(({ title, vote, interest }) => [
    title,
    interest !== null
      ? 'Recused'
      : vote === null
        ? 'had not voted'
        : html`${sentenceCase(vote.position)}${besideText(ballot, vote)}`,
  ]);
  const [first = '', ...rest] = sentences;
  return section(
    `holding-${index}`,
    ballot.status === 'open' ? 'It was open, and decided nothing yet' : 'It was closed',
    html`<p><strong>${first}</strong></p><ul>${rest.map((sentence) => html`<li>${sentence}</li>`)}</ul>
${solutionsTable(ballot)}${tallyPicture(ballot)}${table('Votes on record then', [{ title: 'Voter' }, { title: 'Vote' }], rows)}`,
  );
}
