import type { Commenced, Commencement, Occurrences } from './commencement.ts';
import type { Day } from './day.ts';
import { type Span, shiftMonths, shiftWorkingDays } from './shift-span.ts';
import { always, type Steps, steps } from './steps.ts';
import type { Calendar } from './working-days.ts';

/** For an event by name, the first day on which it can have happened unrecorded; null when that is any day. */
export type CompleteUntil = (event: string) => Day | null;

/** Calendars by id, in which Working Days are counted. */
export type Calendars = ReadonlyMap<string, Calendar>;

/** The event by which a decision made after its `by` gets a day, when the source gives no fall-back. */
export function implementationDateEvent(decision: string): string {
  return `${decision}-implementation-date`;
}

/**
 * When something commences, given what has happened. `occurrences` answers for events and for decisions by name (a
 * decision's day, or `never` when it was decided otherwise). What a late decision brings about, on a day still to be
 * set, does not start before that decision. A list of none never commences. Working Days that a calendar does not cover
 * leave the day unknown, and what is awaited says so.
 */
export function resolveCommencement(
  commencement: Commencement,
  occurrences: Occurrences,
  completeUntil: CompleteUntil = () => null,
  calendars: Calendars = new Map(),
): Commenced {
  return toCommenced(spanOf(commencement, { occurrences, completeUntil, calendars }));
}

/** Whether it has started, over the days: false before, true from its day on, and unknown on the days in between. */
export function startedSteps(commenced: Commenced): Steps<boolean | 'unknown'> {
  switch (commenced.kind) {
    case 'never':
      return always(false);
    case 'on':
      return steps<boolean | 'unknown'>(false, [{ from: commenced.day, value: true }]);
    case 'unknown': {
      const { notBefore, notAfter } = commenced;
      return steps<boolean | 'unknown'>(notBefore === null ? 'unknown' : false, [
        ...(notBefore === null ? [] : [{ from: notBefore, value: 'unknown' as const }]),
        ...(notAfter === undefined ? [] : [{ from: notAfter, value: true }]),
      ]);
    }
  }
}

interface Known {
  readonly occurrences: Occurrences;
  readonly completeUntil: CompleteUntil;
  readonly calendars: Calendars;
}

const NEVER: Span = { earliest: Infinity, latest: Infinity, awaiting: [] };

function spanOf(commencement: Commencement, known: Known): Span {
  switch (commencement.kind) {
    case 'on':
      return settled(commencement.day);
    case 'never':
      return NEVER;
    case 'event':
      return eventSpan(commencement.event, known);
    case 'decision':
      return decisionSpan(commencement, known);
    case 'offset': {
      const base = spanOf(commencement.base, known);
      return { ...base, earliest: base.earliest + commencement.days, latest: base.latest + commencement.days };
    }
    case 'working-days-after': {
      const { base, workingDays, calendar } = commencement;
      return shiftWorkingDays(spanOf(base, known), workingDays, calendar, known.calendars.get(calendar));
    }
    case 'months-after':
      return shiftMonths(spanOf(commencement.base, known), commencement.months, commencement.rounding);
    case 'earlier-of':
      return earlierOf(commencement.of.map((one) => spanOf(one, known)));
    case 'later-of':
      return laterOf(commencement.of.map((one) => spanOf(one, known)));
  }
}

function settled(day: number): Span {
  return { earliest: day, latest: day, awaiting: [] };
}

function eventSpan(event: string, { occurrences, completeUntil }: Known): Span {
  const occurrence = occurrences(event);
  if (occurrence === 'never') return NEVER;
  if (occurrence !== null) return settled(occurrence);
  return { earliest: completeUntil(event) ?? -Infinity, latest: Infinity, awaiting: [event] };
}

function decisionSpan(commencement: Commencement & { kind: 'decision' }, known: Known): Span {
  const { decision, by, otherwise } = commencement;
  const late = (decidedOn: number): Span => {
    if (otherwise !== null) return spanOf(otherwise, known);
    const set = eventSpan(implementationDateEvent(decision), known);
    return set.awaiting.length === 0 ? set : { ...set, earliest: Math.max(set.earliest, decidedOn) };
  };
  const decided = known.occurrences(decision);
  if (decided === 'never') return NEVER;
  if (decided !== null) return decided <= by ? spanOf(commencement.then, known) : late(decided);
  const earliest = Math.min(spanOf(commencement.then, known).earliest, late(by + 1).earliest);
  return earliest === Infinity ? NEVER : { earliest, latest: Infinity, awaiting: [decision] };
}

function earlierOf(spans: readonly Span[]): Span {
  const earliest = Math.min(...spans.map((one) => one.earliest));
  const latest = Math.min(...spans.map((one) => one.latest));
  return between(
    earliest,
    latest,
    spans.filter((one) => one.earliest < latest),
  );
}

function laterOf(spans: readonly Span[]): Span {
  if (spans.length === 0) return NEVER;
  const earliest = Math.max(...spans.map((one) => one.earliest));
  const latest = Math.max(...spans.map((one) => one.latest));
  return between(
    earliest,
    latest,
    spans.filter((one) => one.latest > earliest),
  );
}

/** Only the spans that can still move the answer say what it waits for. */
function between(earliest: number, latest: number, deciding: readonly Span[]): Span {
  if (earliest === latest) return { earliest, latest, awaiting: [] };
  return { earliest, latest, awaiting: [...new Set(deciding.flatMap((one) => one.awaiting))] };
}

function toCommenced({ earliest, latest, awaiting }: Span): Commenced {
  if (earliest === Infinity) return { kind: 'never' };
  if (earliest === latest) return { kind: 'on', day: earliest as Day };
  const notBefore = earliest === -Infinity ? null : (earliest as Day);
  const unknown = { kind: 'unknown', notBefore, awaiting } as const;
  return latest === Infinity ? unknown : { ...unknown, notAfter: latest as Day };
}
