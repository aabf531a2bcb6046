import type { Comparison, DayValue, Expression, Value } from './condition.ts';
import type { ConditionSettings } from './condition-functions.ts';
import { arithmetic, call, unsettled } from './condition-operations.ts';
import { isUnsettled, type Raw, typeOf, type Unknown } from './condition-values.ts';

type Of<K extends Expression['kind']> = Expression & { readonly kind: K };

/** Functions that never give an earlier day for a later one. */
const MONOTONE: readonly string[] = ['months', 'workingDays'];

/** What is given of a name as a raw: a day that is only known to be no earlier than some day is missing, but bounded. */
export function rawOf(name: string, value: Value): Raw {
  return isOrLater(value) ? { kind: 'unknown', missing: [name], notBefore: value.day } : value;
}

/** What a pair comes to of which a side is no value: decided where the earliest day that the missing one can be decides it. */
export function unsettledPair(expression: Of<'compare' | 'in' | 'arithmetic'>, left: Raw, right: Raw): Raw {
  return bounded(expression, left, right) ?? unsettled(left, right) ?? left;
}

/** A day so long after one that is missing but bounded is bounded too; null for whatever else lacks a value. */
export function boundedCall(expression: Of<'call'>, of: readonly Raw[], settings: ConditionSettings): Raw | null {
  const [start, ...others] = of;
  if (start === undefined || !isBounded(start) || !MONOTONE.includes(expression.function)) return null;
  if (others.some(isUnsettled)) return null;
  return from(start, call(expression, [dayFrom(start), ...(others as Value[])], settings));
}

/** The first day that something which is no value can be; null when nothing is known of it. */
export function boundOf(raw: Raw): DayValue | null {
  return isBounded(raw) ? dayFrom(raw) : null;
}

type Bounded = Unknown & { readonly notBefore: DayValue['day'] };

function isBounded(raw: Raw): raw is Bounded {
  return isUnsettled(raw) && raw.kind === 'unknown' && raw.notBefore !== undefined;
}

function isOrLater(value: Value): value is DayValue {
  return typeof value === 'object' && 'kind' in value && value.kind === 'day' && value.orLater === true;
}

function bounded(expression: Of<'compare' | 'in' | 'arithmetic'>, left: Raw, right: Raw): Raw | null {
  const isLeft = isBounded(left);
  const [missing, known] = isLeft ? [left, right] : [right, left];
  if (expression.kind === 'in' || !isBounded(missing) || isUnsettled(known)) return null;
  const first = dayFrom(missing);
  if (expression.kind === 'compare')
    return typeOf(known) === 'day' ? decided(expression.operator, known as DayValue, first, isLeft) : null;
  return from(missing, isLeft ? arithmetic(expression, first, known) : arithmetic(expression, known, first));
}

/** Whether a day compares so with every day from another on; null while some of them do and others do not. */
function decided(operator: Comparison, known: DayValue, first: DayValue, isLeft: boolean): boolean | null {
  if (known.day > first.day) return null;
  const asked = isLeft ? TURNED[operator] : operator;
  if (asked === '<=' || asked === '>') return asked === '<=';
  if (known.day === first.day) return null;
  return asked === '<' || asked === '!=';
}

/** The comparison that says the same with its sides exchanged. */
const TURNED: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** The same missing facts, for what is made of them; null where that is no day with an end. */
function from({ missing }: Bounded, made: Raw): Raw | null {
  if (isUnsettled(made) || typeOf(made) !== 'day') return null;
  const { day } = made as DayValue;
  return Number.isFinite(day) ? { kind: 'unknown', missing, notBefore: day } : null;
}

function dayFrom({ notBefore }: Bounded): DayValue {
  return { kind: 'day', day: notBefore };
}
