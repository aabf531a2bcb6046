import type { Occurrence } from '../kernel/commencement.ts';
import { type Day, writeDay } from '../kernel/day.ts';
import { type Interval, intersect } from '../kernel/interval.ts';
import { sameValue } from '../kernel/steps.ts';
import type { FactKind } from '../obligation/fact.ts';
import type { Knowledge } from '../obligation/knowledge.ts';
import type { Subject } from '../obligation/subject.ts';
import type { DutyOutcome, OutcomeChange, Outcomes, PartyOutcome } from './outcomes.ts';

/**
 * How what came about stands to what was predicted: the same, on an earlier or a later day, not at all, or more than
 * was predicted; `settled` where the prediction left open what came about, `open` where that is still not settled.
 */
export type Standing = 'same' | 'earlier' | 'later' | 'not' | 'more' | 'settled' | 'open';

/** What came about of an effect, party by party, beside what was predicted. */
export interface OutcomeComparison {
  readonly parties: readonly PartyComparison[];
  /** Parties by how they stand; one can stand in several ways, and is then counted in each. */
  readonly counts: readonly { readonly standing: Standing; readonly parties: number }[];
}

export interface PartyComparison {
  readonly party: string;
  readonly name: string;
  readonly category: string;
  readonly standings: readonly Standing[];
  /** Duties of which anything was predicted or came about. */
  readonly duties: readonly DutyComparison[];
  /** Booked assessments whose type or exposure with the modification is not what was predicted. */
  readonly assessments: readonly {
    readonly assessment: string;
    readonly predicted: string;
    readonly recorded: string;
  }[];
}

export interface DutyComparison {
  readonly subject: string;
  readonly title: string;
  readonly obligation: string;
  readonly provision: string;
  readonly standings: readonly Standing[];
  readonly predicted: readonly OutcomeChange[];
  readonly recorded: readonly OutcomeChange[];
  /** What differed from what was supposed or known, in sentences. */
  readonly reasons: readonly string[];
}

/** One side of a comparison: what an effect came to, and what was known and supposed. */
export interface Side {
  readonly outcomes: Outcomes;
  readonly knowledge: Knowledge;
  /** Systems and parties by id. */
  readonly subjects: ReadonlyMap<string, Subject>;
}

/** Compares what was predicted with what is recorded; `events` are the kinds that the duty of an obligation (by id) turns on. */
export function compareOutcomes(
  predicted: Side,
  recorded: Side,
  events: (obligation: string) => readonly FactKind[],
): OutcomeComparison {
  const before = new Map(predicted.outcomes.parties.map((one) => [one.party, one]));
  const after = new Map(recorded.outcomes.parties.map((one) => [one.party, one]));
  const parties = [...new Map([...before, ...after]).keys()].map((party) => {
    const [was, is] = [before.get(party), after.get(party)];
    const either = (is ?? was) as PartyOutcome;
    const duties = dutiesOf(was, is).flatMap((pair) => dutyComparison(pair, predicted, recorded, events));
    const standings = [...new Set(duties.flatMap((one) => one.standings))];
    const different = standings.filter((one) => one !== 'same');
    return {
      party,
      name: either.name,
      category: either.category,
      standings: different.length === 0 ? (['same'] as const) : different,
      duties,
      assessments: assessmentsOf(was, is),
    };
  });
  const counts = STANDINGS.map((standing) => ({
    standing,
    parties: parties.filter((one) => (one.standings as readonly Standing[]).includes(standing)).length,
  }));
  return { parties, counts };
}

const STANDINGS: readonly Standing[] = ['same', 'earlier', 'later', 'not', 'more', 'settled', 'open'];

/** How changes that came about stand to those that were predicted, each to the one of its kind and place. */
export function standingsOf(predicted: readonly OutcomeChange[], recorded: readonly OutcomeChange[]): Standing[] {
  if (sameValue(predicted, recorded)) return predicted.some(isOpen) ? ['open'] : ['same'];
  const found = new Set<Standing>();
  const unsettled = predicted.filter(isOpen);
  for (const kind of ['gained', 'lost', 'otherwise'] as const) {
    const [were, are] = [predicted, recorded].map((all) => all.filter((one) => one.change === kind));
    for (let at = 0; at < Math.max(were?.length ?? 0, are?.length ?? 0); at += 1) {
      const [was, is] = [were?.[at], are?.[at]];
      if (was !== undefined && is !== undefined) for (const one of shift(was, is)) found.add(one);
      else if (was !== undefined) found.add(recorded.some((one) => isOpen(one) && meets(one, was)) ? 'open' : 'not');
      else if (is !== undefined) found.add(unsettled.some((one) => meets(one, is)) ? 'settled' : 'more');
    }
  }
  const settledToNothing = unsettled.some((one) => recorded.every((other) => !meets(one, other)));
  if (settledToNothing) found.add('settled');
  if (recorded.some(isOpen)) found.add('open');
  if (found.size > 1) found.delete('same');
  return [...found];
}

