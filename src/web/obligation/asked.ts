import { html } from 'hono/html';
import { type Day, formatDay } from '../../core/kernel/day.ts';
import { endOfDay } from '../page/asked.ts';
import { type Html, textField } from '../page/parts.ts';
import type { View, WebContext } from '../site.ts';

/** On which day, as known when, obligations are shown. */
export interface Asked {
  /** As the address gives it; null for today. */
  readonly on: string | null;
  readonly onDay: Day;
  /** As a person gave it, a day or an instant; and the instant that it stands for. */
  readonly known: string | null;
  readonly knownAt: string | null;
}

/** Reads what is asked from the address. `onDay` is today until an answer says otherwise. */
export function askedOf(c: WebContext): Asked {
  const given = (name: string) => c.req.query(name)?.trim() || null;
  const known = given('knownAt');
  return { on: given('on'), onDay: c.get('view').today, known, knownAt: endOfDay(known) };
}

/** The query that asks for the same day and knowledge, with `?`; empty for today as it stands. */
export function queryOf({ on, known }: Asked, more: Readonly<Record<string, string>> = {}): string {
  const given = { ...more, ...(on === null ? {} : { on }), ...(known === null ? {} : { knownAt: known }) };
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString();
  return query === '' ? '' : `?${query}`;
}

/** The page of an obligation, on the same day. */
export function obligationHref(id: string, asked: Asked): string {
  return `/obligations/${encodeURIComponent(id)}${queryOf(asked)}`;
}

/** The page of a provision, on the same day. */
export function provisionHref(instrument: string, reference: string, { onDay, known }: Asked): string {
  const query = new URLSearchParams({ on: formatDay(onDay), ...(known === null ? {} : { knownAt: known }) });
  return `/${encodeURIComponent(instrument)}/${encodeURIComponent(reference)}?${query}`;
}

/** Where a reader chooses the day and as of when the record is read. */
export function askingForm(view: View, action: string, asked: Asked): Html {
  const form = 'asked';
  return html`<form class="pv-form pv-filter" method="get" action="${action}" aria-label="Choose the day">
${textField(view, { form, name: 'on', label: 'On', type: 'date', width: 'short', value: asked.on ?? formatDay(asked.onDay) })}
${textField(view, { form, name: 'knownAt', label: 'As known at the end of', type: 'date', width: 'short', value: asked.known ?? '' })}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>`;
}
