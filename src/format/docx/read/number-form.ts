/** A number as printed, typed at the start of a paragraph: `G3.26`, `3.`, `(a)`, `(iv)`, `A1.2A`. */
const TYPED =
  /^(\((?:[a-z]{1,3}|[ivxlc]+|[A-Z]{1,3}|\d{1,3}[A-Z]?)\)|[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[A-Z]{0,2}\.?|\d{1,3}\))(?:\t\s*|\s{2,}| (?=[A-Z“"‘']))/;

/** A number that was typed and the words after it; null where a paragraph begins with none. */
export function typedNumber(text: string): { readonly number: string; readonly rest: string } | null {
  const found = TYPED.exec(text);
  if (found?.[1] === undefined) return null;
  return { number: found[1], rest: text.slice(found[0].length) };
}

/** Whether a number stands in brackets and so continues that of what it is under. */
export function isBracketed(number: string): boolean {
  return number.startsWith('(');
}

/** Whether one number is the next of its kind after another: (h) → (i), (i) → (ii), G3.9 → G3.10. */
export function follows(number: string, previous: string): boolean {
  const [head, own] = split(number);
  const [headBefore, before] = split(previous);
  if (head !== headBefore || own === null || before === null) return false;
  if (/^\d+$/.test(own) && /^\d+$/.test(before)) return Number(own) === Number(before) + 1;
  const [a, b] = [own.toLowerCase(), before.toLowerCase()];
  if (a.length === 1 && b.length === 1 && a.charCodeAt(0) === b.charCodeAt(0) + 1) return true;
  if (b === 'z' && a === 'aa') return true;
  const [romanOwn, romanBefore] = [romanValue(a), romanValue(b)];
  return romanOwn !== null && romanBefore !== null && romanOwn === romanBefore + 1;
}

/** Whether a number can be the first of a list. */
export function isFirst(number: string): boolean {
  return /^\((?:a|i|1|A)\)$|(^|\.)1\.?$/.test(number);
}

/** Whether a number continues another: G3.26 continues G3, 1.1 continues 1. */
export function continues(number: string, above: string): boolean {
  const stem = above.replace(/\.$/, '');
  return number.startsWith(`${stem}.`) && number.length > stem.length + 1;
}

function split(number: string): [string, string | null] {
  const bracketed = /^\((.+)\)$/.exec(number)?.[1];
  if (bracketed !== undefined) return ['(', bracketed];
  const parts = /^(.*?)(\d+)\.?$/.exec(number);
  return parts === null ? [number, null] : [parts[1] ?? '', parts[2] ?? null];
}

function romanValue(text: string): number | null {
  if (!/^[ivxlc]+$/.test(text)) return null;
  const values = [...text].map((sign) => ({ i: 1, v: 5, x: 10, l: 50, c: 100 })[sign] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
