import type { EffectReport } from '../../core/assurance/effect.ts';
import type { Occurrences } from '../../core/kernel/commencement.ts';
import { type Day, writeDay } from '../../core/kernel/day.ts';
import { implementationDateEvent, resolveCommencement } from '../../core/kernel/resolve-commencement.ts';
import {
  APPROVAL,
  implementationOf,
  occurrencesOf,
  planAsOf,
} from '../../core/modification/implementation/implementation.ts';
import type { Profile } from '../../core/modification/profile/profile.ts';
import type { ProposalContent } from '../../core/modification/proposal.ts';
import type { ProposalLife } from '../../core/modification/state.ts';

type Implementation = EffectReport['implementation'];

/** The event by which a day is set when none follows. */
const DATING = implementationDateEvent(APPROVAL);

/** Events of the decision itself, which a reader may suppose for as long as the implementation waits for them. */
export const DECISION_EVENTS: readonly string[] = [APPROVAL, DATING];

/**
 * The day that an undecided proposal plans and what that day assumes: unknown when it follows from nothing, or no longer
 * does on the day `today`. A supposed decision settles it as a decision would.
 */
export function plannedOf(
  content: ProposalContent,
  today: Day,
  supposed: Occurrences = nothingSupposed,
  occurred: ProposalLife['occurred'] = {},
): Implementation {
  const approval = supposed(APPROVAL);
  if (approval !== null) return supposedOf(content, approval, supposed, occurred);
  const plan = planAsOf(content, today, occurred);
  const { day, basis, awaiting } = plan;
  return {
    day,
    basis: basis === 'planned' || basis === 'never' ? basis : 'unknown',
    assumption: day === null ? null : conditionOf(content),
    awaiting,
  };
}

/** The day so far as the proposal's life settles it: the planned one until the approval is decided, and none invented. */
export function implementationSoFar(
  life: ProposalLife,
  profile: Profile,
  today: Day,
  supposed: Occurrences = nothingSupposed,
): Implementation {
  if (occurrencesOf(life, profile)(APPROVAL) === null) {
    return plannedOf(life.content, today, supposed, life.occurred);
  }
  const { day, basis, awaiting } = implementationOf(life, profile);
  const dated = awaiting.includes(DATING) ? datedOf(supposed(DATING), '') : null;
  return dated ?? { day, basis: basis === 'set' ? 'decided' : basis, assumption: null, awaiting };
}

function conditionOf({ implementation }: ProposalContent): string {
  return implementation.kind === 'decision'
    ? `A decision to approve is made by ${writeDay(implementation.by)}.`
    : 'The proposal is approved.';
}

function supposedOf(
  content: ProposalContent,
  approval: Day | 'never',
  supposed: Occurrences,
  occurred: ProposalLife['occurred'],
): Implementation {
  if (approval === 'never') return { day: null, basis: 'never', assumption: 'It is never approved.', awaiting: [] };
  const assumption = `It is approved on ${writeDay(approval)}.`;
  const commenced = resolveCommencement(content.implementation, (event) =>
    event === APPROVAL ? approval : (occurred[event] ?? null),
  );
  if (commenced.kind === 'never') return { day: null, basis: 'never', assumption, awaiting: [] };
  if (commenced.kind === 'on' && commenced.day >= approval)
    return { day: commenced.day, basis: 'decided', assumption, awaiting: [] };
  const awaiting = commenced.kind === 'on' ? [DATING] : commenced.awaiting;
  const dated = awaiting.includes(DATING) ? datedOf(supposed(DATING), `${assumption} `) : null;
  return dated ?? { day: null, basis: 'unknown', assumption, awaiting };
}

function datedOf(dating: Day | 'never' | null, before: string): Implementation | null {
  if (dating === null) return null;
  if (dating === 'never')
    return { day: null, basis: 'never', assumption: `${before}No day of implementation is ever set.`, awaiting: [] };
  const assumption = `${before}The day of implementation is set to ${writeDay(dating)}.`;
  return { day: dating, basis: 'decided', assumption, awaiting: [] };
}

function nothingSupposed(): null {
  return null;
}
