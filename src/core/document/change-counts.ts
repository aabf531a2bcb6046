import { type CountRange, writeRange } from '../assurance/count-range.ts';
import type { EffectCounts } from '../assurance/effect.ts';
import { sentenceCase } from './prose.ts';

/** What the Parties that are counted as changed come to, and those that are bound in other words beside them: one sentence. */
export function changeSentence({
  partiesGaining,
  partiesLosing,
  partiesOtherwise,
  partiesReworded,
}: Pick<EffectCounts, 'partiesGaining' | 'partiesLosing' | 'partiesOtherwise' | 'partiesReworded'>): string {
  const parts = [
    said(partiesGaining, 'comes under a duty', 'come under a duty'),
    said(partiesLosing, 'is freed from a duty', 'are freed from a duty'),
    said(partiesOtherwise, 'owes a duty otherwise', 'owe a duty otherwise'),
    said(partiesReworded, 'is bound in both worlds in other words', 'are bound in both worlds in other words'),
  ];
  return sentenceCase(`${parts.join(', ')}.`);
}

function said(range: CountRange, one: string, many: string): string {
  return `${range.most === 0 ? 'none' : writeRange(range)} ${range.most === 1 ? one : many}`;
}
