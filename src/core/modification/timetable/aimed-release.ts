import type { Day } from '../../kernel/day.ts';
import type { ProposalRules } from '../context.ts';
import { implementationOf, planAsOf } from '../implementation/implementation.ts';
import type { ProposalLife } from '../state.ts';
import { releaseOn } from './meeting-days.ts';
import type { Release } from './release-calendar.ts';

/** The release at which a proposal aims: on the day that was set or follows, or that it names for a decision in time; null when it names none. */
export function aimedRelease(life: ProposalLife, rules: ProposalRules): Release | null {
  const { content, raisedOn } = life;
  const { implementation } = content;
  const known = implementationOf(life, rules.profile);
  const day = known.day ?? (known.basis === 'never' ? null : planAsOf(content, raisedOn, life.occurred).day);
  if (day === null) return null;
  const by =
    implementation.kind === 'decision' && day === dayInTime(life, implementation.by) ? implementation.by : null;
  const recorded = releaseOn(day, rules, raisedOn);
  if (recorded !== null) return { ...recorded, decisionBy: by ?? recorded.decisionBy };
  const title = known.basis === 'set' ? 'the day that was set' : 'the day that the proposal names';
  const { citation } = rules.profile;
  return { title, day, kind: 'ad-hoc', scopeFreeze: null, decisionBy: by, rule: null, citation };
}

/** The day that follows from a decision in time, for which alone that time holds. */
function dayInTime({ content, raisedOn, occurred }: ProposalLife, by: Day): Day | null {
  return planAsOf(content, Math.min(by, raisedOn) as Day, occurred).day;
}
