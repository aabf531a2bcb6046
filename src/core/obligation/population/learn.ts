import { sameValue } from '../../kernel/steps.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Subject } from '../subject.ts';
import { rowWriter } from './evaluate-row.ts';
import { levelOf, MARKET, PARTY } from './level.ts';
import { familiesOf } from './living-knowledge.ts';
import { memberFacts } from './member-facts.ts';
import { namedValues } from './named-values.ts';
import { kindsOfName, type PlannedDuty } from './plan.ts';
import type { MemberRows, Register } from './register.ts';
import { compact, compactionAfter } from './row.ts';

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
  register.values = namedValues(register.plan, knowledge);
  register.writer = rowWriter(register.plan, knowledge, register.span);
  const affected = ofMarket.length > 0 ? register.members.keys() : concernedMembers(register, fact);
  let members = 0;
  let rows = 0;
  for (const place of affected) {
    const of = register.members[place] as MemberRows;
    const changed = [...ofMarket, ...own.filter((kind) => changedFor(kind, of.member.subject))];
    const computed = changed.length === 0 ? 0 : again(register, of, changed);
    if (computed > 0) members += 1;
    rows += computed;
  }
  compactRows(register);
  return { members, rows };
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

function again(register: Register, of: MemberRows, kinds: readonly string[]): number {
  const { plan, span, knowledge, writer, rows, planned } = register;
  const dependent = dependentRows(register, of, kinds);
  if (dependent.length === 0) return 0;
  const names = [...of.facts.values.keys()].filter((name) => of.facts.values[name] !== undefined);
  const stale = (name: number) => kindsOfName(plan.table.names[name] as string).some((kind) => kinds.includes(kind));
  const atoms = [...of.facts.made.keys()].filter((at) => of.facts.made[at] === 1);
  of.facts = memberFacts(of.member, names, atoms, {
    plan,
    span,
    knowledge,
    values: (name, member) => {
      const known = of.facts.values[name];
      return known === undefined || stale(name) ? register.values(name, member) : known;
    },
  });
  writer.begin(of.facts);
  for (const index of dependent) {
    const start = writer.write(planned[of.duties[index] as number] as PlannedDuty, rows);
    of.at[index] = start;
    of.length[index] = rows.used - start;
  }
  return dependent.length;
}

/** Rows of a member whose duty depends on one of some kinds; found once for all members with the same duties. */
function dependentRows({ planned, dependents }: Register, { duties }: MemberRows, kinds: readonly string[]): number[] {
  const found = dependents.get(duties) ?? new Map<string, number[]>();
  dependents.set(duties, found);
  const rows = kinds.map((kind) => {
    const known = found.get(kind);
    if (known !== undefined) return known;
    const of = [...duties.keys()].filter((index) => planned[duties[index] as number]?.kinds.has(kind));
    found.set(kind, of);
    return of;
  });
  return rows.length === 1 ? (rows[0] as number[]) : [...new Set(rows.flat())];
}

/** Rows that were replaced are given up once they are as many as those that stand. */
function compactRows(register: Register): void {
  const { members, rows } = register;
  if (rows.used < register.compactAt) return;
  const standing = members.reduce((sum, { length }) => sum + length.reduce((all, one) => all + one, 0), 0);
  compact(rows, members, standing);
  register.compactAt = compactionAfter(rows.used);
}
