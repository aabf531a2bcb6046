import type { Day } from '../kernel/day.ts';
import { interval } from '../kernel/interval.ts';
import type { Worded } from '../obligation/asked.ts';
import type { Verdict } from '../obligation/bound-steps.ts';
import { type Knowledge, knowledgeOf } from '../obligation/knowledge.ts';
import { overruledIn } from '../obligation/overruled.ts';
import type { AssessmentAnswer, AssessorCapacity } from './assessment.ts';
import { consequencesOf } from './consequences.ts';
import { countRange } from './count-range.ts';
import type { EffectCounts, EffectReport, EffectUnderReading, NamedEvent, PartyEffect } from './effect.ts';
import type { EffectQuestion, Estate, Ground } from './effect-question.ts';
import type { World } from './group-effect.ts';
import { boundInOtherWords, gainsOrLoses, isTouched, owesOtherwise } from './party-changes.ts';
import { partyEffect } from './party-effect.ts';
import { type Combination, combinationsOf, readingsOf } from './reading-combinations.ts';
import { sharing } from './sharing.ts';
import { touchedBy, windowOf, wordingsIn, worldsOf } from './worlds.ts';

/** The effect of a modification, or of several together, under every combination of readings, the default first. */
export function effectOf(question: EffectQuestion): EffectReport {
  const { modification, changes, implementation, rules, estate, assumed, on } = question;
  const reported = reportedIn(question);
  const worlds = worldsOf(question, reported);
  const knowledge = knowledgeOf(rules.factKinds, question.facts, assumed, rules.calendars);
  const window = question.window ?? windowOf(worlds, question);
  const wordings = wordingsIn(worlds, changes, rules.wordings);
  const phases = { without: byId(worlds.without), with: byId(worlds.with) };
  const ground = { rules, estate: bySupplier(estate), worlds, phases, reported, knowledge, window, on };
  const chosen = combinationsOf(wordings, question.readings);
  const readings = chosen.map((one) => readingsOf(wordings, one));
  const parties = estate.parties.map((party) => {
    const share = sharing();
    return readings.map((one) => partyEffect(party, one, ground, share));
  });
  const combinations = chosen.map((combination, at) =>
    underReading(
      combination,
      parties.flatMap((party) => party[at] ?? []),
      estate,
    ),
  );
  const firstEffect = firstEffectOf(question);
  return {
    modification: modification.id,
    title: modification.title,
    window,
    on,
    implementation,
    firstEffect,
    differsBefore: differingBefore(combinations, firstEffect),
    retroactive: firstEffect === null ? null : interval(firstEffect, question.madeOn ?? question.today),
    assumed: assumed.map(({ event, subject, day }) => ({
      event: subject === null ? event : `${event}:${subject}`,
      day,
    })),
    events: namedIn(combinations, implementation.awaiting, knowledge),
    overruled: overruledIn(rules.factKinds, question.facts, assumed),
    combinations,
  };
}

/** Every event that something is said to wait for, in the order of the rulebook. */
function namedIn(
  combinations: readonly EffectUnderReading[],
  awaiting: readonly string[],
  { kinds }: Knowledge,
): NamedEvent[] {
  const parties = combinations.flatMap((one) => one.parties);
  const groups = parties.flatMap((party) => party.groups);
  const spans = groups.flatMap(({ gapsWith, gapsWithout, boundWithoutGuidance: { without, with: withIt } }) => [
    ...[gapsWith, gapsWithout, without, withIt].flat(),
  ]);
  const runs = groups.flatMap((group) => [...group.without, ...group.with, ...group.cover]);
  const answers = parties.flatMap(({ assessments, next }) =>
    [...assessments, ...(next === null ? [] : [next])].flatMap((one) => [one.without, one.with]),
  );
  const named = new Set([...awaiting, ...[...spans, ...runs, ...answers].flatMap((one) => one.awaiting)]);
  return [...kinds.values()].filter(({ id }) => named.has(id)).map(({ id, title }) => ({ event: id, title }));
}

function reportedIn({ reported, duties, changes }: EffectQuestion): ReadonlySet<string> {
  return new Set(reported === 'every' ? duties.map(({ obligation }) => obligation.id) : touchedBy(changes));
}

function firstEffectOf({ changes }: EffectQuestion): Day | null {
  const days = changes.flatMap(({ from, obligations }) => (from === null || obligations.length === 0 ? [] : [from]));
  return days.length === 0 ? null : (Math.min(...days) as Day);
}

/** A check of the whole computation: nothing can differ before the first effect, and everything that does is named. */
function differingBefore(combinations: readonly EffectUnderReading[], first: Day | null): string[] {
  const groups = combinations.flatMap(({ parties }) => parties.flatMap((party) => party.groups));
  const early = groups.filter(({ difference, otherwise }) =>
    [...difference, ...otherwise].some((one) => first === null || one.interval.from < first),
  );
  return [...new Set(early.map(({ obligation }) => obligation))];
}

function bySupplier({ groups, assessments }: Estate): Ground['estate'] {
  return {
    groups: Map.groupBy(groups, (group) => group.supplier),
    assessments: Map.groupBy(assessments, (assessment) => assessment.party),
  };
}

function byId({ duties }: World): Map<string, Worded[]> {
  return Map.groupBy(duties, ({ obligation }) => obligation.id);
}

function underReading(
  readings: Combination,
  parties: readonly PartyEffect[],
  { assessorCapacity }: Estate,
): EffectUnderReading {
  return { readings, parties, counts: countsOf(parties, assessorCapacity), consequences: consequencesOf(parties) };
}

function countsOf(parties: readonly PartyEffect[], capacity: AssessorCapacity | null): EffectCounts {
  const inTime = parties
    .flatMap((party) => party.assessments)
    .filter(({ on }) => capacity === null || (capacity.from <= on && on < capacity.until));
  const unplanned = inTime.filter((one) => one.plannedType !== 'full');
  const groups = Map.groupBy(
    parties.flatMap(({ party, groups }) => groups.filter(({ group }) => group !== party)),
    ({ group }) => group,
  );
  return {
    partiesChanged: countRange(parties, isTouched),
    partiesGaining: countRange(parties, (party) => gainsOrLoses(party, ['gained'])),
    partiesLosing: countRange(parties, (party) => gainsOrLoses(party, ['lost'])),
    partiesOtherwise: countRange(parties, owesOtherwise),
    partiesReworded: countRange(parties, boundInOtherWords),
    groupsChanged: countRange([...groups.values()], (all) => isTouched({ groups: all })),
    unplannedFullWithout: countRange(unplanned, (one) => isFull(one.without)),
    unplannedFullWith: countRange(unplanned, (one) => isFull(one.with)),
    fullWithout: countRange(inTime, (one) => isFull(one.without)),
    fullWith: countRange(inTime, (one) => isFull(one.with)),
    assessorCapacity: capacity?.full ?? null,
  };
}

function isFull({ type, possible }: AssessmentAnswer): Verdict {
  return possible.includes('full') && (type === 'full' || 'unknown');
}
