import { writeRange } from '../core/assurance/count-range.ts';
import type { JointEffect } from '../core/assurance/joint-effect.ts';
import { changeSentence } from '../core/document/change-counts.ts';
import { orderSentences } from '../core/document/joint-order.ts';
import { effectAsText } from './effect-text.ts';
import { asColumns } from './text.ts';

/** Several modifications as a person reads them at the command line: counts alone and together, the order, then the whole of them together. */
export function jointEffectAsText(joint: JointEffect): string {
  const rows = [...joint.alone, joint.together].map(({ modification, combinations: [first] }) => [
    modification,
    first === undefined ? '' : writeRange(first.counts.partiesChanged),
    first === undefined ? '' : writeRange(first.counts.groupsChanged),
    first === undefined ? '' : changeSentence(first.counts),
  ]);
  return [
    asColumns(['Modification', 'Parties changed', 'Groups changed', 'Of the parties'], rows),
    orderSentences(joint).join('\n'),
    effectAsText(joint.together),
  ].join('\n\n');
}
