import { html } from 'hono/html';
import type { z } from 'zod';
import type { checkCondition } from '../../app/condition/check-condition.ts';
import type { evaluateCondition } from '../../app/condition/evaluate-condition.ts';
import type { PartReason } from '../../app/condition/explain-condition.ts';
import { writeCitation } from '../../core/kernel/citation.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import { MOST_CHARACTERS } from '../../core/kernel/parse-condition.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import type { Page } from '../page/layout.ts';
import {
  type Choice,
  details,
  facts,
  type Html,
  longField,
  section,
  selectField,
  table,
  textField,
} from '../page/parts.ts';
import type { View } from '../site.ts';
import { type Asked, playgroundHref } from './asked.ts';
import { EXAMPLES } from './examples.ts';
import { runsPicture, runsTable } from './picture.ts';
import { outcomeTag, outcomeText } from './words.ts';

type Fault = NonNullable<z.output<typeof checkCondition.output>['fault']>;
type Evaluated = z.output<typeof evaluateCondition.output>;

/** What the playground has to say to what is asked. */
export type Answer =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'refused'; readonly rejection: Rejection }
  | { readonly kind: 'evaluated'; readonly evaluated: Evaluated; readonly reason: PartReason };

/** Whom a condition can be asked of, and what it can speak of. */
export interface Choices {
  readonly parties: readonly Choice[];
  readonly systems: readonly Choice[];
  readonly names: readonly { readonly name: string; readonly type: string; readonly title: string }[];
}

const FORM = 'playground';
/** How far parts are set in; those that are deeper are set in as far. */
const DEEPEST = 8;

/** A condition and what it comes to: part by part, over time, and why. */
export function playgroundPage(view: View, asked: Asked, choices: Choices, answer: Answer): Page {
  return {
    title: 'Expression playground',
    section: 'obligations',
    lede: html`Write the condition of a duty, and see what it comes to on a day and over time, part by part, and why. Nothing is stored. <a href="/obligations">Obligations</a>`,
    body: html`${askForm(withFault(view, answer), asked, choices)}
${answerOf(asked, answer)}
${details('Names that a condition can speak of', namesTable(choices), answer.kind === 'nothing')}
${details('The language', language())}`,
  };
}

function withFault(view: View, answer: Answer): View {
  if (answer.kind === 'refused') return { ...view, refusal: { form: FORM, entered: {}, rejection: answer.rejection } };
  return view;
}

function askForm(view: View, asked: Asked, { parties, systems }: Choices): Html {
  const form = FORM;
  return html`<ul class="pv-chips" aria-label="Examples">${EXAMPLES.map(
    ({ title, ...example }) => html`<li><a href="${playgroundHref(example)}">${title}</a></li>`,
  )}</ul>
<form class="pv-form pv-playground" method="get" action="/obligations/playground" aria-label="The condition and what it is asked of">
${longField(view, { form, name: 'condition', label: 'Condition', value: asked.condition, rows: 4, most: MOST_CHARACTERS })}
${longField(view, { form, name: 'given', label: 'Values', hint: 'One to a line, in place of what the record says: devices_operated = 300000, system_enrolled = 2018-08-31.', value: asked.given, rows: 3 })}
<div class="pv-playground-of">
${selectField(view, { form, name: 'party', label: 'Asked of', value: asked.party, choices: [{ value: '', title: 'the values alone' }, ...parties] })}
${systems.length === 0 ? '' : selectField(view, { form, name: 'system', label: 'Systems', value: asked.system, choices: [{ value: '', title: 'the party itself' }, ...systems] })}
${textField(view, { form, name: 'on', label: 'On', type: 'date', width: 'short', value: asked.on === '' ? formatDay(view.today) : asked.on })}
${asked.party === '' ? '' : textField(view, { form, name: 'knownAt', label: 'As known at the end of', type: 'date', width: 'short', value: asked.knownAt })}
</div>
<button type="submit" class="govuk-button">Evaluate</button></form>`;
}

function answerOf(asked: Asked, answer: Answer): Html | string {
  switch (answer.kind) {
    case 'nothing':
    case 'refused':
      return '';
    case 'fault':
      return faultPart(asked.condition, answer.fault);
    case 'evaluated':
      return evaluatedPart(answer.evaluated, answer.reason);
  }
}

