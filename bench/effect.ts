import { join } from 'node:path';
import { sourcesOfCase } from '../src/app/effect/effect-of-case.ts';
import { NO_OPTIONS } from '../src/app/effect/effect-options.ts';
import { dutiesOf, type EffectSources, effectFrom } from '../src/app/effect/effect-sources.ts';
import { differenceOf } from '../src/core/assurance/difference.ts';
import { boundUnder } from '../src/core/assurance/duty-on-subject.ts';
import type { EffectReport, GroupEffect } from '../src/core/assurance/effect.ts';
import { combinationsOf, readingsOf } from '../src/core/assurance/reading-combinations.ts';
import { addDays, day } from '../src/core/kernel/day.ts';
import { always } from '../src/core/kernel/steps.ts';
import type { Worded } from '../src/core/obligation/asked.ts';
import { changedDuties } from '../src/core/obligation/changed-duties.ts';
import { knowledgeOf } from '../src/core/obligation/knowledge.ts';
import type { Case } from '../src/core/rulebook/case.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../src/format/rulebook/load.ts';

/**
 * The effect of a modification on many parties over ten years, at the days on which something changes, against a named
 * peer in the same run: the same rule written as plain JavaScript and asked on every day. Both answers must be equal.
 */
const PARTIES = 1000;
const FROM = day('2018-07-18');
const YEARS = 10;
const DAYS = YEARS * 365;
const IMPLEMENTED = day('2018-11-08');

const read = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
if (!read.ok) throw new Error(read.faults[0]?.sentence ?? 'the case does not read');
const given = enlarged(read.case);
const sources = sourcesOfCase(given, read.rulebook);

const duties = dutiesOf(sources, []);
const wordings = [...read.rulebook.wordings, ...given.proposal.wordings];
const ordered = ['g3-26-old', 'g3-26-new', 'licence-cover'].flatMap((id) => wordings.filter((one) => one.id === id));
const smets1 = given.groups.filter((group) => group.generation === 'SMETS1');
const window = { from: FROM, until: addDays(FROM, DAYS) };

atBoundaries();
const lifted = timed('at event boundaries: runs without, runs with, difference', atBoundaries);
const naive = timed('the same rule as plain JavaScript on every day', () => dayByDay(given));
const report = timed('the whole report: reasons, cover, gaps, exposure, assessments', () => effect(sources));

const wrong = lifted.value.filter((lost, index) => lost !== naive.value[index]).length;
const alsoWrong = report.value.combinations.filter(({ parties }, at) => lostDays(parties) !== naive.value[at]).length;
console.log(
  `${PARTIES} parties, ${given.groups.length} groups of systems (${smets1.length} SMETS1), 2 duties, 2 worlds`,
);
console.log(`× ${combinationsOf(ordered).length} combinations of readings × ${DAYS} days`);
for (const { name, ms } of [naive, lifted, report]) {
  console.log(`${name}: ${ms.toFixed(0)} ms, ${(naive.ms / ms).toFixed(2)} × as fast as the peer`);
}
console.log(`combinations on which they differ from the peer: ${wrong + alsoWrong}`);
if (wrong + alsoWrong > 0) process.exitCode = 1;

/** Days lost for each combination, by the functions that the report is made of. */
function atBoundaries(): number[] {
  const knowledge = knowledgeOf(sources.rulebook.factKinds, given.facts, []);
  return combinationsOf(ordered).map((combination) => {
    const readings = readingsOf(ordered, combination);
    let lost = 0;
    for (const change of given.proposal.obligations) {
      const before = duties.filter(({ obligation }) => obligation.id === change.obligation);
      const dated = { modification: 'next', version: 'next', from: IMPLEMENTED, obligations: [change] };
      const after = changedDuties(before, dated);
      for (const subject of smets1) {
        const asked = { subject, category: always('large-supplier'), readings, knowledge };
        const on = (phases: readonly Worded[]) => ({
          phases,
          bound: boundUnder({ phases }, asked),
        });
        const difference = differenceOf(on(before), on(after), asked, window);
        lost += lostIn(difference);
      }
    }
    return lost;
  });
}

