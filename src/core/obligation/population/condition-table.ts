import { compileCondition } from '../../kernel/compile-condition.ts';
import { type Expression, namesIn, ON, type Outcome, partsOfExpression, type Value } from '../../kernel/condition.ts';

/** How a node of a {@link ConditionTable} comes from others; an atom comes from the facts. */
export const ATOM = 0;
export const NOT = 1;
export const AND = 2;
const OR = 3;

/** What an atom comes to: true, false, or neither (unknown, or an error). */
export const FALSE = 0;
export const TRUE = 1;
export const NEITHER = 2;
export type Code = typeof FALSE | typeof TRUE | typeof NEITHER;

/** A part of a condition that no connective takes apart. */
export interface Atom {
  readonly expression: Expression;
  /** Names in it, by their place in the table. */
  readonly names: readonly number[];
  /** Whether its one name settles it: neither the day asked about nor a calendar has a part in it. */
  readonly ofOneName: boolean;
  /** Whether it is a whole condition, in which a value other than true does not hold, and is no error. */
  readonly whole: boolean;
}

/** The conditions of many duties as one graph in which equal parts are one node; operands come before what is made of them. */
export interface ConditionTable {
  readonly names: string[];
  readonly atoms: Atom[];
  readonly op: number[];
  /** First operand, or the atom. */
  readonly left: number[];
  readonly right: number[];
  readonly known: Map<string, number>;
  /** Nodes of whole conditions. */
  readonly conditions: Map<Expression, number>;
}

export function emptyTable(): ConditionTable {
  return { names: [], atoms: [], op: [], left: [], right: [], known: new Map(), conditions: new Map() };
}

/** The node of a whole condition. */
export function addCondition(table: ConditionTable, condition: Expression): number {
  const node = table.conditions.get(condition) ?? add(table, condition, true);
  table.conditions.set(condition, node);
  return node;
}

/** What must be known of someone whom some conditions are about: the names in them, and the atoms that do not come from one name. */
export interface Needs {
  readonly names: Set<number>;
  readonly compound: Set<number>;
}

/** What the atoms under some nodes need. */
export function needsOf({ op, left, right, atoms }: ConditionTable, nodes: Iterable<number>): Needs {
  const names = new Set<number>();
  const compound = new Set<number>();
  const under = [...nodes];
  for (let node = under.pop(); node !== undefined; node = under.pop()) {
    const first = left[node] as number;
    if (op[node] !== ATOM) {
      under.push(first);
      if (op[node] !== NOT) under.push(right[node] as number);
      continue;
    }
    const atom = atoms[first] as Atom;
    for (const name of atom.names) names.add(name);
    if (!atom.ofOneName) compound.add(first);
  }
  return { names, compound };
}

/** Place of a name in the table. */
function placeOfName(table: ConditionTable, name: string): number {
  return once(table, `name ${name}`, () => table.names.push(name) - 1);
}

/** What an outcome makes of an atom. */
export function codeOf(outcome: Outcome, whole: boolean): Code {
  if (outcome.kind !== 'value') return NEITHER;
  if (outcome.value === true) return TRUE;
  return outcome.value === false || whole ? FALSE : NEITHER;
}

/** What an atom with one name comes to while the name has a value; null while nothing is known of it. */
export function codesOf({ expression, whole }: Atom): (value: Value | null) => Code {
  const { evaluate } = compileCondition(expression);
  return (value) => codeOf(evaluate([value]), whole);
}

function add(table: ConditionTable, expression: Expression, whole: boolean): number {
  switch (expression.kind) {
    case 'not':
      return node(table, NOT, add(table, expression.of, false), 0);
    case 'and':
    case 'or': {
      const [left, right] = [add(table, expression.left, false), add(table, expression.right, false)];
      return node(table, expression.kind === 'and' ? AND : OR, Math.min(left, right), Math.max(left, right));
    }
    default:
      return node(table, ATOM, atomOf(table, expression, whole), 0);
  }
}

function atomOf(table: ConditionTable, expression: Expression, whole: boolean): number {
  return once(table, `${whole ? 'whole' : 'atom'} ${keyOf(expression)}`, () => {
    const names = namesIn(expression).map((name) => placeOfName(table, name));
    const ofOneName = names.length === 1 && !namesIn(expression).includes(ON) && !countsWorkingDays(expression);
    return table.atoms.push({ expression, names, ofOneName, whole }) - 1;
  });
}

function countsWorkingDays(expression: Expression): boolean {
  const isCount = expression.kind === 'call' && expression.function === 'workingDays';
  return isCount || partsOfExpression(expression).some(countsWorkingDays);
}

function keyOf(expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'compare') return JSON.stringify(expression);
  const { operator, left, right } = expression;
  if (left.kind !== 'name' || right.kind !== 'literal') return JSON.stringify(expression);
  return `${left.name} ${operator} ${typeof right.value} ${right.value}`;
}

function node(table: ConditionTable, op: number, left: number, right: number): number {
  return once(table, `${op} ${left} ${right}`, () => {
    table.left.push(left);
    table.right.push(right);
    return table.op.push(op) - 1;
  });
}

function once(table: ConditionTable, key: string, make: () => number): number {
  const known = table.known.get(key);
  if (known !== undefined) return known;
  const made = make();
  table.known.set(key, made);
  return made;
}
