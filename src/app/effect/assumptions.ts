import type { Occurrences } from '../../core/kernel/commencement.ts';
import { type Day, writeDay } from '../../core/kernel/day.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { APPROVAL } from '../../core/modification/implementation/implementation.ts';
import { contradictionIn } from '../../core/obligation/contradiction.ts';
import { type FactKind, isAssumable } from '../../core/obligation/fact.ts';
import { type Assumption, assumedOf } from '../../core/obligation/knowledge.ts';
import type { EffectOptions } from './effect-options.ts';
import type { DutySources, EffectSources } from './effect-sources.ts';
import { DECISION_EVENTS } from './implementation.ts';

type Assume = EffectOptions['assume'];

/** `system-enrolled:pebblewick-x` and its day, as an assumption. */
export function assumptionsOf(assume: Assume): Assumption[] {
  return Object.entries(assume).map(([name, day]) => ({ ...assumedOf(name), day: day === 'never' ? null : day }));
}

/** What is supposed of the decision on a proposal. */
export function supposing(assume: Assume): Occurrences {
  return (event) => assume[event] ?? null;
}

/** The first assumption about a decision that nobody awaits or that cannot come any more; null when there is none. */
export function decisionFault(assume: Assume, { implementation, today }: EffectSources): Rejection | null {
  for (const event of DECISION_EVENTS) {
    const day = assume[event];
    if (day === undefined) continue;
    const awaited = implementation(supposing(without(assume, event))).awaiting;
    if (!awaited.includes(event))
      return fault(`"${event}" is not awaited; the implementation awaits ${awaited.join(', ') || 'nothing'}.`);
    const approval = assume[APPROVAL];
    const first = event === APPROVAL || typeof approval !== 'number' ? today : (Math.max(today, approval) as Day);
    if (day !== 'never' && day < first)
      return fault(`"${event}" cannot come on ${writeDay(day)}; expected ${writeDay(first)} or a later day, or never.`);
  }
  return null;
}

/** The first assumption that names something that does not exist, or two that cannot both be; null when all can. */
export function assumptionFault(
  assume: Assume,
  { rulebook, estate, facts }: Pick<DutySources, 'rulebook' | 'estate' | 'facts'>,
  decisions: readonly string[] = [],
): Rejection | null {
  const subjects = [...estate.parties, ...estate.groups].map((one) => one.id);
  const assumable = rulebook.factKinds.filter(isAssumable);
  const kinds = assumable.map((kind) => kind.id);
  const assumed = assumptionsOf(assume);
  for (const { event, subject } of assumed) {
    if (subject === null && decisions.includes(event)) continue;
    if (!kinds.includes(event))
      return fault(`There is no event "${event}"; expected one of ${[...kinds, ...decisions].join(', ')}.`);
    if (subject !== null && !subjects.includes(subject))
      return fault(`There is no party or group of systems "${subject}"; expected one by its id.`);
    const about = assumable.find(({ id }) => id === event)?.subject;
    const fits =
      about === 'market' ? [] : (about === 'party' ? estate.parties : estate.groups).map((one): string => one.id);
    if (subject !== null && !fits.includes(subject)) return fault(misplaced(event, subject, about));
  }
  const contradiction = contradictionIn(rulebook.factKinds, facts, assumed);
  return contradiction === null ? null : fault(contradiction);
}

function misplaced(event: string, subject: string, about: FactKind['subject'] | undefined): string {
  if (about === 'market') {
    return `"${event}" is an event of the market as a whole; expected it without "${subject}".`;
  }
  const expected = about === 'party' ? 'a party' : 'a group of systems';
  return `"${event}" is about ${expected}, and "${subject}" is none; expected ${expected} by its id.`;
}

function without(assume: Assume, event: string): Assume {
  return Object.fromEntries(Object.entries(assume).filter(([name]) => name !== event));
}

function fault(sentence: string): Rejection {
  return rejection('input-invalid', sentence, { place: { field: 'assume' } });
}
