import type { Timeline } from '../../code/version.ts';
import type { ProposalLife } from '../state.ts';
import { type TextAtLast, textAtLast } from '../text/pending-text.ts';
import type { Alternative } from './alternative.ts';

/**
 * The legal text of an alternative mapped over every version since the one that it was drafted against, as that of the
 * proposal is when the alternative is approved. What was settled is about the proposal's own words and is not followed.
 */
export function alternativeAtLast(
  timeline: Timeline,
  { content }: Pick<ProposalLife, 'content'>,
  { amendments, against, on }: Pick<Alternative, 'amendments' | 'against' | 'on'>,
): TextAtLast {
  const legalText = { amendments, against, since: on, revision: 1, over: null };
  return textAtLast(timeline, { content, legalText, resolutions: [] });
}
