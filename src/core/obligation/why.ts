import { writeCitation } from '../kernel/citation.ts';
import { type Day, writeDay } from '../kernel/day.ts';
import { contains } from '../kernel/interval.ts';
import { always as constantly, type Steps, sameValue, valueOn } from '../kernel/steps.ts';
import type { Asked, Worded } from './asked.ts';
import { type Bound, boundSteps, type Verdict } from './bound-steps.ts';
import type { FactSources } from './fact-sources.ts';
import type { Obligation } from './obligation.ts';
import type { Reason } from './reason.ts';
import { concerns, isEverBorne, type Subject } from './subject.ts';
import { conditionWhy } from './why-condition.ts';
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

/** Answers why a duty binds a subject, on any day. What all days share is worked out once. */
export function explaining(worded: Worded, asked: Asked, bearer: Bearer, sources: FactSources): (on: Day) => Why {
  const { obligation, words } = worded;
  const readings = words.map(({ wording }) => asked.readings(wording));
  const terms = words.map((one, index): Term => {
    const reading = readings[index] as (typeof readings)[number];
    return {
      words: one,
      begins: startedOf(reading.commences, one, asked, sources),
      ends: startedOf(reading.ends, one, asked, sources),
      reading,
    };
  });
  const condition = obligation.condition === null ? null : conditionWhy(obligation.condition, asked, sources);
  const category = asked.category ?? constantly(bearer.category);
  const edges = [
    ...new Set([
      asked.subject.operatedFrom,
      ...(asked.subject.operatedUntil === undefined ? [] : [asked.subject.operatedUntil]),
      ...category.changes.map(({ from }) => from),
      ...terms.flatMap(({ words: { interval }, begins, ends }) => [
        interval.from,
        ...(interval.until === null ? [] : [interval.until]),
        ...edgesOf(begins),
        ...edgesOf(ends),
      ]),
      ...(condition?.edges ?? []),
    ]),
  ].sort((a, b) => a - b) as Day[];

  const isAsked = isEverBorne(obligation, category) && concerns(obligation, asked.subject);
  const bound = isAsked ? boundSteps(worded, { ...asked, category }) : NEVER_BOUND;
  const reasonOn = (on: Day): Reason => rootOf(obligation, bearer, groundsOn(on));
  const groundsOn = (on: Day): Reason[] => {
    const term = terms.find((one) => contains(one.words.interval, on));
    const always = [whyBearer(obligation, bearer.name, valueOn(category, on)), whyAbout(obligation, asked.subject)];
    const inForce = whyWords(obligation, term, terms, on);
    const operated = whyOperated(obligation, asked.subject, on);
    if (term === undefined) return [...always, inForce, operated];
    const holds = condition === null ? [] : [condition.on(on)];
    return [...always, inForce, operated, whyBegun(term, on), whyLasting(term, on), ...holds];
  };

  return (on) => {
    const reason = reasonOn(on);
    const after = edges.findIndex((edge) => edge > on);
    const next = after < 0 ? edges.length : after;
    let [first, last] = [next - 1, next];
    while (first >= 0 && sameValue(reasonOn(((edges[first] as Day) - 1) as Day), reason)) first -= 1;
    while (last < edges.length && sameValue(reasonOn(edges[last] as Day), reason)) last += 1;
    return {
      bound: reason.verdict,
      from: edges[first] ?? null,
      until: edges[last] ?? null,
      reason,
      next: nextOf(bound, on, reason.verdict),
    };
  };
}

/** What a reason comes to by its leaves alone: only reasons that decide are kept, so all beneath one say the same. */
export function replayed({ verdict, because }: Reason): Verdict | 'inconsistent' {
  const [first, ...others] = because.map(replayed);
  if (first === undefined) return verdict;
  return others.every((one) => one === first) ? first : 'inconsistent';
}

/** The answer in words: `SEC G3.26 does not bind Pebblewick for “homes”. No words of G3.26 are in force before 18 July 2018. It would from 18 July 2018.` */
export function writeWhy({ bound, reason, next }: Why): string {
  const grounds = bound === true ? '' : ` ${reason.because.map((one) => one.says).join(' ')}`;
  return `${reason.says}${grounds}${nextSentence(bound, next)}`;
}

function nextSentence(bound: Verdict, next: Why['next']): string {
  if (next === null) return '';
  const from = writeDay(next.from);
  if (next.bound === 'unknown') return ` From ${from} that depends on ${next.awaiting.join(' and ')}.`;
  return next.bound ? ` It ${bound === false ? 'would' : 'does'} from ${from}.` : ` It does not from ${from}.`;
}

interface Term {
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

function whyAbout(obligation: Obligation, subject: Subject): Reason {
  const verdict = concerns(obligation, subject);
  const { each, fuel } = obligation;
  const about =
    each === 'party'
      ? 'a party as a whole'
      : `each ${each === 'system' ? 'system' : each.replace('-', ' ').replace('smets', 'SMETS')}`;
  const fuels = fuel === null ? '' : ` for ${fuel}`;
  const { generation } = subject;
  const these =
    generation === null
      ? 'this is a party itself'
      : `these are ${generation} for ${subject.fuel === 'dual' ? 'both fuels' : subject.fuel}`;
  return leaf(verdict, `It is about ${about}${fuels}; ${these}.`);
}

function whyWords(obligation: Obligation, term: Term | undefined, terms: readonly Term[], on: Day): Reason {
  const { provision, instrument } = obligation;
  if (term !== undefined) {
    const { version, interval } = term.words;
    const until = interval.until === null ? '' : ` until ${writeDay(interval.until)}`;
    const says = `Version ${version} of ${instrument} has its words, in force from ${writeDay(interval.from)}${until}.`;
    return leaf(true, says, [obligation.citation]);
  }
  const first = terms.find(({ words }) => words.interval.from > on);
  const says =
    first === undefined
      ? `No words of ${provision} are in force${terms.length === 0 ? '' : ' any more'}.`
      : `No words of ${provision} are in force before ${writeDay(first.words.interval.from)}.`;
  return leaf(false, says, [obligation.citation]);
}

function whyOperated({ each }: Obligation, subject: Subject, on: Day): Reason {
  const { operatedFrom, operatedUntil, generation } = subject;
  if (operatedUntil !== undefined && on >= operatedUntil) {
    return leaf(false, `The systems are operated by another since ${writeDay(operatedUntil)}.`);
  }
  const since = writeDay(operatedFrom);
  const what = each === 'party' || generation === null ? 'The party is admitted' : 'The systems are operated';
  return leaf(on >= operatedFrom, `${what} since ${since}.`);
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

function nextOf(bound: Steps<Bound>, on: Day, verdict: Verdict): Why['next'] {
  const change = bound.changes.find(({ from, value }) => from > on && value.bound !== verdict);
  return change === undefined
    ? null
    : { from: change.from, bound: change.value.bound, awaiting: change.value.awaiting };
}

const NEVER_BOUND: Steps<Bound> = constantly({ bound: false, cause: 'no-words', words: null, awaiting: [] });

function spaced(id: string): string {
  return id.replaceAll('-', ' ');
}
