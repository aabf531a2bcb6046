import type { Commencement } from '../../src/core/kernel/commencement.ts';
import type { Expression } from '../../src/core/kernel/condition.ts';
import { addDays, type Day, day } from '../../src/core/kernel/day.ts';
import type { Reading } from '../../src/core/kernel/reading.ts';
import { type Change, steps } from '../../src/core/kernel/steps.ts';
import type { Worded } from '../../src/core/obligation/asked.ts';
import type { Fact, FactKind } from '../../src/core/obligation/fact.ts';
import type { Member } from '../../src/core/obligation/population/population.ts';
import { duty, factKind } from '../../test/support/duty.ts';

/** A generated code and market: rules of every shape, and what happens to each party in ten years. The same for one seed. */
export const FROM = day('2018-01-01');
export const DAYS = 3650;
export const CATEGORIES = ['large', 'small', 'network', 'gas', 'retail', 'device', 'meter', 'other'];
const MARKET_EVENTS = names('market-event', 12);
const PARTY_EVENTS = names('party-event', 20);
const SYSTEM_EVENTS = names('system-event', 8);
/** Events of which nothing is known to be complete: absence leaves unknown what depends on them. */
export const OPEN_EVENTS = ['party-event-19', 'system-event-7'];
const STARTERS = [...MARKET_EVENTS, ...PARTY_EVENTS].filter((one) => !OPEN_EVENTS.includes(one));
const NUMBERS = { 'party-users': 'party', 'system-volume': 'system-group', 'market-limit': 'market' } as const;
const RELEASES = Array.from({ length: 36 }, (_, at) => addDays(FROM, -300 + at * 120));

export type Told = Pick<Fact, 'kind' | 'subject' | 'effectiveOn' | 'value'>;

/** Kinds of facts of the generated code. */
export const KINDS: readonly FactKind[] = [
  factKind({ id: 'words-in-force', subject: 'words' }),
  ...MARKET_EVENTS.map((id) => event(id, 'market')),
  ...PARTY_EVENTS.map((id) => event(id, 'party')),
  ...SYSTEM_EVENTS.map((id) => event(id, 'system-group')),
  ...Object.entries(NUMBERS).map(([id, subject]) => factKind({ id, subject, type: 'int' })),
  factKind({ id: 'party-licence', subject: 'party', type: 'string' }),
  factKind({ id: 'party-secure', subject: 'party', type: 'bool' }),
];

/** A source of chance that gives the same for the same seed. */
export function chanceOf(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, one: <T>(of: readonly T[]): T => of[below(of.length)] as T };
}
type Chance = ReturnType<typeof chanceOf>;

/** Readings by wording. */
export function generatedReadings(count: number, chance: Chance): Map<string, Reading> {
  return new Map(
    Array.from({ length: count }, (_, at): [string, Reading] => {
      const id = `wording-${at}`;
      const commences = commencement(chance);
      const ends = chance.next() < 0.7 ? ({ kind: 'never' } as const) : ending(chance);
      const citation = { source: 'bench', clause: null, certainty: 'illustrative' } as const;
      return [id, { id, title: id, default: true, commences, ends, citation }];
    }),
  );
}

/** Obligations with one to four versions of their words, most with a condition over several facts. */
export function generatedDuties(count: number, wordings: readonly string[], chance: Chance): Worded[] {
  return Array.from({ length: count }, (_, at) => {
    const each = at % 2 === 0 ? 'party' : 'system';
    const bearers = [...new Set(Array.from({ length: 1 + chance.below(3) }, () => chance.one(CATEGORIES)))];
    const condition = chance.next() < 0.85 ? generatedCondition(each === 'system', chance, 1 + chance.below(5)) : null;
    const obligation = duty({ id: `obligation-${at}`, each, bearers, condition });
    const first = chance.below(RELEASES.length - 12);
    const days = Array.from({ length: 1 + chance.below(4) }, (_, index) => first + index * (1 + chance.below(6)));
    const starts = [...new Set(days)].toSorted((a, b) => a - b).map((one) => RELEASES[one] as Day);
    const repealed = chance.next() < 0.1 ? addDays(starts.at(-1) as Day, 700) : null;
    const words = starts.map((from, index) => ({
      interval: { from, until: starts[index + 1] ?? repealed },
      version: String(index),
      wording: chance.one(wordings),
    }));
    return { obligation, words };
  });
}

/** Duties as some of them are amended from a day on: other words, of which every second has another condition too. */
export function amended(duties: readonly Worded[], wordings: readonly string[], chance: Chance): Worded[] {
  const from = addDays(FROM, 1200 + chance.below(1200));
  const chosen = new Set(Array.from({ length: 20 }, () => chance.below(duties.length)));
  while (chosen.size < 20) chosen.add(chance.below(duties.length));
  const next = Array.from({ length: 4 }, () => chance.one(wordings));
  return duties.flatMap((worded, at): Worded[] => {
    if (!chosen.has(at)) return [worded];
    const { obligation, words } = worded;
    const before = words
      .filter(({ interval }) => interval.from < from)
      .map((one) => ({
        ...one,
        interval: { from: one.interval.from, until: Math.min(one.interval.until ?? from, from) as Day },
      }));
    const condition =
      at % 4 < 2 ? obligation.condition : generatedCondition(obligation.each === 'system', chance, 1 + chance.below(4));
    const after = [{ interval: { from, until: null }, version: 'next', wording: chance.one(next) }];
    return [
      { obligation, words: before },
      { obligation: { ...obligation, condition }, words: after },
    ];
  });
}

