import { refused } from '../../kernel/decider.ts';
import { type RejectionCode, rejection } from '../../kernel/rejection.ts';
import type { Meeting } from './meeting.ts';

/** Refuses what is done at another point of a meeting's life. */
export function outOfOrder(sentence: string, code: RejectionCode = 'meeting-out-of-order') {
  return refused(rejection(code, sentence));
}

/** That an agenda holds no such item. */
export function noItem(item: string, meeting: Pick<Meeting, 'id' | 'items'>) {
  const known = meeting.items.map(({ id }) => id).join(', ');
  const sentence = `The agenda of ${meeting.id} has no item "${item}"; expected ${known === '' ? 'none, for it is empty' : `one of ${known}`}.`;
  return refused(rejection('not-found', sentence, { place: { field: 'item' } }));
}

/** That reasons are missing; null when they are given. */
export function withoutReasons(reasons: string, act: string, field = 'reasons') {
  if (reasons.trim() !== '') return null;
  return refused(rejection('reasons-required', `${act} needs reasons.`, { place: { field } }));
}
