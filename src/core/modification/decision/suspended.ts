import { writeDay } from '../../kernel/day.ts';
import { writeInstant } from '../../kernel/instant.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { ProposalRules } from '../context.ts';
import { factHolds, statusOf } from '../profile/net.ts';
import { dayTrue } from '../profile/outcomes.ts';
import type { ProposalLife } from '../state.ts';
import { windowOf } from './window.ts';

/**
 * Why a decision to approve has no effect yet, tier by tier, in sentences: a period in which it can be referred runs, or
 * somebody has to decide on a referral. Nothing once it is final, and nothing before it.
 */
export function suspendedEffect(life: ProposalLife, rules: ProposalRules): readonly string[] {
  const { profile } = rules;
  if (factHolds('approval', life, profile) !== true || factHolds('approved', life, profile) === true) return [];
  const on = dayTrue({ kind: 'name', name: 'approval' }, life, profile);
  const waits = profile.steps.flatMap((step): string[] => {
    if (statusOf(step, life, profile).kind !== 'open') return [];
    const tier = step.tier === undefined ? '' : `tier ${step.tier}: `;
    if (step.kind === 'window') {
      const ends = windowOf(step, life, rules)?.ends;
      const until = ends === undefined ? 'a day that has still to be given' : writeInstant(ends);
      return [`${tier}${rolesInSentence(step.by, rules.bodies)} may ${step.act} until ${until}`];
    }
    if (step.kind !== 'determination' || step.tier === undefined) return [];
    return [`${tier}${rolesInSentence(step.by, rules.bodies)} has to ${step.act}`];
  });
  if (waits.length === 0) return [];
  const since = on === null ? '' : ` of ${writeDay(on)}`;
  return [
    `The decision${since} to approve has no effect yet: the implementation waits.`,
    ...waits.map((one) => `${one.slice(0, 1).toUpperCase()}${one.slice(1)}.`),
  ];
}
