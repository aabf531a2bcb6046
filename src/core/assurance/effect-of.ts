import type { Day } from '../kernel/day.ts';
import type { Interval } from '../kernel/interval.ts';
import type { ObligationChange, Wordings } from '../kernel/reading.ts';
import type { Verdict } from '../obligation/bound-steps.ts';
import { knowledgeOf } from '../obligation/knowledge.ts';
import { changeWords, type WordsInForce } from '../obligation/words-in-force.ts';
import type { AssessmentAnswer, AssessorCapacity } from './assessment.ts';
import { countRange } from './count-range.ts';
import type { EffectCounts, EffectReport, EffectUnderReading, GroupEffect, PartyEffect } from './effect.ts';
import type { EffectQuestion, Estate, Ground } from './effect-question.ts';
import type { World } from './group-effect.ts';
import { partyEffect } from './party-effect.ts';
import { type Combination, combinationsOf, readingsOf } from './reading-combinations.ts';

/** The effect of a modification under every combination of readings, the default first. */
export function effectOf(question: EffectQuestion): EffectReport {
  const { modification, implementation, rules, estate, assumed, on } = question;
  const touched = reportedIn(question);
  const worlds = worldsOf(question, touched);
  const knowledge = knowledgeOf(rules.factKinds, question.facts, assumed);
  const window = question.window ?? windowOf(question);
  const wordings = wordingsIn([worlds.without, worlds.with], modification.obligations, [
    ...rules.wordings,
    ...modification.wordings,
  ]);
  const ground = { rules, estate: bySupplier(estate), worlds, touched, knowledge, window, on };
  return {
    modification: modification.id,
    title: modification.title,
    window,
    on,
    implementation,
    assumed: assumed.map(({ event, subject, day }) => ({
      event: subject === null ? event : `${event}:${subject}`,
      day,
    })),
    combinations: combinationsOf(wordings, question.readings).map((readings) =>
      underReading(readings, wordings, estate, ground),
    ),
  };
}

function reportedIn({ duties, rules, modification }: EffectQuestion): ReadonlySet<string> {
  return new Set(
    duties === 'every' ? rules.obligations.map(({ id }) => id) : modification.obligations.map((one) => one.obligation),
  );
}

/**
 * The words, without and with the modification, of the duties that are reported and of those that an answer about them
 * follows from: what stands in for them, and what makes devices count. While its day is unknown they are the same.
 */
function worldsOf(
  { modification, implementation, rules, words }: EffectQuestion,
  touched: ReadonlySet<string>,
): { without: World; with: World } {
  const without = rules.obligations
    .filter(
      ({ id, countsDevices, covers }) => touched.has(id) || countsDevices || covers.some((one) => touched.has(one)),
    )
    .map((obligation) => ({ obligation, words: words.get(obligation.id) ?? [] }));
  const { day } = implementation;
  if (day === null) return { without: { duties: without }, with: { duties: without } };
  const duties = without.map((worded) => {
    const changes = modification.obligations.filter((change) => change.obligation === worded.obligation.id);
    if (changes.length === 0) return worded;
    return {
      ...worded,
      words: changes.reduce<readonly WordsInForce[]>(
        (before, change) =>
          changeWords(before, change, day, modification.version ?? `as modified by ${modification.id}`),
        worded.words,
      ),
    };
  });
  return { without: { duties: without }, with: { duties } };
}

function windowOf({ modification, words, on }: EffectQuestion): Interval {
  const days = modification.obligations.flatMap(({ obligation }) =>
    (words.get(obligation) ?? []).map((one) => one.interval.from),
  );
  return { from: days.length === 0 ? on : (Math.min(...days) as Day), until: null };
}

/** The wordings that are in force on some day of some world: first those that the modification changes, old before new. */
function wordingsIn(
  worlds: readonly World[],
  changes: readonly ObligationChange[],
  all: readonly Wordings[],
): Wordings[] {
  const used = new Set(worlds.flatMap(({ duties }) => duties.flatMap(({ words }) => words.map((one) => one.wording))));
  const ordered = new Set([...changes.map((change) => change.from), ...changes.map((change) => change.to), ...used]);
  return [...ordered].flatMap((id) => all.filter((wording) => wording.id === id && used.has(id)));
}

function bySupplier({ groups, assessments }: Estate): Ground['estate'] {
  return {
    groups: Map.groupBy(groups, (group) => group.supplier),
    assessments: Map.groupBy(assessments, (assessment) => assessment.party),
  };
}

function underReading(
  combination: Combination,
  wordings: readonly Wordings[],
  { parties, assessorCapacity }: Estate,
  ground: Ground,
): EffectUnderReading {
  const readings = readingsOf(wordings, combination);
  const effects = parties.map((party) => partyEffect(party, readings, ground));
  return { readings: combination, parties: effects, counts: countsOf(effects, assessorCapacity) };
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
    partiesChanged: countRange(parties, (party) => isChanged(party.groups)),
    groupsChanged: countRange([...groups.values()], isChanged),
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

/** A difference that is not settled may come to none. */
function isChanged(groups: readonly GroupEffect[]): Verdict {
  const changes = groups.flatMap((group) => group.difference.map(({ change }) => change));
  return changes.some((change) => change !== 'unsettled') || (changes.length > 0 && 'unknown');
}
