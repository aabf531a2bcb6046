/**
 * A number for a provision that is new after one that bears `number`, none of those taken: the next (`(b)` after `(a)`),
 * or where that is taken the one with a letter, as drafters do it (`G3.27A`, `(aa)`). Null where none can be told.
 */
export function numberAfter(number: string | null, taken: (number: string) => boolean): string | null {
  if (number === null) return null;
  const next = following(number, taken);
  if (next !== null && !taken(next)) return next;
  const between = lettered(number).find((one) => !taken(one));
  return between ?? null;
}

function following(number: string, taken: (number: string) => boolean): string | null {
  const counted = /^(.*?)(\d+)(\D*)$/.exec(number);
  if (counted !== null && !/[A-Za-z]/.test(counted[3] ?? '')) {
    return `${counted[1]}${Number(counted[2]) + 1}${counted[3]}`;
  }
  const roman = /^\(([ivx]+)\)$/.exec(number)?.[1];
  // (i) after (h) is a letter
  const isLetter = roman === 'v' || roman === 'x' || (roman === 'i' && taken('(h)'));
  if (roman !== undefined && !isLetter) return `(${toRoman(fromRoman(roman) + 1)})`;
  const lower = /^\(([a-y])\)$/.exec(number)?.[1];
  if (lower !== undefined) return `(${String.fromCharCode(lower.charCodeAt(0) + 1)})`;
  const capital = /^(.*[\d(])([A-Y])(\)?)$/.exec(number) ?? /^()([A-Y])()$/.exec(number);
  if (capital === null) return null;
  return `${capital[1]}${String.fromCharCode((capital[2] ?? '').charCodeAt(0) + 1)}${capital[3]}`;
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

function lettered(number: string): string[] {
  const bracketed = /^\(([a-z]+)\)$/.exec(number)?.[1];
  if (bracketed !== undefined) return LETTERS.map((letter) => `(${bracketed}${letter})`);
  return /\d$/.test(number) ? LETTERS.map((letter) => number + letter.toUpperCase()) : [];
}

const ROMAN = { x: 10, ix: 9, v: 5, iv: 4, i: 1 } as const;

function fromRoman(roman: string): number {
  let value = 0;
  for (const [at, letter] of [...roman].entries()) {
    const own = ROMAN[letter as 'i'];
    value += own < (ROMAN[roman[at + 1] as 'i'] ?? 0) ? -own : own;
  }
  return value;
}

function toRoman(value: number): string {
  let [rest, roman] = [value, ''];
  for (const [letters, worth] of Object.entries(ROMAN)) {
    for (; rest >= worth; rest -= worth) roman += letters;
  }
  return roman;
}
