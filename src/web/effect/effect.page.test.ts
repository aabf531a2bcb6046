import { join } from 'node:path';
import { expect, test } from 'vitest';
import { effectOfCase } from '../../app/effect/effect-of-case.ts';
import { NO_OPTIONS } from '../../app/effect/effect-options.ts';
import { type Day, day, formatDay } from '../../core/kernel/day.ts';
import type { Case } from '../../core/rulebook/case.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../../format/rulebook/load.ts';
import type { View } from '../site.ts';
import { effectPage } from './effect.page.ts';

const read = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
if (!read.ok) throw new Error(read.faults[0]?.sentence);
const { case: given, rulebook } = read;
const view: Omit<View, 'site'> = {
  session: null,
  actor: { id: 'reader', name: 'A reader', role: 'public' },
  today: day('2018-10-05'),
  path: '/modifications/SECMP0065/effect',
  token: '',
  refusal: null,
  done: null,
};

function textOf(assume: Record<string, Day | 'never'>, recorded: Case['facts'] = []): string {
  const effect = effectOfCase({ ...given, facts: [...given.facts, ...recorded] }, rulebook, { ...NO_OPTIONS, assume });
  if (!effect.ok) throw new Error(effect.rejection.sentence);
  const { factKinds, wordings: own } = rulebook;
  const wordings = [...own, ...given.proposal.wordings];
  const page = effectPage(view as View, {
    effect: effect.value,
    joint: null,
    wordings,
    factKinds,
    fields: new Map(
      Object.entries(assume).map(([event, on]) => [`assume.${event}`, on === 'never' ? on : formatDay(on)]),
    ),
    modification: 'SECMP0065',
    others: [],
    unsettled: 0,
  });
  return String(page.body)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

test('the page counts what is unknown as a range, against what the assessor can make', () => {
  const text = textOf({});
  expect(text).toContain(
    '0 to 10 None come under a duty, 0 to 10 are freed from a duty, none owe a duty otherwise, 0 to 10 are bound in both worlds in other words. 0 to 12 7 (too many) → 4 to 7 (may be too many) 4 → 1 to 4 4',
  );
  expect(text).toContain('Assessments are counted as they are booked, on their own days.');
  expect(textOf({ 'first-smets1-enrolment': 'never' })).toContain('7 (too many) → 4 4 → 1 4');
});

test('the page says of an unknown type what it can be, and of a duty without cover that none is meant to stand for it', () => {
  const text = textOf({});
  expect(text).toContain('unknown: verification or full');
  expect(text).not.toMatch(/first[- ]smets1[- ]enrolment|guidance[- ]published(?! )/);
  expect(text).toContain('it depends on “The first SMETS1 Devices of the market are enrolled in the DCC”');
  expect(text).toContain('G3.27: no licence duty stands for it');
});

test('a decision that is supposed never to come is said on the page', () => {
  expect(textOf({ approval: 'never' })).toContain('It does not take effect. Assumed: It is never approved.');
});

test('readings that differ in nothing settled are told with what each waits for', () => {
  const text = textOf({});
  expect(text).toContain(
    'nothing settled differs; they wait for different events: so read for “The systems are enrolled',
  );
  expect(text).toContain('and as it is shown for “The first SMETS1 Devices of the market are enrolled in the DCC”.');
});

test('a supposition that the record overrules is said not to count, and is not shown as if it did', () => {
  const [known] = given.facts;
  if (known === undefined) throw new Error('the case has no facts');
  const event = 'first-smets1-enrolment';
  const fact = { ...known, id: 'first', kind: event, subject: null, effectiveOn: day('2019-10-01') };
  const text = textOf({ [event]: day('2018-11-20') }, [fact]);
  expect(text).toContain('the record already says 1 October 2019; 20 November 2018, which is supposed, does not count');
  expect(text).not.toContain('If this is on a day: The first SMETS1');
  expect(textOf({ [event]: day('2018-11-20') })).not.toContain('does not count');
});
