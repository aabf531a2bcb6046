import type { Value } from '../../core/kernel/condition.ts';
import type { Scope } from '../../core/kernel/condition-steps.ts';
import type { DeclaredName, DeclaredNames } from '../../core/kernel/condition-types.ts';
import { dayValue, TYPE_TITLES, typeOf } from '../../core/kernel/condition-values.ts';
import { parseDay } from '../../core/kernel/day.ts';
import { evaluateCondition } from '../../core/kernel/evaluate-condition.ts';
import { parseCondition } from '../../core/kernel/parse-condition.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { always, type Steps, steps } from '../../core/kernel/steps.ts';
import { nearestName } from '../../core/kernel/suggest.ts';

/** What a reader gives in place of the record, and the names with their types that follow from it. */
export interface GivenValues {
  readonly declared: DeclaredNames;
  readonly scope: (name: string) => Steps<Value | null> | null;
}

const DAY_OF = '_day';

/**
 * Reads values by name. Of an event that is declared a day is the day on which it happens; a name that is not declared
 * has the type of its value. A value is written as in a condition; a text may stand without quotes, a day as YYYY-MM-DD.
 */
export function readGiven(
  given: Readonly<Record<string, string | number | boolean>>,
  declared: DeclaredNames,
): GivenValues | { readonly rejection: Rejection } {
  const names = new Map<string, DeclaredName>(declared);
  const known = new Map<string, Steps<Value | null>>();
  for (const [name, plain] of Object.entries(given)) {
    const text = String(plain);
    const dayName = `${name}${DAY_OF}`;
    const wanted = declared.get(name);
    const on = parseDay(text);
    if (on !== null && wanted?.type.type === 'bool' && declared.has(dayName)) {
      known.set(name, steps<Value | null>(false, [{ from: on, value: true }]));
      known.set(dayName, always<Value | null>({ kind: 'day', day: on }));
      continue;
    }
    const value = readValue(text, wanted);
    const fault = faultOf(name, text, value, wanted);
    if (fault !== null) return { rejection: rejection('input-invalid', fault, { place: { field: 'given' } }) };
    known.set(name, always(value));
    if (wanted === undefined) names.set(name, { type: typeOfGiven(value), values: null });
  }
  return { declared: names, scope: (name) => known.get(name) ?? null };
}

/** That a value is given of a name which the code does not declare and the condition does not speak of; null when none is. */
export function unusedFault(
  given: Readonly<Record<string, unknown>>,
  declared: DeclaredNames,
  used: readonly string[],
): Rejection | null {
  const name = Object.keys(given).find((one) => !declared.has(one) && !used.includes(one));
  if (name === undefined) return null;
  const meant = nearestName(name, [...used, ...declared.keys()]);
  const sentence = `"${name}" is given, and neither the condition nor the rulebook speaks of it${meant === null ? '; expected a name that the condition uses' : `; did you mean "${meant}"?`}`;
  return rejection('input-invalid', meant === null ? `${sentence}.` : sentence, { place: { field: 'given' } });
}

function readValue(text: string, wanted: DeclaredName | undefined): Value {
  const on = parseDay(text);
  if (on !== null && wanted?.type.type !== 'string') return { kind: 'day', day: on };
  const never = text === 'never' && wanted?.type.type === 'day' ? dayValue(Infinity) : null;
  if (never !== null && never.kind === 'day') return never;
  const parsed = parseCondition(text);
  if (!parsed.ok || parsed.expression.kind === 'name') return text;
  const outcome = evaluateCondition(parsed.expression, () => undefined);
  return outcome.kind === 'value' ? outcome.value : text;
}

function faultOf(name: string, text: string, value: Value, wanted: DeclaredName | undefined): string | null {
  if (text.trim() === '') return `"${name}" is given without a value; expected name=value`;
  const type = typeOf(value);
  if (wanted === undefined) {
    const isName = /^[a-z_][a-z0-9_]*$/.test(name);
    return isName ? null : `"${name}" is no name of a condition; expected small letters, digits and "_"`;
  }
  if (type !== wanted.type.type) {
    return `"${name}" is given as ${text}, which is ${TYPE_TITLES[type]}; expected ${TYPE_TITLES[wanted.type.type]}`;
  }
  if (wanted.values === null || wanted.values.includes(String(value))) return null;
  return `"${name}" is given as ${text}; expected one of ${wanted.values.join(', ')}`;
}

function typeOfGiven(value: Value): DeclaredName['type'] {
  const type = typeOf(value);
  if (type !== 'list') return { type };
  const [first] = value as readonly Value[];
  const of = first === undefined ? 'list' : typeOf(first);
  return { type: 'list', of: of === 'list' ? null : of };
}

/** What is known of a name: what is given, else what the record says, else nothing. */
export function scopeWith({ scope }: GivenValues, record: Scope | null): Scope {
  return (name) => scope(name) ?? record?.(name) ?? always<Value | null>(null);
}
