import { expect, test } from 'vitest';
import { shippedCase } from '../../../test/support/case.ts';
import { day } from '../../core/kernel/day.ts';
import { instantOn } from '../../core/kernel/instant.ts';
import type { Runtime } from '../command.ts';
import { run } from '../run.ts';
import { conditionCheck, conditionEval, conditionExplain } from './condition.ts';

const { rulebook } = await shippedCase();
const recordless = {
  clock: { now: () => instantOn(day('2018-10-05'), '10:00') },
  rulebooks: { current: async () => rulebook },
};

/** Runs the command without a record: what a condition comes to over given values needs none. */
async function condition(...words: readonly string[]): Promise<{ exit: number; out: string }> {
  const said: string[] = [];
  const output = { out: (text: string) => said.push(text), error: (text: string) => said.push(text) };
  const commands = [conditionCheck, conditionEval, conditionExplain];
  const exit = await run(commands, ['condition', ...words], { recordless } as unknown as Runtime, output);
  return { exit, out: said.join('\n') };
}

test('a condition with a fault is told with its place marked, and the exit code says so', async () => {
  const fault =
    'line 2, column 3: expected a name that is declared, found "system_enroled"; did you mean "system_enrolled"?';
  expect(await condition('check', 'devices_operated > 3 &&\n  system_enroled')).toEqual({
    exit: 1,
    out: `${fault}\n    system_enroled\n    ^`,
  });
  expect((await condition('check', 'system_enrolled || on < day("2018-11-08")')).exit).toBe(0);
});

test('a condition that begins with "-" is no option, and the help names what there is', async () => {
  expect((await condition('check', '-"a"')).out).toContain('line 1, column 2: expected a number');
  expect((await condition('check', '-devices_operated < 3')).exit).toBe(0);
  expect((await condition('check', '-x')).out).toContain('(a value that begins with "-" is given last, after --)');
  const example = 'party_category == "large-supplier" && on >= system_enrolled_day + days(30)';
  expect((await condition('check', '--help')).out).toContain(example);
  expect((await condition('check', example)).exit).toBe(0);
  expect((await condition('check', 'category == "x"')).out).toContain('did you mean "party_category"?');
});

test('a condition is evaluated over given values, on a day and over all days', async () => {
  const text = 'system_enrolled && on < months(system_enrolled_day, 6, "end-of-month")';
  expect(await condition('eval', text, '--given', 'system_enrolled=2018-08-31', '--on', '2018-10-12')).toEqual({
    exit: 0,
    out: [
      'On 2018-10-12: true',
      '  system_enrolled: true',
      '  system_enrolled_day: day("2018-08-31")',
      'before 2018-08-31: false',
      'from 2018-08-31 until before 2019-02-28: true',
      'from 2019-02-28 on: false',
    ].join('\n'),
  });
  expect((await condition('eval', 'guidance_published')).out).toContain('unknown until guidance_published is known');
});

test('a condition is explained by the parts that decide, with what they rest on', async () => {
  const text = 'guidance_published || (devices_operated > 3).cite("SEC", "G3.26", "illustrative")';
  expect(await condition('explain', text, '--given', 'devices_operated=5')).toEqual({
    exit: 0,
    out: [
      'On 2018-10-05:',
      'guidance_published || devices_operated > 3: true',
      '  devices_operated > 3: true [SEC G3.26 (illustrative)]',
      '    devices_operated: 5',
    ].join('\n'),
  });
});

test.each([
  ['on >= workingDays(day("2049-01-01"), 3)', 'lies outside the calendar england-and-wales, which covers 2010-01-01'],
  ['a && '.repeat(1_000_000), 'line 1, column 4001: expected a condition of at most 4000 characters, found more'],
  ['devices_operated + 9007199254740991 > 0', 'lies outside -9007199254740991 to 9007199254740991'],
  ['devices_operated / 0 > 1', 'devices_operated / 0 divides by zero'],
])('%.40s is answered by one sentence', async (text, sentence) => {
  expect((await condition('eval', text, '--given', 'devices_operated=5')).out).toContain(sentence);
});
