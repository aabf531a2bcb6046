import type { Value } from '../kernel/condition.ts';
import { type ConditionSettings, PLAIN_SETTINGS } from '../kernel/condition-functions.ts';
import type { Scope } from '../kernel/condition-steps.ts';
import type { Day } from '../kernel/day.ts';
import { startedSteps } from '../kernel/resolve-commencement.ts';
import { always, mapSteps, type Steps } from '../kernel/steps.ts';
import type { Calendar } from '../kernel/working-days.ts';
import { commencedFor } from './commenced-for.ts';
import type { Knowledge } from './knowledge.ts';
import type { Subject } from './subject.ts';

const DAY_OF = '_day';

/** The name by which a condition speaks of a kind of fact: `system_enrolled` of `system-enrolled`. */
export function nameOfKind(kind: string): string {
  return kind.replaceAll('-', '_');
}

/** The kind of fact that a name in a condition speaks of: `system-enrolled` of `system_enrolled`. */
export function kindOfName(name: string): string {
  return name.replaceAll('_', '-');
}

/** The kind of fact that settles a name in a condition: of `system_enrolled_day` that of the event. */
export function settledBy(name: string, { kinds }: Knowledge): string {
  const kind = kindOfName(name);
  return kinds.has(kind) || !name.endsWith(DAY_OF) ? kind : kindOfName(name.slice(0, -DAY_OF.length));
}

/** The name by which a condition speaks of the day of an event: `system_enrolled_day` of `system-enrolled`. */
export function nameOfDay(event: string): string {
  return `${nameOfKind(event)}${DAY_OF}`;
}

/**
 * What is known of a subject under the names that conditions use: an event is true from the day on which it happened,
 * and its day is known on every day once it is recorded.
 */
export function scopeOf(knowledge: Knowledge, subject: Subject): Scope {
  return (name) => {
    const kind = knowledge.kinds.get(kindOfName(name));
    if (kind === undefined) return always(dayOfEvent(knowledge, name, subject));
    return kind.type === 'event' ? eventSteps(knowledge, kind.id, subject) : knowledge.values(kind.id, subject);
  };
}

/** How conditions are evaluated over what is known: Working Days are counted in the first of its calendars. */
export function settingsOf({ calendars }: Knowledge): ConditionSettings {
  const [calendar] = calendars.values();
  if (calendar === undefined) return PLAIN_SETTINGS;
  const kept = settingsWith.get(calendar) ?? { ...PLAIN_SETTINGS, calendar };
  settingsWith.set(calendar, kept);
  return kept;
}

/** One object for each calendar, by which the programs of conditions are kept. */
const settingsWith = new WeakMap<Calendar, ConditionSettings>();

function eventSteps(knowledge: Knowledge, event: string, subject: Subject): Steps<Value | null> {
  const happened = commencedFor({ kind: 'event', event }, { knowledge, subject });
  return mapSteps(startedSteps(happened), (value) => (value === 'unknown' ? null : value));
}

/** The day of an event that a name such as `system_enrolled_day` speaks of: infinite when it never happens; while it is not known, the first on which it may have happened. */
function dayOfEvent(knowledge: Knowledge, name: string, subject: Subject): Value | null {
  const event = settledBy(name, knowledge);
  if (knowledge.kinds.get(event)?.type !== 'event') return null;
  const { occurrence, notBefore } = knowledge.about(event, subject);
  if (occurrence === null) return notBefore === null ? null : { kind: 'day', day: notBefore, orLater: true };
  return { kind: 'day', day: occurrence === 'never' ? (Infinity as Day) : occurrence };
}
