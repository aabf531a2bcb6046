import { sameValue } from '../../kernel/steps.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Subject } from '../subject.ts';
import { basisOf, wordsOf } from './basis.ts';
import { type Needs, needsOf } from './condition-table.ts';
import { levelOf, MARKET, PARTY } from './level.ts';
import { familiesOf } from './living-knowledge.ts';
import type { PlannedDuty } from './plan.ts';
import type { Member } from './population.ts';
import { conditionsOf, type MemberDuties, type Register, rowOf } from './register.ts';
import { compact, compactionAfter } from './row.ts';
import { writeRows } from './write-rows.ts';

/** What a register went through to take in a fact. */
export interface Learnt {
  /** Members for whom something that the register speaks of is not what it was. */
  readonly members: number;
  /** Rows computed anew: those of the duties that depend on it, and no others. */
  readonly rows: number;
}

/**
 * Takes a new fact (its kind, and what it is about) into a register, in place: afterwards it is the register of what is
 * known now. Only rows of duties that depend on a kind of fact whose answer has changed for the member are computed again.
 */
export function learn(
  register: Register,
  knowledge: Knowledge,
  fact: { readonly kind: string; readonly subject: string | null },
): Learnt {
  const before = register.knowledge;
  const kinds = [...knowledge.kinds.values()];
  const family = familiesOf(kinds).get(fact.kind) ?? [fact.kind];
  const changedFor = (kind: string, subject: Subject | null) =>
    !sameValue(before.about(kind, subject), knowledge.about(kind, subject)) ||
    !sameValue(before.values(kind, subject), knowledge.values(kind, subject));
  const ofMarket = family.filter((kind) => levelOf(knowledge.kinds.get(kind)) === MARKET && changedFor(kind, null));
  const own = family.filter((kind) => levelOf(knowledge.kinds.get(kind)) !== MARKET);

  register.knowledge = knowledge;
  register.basis = null;
  const affected = ofMarket.length > 0 ? register.members.keys() : concernedMembers(register, fact);
  const again: Again[] = [];
  for (const place of affected) {
    const { member, duties } = register.members[place] as MemberDuties;
    const changed = [...ofMarket, ...own.filter((kind) => changedFor(kind, member.subject))];
    const dependent = changed.length === 0 ? [] : dependentDuties(register, duties, changed);
    if (dependent.length > 0) again.push({ place, member, duties: dependent });
  }
  const rows = computeAgain(register, again);
  compactRows(register);
  return { members: again.length, rows };
}

/** A member by its place, and the duties whose rows are to be computed again. */
interface Again {
  readonly place: number;
  readonly member: Member;
  readonly duties: readonly number[];
}

/** Computes rows again duty after duty, from what is known now of the members whom they are about. How many. */
function computeAgain(register: Register, all: readonly Again[]): number {
  const { plan, planned, knowledge, rows, places } = register;
  const needs = new Map<readonly number[], Needs>();
  const byDuty = new Map<number, number[]>();
  all.forEach(({ duties }, local) => {
    if (!needs.has(duties)) needs.set(duties, needsOf(plan.table, conditionsOf(planned, duties)));
    for (const duty of duties) {
      const members = byDuty.get(duty);
      if (members === undefined) byDuty.set(duty, [local]);
      else members.push(local);
    }
  });
  const basis = basisOf(
    plan,
    knowledge,
    all.map(({ member }) => member),
    (local) => needs.get((all[local] as Again).duties) as Needs,
  );
  const found = new Int32Array(2 * all.length);
  let computed = 0;
  for (const [duty, locals] of byDuty) {
    const members = Int32Array.from(locals);
    writeRows(basis, planned[duty] as PlannedDuty, members, wordsOf(basis, members), rows, found, 0);
    locals.forEach((local, index) => {
      const row = rowOf(register, (all[local] as Again).place, duty);
      places[2 * row] = found[2 * index] as number;
      places[2 * row + 1] = found[2 * index + 1] as number;
    });
    computed += locals.length;
  }
  return computed;
}

/** Members whom a fact about a subject can be about. */
function concernedMembers(
  { knowledge, byParty, bySubject, members }: Register,
  { kind, subject }: { readonly kind: string; readonly subject: string | null },
): Iterable<number> {
  const level = levelOf(knowledge.kinds.get(kind));
  if (subject === null) return members.keys();
  return level === PARTY ? (byParty.get(subject) ?? []) : (bySubject.get(subject) ?? []);
}

/** Duties of a list that depend on one of some kinds; found once for all members with the same duties. */
function dependentDuties(
  { planned, dependents }: Register,
  duties: Int32Array,
  kinds: readonly string[],
): readonly number[] {
  const found = dependents.get(duties) ?? new Map<string, number[]>();
  dependents.set(duties, found);
  const all = kinds.map((kind) => {
    const known = found.get(kind) ?? [...duties].filter((duty) => planned[duty]?.kinds.has(kind));
    found.set(kind, known);
    return known;
  });
  return all.length === 1 ? (all[0] as number[]) : [...new Set(all.flat())];
}

/** Rows that were replaced are given up once they are as many as those that stand. */
function compactRows(register: Register): void {
  const { rows, places } = register;
  if (rows.used < register.compactAt) return;
  compact(rows, places);
  register.compactAt = compactionAfter(rows.used);
}
