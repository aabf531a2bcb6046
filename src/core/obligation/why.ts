import { writeCitation } from '../kernel/citation.ts';
import { type Day, writeDay } from '../kernel/day.ts';
import { contains } from '../kernel/interval.ts';
import { always, sameValue, valueOn } from '../kernel/steps.ts';
import type { Asked, Worded } from './asked.ts';
import type { Verdict } from './bound-steps.ts';
import { eventTitles } from './event-titles.ts';
import type { Fact } from './fact.ts';
import type { FactSources } from './fact-sources.ts';
import type { Knowledge } from './knowledge.ts';
import type { Obligation } from './obligation.ts';
import type { Quoted } from './quoted-words.ts';
import type { Reason } from './reason.ts';
import { concerns, type Subject } from './subject.ts';
import { type ConditionWhy, conditionWhy } from './why-condition.ts';
import { edgesOf, type Started, startedOf, whyStarted } from './why-started.ts';
import type { WordsInForce } from './words-in-force.ts';

/** Who is asked about, in the words of an answer. */
export interface Bearer {
  readonly name: string;
  /** Party category by id. */
  readonly category: string;
  /** The systems, by title; null for the party itself. */
  readonly systems: string | null;
}

/** What reasons name: the facts behind them, and the words of provisions where these are at hand. */
export interface WhySources extends FactSources {
  readonly quoted?: Quoted;
}

/** Why a duty binds a subject on a day or does not. */
export interface Why {
  readonly bound: Verdict;
  /** First day and first day after, between which the same reasons hold; null: as far as the answer reaches. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly reason: Reason;
  /** The next day on which the answer differs; null when none is known. */
  readonly next: { readonly from: Day; readonly bound: Verdict; readonly awaiting: readonly string[] } | null;
}

/**
 * Answers why a duty binds a subject, on any day. A duty that is owed otherwise from a day on is several of one id, whose
 * words are in force one after the other. What all days share is worked out once.
 */
export function explaining(
  phases: readonly [Worded, ...Worded[]],
  asked: Asked,
  bearer: Bearer,
  sources: WhySources,
): (on: Day) => Why {
  const terms = phases.flatMap(({ obligation, words }): Term[] => {
    const condition = obligation.condition === null ? null : conditionWhy(obligation.condition, asked, sources);
    return words.map((one) => {
      const reading = asked.readings(one.wording);
      const begins = startedOf(reading.commences, one, asked, sources);
      const ends = startedOf(reading.ends, one, asked, sources);
      return { obligation, words: one, reading, begins, ends, condition };
    });
  });
  const { operatedFrom, operatedUntil = Infinity } = asked.subject;
  const category = asked.category ?? always(bearer.category);
  const days = terms.flatMap(({ words: { interval }, begins, ends, condition }) => [
    interval.from,
    interval.until ?? Infinity,
    ...edgesOf(begins),
    ...edgesOf(ends),
    ...(condition?.edges ?? []),
  ]);
  const edges = [...new Set([operatedFrom, operatedUntil, ...category.changes.map(({ from }) => from), ...days])]
    .filter(Number.isFinite)
    .sort((a, b) => a - b) as Day[];

  const made = new Map<number, Reason>();
  // Between two edges the reasons are the same, so that they are put into words once.
  const reasonAt = (at: number): Reason => {
    const known = made.get(at) ?? reasonOn(at === 0 ? (((edges[0] as Day) - 1) as Day) : (edges[at - 1] as Day));
    made.set(at, known);
    return known;
  };
  const reasonOn = (on: Day): Reason => {
    const term = terms.find((one) => contains(one.words.interval, on));
    const { obligation } = term ?? terms.findLast((one) => one.words.interval.from <= on) ?? phases[0];
    const grounds = [
      restingOn(whyBearer(obligation, bearer.name, valueOn(category, on)), categoryFacts(asked, sources, on)),
      whyAbout(obligation, asked.subject, bearer.name),
      quoting(whyWords(obligation, term, terms, on, asked.instruments), sources.quoted?.(obligation, on) ?? null),
      whyOperated(obligation, asked, sources, on),
    ];
    if (term === undefined) return rootOf(obligation, bearer, grounds);
    const holds = term.condition === null ? [] : [term.condition.on(on)];
    return rootOf(obligation, bearer, [...grounds, whyBegun(term, on), whyLasting(term, on), ...holds]);
  };

  return (on) => {
    const after = edges.findIndex((edge) => edge > on);
    const at = after < 0 ? edges.length : after;
    const reason = reasonAt(at);
    let [first, last] = [at, at];
    while (first > 0 && sameValue(reasonAt(first - 1), reason)) first -= 1;
    while (last < edges.length && sameValue(reasonAt(last + 1), reason)) last += 1;
    return {
      bound: reason.verdict,
      from: edges[first - 1] ?? null,
      until: edges[last] ?? null,
      reason,
      next: nextOf(edges, last, reasonAt, reason.verdict),
    };
  };
}

