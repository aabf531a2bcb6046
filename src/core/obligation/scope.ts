import type { Value } from '../kernel/condition.ts';
import type { Scope } from '../kernel/condition-steps.ts';
import { resolveCommencement, startedSteps } from '../kernel/resolve-commencement.ts';
import { always, mapSteps, type Steps } from '../kernel/steps.ts';
import type { Knowledge } from './knowledge.ts';
import type { Subject } from './subject.ts';

/** The name by which a condition speaks of a kind of fact: `system_enrolled` of `system-enrolled`. */
export function nameOfKind(kind: string): string {
  return kind.replaceAll('-', '_');
}

/** The kind of fact that a name in a condition speaks of: `system-enrolled` of `system_enrolled`. */
export function kindOfName(name: string): string {
  return name.replaceAll('_', '-');
}

/** What is known of a subject under the names that conditions use: an event is true from the day on which it happened. */
export function scopeOf(knowledge: Knowledge, subject: Subject): Scope {
  return (name) => {
    const kind = knowledge.kinds.get(kindOfName(name));
    if (kind === undefined) return always<Value | null>(null);
    return kind.type === 'event' ? eventSteps(knowledge, kind.id, subject) : knowledge.values(kind.id, subject);
  };
}

function eventSteps(knowledge: Knowledge, event: string, subject: Subject): Steps<Value | null> {
  const { occurrence, notBefore } = knowledge.about(event, subject);
  const happened = resolveCommencement(
    { kind: 'event', event },
    () => occurrence,
    () => notBefore,
  );
  return mapSteps(startedSteps(happened), (value) => (value === 'unknown' ? null : value));
}
