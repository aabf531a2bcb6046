import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { effectOfCase } from '../src/app/effect/effect-of-case.ts';
import { NO_OPTIONS } from '../src/app/effect/effect-options.ts';
import { implementationSoFar } from '../src/app/effect/implementation.ts';
import { writeRange } from '../src/core/assurance/count-range.ts';
import { effectReportSchema } from '../src/core/assurance/effect.schema.ts';
import type {
  BoundRun,
  EffectCounts,
  EffectReport,
  EffectUnderReading,
  GroupEffect,
  Span,
} from '../src/core/assurance/effect.ts';
import { formatInterval, type Interval } from '../src/core/kernel/interval.ts';
import { replay } from '../src/core/modification/evolve.ts';
import type { Case } from '../src/core/rulebook/case.ts';
import type { Rulebook } from '../src/core/rulebook/rulebook.ts';
import { loadCase } from '../src/format/rulebook/load.ts';
import { type groupAnswerSchema, type questionSchema, scenarioSchema } from '../src/format/rulebook/scenario.schema.ts';

const CASE = join(import.meta.dirname, '..', 'rulebook', 'cases', 'secmp0065');
const DUTY = 'secure-smets1-systems';

const read = await loadCase(CASE);
if (!read.ok) throw new Error(read.faults.map((fault) => fault.sentence).join('\n'));
const { case: given, rulebook } = read;

for (const file of readdirSync(join(CASE, 'scenarios')).filter((name) => name.endsWith('.yaml'))) {
  const scenario = scenarioSchema.parse(parse(readFileSync(join(CASE, 'scenarios', file), 'utf8')));
  describe(scenario.title, () => {
    for (const one of scenario.questions) {
      test(one.finding, () => {
        const report = ask(scenario, one);
        check(report, report.combinations[0] as EffectUnderReading, one);
        expect(z.decode(effectReportSchema, z.encode(effectReportSchema, report))).toEqual(report);
      });
    }
  });
}

function ask(scenario: z.output<typeof scenarioSchema>, asked: z.output<typeof questionSchema>): EffectReport {
  const citation = { source: 'scenario', clause: null, certainty: 'illustrative' } as const;
  const facts = scenario.facts.map((fact, index) => ({ ...fact, id: `${index}`, effectiveOn: fact.on, citation }));
  const { implementation: on } = scenario;
  const result = effectOfCase(
    { ...given, facts: [...given.facts, ...facts] },
    rulebook,
    { ...NO_OPTIONS, on: asked.on ?? null, readings: asked.readings, moved: asked.moved, assume: scenario.assume },
    on === undefined
      ? decided(given, rulebook, scenario.acts ?? [])
      : { day: on, basis: 'decided', assumption: null, awaiting: [] },
  );
  if (!result.ok) throw new Error(result.rejection.sentence);
  return result.value;
}

function decided(
  { proposal }: Case,
  { profiles, digest }: Rulebook,
  acts: NonNullable<z.output<typeof scenarioSchema>['acts']>,
): EffectReport['implementation'] {
  const [profile] = profiles;
  const [first] = acts;
  if (profile === undefined || first === undefined)
    throw new Error('a scenario says when it is implemented, or by what acts');
  const life = replay([
    { type: 'proposal-raised', content: proposal, raisedOn: first.on, profile: profile.id, rulebook: digest },
    ...acts.map(
      (act) => ({ type: 'determination-made', reasons: 'As the story says.', timetable: null, ...act }) as const,
    ),
  ]);
  if (life.status === 'none') throw new Error('the proposal was not raised');
  return implementationSoFar(life, profile, acts.at(-1)?.on ?? first.on);
}

function check(
  report: EffectReport,
  { parties, counts }: EffectUnderReading,
  asked: z.output<typeof questionSchema>,
): void {
  const groups = parties.flatMap((party) => party.groups);
  for (const [id, expected] of Object.entries(asked.bound)) {
    const group = groups.find((one) => one.group === id && one.obligation === DUTY);
    if (group === undefined) throw new Error(`no duty on "${id}"`);
    expect(pick(written(group), expected), id).toEqual(expected);
  }
  const next = parties.filter((party) => asked.parties.includes(party.party));
  const full = (world: 'without' | 'with') =>
    next.filter((party) => party.next?.[world].type === 'full').map((party) => party.party);
  if (asked.full) expect({ without: full('without'), with: full('with') }).toEqual(asked.full);
  const assessments = parties.flatMap((party) => party.assessments);
  for (const [id, expected] of Object.entries(asked.exposed)) {
    const found = assessments.find((one) => one.assessment === id);
    expect({ without: found?.exposedWithout, with: found?.exposedWith }, id).toEqual(expected);
  }
  for (const id of asked.notScheduled) expect(parties.find((party) => party.party === id)?.assessments).toEqual([]);
  if (asked.counts) expect(pick(writtenCounts(counts), asked.counts)).toEqual(asked.counts);
  if (asked.implementation) expect(report.implementation).toMatchObject(asked.implementation);
  if (asked.sameAsWithout) {
    for (const group of groups) expect([group.with, group.difference]).toEqual([group.without, []]);
    for (const one of assessments) expect([one.with, one.exposedWith]).toEqual([one.without, one.exposedWithout]);
  }
}

function written(group: GroupEffect): Required<z.output<typeof groupAnswerSchema>> {
  return {
    without: group.without.map(run),
    with: group.with.map(run),
    cover: group.cover.map(run),
    difference: group.difference.map(({ interval, change }) => `${formatInterval(interval)} ${change}`),
    gapsWithout: group.gapsWithout.map(span),
    gapsWith: group.gapsWith.map(span),
    guidanceWithout: group.boundWithoutGuidance.without.map(span),
    guidanceWith: group.boundWithoutGuidance.with.map(span),
  };
}

function writtenCounts({ assessorCapacity, ...counts }: EffectCounts): Record<string, string> {
  const ranges = Object.entries(counts).map(([name, range]) => [name, writeRange(range)] as const);
  return { ...Object.fromEntries(ranges), assessorCapacity: String(assessorCapacity) };
}

function run({ interval, bound, awaiting }: BoundRun): string {
  const events = awaiting.length === 0 ? '' : `: ${awaiting.join(' ')}`;
  return `${formatInterval(interval)} ${bound}${events}`;
}

function span(days: Span & Interval): string {
  return days.awaiting.length === 0 ? formatInterval(days) : `${formatInterval(days)}? ${days.awaiting.join(' ')}`;
}

function pick<T extends object>(all: T, wanted: object): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in wanted)) as Partial<T>;
}
