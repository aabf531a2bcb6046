import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { actForm, details, type Html, longField, textField } from '../page/parts.ts';
import { citationText, dayText, instantText } from '../page/words.ts';
import type { View } from '../site.ts';

type Act = ModificationView['next'][number];

/** Operations on a proposal that rests, which are of no step. */
export const REST_OPERATIONS = ['hold-modification', 'resume-modification', 'adopt-proposal'];

/** That a modification rests, since when, why and until when; nothing for one that goes on. */
export function restNotice({ id, holds, adoptable, status }: ModificationView): Html | string {
  if (adoptable !== null) {
    return html`<section class="pv-warning pv-rest" id="rest" aria-labelledby="rest-title"><h2 id="rest-title">Withdrawn, and open to adoption</h2>
<p>${adoptable.by} withdrew ${id} on ${dayText(adoptable.on)}${adoptable.reasons === '' ? '.' : html`: ${stopped(adoptable.reasons)}`} Its clocks stand still. Another can adopt it until ${instantText(adoptable.ends)}; then it goes on as theirs. Otherwise it ends as withdrawn.</p></section>`;
  }
  const hold = holds.at(-1);
  if (hold === undefined || hold.to !== null || status === 'closed') return '';
  return html`<section class="pv-warning" id="rest" aria-labelledby="rest-title"><h2 id="rest-title">On hold</h2>
<p>${hold.by} put ${id} on hold on ${dayText(hold.from)}: ${stopped(hold.reasons)} Its clocks stand still, and nothing is overdue. ${
    hold.planned === null
      ? 'No day has been given on which it goes on.'
      : html`It goes on by itself on ${dayText(hold.planned)}.`
  }</p></section>`;
}

/** Words as a sentence, whether or not who wrote them closed it. */
function stopped(words: string): string {
  return /[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`;
}

/** How the tracker says that it rests; null for one that goes on. */
export function restWord({ holds, adoptable, status }: ModificationView): string | null {
  if (status === 'closed') return null;
  if (adoptable !== null) return 'open to adoption';
  return holds.at(-1)?.to === null ? 'on hold' : null;
}

/** The times in which it rested and who took it on from whom, for the facts; nothing where neither happened. */
export function restFacts({ holds, adoptions }: ModificationView): readonly (readonly [string, Html])[] {
  const rested = holds.map(
    ({ from, to, reasons }) =>
      html`<li>${dayText(from)} ${to === null ? 'until now' : html`to ${dayText(to)}`}: ${reasons}</li>`,
  );
  const taken = adoptions.map(
    ({ proposer, before, on }) => html`<li>${proposer.name} from ${before.name}, ${dayText(on)}</li>`,
  );
  return [
    ...(rested.length === 0 ? [] : [['On hold', html`<ul class="govuk-list">${rested}</ul>`] as const]),
    ...(taken.length === 0 ? [] : [['Adopted by', html`<ul class="govuk-list">${taken}</ul>`] as const]),
  ];
}

/** Whether somebody may do what a proposal that rests waits for; the rules decide again when it is tried. */
export function mayRest(
  person: { readonly role: string; readonly party?: string | null },
  { proposer, adoptions }: ModificationView,
  operation: string,
): boolean {
  const isProposers = person.role === 'party' ? person.party === proposer.id : adoptions.length === 0;
  if (operation === 'adopt-proposal') return person.party != null && person.party !== proposer.id;
  return !['party', 'proposer'].includes(person.role) || isProposers;
}

/** The form of an act on a modification that rests. */
export function restForm(view: View, { id, title, holds }: ModificationView, { operation, step }: Act): Html | null {
  const form = `${operation}-${step}`;
  const reasons = longField(view, { form, name: 'reasons', label: 'Reasons' });
  const of = (fields: Html, button: string, done: string) =>
    actForm(view, {
      operation: { room: 'modification', name: operation ?? '' },
      id: form,
      input: { modification: id },
      fields,
      button,
      buttonDetail: `${id} ${title}`,
      done,
    });
  switch (operation) {
    case 'resume-modification':
      return of(reasons, 'Take it off hold', `${id} goes on.`);
    case 'hold-modification': {
      const planned = holds.at(-1)?.planned ?? null;
      return of(
        html`${dayField(view, form, planned === null ? '' : formatDay(planned))}${reasons}`,
        'Give the day',
        `The day on which ${id} goes on is given.`,
      );
    }
    case 'adopt-proposal':
      return of(reasons, 'Adopt it', `${id} is yours now, and goes on.`);
    default:
      return null;
  }
}

/** The way to put an open modification on hold; nothing for who may not. */
export function holdPart(view: View, modification: ModificationView): Html | string {
  const { id, title, hold } = modification;
  if (hold === null || view.session === null || !hold.roles.includes(view.actor.role)) return '';
  if (!mayRest(view.actor, modification, 'hold-modification')) return '';
  const form = 'hold-modification';
  const content = actForm(view, {
    operation: { room: 'modification', name: form },
    id: form,
    input: { modification: id },
    fields: html`<p>Its clocks then stand still, and nothing else can be done until it goes on. Clause: ${citationText(hold.citation)}.</p>
${longField(view, { form, name: 'reasons', label: 'Reasons' })}${dayField(view, form, '')}`,
    button: 'Put on hold',
    buttonDetail: `${id} ${title}`,
    done: `${id} is on hold.`,
    secondary: true,
  });
  return details('Put it on hold', content, view.refusal?.form === form);
}

function dayField(view: View, form: string, value: string): Html {
  return textField(view, {
    form,
    name: 'until',
    label: 'The day on which it goes on',
    hint: 'Left blank, until somebody takes it off hold.',
    type: 'date',
    width: 'short',
    value,
  });
}
