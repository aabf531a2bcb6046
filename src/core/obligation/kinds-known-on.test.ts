import { expect, test } from 'vitest';
import { shippedCase } from '../../../test/support/case.ts';
import { day } from '../kernel/day.ts';
import { kindsKnownOn } from './derived-facts.ts';
import { knowledgeOf } from './knowledge.ts';

const { rulebook } = await shippedCase();
const { factKinds } = rulebook;
const untilOn = (text: string) =>
  knowledgeOf(kindsKnownOn(factKinds, day(text)), [], []).about('guidance-published', null).notBefore;

test('nothing is known beyond the day on which it is asked, though a source that came later speaks of more', () => {
  expect(untilOn('2018-10-05')).toBe(day('2018-10-05'));
});

test('nothing more is known after the last day of which any source speaks', () => {
  expect(untilOn('2018-12-01')).toBe(day('2018-10-09'));
});
