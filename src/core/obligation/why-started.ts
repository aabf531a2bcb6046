import type { Commenced, Commencement } from '../kernel/commencement.ts';
import { addDays, type Day, writeDay } from '../kernel/day.ts';
import type { Asked } from './asked.ts';
import type { Verdict } from './bound-steps.ts';
import { commencedFor, definedFor } from './commenced-for.ts';
import type { Fact } from './fact.ts';
import type { FactSources } from './fact-sources.ts';
import type { Reason } from './reason.ts';
import type { WordsInForce } from './words-in-force.ts';

/** A commencement and its parts, each with the days between which it starts; infinite where nothing bounds it. */
export interface Started {
  readonly earliest: number;
  readonly latest: number;
  readonly awaiting: readonly string[];
  readonly connective: 'earlier-of' | 'later-of' | null;
  readonly parts: readonly Started[];
  readonly says: string;
  readonly facts: readonly Fact[];
}

/** What a commencement of some words comes to for a subject, part by part. */
export function startedOf(
  commencement: Commencement,
  words: WordsInForce,
  asked: Asked,
  sources: FactSources,
): Started {
  const { knowledge, subject } = asked;
  const ofWords = (event: string) => knowledge.kinds.get(event)?.subject === 'words';
  const occurrences = (event: string) =>
    ofWords(event) ? words.interval.from : knowledge.about(event, subject).occurrence;

  const partOf = (one: Commencement): Started => {
    const commenced = commencedFor(one, { knowledge, subject, wordsFrom: words.interval.from });
    const span = spanOf(commenced);
    if (one.kind === 'earlier-of' || one.kind === 'later-of') {
      const says =
        one.kind === 'later-of' ? 'All of these have to have happened.' : 'The first of these to happen decides.';
      return { ...span, connective: one.kind, parts: one.of.map(partOf), says, facts: [] };
    }
    const facts = eventsIn(one).flatMap((event) => {
      const day = ofWords(event) ? null : occurrences(event);
      return typeof day === 'number' ? sources.on(event, subject, day) : [];
    });
    const supposed =
      facts.length === 0 && eventsIn(one).some((event) => !ofWords(event) && occurrences(event) !== null);
    return { ...span, connective: null, parts: [], facts, says: saysOf(one, commenced, supposed) };
  };

  const saysOf = (one: Commencement, commenced: Commenced, supposed: boolean): string => {
    if (one.kind === 'never') return 'Only the end of the words ends it.';
    const title = titleOf(one, (event) => knowledge.kinds.get(event)?.title ?? event.replaceAll(/[-_]/g, ' '));
    return `${title}: ${whenOf(commenced)}${supposed ? ', as is supposed' : ''}.`;
  };
  return partOf(definedFor(commencement, { knowledge, subject }));
}

/** Whether it has started on a day. */
function hasStarted({ earliest, latest }: Started, on: Day): Verdict {
  if (on >= latest) return true;
  return on < earliest ? false : 'unknown';
}

/** Days on which the answers of {@link hasStarted} change, for it and its parts. */
export function edgesOf(started: Started): number[] {
  return [started.earliest, started.latest, ...started.parts.flatMap(edgesOf)].filter(Number.isFinite);
}

/** Why it has started on a day, has not or may have, by the parts that decide; `ends`: its start speaks against the duty. */
export function whyStarted(started: Started, on: Day, ends: boolean): Reason {
  const stands = hasStarted(started, on);
  const deciding = started.parts.filter((part) => hasStarted(part, on) === stands);
  const because = deciding.map((part) => whyStarted(part, on, ends));
  return {
    verdict: ends && stands !== 'unknown' ? !stands : stands,
    says: started.says,
    because,
    citations: started.facts.map((fact) => fact.citation),
    facts: started.facts.map((fact) => fact.id),
    awaiting:
      stands !== 'unknown'
        ? []
        : because.length === 0
          ? started.awaiting
          : [...new Set(because.flatMap((one) => one.awaiting))],
  };
}

function eventsIn(commencement: Commencement): string[] {
  if ('event' in commencement) return [commencement.event];
  if ('decision' in commencement) return [commencement.decision];
  return 'base' in commencement ? eventsIn(commencement.base) : [];
}

function titleOf(commencement: Commencement, title: (event: string) => string): string {
  if ('event' in commencement) return title(commencement.event);
  if ('decision' in commencement) return `A decision (${title(commencement.decision)}) by ${writeDay(commencement.by)}`;
  if ('base' in commencement) return `${lengthBefore(commencement)} “${titleOf(commencement.base, title)}”`;
  if ('of' in commencement) {
    const which = commencement.kind === 'earlier-of' ? 'earlier' : 'later';
    return `The ${which} of ${commencement.of.map((one) => `“${titleOf(one, title)}”`).join(' and ')}`;
  }
  return 'A day that is set';
}

/** `3 Working Days after`. */
function lengthBefore(commencement: Extract<Commencement, { base: Commencement }>): string {
  const [count, one, many] =
    commencement.kind === 'offset'
      ? [commencement.days, 'day', 'days']
      : commencement.kind === 'months-after'
        ? [commencement.months, 'month', 'months']
        : [commencement.workingDays, 'Working Day', 'Working Days'];
  return `${Math.abs(count)} ${Math.abs(count) === 1 ? one : many} ${count < 0 ? 'before' : 'after'}`;
}

function whenOf(commenced: Commenced): string {
  switch (commenced.kind) {
    case 'on':
      return writeDay(commenced.day);
    case 'never':
      return 'never';
    case 'unknown': {
      const { notBefore, notAfter } = commenced;
      const known =
        notBefore === null
          ? 'no record says when'
          : `not by ${writeDay(addDays(notBefore, -1))}; since then no record says when`;
      return notAfter === undefined ? known : `${known}, but by ${writeDay(notAfter)}`;
    }
  }
}

function spanOf(commenced: Commenced): Pick<Started, 'earliest' | 'latest' | 'awaiting'> {
  switch (commenced.kind) {
    case 'on':
      return { earliest: commenced.day, latest: commenced.day, awaiting: [] };
    case 'never':
      return { earliest: Infinity, latest: Infinity, awaiting: [] };
    case 'unknown':
      return {
        earliest: commenced.notBefore ?? -Infinity,
        latest: commenced.notAfter ?? Infinity,
        awaiting: commenced.awaiting,
      };
  }
}