function isOpen({ change }: OutcomeChange): boolean {
  return change === 'unsettled';
}

function meets(a: Interval, b: Interval): boolean {
  return intersect(a, b) !== null;
}

/** A day without an end is later than every day. */
function shift(was: Interval, is: Interval): Standing[] {
  const days = [
    [was.from, is.from],
    [was.until ?? Infinity, is.until ?? Infinity],
  ] as const;
  const moved = days.flatMap(([a, b]): Standing[] => (a === b ? [] : [b < a ? 'earlier' : 'later']));
  return moved.length === 0 ? ['same'] : [...new Set(moved)];
}

type Pair = readonly [DutyOutcome | undefined, DutyOutcome | undefined];

function dutiesOf(was: PartyOutcome | undefined, is: PartyOutcome | undefined): Pair[] {
  const key = ({ subject, obligation }: DutyOutcome) => JSON.stringify([subject, obligation]);
  const before = new Map((was?.duties ?? []).map((one) => [key(one), one]));
  const after = new Map((is?.duties ?? []).map((one) => [key(one), one]));
  return [...new Map([...before, ...after]).keys()].map((one) => [before.get(one), after.get(one)]);
}

function dutyComparison(
  [was, is]: Pair,
  predicted: Side,
  recorded: Side,
  events: (obligation: string) => readonly FactKind[],
): DutyComparison[] {
  const [before, after] = [was?.changes ?? [], is?.changes ?? []];
  const either = is ?? was;
  if (either === undefined || (before.length === 0 && after.length === 0)) return [];
  const { subject, title, obligation, provision } = either;
  const standings = standingsOf(before, after);
  const isSame = standings.every((one) => one === 'same');
  const reasons = isSame ? [] : reasonsFor(subject, events(obligation), predicted, recorded);
  return [{ subject, title, obligation, provision, standings, predicted: before, recorded: after, reasons }];
}

function reasonsFor(subject: string, kinds: readonly FactKind[], predicted: Side, recorded: Side): string[] {
  const [was, is] = [predicted.outcomes.implementation, recorded.outcomes.implementation];
  const dated =
    was === is ? [] : [`It was to be implemented ${onDay(was, 'on a day not known')} and was ${onDay(is, 'not')}.`];
  const known = predicted.subjects.get(subject);
  const about = recorded.subjects.get(subject) ?? known ?? null;
  const isNew = known === undefined ? ['These systems were recorded after the prediction.'] : [];
  const facts = kinds.flatMap((kind) => {
    const [before, after] = [predicted, recorded].map((side) => side.knowledge.about(kind.id, about).occurrence);
    return before === after ? [] : [`“${kind.title}” was ${supposed(before ?? null)} and is ${said(after ?? null)}.`];
  });
  return [...dated, ...isNew, ...facts];
}

function onDay(day: Day | null, none: string): string {
  return day === null ? none : `on ${writeDay(day)}`;
}

function supposed(occurrence: Occurrence): string {
  if (occurrence === null) return 'not known';
  return occurrence === 'never' ? 'supposed never to be' : `supposed or known for ${writeDay(occurrence)}`;
}

function said(occurrence: Occurrence): string {
  if (occurrence === null) return 'not recorded';
  return occurrence === 'never' ? 'never to be' : `recorded for ${writeDay(occurrence)}`;
}

function assessmentsOf(was: PartyOutcome | undefined, is: PartyOutcome | undefined): PartyComparison['assessments'] {
  const words = (one: PartyOutcome['assessments'][number] | undefined) => {
    if (one === undefined) return 'not booked';
    const exposed = one.exposed === 'unknown' ? ', perhaps exposed' : one.exposed ? ', exposed' : '';
    return `${one.with ?? 'not settled'}${exposed}`;
  };
  const before = new Map((was?.assessments ?? []).map((one) => [one.assessment, one]));
  const after = new Map((is?.assessments ?? []).map((one) => [one.assessment, one]));
  return [...new Map([...before, ...after]).keys()].flatMap((assessment) => {
    const [predicted, recorded] = [words(before.get(assessment)), words(after.get(assessment))];
    return predicted === recorded ? [] : [{ assessment, predicted, recorded }];
  });
}
