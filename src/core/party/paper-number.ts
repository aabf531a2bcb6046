import { type Day, partsOf } from '../kernel/day.ts';

/** What a scheme may name: the meeting's number, parts of its day, and the paper's number, in one or two digits. */
const PLACES = ['meeting', 'yyyy', 'yy', 'mm', 'dd', 'n', 'nn'] as const;

const PLACE = /\{([^{}]*)\}/g;

/** Why a text is no scheme for paper numbers; null when it is one: `CB-{yyyy}-{mm}/{nn}`. */
export function schemeFault(scheme: string): string | null {
  const named = [...scheme.matchAll(PLACE)].map(([, name = '']) => name);
  const strange = named.find((name) => !PLACES.some((place) => place === name));
  if (strange !== undefined)
    return `"{${strange}}" is not known; expected one of ${PLACES.map((one) => `{${one}}`).join(', ')}`;
  if (/[{}]/.test(scheme.replace(PLACE, ''))) return 'a brace is not closed';
  return named.includes('n') || named.includes('nn') ? null : 'it names no paper; expected {n} or {nn}';
}

/** Whether a scheme needs the number that the body gives its meeting. */
export function namesMeeting(scheme: string): boolean {
  return scheme.includes('{meeting}');
}

/** The number of a paper by a scheme: `SECP 61_1210_15`. */
export function paperNumber(
  scheme: string,
  meeting: { readonly number: number | null; readonly day: Day },
  sequence: number,
): string {
  const { year, month, dayOfMonth } = partsOf(meeting.day);
  const two = (value: number) => String(value).padStart(2, '0');
  const values: Record<(typeof PLACES)[number], string> = {
    meeting: String(meeting.number ?? ''),
    yyyy: String(year),
    yy: two(year % 100),
    mm: two(month),
    dd: two(dayOfMonth),
    n: String(sequence),
    nn: two(sequence),
  };
  return scheme.replaceAll(PLACE, (whole, name: string) => values[name as keyof typeof values] ?? whole);
}
