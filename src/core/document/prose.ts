import type { Commencement } from '../kernel/commencement.ts';
import { type Day, partsOf, writeDay } from '../kernel/day.ts';
import { implementationDateEvent } from '../kernel/resolve-commencement.ts';
import { APPROVAL } from '../modification/implementation/implementation.ts';
import type { ProposalContent } from '../modification/proposal.ts';
import { commencementOf } from '../modification/text/part.ts';

/** A span of days as papers write it: `24 October 2018`, `15 to 19 October 2018`, `29 October to 2 November 2018`. */
export function writeSpan(from: Day, to: Day): string {
  if (from === to) return writeDay(from);
  const [start, end] = [partsOf(from), partsOf(to)];
  if (start.year !== end.year) return `${writeDay(from)} to ${writeDay(to)}`;
  const [first = '', month = ''] = writeDay(from).split(' ');
  return start.month === end.month ? `${first} to ${writeDay(to)}` : `${first} ${month} to ${writeDay(to)}`;
}

/** Whole pounds with thousands set off: `£1,200`. */
export function writePounds(amount: number): string {
  return `£${writeCount(amount)}`;
}

/** A whole number with thousands set off: `250,000`. */
export function writeCount(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A commencement as one sentence without its full stop; `decided` names what the condition waits for. */
export function writeCommencement(value: Commencement, decided = 'a decision to approve is made'): string {
  switch (value.kind) {
    case 'on':
      return writeDay(value.day);
    case 'event':
      if (value.event === implementationDateEvent(APPROVAL)) return 'a day that is set once it is approved';
      return `the day of the event “${value.event.replaceAll('-', ' ')}”`;
    case 'decision': {
      const first = `${writeCommencement(value.then, decided)}, if ${decided} by ${writeDay(value.by)}`;
      return value.otherwise === null ? first : `${first}; otherwise ${writeCommencement(value.otherwise, decided)}`;
    }
    case 'earlier-of':
      return `the earlier of ${listed(value.of.map((one) => writeCommencement(one, decided)))}`;
    case 'later-of':
      return `the later of ${listed(value.of.map((one) => writeCommencement(one, decided)))}`;
    case 'offset':
      return shifted(value.days, 'day', writeCommencement(value.base, decided));
    case 'working-days-after':
      return shifted(value.workingDays, 'Working Day', writeCommencement(value.base, decided));
    case 'months-after':
      return shifted(value.months, 'month', writeCommencement(value.base, decided));
    case 'never':
      return 'never';
  }
}

function shifted(count: number, unit: string, base: string): string {
  const length = Math.abs(count);
  return `${length} ${unit}${length === 1 ? '' : 's'} ${count < 0 ? 'before' : 'after'} ${base}`;
}

/** When each part of a divided legal text takes effect, and when it ends, a line each; none when it is undivided. */
export function partLines(content: Pick<ProposalContent, 'implementation' | 'parts'>): readonly string[] {
  return (content.parts ?? []).map((part) => {
    const ends = part.until === undefined ? '' : `; it ends on ${writeCommencement(part.until)}`;
    return `Part ${part.id}, ${part.title}: ${writeCommencement(commencementOf(part, content))}${ends}.`;
  });
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** With its first letter in capital. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