function nextOf(edges: readonly Day[], last: number, reasonAt: (at: number) => Reason, bound: Verdict): Why['next'] {
  for (let at = last; at < edges.length; at += 1) {
    const { verdict, awaiting } = reasonAt(at + 1);
    if (verdict !== bound) return { from: edges[at] as Day, bound: verdict, awaiting };
  }
  return null;
}

/** What a reason comes to by its leaves alone: only reasons that decide are kept, so all beneath one say the same. */
export function replayed({ verdict, because }: Reason): Verdict | 'inconsistent' {
  const [first, ...others] = because.map(replayed);
  if (first === undefined) return verdict;
  return others.every((one) => one === first) ? first : 'inconsistent';
}

/** What would settle an answer, by title; null when it is settled. */
export function settledInWords({ reason: { awaiting } }: Why, kinds: Knowledge['kinds']): string | null {
  return awaiting.length === 0 ? null : eventTitles(awaiting, kinds);
}

/** The answer in words: `SEC G3.26 does not bind Pebblewick for “homes”. No words of G3.26 are in force before 18 July 2018. It would from 18 July 2018.` */
export function writeWhy({ bound, reason, next }: Why, kinds: Knowledge['kinds']): string {
  const grounds = bound === true ? '' : ` ${reason.because.map((one) => one.says).join(' ')}`;
  return `${reason.says}${grounds}${nextSentence(bound, next, kinds)}`;
}

function nextSentence(bound: Verdict, next: Why['next'], kinds: Knowledge['kinds']): string {
  if (next === null) return '';
  const from = writeDay(next.from);
  if (next.bound === 'unknown') return ` From ${from} that depends on ${eventTitles(next.awaiting, kinds)}.`;
  return next.bound ? ` It ${bound === false ? 'would' : 'does'} from ${from}.` : ` It does not from ${from}.`;
}

interface Term {
  readonly obligation: Obligation;
  readonly condition: ConditionWhy | null;
  readonly words: WordsInForce;
  readonly begins: Started;
  readonly ends: Started;
  readonly reading: ReturnType<Asked['readings']>;
}

/** Of the grounds only those that decide: a single one that fails, else all that are open, else all. */
function rootOf({ citation, title }: Obligation, bearer: Bearer, grounds: readonly Reason[]): Reason {
  const verdicts = grounds.map((one) => one.verdict);
  const verdict: Verdict = verdicts.includes(false) ? false : verdicts.includes('unknown') ? 'unknown' : true;
  const because = grounds.filter((one) => one.verdict === verdict);
  const verb = { true: 'binds', false: 'does not bind', unknown: 'may bind' }[`${verdict}`];
  const whom = bearer.systems === null ? bearer.name : `${bearer.name} for “${bearer.systems}”`;
  const settled = verdict === 'unknown' ? ', or may not' : '';
  return {
    verdict,
    says: `${writeCitation(citation)} (${title}) ${verb} ${whom}${settled}.`,
    because,
    citations: [citation],
    facts: [],
    awaiting: [...new Set(because.flatMap((one) => one.awaiting))],
  };
}

function whyBearer({ bearers, citation }: Obligation, name: string, category: string): Reason {
  const verdict = bearers.includes(category);
  const all = bearers.map(spaced).join(' or ');
  const says = `It falls on who is ${all}; ${name} is ${verdict ? '' : 'not, but '}${spaced(category)}.`;
  return leaf(verdict, says, [citation]);
}

/** The fact by which the bearer is what it is on a day. */
function categoryFacts({ knowledge, subject }: Asked, sources: FactSources, on: Day): readonly Fact[] {
  const all = [...knowledge.kinds.values()]
    .filter(({ derived }) => derived?.from === 'category')
    .flatMap(({ id }) => sources.all(id, subject));
  const fact = all.findLast(({ effectiveOn }) => effectiveOn <= on) ?? all[0];
  return fact === undefined ? [] : [fact];
}