function timed<T>(name: string, run: () => T): { name: string; ms: number; value: T } {
  const start = performance.now();
  const value = run();
  return { name, ms: performance.now() - start, value };
}

function effect(from: EffectSources): EffectReport {
  const result = effectFrom(from, NO_OPTIONS);
  if (!result.ok) throw new Error(result.rejection.sentence);
  return result.value;
}

/** The case with many copies of its suppliers, each of whose SMETS1 groups enrols on a day of its own. */
function enlarged(from: Case): Case {
  const copies = Array.from({ length: Math.ceil(PARTIES / from.parties.length) }, (_, index) => index);
  const parties = copies.flatMap((copy) => from.parties.map((one) => ({ ...one, id: `${one.id}-${copy}` })));
  const kept = new Set(parties.slice(0, PARTIES).map((one) => one.id));
  const groups = copies
    .flatMap((copy) =>
      from.groups.map((one) => ({ ...one, id: `${one.id}-${copy}`, supplier: `${one.supplier}-${copy}` })),
    )
    .filter((one) => kept.has(one.supplier));
  const citation = { source: 'bench', clause: null, certainty: 'illustrative' } as const;
  const facts = groups
    .filter((group) => group.generation === 'SMETS1')
    .map((group, index) => ({
      id: group.id,
      kind: 'system-enrolled',
      subject: group.id,
      effectiveOn: addDays(FROM, 200 + ((index * 7919) % 2500)),
      citation,
    }));
  const assessments = copies
    .flatMap((copy) =>
      from.assessments.map((one) => ({ ...one, id: `${one.id}-${copy}`, party: `${one.party}-${copy}` })),
    )
    .filter((one) => kept.has(one.party));
  return { ...from, parties: parties.slice(0, PARTIES), groups, assessments, facts };
}

/**
 * Days on which a duty binds without the modification and not with it, for each combination in the report's order. The
 * runs of each world are kept as the other side keeps them; readings are chosen outside the days.
 */
function dayByDay({ facts }: Case): number[] {
  const enrolledOn = new Map(facts.map((fact) => [fact.subject, fact.effectiveOn]));
  const first = Math.min(...facts.map((fact) => fact.effectiveOn));
  const old = { 'apply-now': () => true, 'post-enrolment': (on: number, own: number) => own <= on };
  const next = { 'market-wide': (on: number) => first <= on, 'per-system': (on: number, own: number) => own <= on };
  return combinationsOf(ordered).map((combination) => {
    const bindsOld = old[combination['g3-26-old'] as keyof typeof old];
    const bindsNew = next[combination['g3-26-new'] as keyof typeof next];
    let lost = 0;
    for (const _ of given.proposal.obligations) {
      for (const group of smets1) {
        const own = enrolledOn.get(group.id) ?? Infinity;
        const runs: [number, boolean, boolean][] = [];
        for (let on = FROM as number; on < FROM + DAYS; on += 1) {
          const operated = group.operatedFrom <= on;
          const without = operated && bindsOld(on, own);
          const withIt = on < IMPLEMENTED ? without : operated && bindsNew(on, own);
          const last = runs[runs.length - 1];
          if (last === undefined || last[1] !== without || last[2] !== withIt) runs.push([on, without, withIt]);
          if (without && !withIt) lost += 1;
        }
      }
    }
    return lost;
  });
}

function lostDays(parties: EffectReport['combinations'][number]['parties']): number {
  return parties.flatMap((party) => party.groups).reduce((days, group) => days + lostIn(group.difference), 0);
}

function lostIn(difference: GroupEffect['difference']): number {
  return difference
    .filter(({ change }) => change === 'lost')
    .reduce((days, { interval }) => days + Math.min(interval.until ?? FROM + DAYS, FROM + DAYS) - interval.from, 0);
}
