import { html } from 'hono/html';
import { type Day, formatDay, writeDay } from '../../core/kernel/day.ts';
import { parseInstant } from '../../core/kernel/instant.ts';
import { type Html, tag } from '../page/parts.ts';
import { dayText, instantText } from '../page/words.ts';
import { type Asked, baseOf, permanentOf } from './asked.ts';

/** How the words that are shown stand to those of today. */
export type Currency = 'current' | 'future' | 'changed' | 'gone' | 'absent';

/** What is being read, for the bar that stays in view and the head of printed pages. */
export interface Bar {
  readonly instrument: { readonly id: string; readonly shortTitle: string; readonly notice: string };
  /** Name of the provision; null for the instrument. */
  readonly name: string | null;
  /** The name that its canonical address has, where another leads to it too. */
  readonly canonicalName: string | null;
  readonly label: string | null;
  readonly on: Day;
  readonly asked: Asked;
  readonly currency: Currency;
}

const SAYS: Readonly<Record<Currency, readonly [string, 'good' | 'wait' | 'bad' | 'plain']>> = {
  current: ['Current text', 'good'],
  future: ['Not yet in force', 'wait'],
  changed: ['Not current: changed since', 'bad'],
  gone: ['Not current: no longer in the text', 'bad'],
  absent: ['No text on this day', 'plain'],
};

/** Instrument, version, day and whether that is the current text: always in view, and on paper. */
export function readingBar(bar: Bar): Html {
  const { instrument, name, label, on, asked, currency } = bar;
  const known = asked.knownAt === null ? null : parseInstant(asked.knownAt);
  const [says, tone] = SAYS[currency];
  return html`<div class="pv-bar pv-bar-${currency}" role="region" aria-label="What you are reading"><p>
<strong>${instrument.shortTitle}${name === null ? '' : ` ${name}`}</strong>
<span>${label === null ? 'no version' : `version ${label}`}</span>
<span>as in force on ${dayText(on)}</span>
${known === null ? '' : html`<span>as known at ${instantText(known)}</span>`}
${tag(says, tone)}
<a href="${permanentOf(instrument.id, name, formatDay(on))}">Permanent link<span class="govuk-visually-hidden"> to this text on ${writeDay(on)}</span></a>
</p></div>`;
}

/** Says plainly that what is shown is not what holds today, and leads to what does. */
export function currencyNotice({ instrument, name, on, currency, asked }: Bar, today: Day): Html | string {
  const now = html`<a href="${baseOf(instrument.id, name)}?on=${formatDay(today)}">Read the text of today</a>`;
  const known = asked.permanence === 'not-asked' && asked.knownAt !== null;
  switch (currency) {
    case 'future':
      return html`<p class="pv-warning"><strong>Not yet in force.</strong> These words are to hold on ${dayText(on)}, as far as is known; they do not hold today. ${now}.</p>`;
    case 'changed':
      return html`<p class="pv-warning"><strong>Not the current text.</strong> ${known ? 'The record says otherwise today.' : html`It reads otherwise today.`} ${now}.</p>`;
    case 'gone':
      return html`<p class="pv-warning"><strong>Not the current text.</strong> Nothing of this name is in the text today.</p>`;
    default:
      return '';
  }
}

/** What the margins of every printed page say. */
export function runningHead({ instrument, name, label, on, asked, currency }: Bar): {
  readonly head: string;
  readonly foot: string;
} {
  const known = asked.knownAt === null ? '' : `, as known at ${asked.knownAt.slice(0, 16).replace('T', ' ')} UTC`;
  const version = label === null ? '' : `, version ${label}`;
  const state = currency === 'current' ? '' : ` – ${SAYS[currency][0].toUpperCase()}`;
  return {
    head: `${instrument.shortTitle}${name === null ? '' : ` ${name}`}${version}, as in force on ${writeDay(on)}${known}${state}`,
    foot: /^.{0,150}\.(?=\s|$)/s.exec(instrument.notice)?.[0] ?? instrument.notice,
  };
}
