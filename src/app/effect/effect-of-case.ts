import type { EffectReport } from '../../core/assurance/effect.ts';
import type { CodeHistory } from '../../core/code/version.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { derivedFacts, kindsKnownOn } from '../../core/obligation/derived-facts.ts';
import type { Case } from '../../core/rulebook/case.ts';
import type { Instrument, Rulebook } from '../../core/rulebook/rulebook.ts';
import type { Result } from '../operation.ts';
import type { EffectOptions } from './effect-options.ts';
import { type EffectSources, effectFrom } from './effect-sources.ts';
import { plannedOf } from './implementation.ts';

/** The effect of the proposal of a case, before anything of it is decided or on an implementation that is given; it needs no record. */
export function effectOfCase(
  given: Case,
  rulebook: Rulebook,
  options: EffectOptions,
  implementation: EffectReport['implementation'] | null = null,
): Result<EffectReport> {
  const sources = sourcesOfCase(given, rulebook);
  return effectFrom(implementation === null ? sources : { ...sources, implementation: () => implementation }, options);
}

/** What the effect of a case is computed from; its day of implementation is the planned one. */
export function sourcesOfCase(given: Case, rulebook: Rulebook): EffectSources {
  const { proposal, parties, groups, assessments, assessorCapacity, facts, startsAt } = given;
  const today = dayOfInstant(startsAt);
  return {
    rulebook: { ...rulebook, factKinds: kindsKnownOn(rulebook.factKinds, today) },
    content: proposal,
    implementation: (supposed) => plannedOf(proposal, today, supposed),
    madeOn: null,
    version: null,
    histories: new Map(rulebook.instruments.map((one) => [one.id, historyOf(one, startsAt)])),
    adopted: [],
    estate: { parties, groups, assessments, assessorCapacity },
    facts: [
      ...facts,
      ...derivedFacts(rulebook.factKinds, { parties, groups, parameters: rulebook.parameters, approvalOf: () => null }),
    ],
    knownAt: null,
    today,
  };
}

function historyOf({ base, versions }: Instrument, recordedAt: Instant): CodeHistory {
  return {
    base: base.text,
    baseLabel: base.label,
    baseFrom: base.inForceFrom,
    versions: versions.map((version) => ({ ...version, recordedAt })),
  };
}
