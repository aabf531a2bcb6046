import type { Day } from '../../kernel/day.ts';
import type { Steps } from '../../kernel/steps.ts';
import type { Worded } from '../asked.ts';
import type { Verdict } from '../bound-steps.ts';
import type { Knowledge } from '../knowledge.ts';
import { concerns, type Subject } from '../subject.ts';
import { atomsUnder } from './condition-table.ts';
import { type RowWriter, rowWriter } from './evaluate-row.ts';
import { type MemberFacts, memberFacts } from './member-facts.ts';
import { type NamedValues, namedValues } from './named-values.ts';
import { emptyPlan, type Plan, type PlannedDuty, planDuty } from './plan.ts';
import type { Member, Population } from './population.ts';
import { compactionAfter, emptyRows, type Rows, rowSteps, stateOn, UNBOUND, verdictOf } from './row.ts';
import { type Span, spanOf } from './span.ts';

/** Rows of one member: the places of the duties that can bind it, in order, with the entries of each. */
export interface MemberRows {
  readonly member: Member;
  readonly duties: Int32Array;
  readonly at: Int32Array;
  readonly length: Int32Array;
  facts: MemberFacts;
}

/** Who is bound by what on which days: the kept results of a population. {@link learn} changes them in place. */
export interface Register {
  readonly population: Population;
  readonly span: Span;
  readonly plan: Plan;
  readonly planned: readonly PlannedDuty[];
  readonly rows: Rows;
  readonly members: readonly MemberRows[];
  readonly byParty: ReadonlyMap<string, readonly number[]>;
  readonly bySubject: ReadonlyMap<string, readonly number[]>;
  /** Rows by the kinds of facts that they depend on, for each list of duties; filled as they are asked for. */
  readonly dependents: Map<Int32Array, Map<string, number[]>>;
  /** Duties of the population to their place. */
  readonly places: ReadonlyMap<Worded, number>;
  /** Number of entries at which those that no row uses any more are given up. */
  compactAt: number;
  knowledge: Knowledge;
  values: NamedValues;
  writer: RowWriter;
}

/**
 * The register of a population. Equal, for every duty and member and day of the window, to {@link verdictsOf}. Parts of
 * conditions and commencements that are equal are computed once for a member, those of a party once for the party, and
 * those of the market once; days on which nothing changes cost nothing.
 */
export function registerOf(population: Population): Register {
  const { duties, members, readings, knowledge, window } = population;
  const span = spanOf(window);
  const plan = emptyPlan(span);
  const planned = duties.map((worded) => planDuty(plan, worded, readings, knowledge));
  const rows = emptyRows(1024);
  const values = namedValues(plan, knowledge);
  const writer = rowWriter(plan, knowledge, span);
  const kinds = new Map<string, Kind>();
  const kept = members.map((member) => {
    const kind = kindOf(member, kinds, planned, plan);
    const facts = memberFacts(member, kind.names, kind.atoms, { plan, knowledge, span, values });
    writer.begin(facts);
    const at = new Int32Array(kind.duties.length);
    const length = new Int32Array(kind.duties.length);
    for (let index = 0; index < at.length; index += 1) {
      const start = writer.write(planned[kind.duties[index] as number] as PlannedDuty, rows);
      at[index] = start;
      length[index] = rows.used - start;
    }
    return { member, duties: kind.duties, at, length, facts };
  });
  return {
    population,
    span,
    plan,
    planned,
    rows,
    values,
    writer,
    knowledge,
    members: kept,
    byParty: placesBy(members, (subject) => subject.supplier),
    bySubject: placesBy(members, (subject) => subject.id),
    dependents: new Map(),
    places: new Map(duties.map((worded, place) => [worded, place])),
    compactAt: compactionAfter(rows.used),
  };
}

/** The verdicts of a duty on a member, both by their place, over the window's days. */
export function verdictsIn(register: Register, member: number, duty: number): Steps<Verdict> {
  const of = register.members[member] as MemberRows;
  const index = of.duties.indexOf(duty);
  if (index === -1) return rowSteps(register.rows, 0, 0, register.span);
  return rowSteps(register.rows, of.at[index] as number, of.length[index] as number, register.span);
}

/** A duty that binds, or may bind, a member on a day; both by their place in the population. */
export interface DutyOnDay {
  readonly member: number;
  readonly duty: number;
  readonly bound: true | 'unknown';
}

/** What binds or may bind a party on a day of the window, member by member. */
export function dutiesOn({ byParty, members, rows, span }: Register, party: string, on: Day): DutyOnDay[] {
  const day = on - span.from;
  if (day < 0 || day >= span.length) return [];
  const found: DutyOnDay[] = [];
  for (const member of byParty.get(party) ?? []) {
    const { duties, at, length } = members[member] as MemberRows;
    for (let index = 0; index < duties.length; index += 1) {
      const state = stateOn(rows, at[index] as number, length[index] as number, day);
      if (state !== UNBOUND)
        found.push({ member, duty: duties[index] as number, bound: verdictOf(state) as true | 'unknown' });
    }
  }
  return found;
}

/** Rows kept, their changes, and the bytes of the typed arrays that hold them and what they are computed from. */
export function sizeOf({ rows, members }: Register): { rows: number; changes: number; bytes: number } {
  const changes = members.reduce((sum, one) => sum + one.length.reduce((all, length) => all + length, 0), 0);
  const kept = members.reduce((sum, one) => sum + one.at.byteLength + one.length.byteLength, 0);
  const shared = new Set(members.map((one) => one.duties));
  const lists = [...shared].reduce((sum, one) => sum + one.byteLength, 0);
  const facts = members.reduce(
    (sum, { facts: of }) => sum + of.masks.byteLength + of.made.byteLength + of.starts.byteLength,
    0,
  );
  return {
    rows: members.reduce((sum, one) => sum + one.duties.length, 0),
    changes,
    bytes: rows.changes.byteLength + kept + lists + facts,
  };
}

/** Members that the same duties can bind: those duties, and the names and atoms that their conditions speak of. */
interface Kind {
  readonly duties: Int32Array;
  readonly names: readonly number[];
  readonly atoms: readonly number[];
}

function kindOf(member: Member, kinds: Map<string, Kind>, planned: readonly PlannedDuty[], plan: Plan): Kind {
  const { subject, category } = member;
  const categories = [category.initial, ...category.changes.map(({ value }) => value)];
  const key = JSON.stringify([subject.generation, subject.fuel, [...new Set(categories)].sort()]);
  const known = kinds.get(key);
  if (known !== undefined) return known;
  const borne = plan.bearers.map((bearers) => bearers.some((one) => categories.includes(one)));
  const duties = planned.flatMap(({ worded, bearers }, index) =>
    borne[bearers] && concerns(worded.obligation, subject) ? [index] : [],
  );
  const conditions = duties.flatMap((duty) => (planned[duty] as PlannedDuty).condition ?? []);
  const kind = { duties: Int32Array.from(duties), ...atomsUnder(plan.table, conditions) };
  kinds.set(key, kind);
  return kind;
}

function placesBy(members: readonly Member[], key: (subject: Subject) => string): Map<string, number[]> {
  return Map.groupBy(members.keys(), (place) => key((members[place] as Member).subject));
}
