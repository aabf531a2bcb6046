import type { Commencement } from '../../src/core/kernel/commencement.ts';
import type { Expression } from '../../src/core/kernel/condition.ts';
import type { Reading } from '../../src/core/kernel/reading.ts';
import { valueOn } from '../../src/core/kernel/steps.ts';
import type { Worded } from '../../src/core/obligation/asked.ts';
import type { Member } from '../../src/core/obligation/population/population.ts';
import { CATEGORIES, DAYS, FROM, KINDS, OPEN_EVENTS, type Told } from './code.ts';

/**
 * The same rules as plain JavaScript, asked day by day: each obligation is one compiled function over the days of its
 * subject's events (E), today's values (V) and today's category (C), that gives 0 (not bound), 1 (bound) or 2 (unknown).
 */
export type Rule = (E: Float64Array, V: unknown[], C: number, d: number) => number;

const PLACE = new Map(KINDS.map(({ id }, at) => [id, at]));
const NEVER = 1e9;
const NOT_KNOWN = -1e9;

/** An obligation as a function. Three values only where one of its facts can be unknown. */
export function compileRule({ obligation, words }: Worded, readings: (wording: string) => Reading): Rule {
  const bearers = obligation.bearers.reduce((mask, one) => mask | (1 << CATEGORIES.indexOf(one)), 0);
  const pieces = words.map(({ interval, wording }) => {
    const { commences, ends } = readings(wording);
    const until = interval.until === null ? '' : ` && d < ${interval.until}`;
    const begun = started(commences, interval.from, 0);
    const ended = started(ends, interval.from, 0);
    const condition = obligation.condition === null ? '1' : three(obligation.condition);
    return `if (d >= ${interval.from}${until}) { if (!(${begun}) || (${ended})) return 0; return ${condition}; }`;
  });
  const body = `if ((${bearers} & C) === 0 || d < E[${KINDS.length}]) return 0; ${pieces.join(' ')} return 0;`;
  return new Function('and', 'or', 'not', `return (E, V, C, d) => { ${body} };`)(and, or, not) as Rule;
}

/** Runs rules over every day of a member: the changes of each rule, as (day since the first × 4 + state). Rule after rule is faster here than day after day. */
export function runMember(rules: readonly Rule[], { events, values, categories }: MemberDays, out: number[][]): void {
  rules.forEach((rule, at) => {
    const changes = out[at] as number[];
    let last = 0;
    for (let offset = 0; offset < DAYS; offset += 1) {
      const bound = rule(events, values[offset] as unknown[], categories[offset] as number, FROM + offset);
      if (bound === last) continue;
      changes.push((offset << 2) | bound);
      last = bound;
    }
  });
}

/** What is known of a member in the form that the rules take. */
export interface MemberDays {
  readonly events: Float64Array;
  /** Each day's values, by the place of their kind. */
  readonly values: readonly unknown[][];
  readonly categories: Uint8Array;
}

/** Facts of a member made ready for the rules, before any time is taken. */
export function memberDays(
  { subject, category }: Member,
  facts: ReadonlyMap<string | null, readonly Told[]>,
): MemberDays {
  const events = new Float64Array(KINDS.length + 1);
  KINDS.forEach(({ id }, at) => {
    events[at] = OPEN_EVENTS.includes(id) ? NOT_KNOWN : NEVER;
  });
  events[KINDS.length] = subject.operatedFrom;
  const values: [number, unknown][][] = [];
  const own = new Set([null, subject.id, subject.supplier]);
  const told = [...own].flatMap((one) => facts.get(one) ?? []);
  for (const { kind, effectiveOn, value } of told.toSorted((a, b) => a.effectiveOn - b.effectiveOn)) {
    const at = PLACE.get(kind) as number;
    if (value === undefined) {
      const before = events[at] as number;
      events[at] = before === NOT_KNOWN ? effectiveOn : Math.min(before, effectiveOn);
      continue;
    }
    const offset = Math.max(0, effectiveOn - FROM);
    values[offset] ??= [];
    values[offset]?.push([at, value]);
  }
  const categories = Uint8Array.from(
    { length: DAYS },
    (_, offset) => 1 << CATEGORIES.indexOf(valueOn(category, (FROM + offset) as never)),
  );
  let current: unknown[] = new Array(KINDS.length).fill(undefined);
  const daily = Array.from({ length: DAYS }, (_, offset) => {
    const changed = values[offset];
    if (changed !== undefined) current = [...current];
    for (const [at, value] of changed ?? []) current[at] = value;
    return current;
  });
  return { events, values: daily, categories };
}

/** Whether something has started on the day less an offset; the commencements of the generated code are never unknown. */
function started(of: Commencement, wordsFrom: number, less: number): string {
  switch (of.kind) {
    case 'on':
      return `d - ${less} >= ${of.day}`;
    case 'never':
      return 'false';
    case 'event':
      return of.event === 'words-in-force' ? `d - ${less} >= ${wordsFrom}` : `d - ${less} >= E[${PLACE.get(of.event)}]`;
    case 'offset':
      return started(of.base, wordsFrom, less + of.days);
    case 'later-of':
      return `(${of.of.map((one) => started(one, wordsFrom, less)).join(' && ')})`;
    case 'earlier-of':
      return `(${of.of.map((one) => started(one, wordsFrom, less)).join(' || ')})`;
    default:
      throw new RangeError(of.kind);
  }
}

/** A condition that cannot be unknown as a JavaScript expression of booleans; null when it can. */
function two(of: Expression): string | null {
  switch (of.kind) {
    case 'not': {
      const inner = two(of.of);
      return inner === null ? null : `!(${inner})`;
    }
    case 'and':
    case 'or': {
      const [left, right] = [two(of.left), two(of.right)];
      return left === null || right === null ? null : `(${left} ${of.kind === 'and' ? '&&' : '||'} ${right})`;
    }
    case 'name': {
      const kind = KINDS[placeOf(of)];
      if (kind === undefined || OPEN_EVENTS.includes(kind.id)) return null;
      return kind.type === 'event' ? `d >= E[${placeOf(of)}]` : `V[${placeOf(of)}]`;
    }
    case 'compare': {
      if (of.right.kind !== 'literal') throw new RangeError(of.right.kind);
      const operator = { '==': '===', '!=': '!==' }[of.operator as string] ?? of.operator;
      return `V[${placeOf(of.left)}] ${operator} ${JSON.stringify(of.right.value)}`;
    }
    default:
      throw new RangeError(of.kind);
  }
}

function three(of: Expression): string {
  const simple = two(of);
  if (simple !== null) return `(${simple} ? 1 : 0)`;
  switch (of.kind) {
    case 'not':
      return `not(${three(of.of)})`;
    case 'and':
    case 'or':
      return `${of.kind}(${three(of.left)}, ${three(of.right)})`;
    default: {
      const event = `E[${placeOf(of)}]`;
      return `(${event} === ${NOT_KNOWN} ? 2 : d >= ${event} ? 1 : 0)`;
    }
  }
}

function not(a: number): number {
  return a === 2 ? 2 : 1 - a;
}

function and(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return a === 1 && b === 1 ? 1 : 2;
}

function or(a: number, b: number): number {
  if (a === 1 || b === 1) return 1;
  return a === 0 && b === 0 ? 0 : 2;
}

function placeOf(of: Expression): number {
  if (of.kind !== 'name') throw new RangeError(of.kind);
  return PLACE.get(of.name.replaceAll('_', '-')) as number;
}
