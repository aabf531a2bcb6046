import { html } from 'hono/html';
import type { RefinementView } from '../../app/refinement/refinement.schema.ts';
import { rolesInSentence } from '../../core/party/actor.ts';
import { modificationTabs } from '../modification/tabs.ts';
import type { Page } from '../page/layout.ts';
import { empty, facts, type Html, section, tag } from '../page/parts.ts';
import { citationText, instantText } from '../page/words.ts';
import { sentenceCase } from '../register/register.page.ts';
import type { View } from '../site.ts';
import { solutionsPart } from './alternatives.ts';
import { assessmentsPart } from './assessments.ts';
import { answersPart, groupPart } from './group.ts';

/** Parties of the record, for names and choices. */
export type Parties = readonly { readonly id: string; readonly name: string }[];

interface Shown {
  readonly refinement: RefinementView;
  readonly parties: Parties;
  readonly unsettled: number;
}

const STATUS = {
  none: tag('no such stage', 'plain'),
  ahead: tag('to come', 'wait'),
  'not-needed': tag('not needed', 'plain'),
  open: tag('under way', 'open'),
  done: tag('done', 'good'),
} as const;

const NOTHING = {
  none: 'The process of this modification has no Working Group, no assessments and no alternatives.',
  'not-needed': 'This modification is not refined: there is no Working Group.',
} as const;

/** How a modification is refined: who works on it, what they were asked and answered, and what is still to be done. */
export function refinementPage(view: View, { refinement, parties, unsettled }: Shown): Page {
  const { modification, title, status, rules } = refinement;
  const begun = status === 'open' || status === 'done';
  return {
    title: `Refinement of ${modification}`,
    section: 'register',
    kicker: html`<a href="/modifications/${modification}">${modification} ${title}</a>`,
    lede: 'A Working Group answers the questions of its terms of reference, and whoever runs the systems says what the change would mean for them.',
    body: html`${modificationTabs(modification, 'refinement', unsettled)}
${facts([
  ['State', STATUS[status]],
  ...(rules === null
    ? []
    : [
        [
          'Working Group',
          html`at least ${rules.members} members, appointed by ${rolesInSentence(rules.appointedBy)} ${citationText(rules.citation)}`,
        ] as const,
      ]),
])}
${
  begun
    ? html`${nextPart(refinement)}
${section('group', 'Working Group', groupPart(view, refinement, parties))}
${section('questions', 'Terms of reference', answersPart(view, refinement))}
${section('assessments', 'Assessments', assessmentsPart(view, refinement))}
${section('solutions', 'Solutions', solutionsPart(view, refinement))}`
    : empty(status === 'ahead' ? aheadText(refinement) : NOTHING[status])
}`,
  };
}

function aheadText({ waitsFor }: RefinementView): string {
  return `Refinement has not begun.${waitsFor.length === 0 ? '' : ` It waits for ${waitsFor.join('; ')}.`}`;
}

/** What refinement waits for now, by whom and when. */
function nextPart({ next }: RefinementView): Html | string {
  const due = next.filter((act) => !act.optional);
  if (due.length === 0) return '';
  return html`<section class="pv-next" aria-labelledby="next-title"><h2 id="next-title">What is still to be done</h2>
<ul>${due.map(
    (act) =>
      html`<li><p>${sentenceCase(act.who)}: ${act.act}${act.until === null ? '' : html`, by ${instantText(act.until)}`}${act.overdue ? html` ${tag('overdue', 'bad')}` : ''}</p></li>`,
  )}</ul></section>`;
}
