import type { Commenced } from '../kernel/commencement.ts';
import type { Day } from '../kernel/day.ts';
import { startedSteps } from '../kernel/resolve-commencement.ts';
import { mapSteps, type Steps, valueOn } from '../kernel/steps.ts';
import type { Bound, Verdict } from '../obligation/bound-steps.ts';
import { commencedFor } from '../obligation/commenced-for.ts';
import { eventTitles } from '../obligation/event-titles.ts';
import type { Knowledge } from '../obligation/knowledge.ts';
import type { Obligation } from '../obligation/obligation.ts';
import { prerequisitesOf } from '../obligation/prerequisite.ts';
import type { Subject } from '../obligation/subject.ts';
import { settlingSteps } from './cover.ts';
import { bothSteps, either, not, type Settling } from './spans.ts';

/** Days on which a duty binds a subject although what its compliance is assessed by does not exist yet. */
export function boundUnassessable(
  obligation: Obligation,
  bound: Steps<Pick<Bound, 'bound' | 'awaiting'>>,
  subject: Subject,
  knowledge: Knowledge,
): Steps<Settling> {
  return bothSteps(settlingSteps(bound), mapSteps(assessableSteps(obligation, subject, knowledge), not));
}

/** Days on which a duty binds a subject although an event has not happened. */
export function boundBeforeEvent(
  event: string,
  bound: Steps<Pick<Bound, 'bound' | 'awaiting'>>,
  subject: Subject,
  knowledge: Knowledge,
): Steps<Settling> {
  const happened = commencedFor({ kind: 'event', event }, { knowledge, subject });
  return bothSteps(settlingSteps(bound), mapSteps(settledSteps(happened), not));
}

/** Whether any of the duties of a party binds on a day without being assessable then. */
export function exposureOn(unassessable: readonly Steps<Settling>[], on: Day): Settling {
  return unassessable.map((one) => valueOn(one, on)).reduce(either, { verdict: false, awaiting: [] });
}

/** In words, for both worlds. */
export function exposureReason(without: Settling, withIt: Settling, kinds: Knowledge['kinds']): string {
  return `Without the modification ${sentenceOf(without, kinds)}; with it ${sentenceOf(withIt, kinds)}.`;
}

function sentenceOf({ verdict, awaiting }: Settling, kinds: Knowledge['kinds']): string {
  const said: Record<`${Verdict}`, string> = {
    true: 'a duty binds on that day which cannot be assessed then',
    false: 'no duty binds on that day which cannot be assessed then',
    unknown: `it depends on ${eventTitles(awaiting, kinds)}`,
  };
  return said[`${verdict}`];
}

/** The first day on which everything has happened that compliance is assessed by. */
export function assessableFrom(obligation: Obligation, subject: Subject, knowledge: Knowledge): Commenced {
  const on = { kind: 'on', day: subject.operatedFrom } as const;
  const events = prerequisitesOf(obligation, knowledge.kinds).map((event) => ({ kind: 'event', event }) as const);
  return commencedFor({ kind: 'later-of', of: [on, ...events] }, { knowledge, subject });
}

function assessableSteps(obligation: Obligation, subject: Subject, knowledge: Knowledge): Steps<Settling> {
  return settledSteps(assessableFrom(obligation, subject, knowledge));
}

function settledSteps(commenced: Commenced): Steps<Settling> {
  const awaiting = commenced.kind === 'unknown' ? commenced.awaiting : [];
  return mapSteps(startedSteps(commenced), (verdict) => ({
    verdict,
    awaiting: verdict === 'unknown' ? awaiting : [],
  }));
}
