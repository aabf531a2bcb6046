import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import type { RecordedEvent } from '../../app/ports.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { writeInstant } from '../../core/kernel/instant.ts';
import { details, type Html, textField } from '../page/parts.ts';
import { instantText } from '../page/words.ts';
import { sentenceCase } from '../register/register.page.ts';
import type { View } from '../site.ts';

/** How many of the latest events stand open. */
const LATEST = 10;

/** Everything that happened, the latest first and what is earlier folded, with a way to see the modification as it was known on a day. */
export function historyPart(
  view: View,
  id: string,
  events: readonly RecordedEvent[],
  knownOn: string | null,
  names: Names,
): Html {
  const [latest, earlier] = [events.toReversed().slice(0, LATEST), events.toReversed().slice(LATEST)];
  return html`<form class="pv-form pv-filter" method="get" action="/modifications/${id}" aria-label="Choose as of when">
${textField(view, { form: 'known', name: 'knownAt', label: 'Show it as it was known on', type: 'date', value: knownOn ?? '', width: 'short' })}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>
${latest.length === 0 ? '' : listOf(latest, events.length, names)}
${earlier.length === 0 ? '' : details(earlier.length === 1 ? 'One earlier event' : `${earlier.length} earlier events`, listOf(earlier, earlier.length, names))}
<p><a href="/record/log/modification/${id}">The log with every hash</a> · <a href="/notices?modification=${id}">What people were told, and the feed to follow it</a></p>`;
}

function listOf(events: readonly RecordedEvent[], start: number, names: Names): Html {
  return html`<ol class="pv-history" reversed start="${start}">${events.map(
    ({ event, actor, recordedAt }) =>
      html`<li><p><strong>${titleOf(event, names)}</strong></p><p class="pv-quiet">${instantText(recordedAt)}, ${actor.name}</p></li>`,
  )}</ol>`;
}

/** What stands for itself in an event, by id with its name: steps with their outcomes, seats, Parties. */
export interface Names {
  readonly steps: ModificationView['steps'];
  readonly seats: ReadonlyMap<string, string>;
  readonly parties: ReadonlyMap<string, string>;
}

function titleOf(event: RecordedEvent['event'], names: Names): string {
  const step = 'step' in event ? names.steps.find((one) => one.id === event.step) : undefined;
  const what = 'step' in event ? `: ${step?.title ?? event.step.replaceAll('_', ' ')}` : '';
  const how = outcomeOf(event, step, names);
  return `${sentenceCase(event.type.replaceAll('-', ' '))}${what}${how === '' ? '' : ` – ${how}`}`;
}

function outcomeOf(event: RecordedEvent['event'], step: Names['steps'][number] | undefined, names: Names): string {
  switch (event.type) {
    case 'determination-made':
    case 'ballot-closed': {
      const title = step?.outcomes.find((one) => one.id === event.outcome)?.title ?? event.outcome;
      return title.toLowerCase();
    }
    case 'vote-cast':
      return `${names.seats.get(event.seat) ?? event.seat}, ${event.position}`;
    case 'response-received':
      return `${names.parties.get(event.party) ?? event.party}, ${event.stance ?? 'view confidential'}${event.late ? ', late' : ''}`;
    case 'questionnaire-set':
      return `version ${event.version}`;
    case 'consultation-extended':
      return `to ${writeInstant(event.closes)}: ${event.reasons}`;
    case 'decision-referred':
      return `by ${names.parties.get(event.party) ?? event.party}`;
    case 'part-implemented':
      return `part ${event.part}, version ${event.label}`;
    case 'timetable-answered':
      return event.agreed ? 'agreed' : 'refused';
    case 'timetable-proposed':
    case 'proposal-withdrawn':
    case 'modification-held':
    case 'modification-resumed':
      return event.reasons;
    case 'hold-planned':
      return `goes on on ${writeDay(event.until)}`;
    case 'path-changed':
      return step?.outcomes.find((one) => one.id === event.outcome)?.title ?? event.outcome;
    case 'proposal-adopted':
      return `by ${event.proposer.name}`;
    case 'proposal-closed':
      return event.title.toLowerCase();
    default:
      return '';
  }
}
