import { describe, expect, test } from 'vitest';
import { rulesWith } from '../src/app/modification/proposals.ts';
import { day, formatDay } from '../src/core/kernel/day.ts';
import type { History } from '../src/core/modification/history/history.ts';
import { retell } from '../src/core/modification/history/retell.ts';
import { loadRulebook, SHIPPED_RULEBOOKS } from '../src/format/rulebook/load.ts';

const read = await loadRulebook(`${SHIPPED_RULEBOOKS}/sec`);
if (!read.ok) throw new Error(read.faults[0]?.sentence);
const { rulebook } = read;

function told(history: History) {
  const profile = rulebook.profiles.find((one) => one.id === history.profile);
  if (profile === undefined) throw new Error(`no profile ${history.profile}`);
  return retell(history, rulesWith(rulebook, profile));
}

function shipped(id: string): History {
  const found = rulebook.histories.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no history ${id}`);
  return found;
}

describe('what is known of a real modification', () => {
  // Working Days exclude the first day, England and Wales, as the public registers count them.
  test.each([
    ['SECMP0026', 'Implemented', [null, 15]],
    ['SECMP0065', 'Implemented', [null, 5, 1, 4, 3, 11]],
    ['MP112', 'Implemented', [null, 33, 2, 15, 9, 154]],
    ['MP084', 'Rejected', [null, 48, 17, 114]],
    ['MP083', 'Withdrawn', [null, 270, 146, 47]],
  ])('could have happened so under its process: %s, %s, with the gaps that are counted', (id, end, gaps) => {
    const { rows, refusals, end: ended } = told(shipped(id));
    expect(refusals).toEqual([]);
    expect(ended).toBe(end);
    expect(rows.filter((row) => row.on !== null).map((row) => row.workingDays)).toEqual(gaps);
  });

  test('is told with what the process asked for in between, and no day is made up for that', () => {
    const { rows } = told(shipped('MP112'));
    const between = rows.filter((row) => row.known === null);
    expect(between.map((row) => row.what)).toContain('Report on the Draft Proposal');
    expect(between.every((row) => row.on === null && row.workingDays === null)).toBe(true);
    const report = between.find((row) => row.what === 'Report on the Draft Proposal');
    expect([report?.between.from, report?.between.to].map((on) => on && formatDay(on))).toEqual([
      '2020-01-28',
      '2020-03-13',
    ]);
  });

  test('that cannot have happened so is told with the reason', () => {
    const history = shipped('MP112');
    const [raised, converted, ...rest] = history.known;
    if (raised === undefined || converted === undefined) throw new Error('MP112 is known from its raising on');
    const early = told({ ...history, known: [raised, { ...converted, on: day('2020-01-29') }, ...rest] });
    expect(early.refusals).toEqual([expect.stringMatching(/^"Conversion.*" could not be on 29 January 2020/)]);
    const short = told({
      ...history,
      known: history.known.map((one) => (one.act === 'step' && one.until ? { ...one, until: day('2020-03-19') } : one)),
    });
    expect(short.refusals).toEqual([expect.stringMatching(/"Modification Report Consultation" takes at least/)]);
  });
});
