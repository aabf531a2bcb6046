import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { PROPOSED } from '../../core/modification/refinement/solutions.ts';
import { type Choice, type Html, radioField, selectField, table, tag } from '../page/parts.ts';
import { citationText } from '../page/words.ts';
import { sentenceCase } from '../register/register.page.ts';
import type { View } from '../site.ts';

type Ballot = ModificationView['ballots'][number];
type Position = 'approve' | 'reject' | 'abstain';
type Positions = Readonly<Record<string, Position>>;

const POSITION_WORDS: Record<Position, string> = { approve: 'for', reject: 'against', abstain: 'abstains' };

interface Named {
  readonly id: string;
  readonly title: string;
}

/** Where the text of a solution stands to be read. */
function textOf(
  modification: ModificationView,
  { id, title }: Named,
  revision = modification.legalText.revision,
): Html {
  const base = `/modifications/${modification.id}`;
  const address = id === PROPOSED ? `${base}/legal-text/${revision}` : `${base}/refinement/${id}`;
  return html`<a href="${address}">${title}</a>${id === PROPOSED ? ' (as proposed)' : ''}`;
}

/** Every solution with a link to its text, where there are several. */
export function solutionTexts(modification: ModificationView, all: readonly Named[], revision?: number): Html | string {
  if (all.length === 0) return '';
  return html`<p>The solutions, each with its text:</p><ul>${all.map((one) => html`<li>${textOf(modification, one, revision)}</li>`)}</ul>`;
}

/** Which solution is approved when several pass, with its mark; nothing where there is one alone. */
export function severalPassText({ severalPass }: Ballot): Html | string {
  if (severalPass === null) return '';
  const { sentence, citation } = severalPass;
  return html`<p>${sentence}${citation === null ? '' : html` ${citationText(citation)}`}</p>`;
}

/** What a voter said of each alternative, under the vote on what was proposed. */
export function besideText({ solutions }: Ballot, { alternatives }: { readonly alternatives: Positions }): Html {
  return html`${solutions
    .slice(1)
    .map(
      (one) =>
        html`<br><span class="pv-quiet">${one.title}: ${POSITION_WORDS[alternatives[one.id] ?? 'abstain']}</span>`,
    )}`;
}

/** How it stands on each solution, where there are several. */
export function solutionsTable({ solutions, status }: Ballot): Html | string {
  if (solutions.length === 0) return '';
  const rows = solutions.map((one) => [
    html`${one.title}${one.approved ? html` ${tag('approved', 'good')}` : ''}`,
    String(one.approve),
    String(one.reject),
    one.outcome === null ? 'not decided' : sentenceCase(one.outcome.replaceAll('-', ' ')),
  ]);
  const columns = [
    { title: 'Solution' },
    { title: 'For approval', numeric: true },
    { title: 'Against', numeric: true },
    { title: 'Result' },
  ];
  return table(status === 'open' ? 'How each solution stands; it decides nothing yet' : 'Each solution', columns, rows);
}

/** A position on every alternative, where there are several solutions. */
export function alternativeFields(
  view: View,
  form: string,
  ballot: Ballot | undefined,
  choices: readonly Choice[],
  before: Positions = {},
): Html | string {
  const others = (ballot?.solutions ?? []).slice(1);
  if (others.length === 0) return '';
  return html`${others.map(({ id, title }) => {
    const value = before[id];
    return radioField(view, {
      ...{ form, name: `alternatives.${id}`, label: `Your vote on the alternative: ${title}`, choices },
      ...{ hint: 'Left out, you abstain on it.' },
      ...(value !== undefined && { value }),
    });
  })}`;
}

/** Which solution the Authority approves, where there are several: each with its text and how the vote was on it. */
export function solutionField(view: View, form: string, modification: ModificationView): Html | string {
  const { solutions, ballots } = modification;
  if (solutions.length === 0) return '';
  const voted = ballots.at(-1)?.solutions ?? [];
  const said = voted.find((one) => one.approved)?.title;
  const choices = [
    { value: '', title: said === undefined ? 'what was proposed' : `as the vote said: ${said}` },
    ...solutions.map((one) => ({ value: one.id, title: one.title })),
  ];
  return html`<p>${solutions.length} solutions stand to choose:</p><ul>${solutions.map((one) => {
    const result = voted.find(({ id }) => id === one.id);
    return html`<li>${textOf(modification, one)}${result === undefined ? '' : `: ${result.approve} for, ${result.reject} against${result.approved ? '; the vote was for it' : ''}`}</li>`;
  })}</ul>
${selectField(view, { form, name: 'solution', label: 'The solution, if one is approved', choices })}`;
}