/** The fact by which the systems that the bearer operates are more from a day on, or the bearer is there at all. */
function operatedFacts({ knowledge, subject }: Asked, sources: FactSources, on: Day): readonly Fact[] {
  return [...knowledge.kinds.values()]
    .filter(({ derived }) =>
      subject.generation === null
        ? derived?.from === 'category'
        : derived?.from === 'volume' && derived.unit === 'systems' && derived.generation === null,
    )
    .flatMap(({ id }) => sources.on(id, subject, on));
}

function restingOn(reason: Reason, facts: readonly Fact[]): Reason {
  return facts.length === 0 ? reason : { ...reason, facts: facts.map(({ id }) => id) };
}

function quoting(reason: Reason, quote: string | null): Reason {
  return quote === null ? reason : { ...reason, quote };
}

function whyAbout(obligation: Obligation, subject: Subject, name: string): Reason {
  const verdict = concerns(obligation, subject);
  const { each, fuel } = obligation;
  const about =
    each === 'party'
      ? 'a party as a whole'
      : `each ${each === 'system' ? 'system' : each.replace('-', ' ').replace('smets', 'SMETS')}`;
  const fuels = fuel === null ? '' : ` for ${fuel}`;
  const { generation } = subject;
  // Who operates such systems is asked about them; as a party itself is only asked who operates none.
  if (each !== 'party' && generation === null)
    return leaf(verdict, `It is about ${about}${fuels}, and ${name} operates none.`);
  const these =
    generation === null
      ? 'this is a party itself'
      : `these are ${generation} for ${subject.fuel === 'dual' ? 'both fuels' : subject.fuel}`;
  return leaf(verdict, `It is about ${about}${fuels}; ${these}.`);
}

function whyWords(
  obligation: Obligation,
  term: Term | undefined,
  terms: readonly Term[],
  on: Day,
  titles: Asked['instruments'],
): Reason {
  const { provision, instrument } = obligation;
  if (term !== undefined) {
    const { version, interval } = term.words;
    const until = interval.until === null ? '' : ` until ${writeDay(interval.until)}`;
    const says = `Version ${version} of ${titles?.get(instrument) ?? instrument} has its words, in force from ${writeDay(interval.from)}${until}.`;
    return leaf(true, says, [obligation.citation]);
  }
  const first = terms.find(({ words }) => words.interval.from > on);
  const says =
    first === undefined
      ? `No words of ${provision} are in force${terms.length === 0 ? '' : ' any more'}.`
      : `No words of ${provision} are in force before ${writeDay(first.words.interval.from)}.`;
  return leaf(false, says, [obligation.citation]);
}

function whyOperated({ each }: Obligation, asked: Asked, sources: FactSources, on: Day): Reason {
  const { operatedFrom, operatedUntil, generation } = asked.subject;
  if (operatedUntil !== undefined && on >= operatedUntil) {
    return leaf(false, `The systems are operated by another since ${writeDay(operatedUntil)}.`);
  }
  const since = writeDay(operatedFrom);
  const what = each === 'party' || generation === null ? 'The party is admitted' : 'The systems are operated';
  return restingOn(leaf(on >= operatedFrom, `${what} since ${since}.`), operatedFacts(asked, sources, operatedFrom));
}

function whyBegun({ begins, reading, words }: Term, on: Day): Reason {
  const why = whyStarted(begins, on, false);
  const said = { true: 'has begun to bind', false: 'has not begun to bind', unknown: 'may have begun to bind' }[
    `${why.verdict}`
  ];
  return under(why, `Version ${words.version}, read as “${reading.title}”, ${said}.`, reading);
}

function whyLasting({ ends, reading, words }: Term, on: Day): Reason {
  const why = whyStarted(ends, on, true);
  const said = { true: 'has not ceased to bind', false: 'has ceased to bind', unknown: 'may have ceased to bind' }[
    `${why.verdict}`
  ];
  return under(why, `Version ${words.version}, read as “${reading.title}”, ${said}.`, reading);
}

function under(why: Reason, says: string, { citation }: Term['reading']): Reason {
  return { verdict: why.verdict, says, because: [why], citations: [citation], facts: [], awaiting: why.awaiting };
}

function leaf(verdict: Verdict, says: string, citations: Reason['citations'] = []): Reason {
  return { verdict, says, because: [], citations, facts: [], awaiting: [] };
}

function spaced(id: string): string {
  return id.replaceAll('-', ' ');
}
