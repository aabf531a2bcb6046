import type { Day } from '../kernel/day.ts';
import type { Asked } from '../obligation/asked.ts';
import { type Knowledge, settling } from '../obligation/knowledge.ts';

/**
 * What would be known under each course that the events can take, so far as the answer on a day can tell the courses
 * apart: an event has happened as early as it can have, happens on that day, or never does. A course on which a
 * subject's own event comes before the first of its kind is none.
 */
export function coursesOf(events: readonly string[], on: Day, { subject, knowledge }: Asked): Knowledge[] {
  const courses = events.reduce<Course[]>(
    (before, event) => {
      const days = outcomesOf(knowledge.about(event, subject).notBefore, on);
      return before.flatMap((course) => days.map((day) => new Map([...course, [event, day]])));
    },
    [new Map()],
  );
  return courses.filter((course) => consistent(course, knowledge)).map((course) => settling(knowledge, course));
}

type Course = ReadonlyMap<string, Day | 'never'>;

function outcomesOf(earliest: Day | null, on: Day): (Day | 'never')[] {
  if (earliest === null || earliest === on) return ['never', on];
  return earliest < on ? ['never', on, earliest] : ['never'];
}

function consistent(course: Course, knowledge: Knowledge): boolean {
  return [...course].every(([event, first]) => {
    const own = course.get(knowledge.kinds.get(event)?.firstOf ?? '');
    return own === undefined || own === 'never' || (first !== 'never' && first <= own);
  });
}
