import { html } from 'hono/html';
import type { z } from 'zod';
import { recordJudgement } from '../../app/obligation/record-judgement.ts';
import type { showObligation } from '../../app/obligation/show-obligation.ts';
import { withdrawJudgement } from '../../app/obligation/withdraw-judgement.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { JUDGES, mayReadJudgements, VERDICT_IN_WORDS, VERDICTS } from '../../core/obligation/judgement.ts';
import { ROLE_IN_SENTENCE } from '../../core/party/actor.ts';
import {
  actForm,
  details,
  empty,
  type Html,
  longField,
  radioField,
  selectField,
  table,
  tag,
  textField,
} from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import type { Parties } from './obligation.page.ts';

type Shown = z.output<typeof showObligation.output>;
type Judgement = Shown['judgements'][number];

const TONES = { met: 'good', 'not-met': 'bad', open: 'wait' } as const;

/** What people found of words that no program computes, and where one records it. */
export function judgementPart(view: View, shown: Shown, parties: Parties): Html {
  const { obligation, judgements } = shown;
  const { judgementWords } = obligation;
  const titles = titlesOf(parties);
  if (judgementWords.length === 0) return empty('Nothing in its words is left to judgement.');
  const judges = JUDGES.includes(view.actor.role);
  const standing = judgements.filter(({ withdrawn, superseded }) => withdrawn === null && !superseded);
  const past = judgements.filter((one) => !standing.includes(one));
  return html`<p>${judgementWords.map((one, at) => html`${at === 0 ? '' : ', '}<strong>“${one}”</strong>`)}: what that comes to for a party is found by a named person and never computed.</p>
${
  judgements.length === 0
    ? empty(
        judges
          ? 'Nobody has recorded a judgement that you may know of.'
          : 'Judgements are for the party that they are about and for those who assure and govern.',
      )
    : standing.length === 0
      ? empty('No judgement stands.')
      : judgementTable('Judgements that stand', standing, titles)
}
${past.length === 0 ? '' : details(`Judgements taken back or replaced (${past.length})`, judgementTable('Judgements taken back or replaced', past, titles))}
${judges ? recordForm(view, shown, parties) : ''}
${standing.some((one) => mayWithdraw(view, one)) ? withdrawForms(view, standing, titles) : ''}`;
}

/** Parties and their groups of systems by id, by name. */
function titlesOf(parties: Parties): ReadonlyMap<string, string> {
  return new Map(
    parties.flatMap(
      ({ id, name, systems }) => [[id, name], ...systems.map((one) => [one.id, one.title])] as [string, string][],
    ),
  );
}

/** Judgements as a table, with parties, systems and obligations by `titles`. */
export function judgementTable(
  caption: string,
  all: readonly Judgement[],
  titles: ReadonlyMap<string, string>,
  first: 'party' | 'obligation' = 'party',
): Html {
  return table(
    caption,
    [first === 'party' ? 'About' : 'Obligation', 'Words', 'Finding', 'By', 'On what, and why'].map((title) => ({
      title,
    })),
    all.map((one) => [
      html`${first === 'party' ? html`<a href="/parties/${one.party}">${titles.get(one.party) ?? one.party}</a>` : html`<a href="/obligations/${encodeURIComponent(one.obligation)}">${titles.get(one.obligation) ?? one.obligation}</a>`}${one.group === null ? '' : html`<br><span class="pv-quiet">${titles.get(one.group) ?? one.group}</span>`}`,
      html`“${one.words}”<br><span class="pv-quiet">as of ${dayText(one.asOf)}</span>`,
      html`${tag(VERDICT_IN_WORDS[one.verdict], TONES[one.verdict])}${one.withdrawn === null ? '' : html`<br><span class="pv-quiet">taken back by ${one.withdrawn.by}, ${dayText(one.withdrawn.on)}: ${one.withdrawn.reasons}</span>`}`,
      html`${one.by}<br><span class="pv-quiet">${one.role === 'party' ? 'for the party itself' : ROLE_IN_SENTENCE[one.role]}, ${dayText(one.on)}</span>`,
      html`${one.evidence.join('; ')}<br><span class="pv-quiet">${one.reasons}</span>`,
    ]),
    { quiet: true, stack: true },
  );
}

function recordForm(view: View, { obligation }: Shown, parties: Parties): Html {
  const form = 'record-judgement';
  const { actor } = view;
  const bears = new Set(obligation.bearers.map(({ id }) => id));
  const about = parties.filter(({ id, category }) => bears.has(category) && mayReadJudgements(actor, id));
  if (about.length === 0) return html`<p class="pv-quiet">No party that you may judge bears it.</p>`;
  return details(
    'Record a judgement',
    actForm(view, {
      operation: recordJudgement,
      id: form,
      input: { obligation: obligation.id },
      fields: html`${selectField(view, { form, name: 'party', label: 'Party', choices: about.map(({ id, name }) => ({ value: id, title: name })) })}
${obligation.each === 'party' ? '' : selectField(view, { form, name: 'group', label: 'Group of systems', hint: 'Of that Party.', choices: [{ value: '', title: 'all its systems' }, ...about.flatMap(({ name, systems }) => systems.map(({ id, title }) => ({ value: id, title: `${name}: ${title}` })))] })}
${selectField(view, { form, name: 'words', label: 'Words', choices: obligation.judgementWords.map((one) => ({ value: one, title: one })) })}
${radioField(view, { form, name: 'verdict', label: 'Finding', inline: true, choices: VERDICTS.map((value) => ({ value, title: VERDICT_IN_WORDS[value] })) })}
${textField(view, { form, name: 'asOf', label: 'As of', type: 'date', width: 'short', value: formatDay(view.today) })}
${textField(view, { form, name: 'evidence', label: 'Evidence', hint: 'The paper, visit or statement that it rests on.' })}
${longField(view, { form, name: 'reasons', label: 'Why' })}`,
      button: 'Record the judgement',
      done: 'The judgement was recorded.',
    }),
    view.refusal?.form === form,
  );
}

/** The record holds a withdrawal to whoever judged; the page offers it to those it may be. */
function mayWithdraw({ actor }: View, { by }: Judgement): boolean {
  return actor.role === 'code-administrator' || actor.name === by;
}

function withdrawForms(view: View, standing: readonly Judgement[], titles: ReadonlyMap<string, string>): Html {
  return html`${standing
    .filter((one) => mayWithdraw(view, one))
    .map((one) => {
      const form = `withdraw-${one.id}`;
      return details(
        `Take back: “${one.words}”, ${titles.get(one.party) ?? one.party}, by ${one.by}`,
        actForm(view, {
          operation: withdrawJudgement,
          id: form,
          input: { party: one.party, judgement: one.id },
          fields: longField(view, { form, name: 'reasons', label: 'Why it is taken back' }),
          button: 'Take back',
          done: 'The judgement was taken back.',
          secondary: true,
        }),
        view.refusal?.form === form,
      );
    })}`;
}
