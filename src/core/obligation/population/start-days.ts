import type { Commencement } from '../../kernel/commencement.ts';
import type { Day } from '../../kernel/day.ts';
import { commencedFor } from '../commenced-for.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Subject } from '../subject.ts';
import { MARKET, SUBJECT } from './level.ts';
import type { Member } from './population.ts';
import type { Span } from './span.ts';
import type { Entry, StartTable } from './start-table.ts';

/** Beyond every day that is counted: never, or before all days. */
export const FAR = 1 << 29;

/** Days, counted from the window's first, on which a commencement is for each member; or once where it is the market's. */
export interface StartDays {
  /** 1: a day for each member; 0: one for all. */
  readonly stride: 0 | 1;
  /** First day on which it can be; FAR where it never is, and less than all days where nothing bounds it. */
  readonly earliest: Int32Array;
  /** Day on which it is at the latest. The same array where that is known of everyone. */
  readonly latest: Int32Array;
}

/** The days of the commencements of a table by their place, computed as they are asked for and kept in `known`. */
export function startDays(
  { entries }: StartTable,
  members: readonly Member[],
  knowledge: Knowledge,
  { from }: Span,
  known: StartDays[],
): (place: number) => StartDays {
  const dayOf = (day: number) => Math.max(-FAR, Math.min(FAR, day - from));

  const whole = ({ commencement, wordsFrom, level }: Entry): StartDays => {
    const ask = asked(commencement, wordsFrom, knowledge);
    const stride = level === MARKET ? 0 : 1;
    const earliest = new Int32Array(stride === 0 ? 1 : members.length);
    let latest = earliest;
    for (let at = 0; at < earliest.length; at += 1) {
      const { subject } = members[at] as Member;
      if (at > 0 && level !== SUBJECT && subject.supplier === members[at - 1]?.subject.supplier) {
        earliest[at] = earliest[at - 1] as number;
        latest[at] = latest[at - 1] as number;
        continue;
      }
      const days = ask(subject);
      earliest[at] = dayOf(days.earliest);
      if (latest === earliest && days.latest !== days.earliest) latest = earliest.slice();
      if (latest !== earliest) latest[at] = dayOf(days.latest);
    }
    return { stride, earliest, latest };
  };

  const made = (parts: readonly StartDays[], days: (of: readonly Int32Array[], to: Int32Array) => void): StartDays => {
    const stride = parts.some((part) => part.stride === 1) ? 1 : 0;
    const side = (of: 'earliest' | 'latest') => {
      const to = new Int32Array(stride === 0 ? 1 : members.length);
      days(
        parts.map((part) =>
          part.stride === stride ? part[of] : new Int32Array(to.length).fill(part[of][0] as number),
        ),
        to,
      );
      return to;
    };
    const earliest = side('earliest');
    const settled = parts.every((part) => part.earliest === part.latest);
    return { stride, earliest, latest: settled ? earliest : side('latest') };
  };

  const compute = (entry: Entry): StartDays => {
    const { commencement } = entry;
    const parts = entry.parts.map((part) => days(part));
    switch (commencement.kind) {
      case 'offset':
        return made(parts, ([base], to) => later(base as Int32Array, commencement.days, to));
      case 'earlier-of':
        return made(parts, earliestOf);
      case 'later-of':
        return made(parts, latestOf);
      default:
        return whole(entry);
    }
  };

  const days = (place: number): StartDays => (known[place] ??= compute(entries[place] as Entry));
  return days;
}

/** The first and the last day on which a commencement can be for a subject; infinite where nothing bounds it. */
function asked(
  commencement: Commencement,
  wordsFrom: Day,
  knowledge: Knowledge,
): (subject: Subject) => { readonly earliest: number; readonly latest: number } {
  const event = commencement.kind === 'event' ? commencement.event : null;
  if (event !== null && knowledge.kinds.get(event)?.derived?.from !== 'commencement')
    return (subject) => {
      const { occurrence, notBefore } = knowledge.about(event, subject);
      if (occurrence === null) return { earliest: notBefore ?? -Infinity, latest: Infinity };
      const day = occurrence === 'never' ? Infinity : occurrence;
      return { earliest: day, latest: day };
    };
  return (subject) => {
    const commenced = commencedFor(commencement, { knowledge, subject, wordsFrom });
    if (commenced.kind === 'unknown')
      return { earliest: commenced.notBefore ?? -Infinity, latest: commenced.notAfter ?? Infinity };
    const day = commenced.kind === 'on' ? commenced.day : Infinity;
    return { earliest: day, latest: day };
  };
}

function later(of: Int32Array, days: number, to: Int32Array): void {
  for (let at = 0; at < to.length; at += 1) {
    const day = of[at] as number;
    to[at] = day <= -FAR || day >= FAR ? day : day + days;
  }
}

/** A list of none never commences. */
function earliestOf([first, ...others]: readonly Int32Array[], to: Int32Array): void {
  if (first === undefined) to.fill(FAR);
  else to.set(first);
  for (const one of others) {
    for (let at = 0; at < to.length; at += 1) {
      const day = one[at] as number;
      if (day < (to[at] as number)) to[at] = day;
    }
  }
}

/** A list of none never commences. */
function latestOf([first, ...others]: readonly Int32Array[], to: Int32Array): void {
  if (first === undefined) to.fill(FAR);
  else to.set(first);
  for (const one of others) {
    for (let at = 0; at < to.length; at += 1) {
      const day = one[at] as number;
      if (day > (to[at] as number)) to[at] = day;
    }
  }
}
