import type { Commenced, Commencement } from '../kernel/commencement.ts';
import type { Day } from '../kernel/day.ts';
import { expandCommencement } from '../kernel/expand-commencement.ts';
import { resolveCommencement } from '../kernel/resolve-commencement.ts';
import type { Knowledge } from './knowledge.ts';
import type { Subject } from './subject.ts';

/** Whom and what a commencement is asked about. */
interface AskedOf {
  readonly knowledge: Knowledge;
  readonly subject: Subject | null;
  /** From when the words are in force that it speaks of; absent: it speaks of none. */
  readonly wordsFrom?: Day;
}

/**
 * When something commences for a subject, by all that is known: its events, the market's, and commencements that are
 * named, in place of which what these wait for is awaited.
 */
export function commencedFor(commencement: Commencement, asked: AskedOf): Commenced {
  const { knowledge, subject, wordsFrom } = asked;
  const { kinds, about, calendars } = knowledge;
  return resolveCommencement(
    definedFor(commencement, asked),
    (event) =>
      wordsFrom !== undefined && kinds.get(event)?.subject === 'words' ? wordsFrom : about(event, subject).occurrence,
    (event) => about(event, subject).notBefore,
    calendars,
  );
}

/** A commencement with what it waits for in place of the names of other commencements, but for those that are settled. */
export function definedFor(commencement: Commencement, { knowledge, subject }: AskedOf): Commencement {
  const { kinds, about } = knowledge;
  return expandCommencement(commencement, (event) => {
    const derived = kinds.get(event)?.derived;
    return derived?.from === 'commencement' && about(event, subject).occurrence === null ? derived.commences : null;
  });
}
