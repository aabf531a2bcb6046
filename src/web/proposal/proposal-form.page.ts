import { html } from 'hono/html';
import type { z } from 'zod';
import type { showProposalForm } from '../../app/modification/show-proposal-form.ts';
import { writeSpan } from '../../core/document/prose.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import type { Page } from '../page/layout.ts';
import {
  type Choice,
  details,
  fieldGroup,
  form,
  type Html,
  hidden,
  longField,
  radioField,
  section,
  selectField,
  table,
  textField,
} from '../page/parts.ts';
import { citationText } from '../page/words.ts';
import type { View } from '../site.ts';

type Asked = z.output<typeof showProposalForm.output>;
type Listed = Asked['objectives'];

/** Names the form for refusals and their links. */
export const PROPOSAL_FORM = 'proposal';

/** Where a proposal is raised; `codes` are those of the record, of which it is for one. */
export function proposalFormPage(view: View, asked: Asked, codes: readonly Choice[]): Page {
  return {
    title: 'Raise a proposal',
    section: 'register',
    kicker: html`<a href="/">Register</a>`,
    lede: html`A proposal to change the ${asked.title}, under <a href="/rulebook#profile-${asked.profile.id}">${asked.profile.title}</a>. ${asked.solution === 'later' ? 'What is wrong is enough to begin with: the solution can come later.' : 'It says what is wrong and how it is put right.'} Clause: ${citationText(asked.citation)}.`,
    body: html`${otherCodes(asked, codes)}${asked.mayRaise ? formPart(view, asked) : html`<p class="pv-empty">To ${asked.act} is for ${asked.who}. ${view.session === null ? html`<a href="/sign-in?back=${encodeURIComponent(view.path)}">Sign in</a>` : 'Sign in as one of them to raise it.'}</p>`}`,
  };
}

function otherCodes(asked: Asked, codes: readonly Choice[]): Html | string {
  const others = codes.filter(({ value }) => value !== asked.code);
  if (others.length === 0) return '';
  return html`<nav aria-label="Codes"><p>It is for another code? ${others.map(({ value, title }) => html`<a href="/modifications/new?code=${value}">${title}</a> `)}</p></nav>`;
}

function formPart(view: View, asked: Asked): Html {
  const later = asked.solution === 'later';
  const field = { form: PROPOSAL_FORM };
  return form(
    view,
    '/modifications/new',
    'pv-form pv-proposal',
    html`${hidden('code', asked.code)}
<p class="pv-quiet">It is raised for ${asked.proposer.name}, against version ${asked.draftedAgainst}, and is public. What is marked as optional can be left blank. The legal text is drafted afterwards.</p>
${section(
  'what',
  'What is proposed',
  html`${textField(view, { ...field, name: 'title', label: 'Title', hint: 'A few words that name the change.' })}
${textField(view, { ...field, name: 'id', label: 'Identifier', hint: asked.id === '' ? 'Nothing says how this code names a proposal.' : 'The next free one.', width: 'short', value: asked.id })}
${longField(view, { ...field, name: 'problem', label: 'The problem', hint: 'What is wrong, for whom, and what follows from it. An empty line begins a paragraph.', rows: 8 })}
${longField(view, { ...field, name: 'solution', label: later ? 'The solution (optional)' : 'The solution', hint: later ? 'It may be found in the process.' : 'How it is put right.', rows: 6 })}`,
)}
${section('why', 'Objectives of the code', objectivesPart(view, asked.objectives))}
${section('impacts', 'Whom and what it affects', impactsPart(view, asked))}
${section('way', 'How it goes on', wayPart(view, asked))}
<button type="submit" class="govuk-button">Raise the proposal</button>`,
    PROPOSAL_FORM,
  );
}

const EFFECTS: readonly Choice[] = [
  { value: '', title: 'Neutral' },
  { value: 'better', title: 'Better served' },
  { value: 'worse', title: 'Less well served' },
];

function objectivesPart(view: View, objectives: Listed): Html {
  return html`<p class="pv-quiet">Optional. Those left alone are seen as neutral; of the others a reason is asked.</p>
${objectives.map(({ id, title }) => {
  const name = `objectives.${id}`;
  const rows = html`${selectField(view, { form: PROPOSAL_FORM, name: `${name}.effect`, label: `Effect on objective (${id})`, choices: EFFECTS })}
${longField(view, { form: PROPOSAL_FORM, name: `${name}.reason`, label: `Reason for objective (${id})`, rows: 2 })}`;
  return details(`(${id}) ${title}`, rows, enteredIn(view, name));
})}`;
}

