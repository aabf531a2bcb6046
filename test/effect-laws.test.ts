import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectOfCase } from '../src/app/effect/effect-of-case.ts';
import { NO_OPTIONS } from '../src/app/effect/effect-options.ts';
import type { EffectReport, GroupEffect } from '../src/core/assurance/effect.ts';
import { addDays, type Day, day } from '../src/core/kernel/day.ts';
import { contains, type Interval } from '../src/core/kernel/interval.ts';
import type { Case } from '../src/core/rulebook/case.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../src/format/rulebook/load.ts';

const read = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
if (!read.ok) throw new Error(read.faults[0]?.sentence ?? '');
const { case: whole, rulebook } = read;
const PARTIES = ['cinderpath', 'pebblewick'];
const given: Case = { ...whole, parties: whole.parties.filter((party) => PARTIES.includes(party.id)) };
const GROUPS = ['pebblewick-x', 'pebblewick-y', 'cinderpath-s1'];
const citation = { source: 'law', clause: null, certainty: 'illustrative' } as const;

const anyDay = fc.integer({ min: 0, max: 400 }).map((offset) => addDays(day('2018-10-09'), offset));
const facts = fc.dictionary(fc.constantFrom(...GROUPS), anyDay, { maxKeys: 3 });
const implemented = fc.integer({ min: 0, max: 200 }).map((offset) => addDays(day('2018-10-25'), offset));
type Recorded = Readonly<Record<string, Day>>;

function ask(
  recorded: Recorded,
  on: Day | null,
  assume: Record<string, Day | 'never'> = {},
  of: Case = given,
): EffectReport {
  const enrolled = Object.entries(recorded).map(([subject, effectiveOn]) => ({
    id: subject,
    kind: 'system-enrolled',
    subject,
    effectiveOn,
    citation,
  }));
  const basis = on === null ? 'unknown' : 'decided';
  const result = effectOfCase(
    { ...of, facts: enrolled },
    rulebook,
    { ...NO_OPTIONS, assume },
    { day: on, basis, assumption: null, awaiting: [] },
  );
  if (!result.ok) throw new Error(result.rejection.sentence);
  return result.value;
}

const groupsOf = (report: EffectReport): GroupEffect[] =>
  report.combinations.flatMap(({ parties }) => parties.flatMap((party) => party.groups));

test('nothing changes before the first effect of a modification', () => {
  fc.assert(
    fc.property(facts, implemented, (recorded, on) => {
      for (const { difference } of groupsOf(ask(recorded, on))) {
        for (const { interval } of difference) expect(interval.from).toBeGreaterThanOrEqual(on);
      }
    }),
    { numRuns: 20 },
  );
});

test('an empty change, and one whose day is unknown, change nothing', () => {
  const empty: Case = { ...given, proposal: { ...given.proposal, obligations: [] } };
  fc.assert(
    fc.property(facts, implemented, (recorded, on) => {
      for (const report of [ask(recorded, on, {}, empty), ask(recorded, null)]) {
        for (const group of groupsOf(report)) {
          expect(group.difference).toEqual([]);
          expect(group.with).toEqual(group.without);
          expect(group.gapsWith).toEqual(group.gapsWithout);
        }
        for (const { assessments, next } of report.combinations.flatMap(({ parties }) => parties)) {
          for (const one of assessments) expect(one.with).toEqual(one.without);
          expect(next?.with).toEqual(next?.without);
        }
      }
    }),
    { numRuns: 15 },
  );
});

test('what is said while something is unknown holds however it turns out', () => {
  const settled = fc.array(fc.option(fc.integer({ min: 0, max: 500 })), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(facts, implemented, settled, (recorded, on, later) => {
      const before = groupsOf(ask(recorded, on));
      const after = groupsOf(ask(recorded, on, courseOf(recorded, later)));
      const days = Array.from({ length: 60 }, (_, index) => addDays(day('2018-10-01'), index * 13));
      for (const [index, open] of before.entries()) {
        const closed = after[index] as GroupEffect;
        for (const at of days) {
          for (const world of ['without', 'with'] as const) {
            const said = open[world].find((run) => contains(run.interval, at))?.bound;
            if (said !== 'unknown') expect(closed[world].find((run) => contains(run.interval, at))?.bound).toBe(said);
          }
          const gap = within(open.gapsWith, at);
          const isGap = within(closed.gapsWith, at) !== undefined;
          if (gap === undefined) expect(isGap).toBe(false);
          else if (gap.awaiting.length === 0) expect(isGap).toBe(true);
          const change = open.difference.find((one) => contains(one.interval, at))?.change;
          const came = closed.difference.find((one) => contains(one.interval, at))?.change;
          if (change !== 'unsettled') expect(came).toBe(change);
        }
      }
    }),
    { numRuns: 25 },
  );
});

/** A course that fits what is recorded: the first of the market is the earliest recorded one, or before every other. */
function courseOf(recorded: Recorded, later: readonly (number | null)[]): Record<string, Day | 'never'> {
  const [first, ...others] = later;
  const known = Object.values(recorded);
  const opens =
    known.length > 0 ? (Math.min(...known) as Day) : first == null ? null : addDays(day('2018-10-09'), first);
  const course: Record<string, Day | 'never'> = known.length > 0 ? {} : { 'first-smets1-enrolment': opens ?? 'never' };
  GROUPS.forEach((group, index) => {
    if (group in recorded) return;
    const delay = others[index] ?? null;
    course[`system-enrolled:${group}`] = opens === null || delay === null ? 'never' : addDays(opens, delay);
  });
  course['system-enrolled:cinderpath-s1-pilot'] = 'never';
  return course;
}

function within<T extends Interval>(all: readonly T[], at: Day): T | undefined {
  return all.find((one) => contains(one, at));
}
