import { html } from 'hono/html';
import type { z } from 'zod';
import type { clashSchema } from '../../app/timetable/list-clashes.ts';
import { type Html, tag } from '../page/parts.ts';
import { citationText } from '../page/words.ts';

type Clash = z.output<typeof clashSchema>;

const KINDS = {
  consultations: 'consultations',
  'crowded-meeting': 'crowded meeting',
  'no-meeting': 'no meeting',
  'after-freeze': 'after the freeze',
  'late-decision': 'late decision',
} as const;

/** What of timetables does not go together, in order of days; links lead to the other modifications. */
export function clashList(clashes: readonly Clash[], own: string | null): Html {
  return html`<ul class="pv-clashes">${clashes.map(
    ({ kind, sentence, modifications, citation }) =>
      html`<li>${tag(KINDS[kind], kind === 'consultations' ? 'wait' : 'bad')} ${sentence}${
        citation === null ? '' : html` ${citationText(citation)}`
      }${modifications
        .filter((id) => id !== own)
        .slice(0, 12)
        .map((id) => html` <a href="/modifications/${id}/timetable">${id}</a>`)}</li>`,
  )}</ul>`;
}
