import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '../../core/kernel/day.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../../format/rulebook/load.ts';
import { sourcesOfCase } from './effect-of-case.ts';
import { NO_OPTIONS } from './effect-options.ts';
import { type EffectSources, effectFrom } from './effect-sources.ts';
import { keptEffectFrom } from './kept-effect.ts';

const read = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
if (!read.ok) throw new Error(read.faults[0]?.sentence);
const whole = sourcesOfCase(read.case, read.rulebook);
const parties = whole.estate.parties.filter(({ id }) => ['pebblewick', 'cinderpath'].includes(id));
const given: EffectSources = { ...whole, estate: { ...whole.estate, parties } };
const citation = { source: 'law', clause: null, certainty: 'illustrative' } as const;
const enrolled = (subject: string, offset: number) => ({
  ...{ id: `${subject}-${offset}`, kind: 'system-enrolled', subject, citation },
  effectiveOn: addDays(day('2018-10-09'), offset),
});

/** What an append can change of what an effect follows from. */
const appended = fc.oneof(
  fc
    .record({ group: fc.constantFrom('pebblewick-x', 'pebblewick-y'), offset: fc.integer({ min: 0, max: 3 }) })
    .map(({ group, offset }) => (now: EffectSources) => ({
      ...now,
      facts: [...now.facts, enrolled(group, offset)],
    })),
  fc.integer({ min: 0, max: 2 }).map((offset) => (now: EffectSources) => ({
    ...now,
    implementation: () => ({
      ...{ day: addDays(day('2018-11-08'), offset), basis: 'decided' as const, assumption: null, awaiting: [] },
    }),
    madeOn: day('2018-10-24'),
  })),
  fc.integer({ min: 0, max: 2 }).map((count) => (now: EffectSources) => ({
    ...now,
    estate: { ...now.estate, parties: parties.slice(0, count) },
  })),
  fc.constantFrom('repeal', 'confirm').map((kind) => (now: EffectSources) => ({
    ...now,
    content: {
      ...now.content,
      obligations: [{ kind: kind as 'repeal', obligation: 'secure-smets1-systems' }],
    },
  })),
  fc.integer({ min: 0, max: 2 }).map((full) => (now: EffectSources) => ({
    ...now,
    estate: {
      ...now.estate,
      assessorCapacity: { full, from: day('2018-07-01'), until: day('2019-07-01'), citation },
    },
  })),
  fc.constant((now: EffectSources) => ({ ...now, today: addDays(now.today, 1) })),
);

test('an effect that is kept is the effect that would be worked out anew, after whatever is recorded', () => {
  const options = fc.constantFrom(NO_OPTIONS, { ...NO_OPTIONS, readings: { 'g3-26-new': 'per-system' } });
  fc.assert(
    fc.property(fc.array(fc.tuple(appended, options), { minLength: 1, maxLength: 5 }), (steps) => {
      let now = given;
      for (const [append, chosen] of steps) {
        now = append(now);
        expect(keptEffectFrom(now, chosen)).toEqual(effectFrom(now, chosen));
      }
    }),
    { numRuns: 12 },
  );
});

test('an effect is worked out once while nothing changes, and forgotten when many others were asked for since', () => {
  const ask = (sources: EffectSources) => {
    const result = keptEffectFrom(sources, NO_OPTIONS);
    return result.ok ? result.value : result;
  };
  const first = ask(given);
  expect(ask({ ...given, facts: [...given.facts] })).toBe(first);
  const none: EffectSources = { ...given, estate: { ...given.estate, parties: [] } };
  for (let offset = 0; offset < 40; offset += 1) ask({ ...none, today: addDays(given.today, offset) });
  const again = ask(given);
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});