/** Parties, each with one system, whose categories change now and then, and what happened to them. */
export function generatedMarket(parties: number, chance: Chance): { members: Member[]; facts: Told[] } {
  const facts: Told[] = MARKET_EVENTS.map((kind) => ({ kind, subject: null, effectiveOn: someDay(chance) }));
  facts.push(...valuesOf('market-limit', null, 4, () => 1000 * chance.below(300), chance));
  const members = Array.from({ length: parties }, (_, at) => {
    const party = `party-${at}`;
    const system = `${party}-system`;
    const first = chance.one(CATEGORIES);
    const changes: Change<string>[] =
      chance.next() < 0.2 ? [{ from: someDay(chance), value: chance.one(CATEGORIES) }] : [];
    const category = steps(first, changes);
    for (const kind of PARTY_EVENTS) happens(facts, kind, party, chance);
    for (const kind of SYSTEM_EVENTS) happens(facts, kind, system, chance);
    facts.push(...valuesOf('party-users', party, 4, () => chance.below(1000), chance));
    facts.push(...valuesOf('system-volume', system, 10, () => 1000 * chance.below(500), chance));
    facts.push(...valuesOf('party-licence', party, 2, () => chance.one(['gas', 'electricity', 'both']), chance));
    facts.push(...valuesOf('party-secure', party, 2, () => chance.next() < 0.5, chance));
    const operatedFrom = addDays(FROM, chance.next() < 0.3 ? chance.below(1500) : -100);
    return [
      { subject: { id: party, supplier: party, generation: null, fuel: null, operatedFrom }, category },
      { subject: { id: system, supplier: party, generation: 'SMETS2', fuel: 'dual', operatedFrom }, category },
    ] satisfies Member[];
  }).flat();
  return { members, facts };
}

function generatedCondition(ofSystem: boolean, chance: Chance, atoms: number): Expression {
  if (atoms <= 1) {
    const atom = generatedAtom(ofSystem, chance);
    return chance.next() < 0.25 ? { kind: 'not', of: atom } : atom;
  }
  const left = 1 + chance.below(atoms - 1);
  return {
    kind: chance.next() < 0.6 ? 'and' : 'or',
    left: generatedCondition(ofSystem, chance, left),
    right: generatedCondition(ofSystem, chance, atoms - left),
  };
}

function generatedAtom(ofSystem: boolean, chance: Chance): Expression {
  const name = (kind: string): Expression => ({ kind: 'name', name: kind.replaceAll('-', '_') });
  const limit = (kind: string, most: number): Expression => ({
    kind: 'compare',
    operator: chance.one(['<', '>=', '>'] as const),
    left: name(kind),
    right: { kind: 'literal', value: most },
  });
  const at = chance.next();
  if (at < 0.2) return name(chance.one(MARKET_EVENTS));
  if (at < 0.3) return limit('party-users', 100 * chance.below(10));
  if (at < 0.4) {
    const right: Expression = { kind: 'literal', value: chance.one(['gas', 'electricity', 'both']) };
    return { kind: 'compare', operator: chance.one(['==', '!='] as const), left: name('party-licence'), right };
  }
  if (at < 0.45) return name('party-secure');
  if (at < 0.5) return limit('market-limit', 25_000 * chance.below(12));
  if (ofSystem && at < 0.6) return limit('system-volume', 50_000 * chance.below(10));
  if (ofSystem && at < 0.8) return name(chance.one(SYSTEM_EVENTS));
  return name(chance.one(PARTY_EVENTS));
}

function commencement(chance: Chance): Commencement {
  const words: Commencement = { kind: 'event', event: 'words-in-force' };
  const after: Commencement = { kind: 'event', event: chance.one(STARTERS) };
  switch (chance.below(5)) {
    case 0:
      return words;
    case 1:
      return { kind: 'later-of', of: [words, after] };
    case 2:
      return { kind: 'later-of', of: [words, { kind: 'offset', base: after, days: 30 * (1 + chance.below(6)) }] };
    case 3:
      return { kind: 'earlier-of', of: [{ kind: 'on', day: someDay(chance) }, after] };
    default:
      return { kind: 'offset', base: words, days: 30 * chance.below(6) };
  }
}

function ending(chance: Chance): Commencement {
  if (chance.next() < 0.3) return { kind: 'on', day: someDay(chance) };
  return { kind: 'offset', base: { kind: 'event', event: chance.one(STARTERS) }, days: 365 };
}

function happens(facts: Told[], kind: string, subject: string, chance: Chance): void {
  if (chance.next() < 0.6) facts.push({ kind, subject, effectiveOn: someDay(chance) });
}

/** Recorded before the window begins, and then again and again. */
function valuesOf(
  kind: string,
  subject: string | null,
  times: number,
  value: () => boolean | number | string,
  chance: Chance,
): Told[] {
  return Array.from({ length: times }, (_, at) => ({
    kind,
    subject,
    effectiveOn: at === 0 ? addDays(FROM, -1) : someDay(chance),
    value: value(),
  }));
}

function someDay(chance: Chance): Day {
  return addDays(FROM, chance.below(DAYS));
}

function event(id: string, subject: FactKind['subject']): FactKind {
  return factKind({ id, subject, completeUntil: OPEN_EVENTS.includes(id) ? null : addDays(FROM, DAYS) });
}

function names(of: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${of}-${at}`);
}