/** The text with the place of its fault marked, and what was expected there. */
function faultPart(condition: string, { line, column, expected, found, meant }: Fault): Html {
  const lines = condition.split('\n');
  const before = lines.slice(0, line - 1).map((one) => `${one}\n`);
  const at = lines[line - 1] ?? '';
  const rest = at.slice(column - 1);
  const marked = /^(?:[A-Za-z0-9_]+|"[^"]*"|'[^']*'|\S)/.exec(rest)?.[0] ?? '';
  const after = lines.slice(line).map((one) => `\n${one}`);
  return html`<section class="pv-section" aria-labelledby="fault" role="alert"><h2 id="fault">Not a condition</h2>
<p>Line ${line}, column ${column}: expected ${expected}, found ${found}.${meant === null ? '' : html` Did you mean <code>${meant}</code>?`}</p>
<pre class="pv-condition-text" tabindex="0" aria-label="The condition, with the fault marked"><code>${before.join('')}${at.slice(0, column - 1)}<mark>${marked === '' ? '␣' : marked}</mark>${rest.slice(marked.length)}${after.join('')}</code></pre></section>`;
}

function evaluatedPart(evaluated: Evaluated, reason: PartReason): Html {
  const { on, outcome, names, parts, runs, type } = evaluated;
  const isDuty =
    type === 'bool'
      ? ''
      : html` <span class="pv-quiet">A duty takes only a condition that is true or false; this comes to ${type}.</span>`;
  return html`${section(
    'outcome',
    `On ${writeDay(on)}`,
    html`<p class="pv-outcome" role="status">${outcomeTag(outcome)} ${outcome.kind === 'value' ? '' : outcomeText(outcome)}${isDuty}</p>
${names.length === 0 ? '' : facts(names.map(({ name, value }) => [name, value ?? html`<span class="pv-quiet">not known</span>`] as const))}`,
  )}
${section('time', 'Over time', html`${runsPicture(runs, on)}${details('The picture as a table', runsTable(runs))}`)}
${section('reason', 'Why', html`<ul class="pv-condition-why">${reasonItem(reason)}</ul>`)}
${section(
  'parts',
  'Every part',
  html`<ol class="pv-every-part">${parts.map(
    ({ depth, text, outcome: own }) =>
      html`<li class="pv-depth-${Math.min(depth, DEEPEST)}"><code>${text}</code> ${own === null ? html`<span class="pv-quiet">asked of each item</span>` : outcomeTag(own)}</li>`,
  )}</ol>`,
)}`;
}

function reasonItem({ text, outcome, item, citation, because }: PartReason): Html {
  const under = item === null ? '' : html` <span class="pv-quiet">for ${item}</span>`;
  const cited = citation === null ? '' : html` <span class="pv-quiet">${writeCitation(citation)}</span>`;
  return html`<li><code>${text}</code>${under} ${outcomeTag(outcome)} ${outcome.kind === 'value' ? '' : outcomeText(outcome)}${cited}${
    because.length === 0 ? '' : html`<ul>${because.map(reasonItem)}</ul>`
  }</li>`;
}

function namesTable({ names }: Choices): Html {
  return table(
    'Names that a condition can speak of',
    [{ title: 'Name' }, { title: 'Type' }, { title: 'What it is' }],
    names.map(({ name, type, title }) => [html`<code>${name}</code>`, type, title]),
    { quiet: true, stack: true },
  );
}

function language(): Html {
  const lines: readonly (readonly [string, string])[] = [
    ['&& || ! ?:', 'and, or, not, a choice; unknown only while that could still settle it'],
    ['== != < <= > >= in', 'comparisons of values of one type'],
    ['+ - * / %', 'of whole numbers; + and - also of days and durations, + of texts'],
    ['day("2018-11-08"), days(30)', 'a day, a number of days'],
    ['months(start, 6, "end-of-month")', 'calendar months later; also "start-of-next", "keep-end"'],
    ['workingDays(start, 3)', 'Working Days later'],
    ['list.exists(x, …), list.all(x, …)', 'of some, of all items'],
    ['text.startsWith("A"), endsWith, contains, size(text)', 'tests of a text'],
    ['on', 'the day asked about, alone on one side of a comparison'],
    ['part.cite("SEC", "G3.26", "stated")', 'what a part rests on'],
  ];
  return facts(lines.map(([written, means]) => [written, means] as const));
}
