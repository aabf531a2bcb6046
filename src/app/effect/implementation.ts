import type { EffectReport } from '../../core/assurance/effect.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { APPROVAL, implementationOf, plannedImplementation } from '../../core/modification/implementation.ts';
import type { Profile } from '../../core/modification/profile.ts';
import type { ProposalContent } from '../../core/modification/proposal.ts';
import type { ProposalLife } from '../../core/modification/state.ts';

/** The day that a proposal plans and what that day assumes; unknown when it follows from nothing. */
export function plannedOf(content: ProposalContent): EffectReport['implementation'] {
  const day = plannedImplementation(content);
  if (day === null) return { day, basis: 'unknown', assumption: null, awaiting: [APPROVAL] };
  const { implementation } = content;
  const assumption =
    implementation.kind === 'decision'
      ? `A decision to approve is made by ${writeDay(implementation.by)}.`
      : 'The proposal is approved.';
  return { day, basis: 'planned', assumption, awaiting: [APPROVAL] };
}

/** The day so far as the proposal's life settles it: the planned one until the approval is decided, and none invented. */
export function implementationSoFar(life: ProposalLife, profile: Profile): EffectReport['implementation'] {
  const { day, basis, awaiting } = implementationOf(life, profile);
  if (basis === 'unknown' && awaiting.includes(APPROVAL)) return plannedOf(life.content);
  return { day, basis: basis === 'set' ? 'decided' : basis, assumption: null, awaiting };
}
