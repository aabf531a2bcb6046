import { addDays, type Day } from '../../core/kernel/day.ts';
import { dayOfInstant, type Instant, instantOn } from '../../core/kernel/instant.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import { type StandingPlan, standingPlan } from '../../core/modification/timetable/standing-plan.ts';
import { type NextAct, whatNext } from '../../core/modification/what-next.ts';
import type { Context } from '../operation.ts';
import { type ReadProposal, readOpenProposals } from './proposals.ts';

/** An open modification with what can be done on it. */
export interface OpenActs extends ReadProposal {
  readonly acts: readonly NextAct[];
}

/** What can be done, and between which instants that is so. */
interface Worked {
  readonly from: Instant;
  readonly until: Instant;
  readonly acts: readonly NextAct[];
}

/** By state, which stands for every event up to its version: of what has not changed, nothing is worked out again. */
const worked = new WeakMap<RaisedProposal, Worked>();

/** What can be done on every open modification, in order of identifiers. */
export async function readOpenActs(
  context: Pick<Context, 'ports' | 'now'>,
  knownAt: Instant | null,
): Promise<readonly OpenActs[]> {
  const open = await readOpenProposals(context, knownAt);
  return open.map((one) => ({ ...one, acts: actsAt(one, knownAt ?? context.now) }));
}

/** What can be done on a modification at an instant; nothing once it has ended. */
export function actsAt({ state, rules }: ReadProposal, now: Instant): readonly NextAct[] {
  if (state.status !== 'open') return [];
  const known = worked.get(state);
  if (known !== undefined && known.from <= now && now < known.until) return known.acts;
  const acts = whatNext(state, { ...rules, now });
  worked.set(state, { from: now, until: changesAt(acts, now), acts });
  return acts;
}

const stood = new WeakMap<RaisedProposal, { readonly today: Day; readonly plan: StandingPlan }>();

/** The timetable of a modification as it stands on a day, worked out once for each state and day. */
export function standingAt({ state, rules }: ReadProposal, today: Day): StandingPlan {
  const known = stood.get(state);
  if (known?.today === today) return known.plan;
  const plan = standingPlan(state, rules, today);
  stood.set(state, { today, plan });
  return plan;
}

/** When time makes something else of what can be done: at a closing, when something is overdue, or on the next day. */
function changesAt(acts: readonly NextAct[], now: Instant): Instant {
  const morrow = instantOn(addDays(dayOfInstant(now), 1), '00:00');
  return acts
    .flatMap(({ until, closes }) => [until, closes])
    .reduce<Instant>((first, at) => (at !== null && at > now && at < first ? at : first), morrow);
}
