import { html } from 'hono/html';
import type { OutcomeView } from '../../app/condition/condition-view.ts';
import { type Html, tag } from '../page/parts.ts';

/** How an outcome is marked: true, false, another value, unknown, or an error. */
export type OutcomeKind = 'true' | 'false' | 'value' | 'unknown' | 'error';

/** The mark of an outcome. */
export function kindOf({ kind, value }: OutcomeView): OutcomeKind {
  if (kind !== 'value') return kind;
  return value === 'true' || value === 'false' ? value : 'value';
}

/** In a word or two: `true`, `unknown`, `12`. */
export function outcomeWords(outcome: OutcomeView): string {
  return outcome.kind === 'value' ? (outcome.value ?? '') : outcome.kind;
}

/** In a sentence's part: `unknown until guidance_published is known`. */
export function outcomeText({ kind, value, missing, sentence }: OutcomeView): string {
  switch (kind) {
    case 'value':
      return value ?? '';
    case 'unknown':
      return `unknown until ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} known`;
    case 'error':
      return `an error: ${sentence}`;
  }
}

/** The outcome as a tag. */
export function outcomeTag(outcome: OutcomeView): Html {
  const tones = { true: 'good', false: 'plain', value: 'plain', unknown: 'wait', error: 'bad' } as const;
  return html`${tag(outcomeWords(outcome), tones[kindOf(outcome)])}`;
}
