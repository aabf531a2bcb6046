import type { DayValue, Duration, Outcome, Value } from './condition.ts';
import { type Day, formatDay, parseDay } from './day.ts';

/** Names of the types of values. */
export type TypeName = 'bool' | 'int' | 'string' | 'day' | 'duration' | 'list';

/** Why there is no value. */
export type Failure = Outcome & { readonly kind: 'error' };

/** What is missing for a value; of a day also the first that it can be, where that is known. */
export type Unknown = Outcome & { readonly kind: 'unknown' } & { readonly notBefore?: Day };

/** A value, what is missing for one, or why there is none: an outcome whose value is not wrapped. */
export type Raw = Value | Unknown | Failure;

/** The type with its article, as sentences speak of it. */
export const TYPE_TITLES: Readonly<Record<TypeName, string>> = {
  bool: 'true or false',
  int: 'a number',
  string: 'a text',
  day: 'a day',
  duration: 'a number of days',
  list: 'a list',
};

const FIRST_DAY = parseDay('0000-01-01') as Day;
const LAST_DAY = parseDay('9999-12-31') as Day;
const TRUE: Outcome = { kind: 'value', value: true };
const FALSE: Outcome = { kind: 'value', value: false };

/** The type of a value. */
export function typeOf(value: Value): TypeName {
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'number':
      return 'int';
    case 'string':
      return 'string';
    default:
      return 'kind' in value ? value.kind : 'list';
  }
}

/** Why there is no value, as a value of its own. */
export function failure(sentence: string): Failure {
  return { kind: 'error', sentence };
}

/** Whether it is no value. */
export function isUnsettled(raw: Raw): raw is Unknown | Failure {
  if (typeof raw !== 'object') return false;
  const { kind } = raw as { kind?: string };
  return kind === 'unknown' || kind === 'error';
}

/** The outcome that it stands for. */
export function outcomeOf(raw: Raw): Outcome {
  if (raw === true) return TRUE;
  if (raw === false) return FALSE;
  if (!isUnsettled(raw)) return { kind: 'value', value: raw };
  return raw.kind === 'unknown' && raw.notBefore !== undefined ? { kind: 'unknown', missing: raw.missing } : raw;
}

/** A day as a value, within the years that can be written; infinite stays so. */
export function dayValue(at: number): DayValue | Failure {
  const isWritten = (FIRST_DAY <= at && at <= LAST_DAY) || at === Infinity;
  return isWritten ? { kind: 'day', day: at as Day } : failure('the day lies outside the years 0000 to 9999');
}

/** A number of days as a value. */
export function duration(days: number): Duration | Failure {
  return Number.isSafeInteger(days)
    ? { kind: 'duration', days: days + 0 }
    : failure('the number of days lies outside what can be counted exactly (2^53)');
}

/** `8 November 2018` is written 2018-11-08; a day that never comes is `never`. */
export function writeDayValue({ day }: DayValue): string {
  return Number.isFinite(day) ? formatDay(day) : 'never';
}

/** Equality of two values of one type that are no lists. */
export function isEqual(a: Value, b: Value): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return orderOf(a, b) === 0;
}

/** Negative, zero or positive, for values of one type that are no lists; false comes before true, texts go by code point as in CEL. */
export function orderOf(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return orderOfTexts(a, b);
  const [left, right] = [sizeOf(a), sizeOf(b)];
  return left === right ? 0 : left - right;
}

function sizeOf(value: Value): number {
  if (typeof value !== 'object') return Number(value);
  if (!('kind' in value)) return Number.NaN;
  return value.kind === 'day' ? value.day : value.days;
}

function orderOfTexts(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left === right) continue;
    // Halves of surrogate pairs stand for code points above all others.
    const [isHighLeft, isHighRight] = [isSurrogate(left), isSurrogate(right)];
    return isHighLeft === isHighRight ? left - right : isHighLeft ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
