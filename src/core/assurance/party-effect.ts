import type { Day } from '../kernel/day.ts';
import { valueOn } from '../kernel/steps.ts';
import type { Worded } from '../obligation/asked.ts';
import type { Readings } from '../obligation/bound-steps.ts';
import type { Knowledge } from '../obligation/knowledge.ts';
import { partySubject } from '../obligation/subject.ts';
import { categorySteps } from '../party/party-over-time.ts';
import type { AssessmentAnswer, CycleYear, ScheduledAssessment } from './assessment.ts';
import { type DutyOnSubject, dutyOnSubject, isBorne } from './duty-on-subject.ts';
import type { AssessmentEffect, PartyEffect } from './effect.ts';
import type { AssessedParty, Ground } from './effect-question.ts';
import { exposureOn, exposureReason } from './exposure.ts';
import { groupEffect } from './group-effect.ts';
import { type Counted, nextAssessment } from './next-assessment.ts';
import type { Share } from './sharing.ts';
import { either, type Settling } from './spans.ts';

/**
 * What a modification comes to for one party under one choice of readings; `share` is one for all choices. Duties that are not reported are left out; those that make devices count are computed all the same, since assessments follow from them.
 */
export function partyEffect(party: AssessedParty, readings: Readings, ground: Ground, share: Share): PartyEffect {
  const { estate, worlds, phases, reported, knowledge, window } = ground;
  const ids = [...new Set([...phases.without.keys(), ...phases.with.keys()])];
  const groups = estate.groups.get(party.id) ?? [];
  const category = categorySteps(party);
  const subjects = [{ ...partySubject(party), title: 'The party itself' }, ...groups];
  const bound = subjects.flatMap((subject) => {
    const asked = { subject, category, readings, knowledge };
    return ids.flatMap((id) => {
      const [before = NONE, after = NONE] = [phases.without.get(id), phases.with.get(id)];
      const first = (before[0] ?? after[0])?.obligation;
      const borne = [before, after].some((one) => isBorne(one, asked));
      if (first === undefined || !borne || first.covers.length > 0) return [];
      const on = (world: string, of: readonly Worded[]) =>
        share(`${world} ${id} ${subject.id}`, of, readings, () => dutyOnSubject(of, asked));
      const without = on('without', before);
      const isSame = before.length === after.length && before.every((one, at) => one === after[at]);
      return [{ subject, asked, first, without, with: isSame ? without : on('with', after) }];
    });
  });
  const answer = (world: 'without' | 'with', year: CycleYear, on: Day): AssessmentAnswer | null =>
    nextAssessment(ground.rules, valueOn(category, on), year, on, groups, (group) =>
      countingOn(
        group,
        bound.filter((one) => one.subject === group).map((one) => one[world]),
        on,
      ),
    );
  const uncounted = (year: CycleYear, on: Day) =>
    nextAssessment(ground.rules, valueOn(category, on), year, on, groups, ({ generation }) => ({
      verdict: generation === 'SMETS2',
      awaiting: [],
    }))?.type ?? null;
  return {
    party: party.id,
    name: party.name,
    category: valueOn(category, ground.on),
    groups: bound
      .filter(({ first }) => reported.has(first.id))
      .map((one) => groupEffect(one.subject, one.first, one.without, one.with, worlds, one.asked, window, share)),
    assessments: (estate.assessments.get(party.id) ?? []).flatMap((assessment) =>
      assessmentEffect(
        assessment,
        uncounted(assessment.cycleYear, assessment.on),
        (world) => answer(world, assessment.cycleYear, assessment.on),
        (world) =>
          exposureOn(
            bound.map((one) => one[world].unassessable),
            assessment.on,
          ),
        knowledge.kinds,
      ),
    ),
    next: nextOf(party, (world, year) => answer(world, year, ground.on)),
  };
}

const NONE: readonly Worded[] = [];

/** SMETS2 systems always count; SMETS1 systems while a duty that makes them count binds them. */
function countingOn(group: Counted, duties: readonly DutyOnSubject[], on: Day): Settling {
  if (group.generation === 'SMETS2') return { verdict: true, awaiting: [] };
  return duties
    .map(({ phases, bound }) => ({ phases, value: valueOn(bound, on) }))
    .filter(({ phases, value }) => phases[value.phase ?? -1]?.obligation.countsDevices === true)
    .map(({ value }): Settling => ({ verdict: value.bound, awaiting: value.awaiting }))
    .reduce(either, { verdict: false, awaiting: [] });
}

function nextOf(
  { cycleYear }: AssessedParty,
  answer: (world: 'without' | 'with', year: CycleYear) => AssessmentAnswer | null,
): PartyEffect['next'] {
  if (cycleYear === null) return null;
  const [without, withIt] = [answer('without', cycleYear), answer('with', cycleYear)];
  return without === null || withIt === null ? null : { cycleYear, without, with: withIt };
}

function assessmentEffect(
  { id, on, plannedType }: ScheduledAssessment,
  uncounted: AssessmentEffect['uncounted'],
  answer: (world: 'without' | 'with') => AssessmentAnswer | null,
  exposure: (world: 'without' | 'with') => Settling,
  kinds: Knowledge['kinds'],
): AssessmentEffect[] {
  const [without, withIt] = [answer('without'), answer('with')];
  if (without === null || withIt === null) return [];
  const [exposedWithout, exposedWith] = [exposure('without'), exposure('with')];
  return [
    {
      assessment: id,
      on,
      plannedType,
      uncounted,
      without,
      with: withIt,
      exposedWithout: exposedWithout.verdict,
      exposedWith: exposedWith.verdict,
      exposureReason: exposureReason(exposedWithout, exposedWith, kinds),
    },
  ];
}
