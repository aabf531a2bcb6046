import { html } from 'hono/html';
import type { Certainty, Citation } from '../../core/kernel/citation.ts';
import { type Day, formatDay, writeDay } from '../../core/kernel/day.ts';
import { type Instant, writeInstant } from '../../core/kernel/instant.ts';
import type { Html } from './parts.ts';

/** A day that machines read too. */
export function dayText(on: Day): Html {
  return html`<time datetime="${formatDay(on)}">${writeDay(on)}</time>`;
}

/** `17:00 on 19 October 2018`, London time, or `the end of 12 October 2018`. */
export function instantText(at: Instant): Html {
  return html`<time datetime="${at}">${writeInstant(at)}</time>`;
}

/** When something was kept by the wall clock, which in a demonstration is not the clock of the record. */
export function keptText(at: Instant, now = Date.now()): Html {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000);
  const ago = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'} ago`;
  const words =
    minutes < 1
      ? 'a moment ago'
      : minutes < 60
        ? ago(minutes, 'minute')
        : minutes < 24 * 60
          ? ago(Math.floor(minutes / 60), 'hour')
          : ago(Math.floor(minutes / (24 * 60)), 'day');
  return html`<time datetime="${at}">${words}</time>`;
}

/** What each mark of certainty means. */
export const CERTAINTY_MEANS: Record<Certainty, string> = {
  stated: 'Stated in the report of the case.',
  public: 'Stated in another public source.',
  derived: 'Worked out from what is stated.',
  unverified: 'Recalled and not confirmed: check it before you rely on it.',
  illustrative: 'Invented by us to show how it works.',
};

/** The mark of how sure a fact is; facts that are stated carry none unless `always`. */
export function certaintyMark(certainty: Certainty, always = false): Html | string {
  if (!always && (certainty === 'stated' || certainty === 'public')) return '';
  return html`<span class="pv-certainty pv-certainty-${certainty}" title="${CERTAINTY_MEANS[certainty]}">${certainty}</span>`;
}

/** `SEC D2.6` with its mark. */
export function citationText(citation: Citation): Html {
  const place = citation.clause === null ? citation.source : `${citation.source} ${citation.clause}`;
  return html`<cite class="pv-cite">${place}</cite>${certaintyMark(citation.certainty)}`;
}

/** Several citations, each named once. */
export function citationList(citations: readonly Citation[]): Html {
  const seen = new Map(citations.map((citation) => [`${citation.source} ${citation.clause}`, citation]));
  return html`${[...seen.values()].map((citation, at) => html`${at === 0 ? '' : '; '}${citationText(citation)}`)}`;
}
