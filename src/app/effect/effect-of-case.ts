import type { EffectReport } from '../../core/assurance/effect.ts';
import type { CodeHistory } from '../../core/code/version.ts';
import { writeDay } from '../../core/kernel/day.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { plannedImplementation } from '../../core/modification/implementation.ts';
import type { ProposalContent } from '../../core/modification/proposal.ts';
import type { Case } from '../../core/rulebook/case.ts';
import type { Instrument, Rulebook } from '../../core/rulebook/rulebook.ts';
import type { Result } from '../operation.ts';
import type { EffectOptions } from './effect-options.ts';
import { effectFrom } from './effect-sources.ts';

/** The effect of the proposal of a case, before anything of it is decided; it needs no record. */
export function effectOfCase(
  given: Case,
  rulebook: Rulebook,
  options: EffectOptions,
  implementation: EffectReport['implementation'] = plannedOf(given.proposal),
): Result<EffectReport> {
  const { proposal, parties, groups, assessments, assessorCapacity, facts, startsAt } = given;
  return effectFrom(
    {
      rulebook,
      content: proposal,
      implementation,
      version: null,
      histories: new Map(rulebook.instruments.map((one) => [one.id, historyOf(one, startsAt)])),
      changesOf: () => [],
      estate: { parties, groups, assessments, assessorCapacity },
      facts,
      knownAt: null,
      today: dayOfInstant(startsAt),
    },
    options,
  );
}

/** The day that a proposal plans and what that day assumes; unknown when it follows from nothing. */
export function plannedOf(content: ProposalContent): EffectReport['implementation'] {
  const day = plannedImplementation(content);
  if (day === null) return { day, basis: 'unknown', assumption: null, awaiting: ['approval'] };
  const { implementation } = content;
  const assumption =
    implementation.kind === 'decision'
      ? `A decision to approve is made by ${writeDay(implementation.by)}.`
      : 'The proposal is approved.';
  return { day, basis: 'planned', assumption, awaiting: ['approval'] };
}

function historyOf({ base, versions }: Instrument, recordedAt: Instant): CodeHistory {
  return {
    base: base.text,
    baseLabel: base.label,
    baseFrom: base.inForceFrom,
    versions: versions.map((version) => ({ ...version, recordedAt })),
  };
}
