import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { type Choice, type Html, radioField, selectField, table, tag } from '../page/parts.ts';
import { sentenceCase } from '../register/register.page.ts';
import type { View } from '../site.ts';

type Ballot = ModificationView['ballots'][number];
type Positions = Readonly<Record<string, string>>;

/** What a voter said of alternatives. */
export function besideText({ solutions }: Ballot, { alternatives }: { readonly alternatives: Positions }): string {
  return solutions
    .slice(1)
    .map((one) => `${one.title}: ${alternatives[one.id] ?? 'abstain'}. `)
    .join('');
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

/** Which solution the Authority approves, where there are several. */
export function solutionField(view: View, form: string, { ballots }: ModificationView): Html | string {
  const solutions = ballots.at(-1)?.solutions ?? [];
  if (solutions.length === 0) return '';
  const choices = [
    { value: '', title: 'as the vote said' },
    ...solutions.map((one) => ({ value: one.id, title: one.title })),
  ];
  return selectField(view, { form, name: 'solution', label: 'The solution, if one is approved', choices });
}
