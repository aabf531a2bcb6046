import { html } from 'hono/html';
import type { RecordedEvent } from '../../app/ports.ts';
import { type Html, textField } from '../page/parts.ts';
import { instantText } from '../page/words.ts';
import type { View } from '../site.ts';

/** Everything that happened, the latest first, with a way to see the modification as it was known on a day. */
export function historyPart(view: View, id: string, events: readonly RecordedEvent[], knownOn: string | null): Html {
  return html`<form class="pv-form pv-filter" method="get" action="/modifications/${id}" aria-label="Choose as of when">
${textField(view, { form: 'known', name: 'knownAt', label: 'Show it as it was known on', type: 'date', value: knownOn ?? '', width: 'short' })}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>
<ol class="pv-history" reversed>${events
    .toReversed()
    .map(
      ({ event, actor, recordedAt }) =>
        html`<li><p><strong>${titleOf(event)}</strong></p><p class="pv-quiet">${instantText(recordedAt)}, ${actor.name}</p></li>`,
    )}</ol>
<p><a href="/record/log/modification/${id}">The log with every hash</a></p>`;
}

function titleOf(event: RecordedEvent['event']): string {
  const words = event.type.replaceAll('-', ' ');
  const kind = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  const step = 'step' in event ? `: ${event.step.replaceAll('_', ' ')}` : '';
  return `${kind}${step}${outcomeOf(event)}`;
}

function outcomeOf(event: RecordedEvent['event']): string {
  switch (event.type) {
    case 'determination-made':
    case 'ballot-closed':
      return `, ${event.outcome}`;
    case 'vote-cast':
      return `, ${event.seat}: ${event.position}`;
    case 'response-received':
      return `, ${event.party}: ${event.stance}`;
    default:
      return '';
  }
}
