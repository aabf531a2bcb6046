import { join } from 'node:path';
import { expect, test } from 'vitest';
import { effectOfCase } from '../app/effect/effect-of-case.ts';
import { type EffectOptions, NO_OPTIONS } from '../app/effect/effect-options.ts';
import { day } from '../core/kernel/day.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../format/rulebook/load.ts';
import { effectAsText } from './effect-text.ts';

const read = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
if (!read.ok) throw new Error(read.faults[0]?.sentence);
const { case: given, rulebook } = read;
const readings = { 'g3-26-old': 'apply-now', 'g3-26-new': 'market-wide', 'licence-cover': 'own-system' };

function textOf(options: Partial<EffectOptions>): string {
  const result = effectOfCase(given, rulebook, { ...NO_OPTIONS, readings, ...options });
  return result.ok ? effectAsText(result.value) : result.rejection.sentence;
}

test('counts that hang on an unknown assessment are ranges, compared with what the assessor can make', () => {
  const text = textOf({});
  expect(text).toContain('Changed: 0 to 10 parties and 0 to 12 groups of systems.');
  expect(text).toContain('unplanned Full: 4 without, 1 to 4 with');
  expect(text).toContain('all Full: 7 (too many) without, 4 to 7 (may be too many) with');
  expect(text).toContain('booked assessments on their days (not the next ones on one day)');
  expect(text).toContain('Next assessment if made on 2018-11-08, without');
});

test('each change has the words that decide in either world and what they rest on', () => {
  const text = textOf({ party: 'cinderpath', assume: { 'first-smets1-enrolment': day('2019-03-01') } });
  expect(text).toContain('G3.26 lost [2018-11-08, 2019-03-01)\n    without: SEC G3.26 (version 5.20, read as:');
  expect(text).toMatch(/with: SEC G3\.26 \(version as modified by SECMP0065, read as: .*\) does not bind yet\./);
  expect(text).toContain('by SEC G3.26; SECMP0065 IMR v0.2 section 2; SECMP0065 IMR v0.2 section 3');
});

test('exposure at a booked assessment is told of both worlds, and why', () => {
  const text = textOf({ party: 'cinderpath', assume: { 'guidance-published': 'never' } });
  expect(text).toMatch(/cinderpath-2018 +2018-10-01 +verification +full +full +yes, yes +Without the modification/);
  expect(text).toContain('Bound while what it is assessed by does not exist yet:\n  without [2018-07-18, …); with');
});

test('a duty in whose place no licence duty stands is no gap in the cover', () => {
  expect(textOf({ party: 'cinderpath' })).toMatch(/G3\.27 .* no licence duty stands for it/);
});

test('a supposed late approval leaves the day unknown, one in time settles it, and none rules it out', () => {
  const said = (assume: EffectOptions['assume']) => textOf({ assume }).split('\n')[2];
  expect(said({ approval: day('2018-10-25') })).toContain('unknown, awaiting approval-implementation-date');
  expect(said({ approval: day('2018-10-24') })).toContain('2018-11-08 (decided; assumed: It is approved on 24 October');
  expect(said({ approval: 'never' })).toContain('never; assumed: It is never approved.');
  const dated = { approval: day('2018-10-25'), 'approval-implementation-date': day('2018-12-03') };
  expect(said(dated)).toContain('2018-12-03 (decided');
});

test('a supposition of a decision that nobody awaits, or that comes too early, is refused', () => {
  const refusal = (assume: EffectOptions['assume']) => textOf({ assume });
  expect(refusal({ 'approval-implementation-date': day('2018-12-03') })).toBe(
    '"approval-implementation-date" is not awaited; the implementation awaits approval.',
  );
  expect(refusal({ approval: day('2018-10-01') })).toContain('expected 5 October 2018 or a later day, or never');
});
