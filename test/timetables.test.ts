import { join } from 'node:path';
import { expect, test } from 'vitest';
import { operations } from '../src/app/operations.ts';
import { processesOf } from '../src/app/rulebook/processes.ts';
import type { Command, Runtime } from '../src/cli/command.ts';
import { timetableDiff, timetablePlan } from '../src/cli/commands/timetable.ts';
import { day } from '../src/core/kernel/day.ts';
import { evolve } from '../src/core/modification/evolve.ts';
import { NO_PROPOSAL, type ProposalLife } from '../src/core/modification/state.ts';
import { planTimetable } from '../src/core/modification/timetable/plan.ts';
import { casesOnDisk, loadCase, loadRulebook, SHIPPED_RULEBOOKS, shippedCodes } from '../src/format/rulebook/load.ts';

const CASE = join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065');
const runtime = {
  cases: casesOnDisk(new Map(operations.map(({ name, input }) => [name, input]))),
} as unknown as Runtime;

async function run(command: Command, options: Readonly<Record<string, string>>) {
  const values = new Map(Object.entries({ case: CASE, ...options }).map(([name, value]) => [name, [value]]));
  return command.run({ positionals: [], values, switches: new Set() }, runtime);
}

async function textOf(command: Command, options: Readonly<Record<string, string>>): Promise<string> {
  const ran = await run(command, options);
  if (!ran.ok) throw new Error(ran.rejection.sentence);
  return ran.value.text;
}

test('SECMP0065, planned urgently from the day on which it was raised, is what its report plans', async () => {
  const text = await textOf(timetablePlan, { from: '2018-10-05' });
  expect(text).toMatch(/^SECMP0065: planned forward as an urgent proposal/);
  expect(text).toMatch(/Release: November 2018, 8 November 2018 \(scheduled\)/);
  expect(text).toMatch(/4 of 4 steps stay as they are/);
});

test('without urgency the command says how far behind November it is, and what would have to be when', async () => {
  const text = await textOf(timetablePlan, { from: '2018-10-05', urgent: 'no', release: 'November 2018' });
  expect(text).toMatch(/THE RELEASE IS NOT MET/);
  expect(text).toMatch(/Change Board vote +the Code Administrator +2018-10-24 +2018-10-17 +2018-10-24 +-43/);
  const difference = await textOf(timetableDiff, { from: '2018-10-05', urgent: 'no' });
  expect(difference).toMatch(/“Change Board vote” is 43 Working Days later, on 24 December 2018 instead of 24 October/);
});

test.each([
  [{ release: 'Michaelmas' }, /No release "Michaelmas" is recorded; expected a day, or one of November 2018/],
  [{ from: '2018-10-32' }, /"2018-10-32" is not a day/],
  [{ from: '2018-10-05', release: '2018-10-01' }, /is before 5 October 2018/],
  [{ suppose: 'pathway=agreed' }, /has no step "pathway"; expected one of raise/],
  [{ 'window-days': 'ten' }, /windowDays/],
])('%j is refused with what was expected', async (options, sentence) => {
  const ran = await run(timetablePlan, options);
  expect(ran.ok ? '' : ran.rejection.sentence).toMatch(sentence);
});

test('every process that comes with the program can be planned from end to end, and says what it supposes', async () => {
  const read = await Promise.all((await shippedCodes()).map((code) => loadRulebook(join(SHIPPED_RULEBOOKS, code))));
  const given = await loadCase(CASE);
  if (!given.ok) throw new Error('the case does not load');
  const processes = processesOf(read.flatMap((one) => (one.ok ? [one.rulebook] : [])));
  expect(processes).toHaveLength(5);
  const from = day('2020-03-02');
  for (const { rules } of processes) {
    const { id } = rules.profile;
    const raised = { content: given.case.proposal, raisedOn: from, profile: id, rulebook: 'r' };
    const life = evolve(NO_PROPOSAL, { type: 'proposal-raised', ...raised }) as ProposalLife;
    const planned = planTimetable(life, rules, {
      from,
      begun: false,
      direction: 'forward',
      target: null,
      supposed: {},
      given: { consultation: 10, window: 10 },
    });
    if (!planned.ok) throw new Error(`${id}: ${planned.fault}`);
    const { rows, release, notes } = planned.plan;
    expect(rows.map((row) => row.from)).toEqual(rows.map((row) => row.from).toSorted((a, b) => a - b));
    expect(rows.every((row) => row.reasons.length > 0 && row.from <= row.to)).toBe(true);
    expect(release?.day, id).toBeGreaterThan(from);
    expect(notes.length, id).toBeGreaterThan(0);
  }
});
