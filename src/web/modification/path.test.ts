import { expect, test } from 'vitest';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { day } from '../../core/kernel/day.ts';
import { sentBackFacts } from './path.ts';

test('the facts name the day of a send-back in plain words', () => {
  const sent = { on: day('2018-11-02'), title: 'Decision', outcome: 'Sent back', reasons: 'Costs.' };
  const sentBack = [{ ...sent, directions: null, steps: [] }] as unknown as ModificationView['sentBack'];
  const [[label] = []] = sentBackFacts({ sentBack } as ModificationView);
  expect(label).toBe('Sent back on 2 November 2018');
});