function impactsPart(view: View, { parties, systems }: Asked): Html {
  return html`${checkGroup(view, 'parties', 'Categories of Parties that it affects (optional)', parties)}
${checkGroup(view, 'systems', 'Systems that it affects (optional)', systems)}
${longField(view, { form: PROPOSAL_FORM, name: 'documents', label: 'Documents of the code that it touches (optional)', hint: 'One on each line, such as Section G.', rows: 3 })}
${longField(view, { form: PROPOSAL_FORM, name: 'costs', label: 'Costs (optional)', hint: 'What it would cost whom, as far as that is known.', rows: 3 })}`;
}

function wayPart(view: View, { paths, urgencyGrounds, releases, timetable }: Asked): Html {
  const field = { form: PROPOSAL_FORM };
  const none = { value: '', title: 'None: it is left to the process' };
  const titled = (all: Listed): readonly Choice[] => all.map(({ id, title }) => ({ value: id, title }));
  const open = { value: '', title: 'None' };
  const coming = releases.map(({ title, day, scopeFreeze }) => ({
    value: formatDay(day),
    title: `${title}: ${writeDay(day)}${scopeFreeze === null ? '' : `, scope frozen on ${writeDay(scopeFreeze)}`}`,
  }));
  return html`${paths.length === 0 ? '' : radioField(view, { ...field, name: 'path', label: 'Path asked for', choices: [none, ...titled(paths)], value: '' })}
${
  urgencyGrounds.length === 0
    ? ''
    : details(
        'Ask for urgency',
        html`${checkGroup(view, 'urgent', 'Urgency', [{ id: 'true', title: 'It is urgent' }])}
${radioField(view, { ...field, name: 'urgencyGround', label: 'On what ground: there is', choices: titled(urgencyGrounds) })}
${longField(view, { ...field, name: 'urgencyReason', label: 'Why it is urgent', rows: 3 })}`,
        enteredIn(view, 'urgen'),
      )
}
${fieldGroup(
  view,
  {
    ...field,
    name: 'implementation',
    legend: 'When it would take effect (optional)',
    hint: 'With a release, or on a day of its own; left blank, the day is set once it is approved.',
  },
  html`${releases.length === 0 ? '' : selectField(view, { ...field, name: 'release', label: 'Release', choices: [open, ...coming] })}
${textField(view, { ...field, name: 'day', label: releases.length === 0 ? 'Day' : 'Another day', type: 'date', width: 'short' })}`,
)}
${
  timetable.length === 0
    ? html`<p class="pv-quiet">Nothing is planned for it of itself; a timetable can be set later.</p>`
    : details(
        'The timetable that it gets',
        html`<p class="pv-quiet">Planned from today as the rules allow, for one that is not urgent. It can be changed later.</p>
${table(
  'Timetable planned from today',
  [{ title: 'Step' }, { title: 'When' }],
  timetable.map(({ title, from, to }) => [title, writeSpan(from, to)]),
  { quiet: true, stack: true },
)}`,
      )
}`;
}

function checkGroup(view: View, name: string, legend: string, all: Listed): Html | string {
  if (all.length === 0) return '';
  const given = view.refusal?.form === PROPOSAL_FORM ? (view.refusal.entered[name] ?? []) : [];
  const boxes = all.map(
    ({ id, title }) =>
      html`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="${PROPOSAL_FORM}-${name}-${id}" name="${name}" type="checkbox" value="${id}"${given.includes(id) ? html` checked` : ''}><label class="govuk-label govuk-checkboxes__label" for="${PROPOSAL_FORM}-${name}-${id}">${title}</label></div>`,
  );
  return fieldGroup(
    view,
    { form: PROPOSAL_FORM, name, legend },
    html`<div class="govuk-checkboxes govuk-checkboxes--small">${boxes}</div>`,
  );
}

/** Whether something was entered in one of the fields that begin so, or one of them is at fault: what holds them then stands open. */
function enteredIn({ refusal }: View, start: string): boolean {
  if (refusal?.form !== PROPOSAL_FORM) return false;
  const inside = (name: string) => name.startsWith(start);
  const { entered, rejection } = refusal;
  return (
    inside(rejection.place?.field ?? '') ||
    Object.entries(entered).some(([name, values]) => inside(name) && values.some((value) => value.trim() !== ''))
  );
}
