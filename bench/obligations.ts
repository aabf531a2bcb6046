import { addDays } from '../src/core/kernel/day.ts';
import { valueOn } from '../src/core/kernel/steps.ts';
import type { Worded } from '../src/core/obligation/asked.ts';
import type { Fact, FactKind } from '../src/core/obligation/fact.ts';
import { factSources } from '../src/core/obligation/fact-sources.ts';
import { knowledgeOf } from '../src/core/obligation/knowledge.ts';
import { type Difference, differenceWith } from '../src/core/obligation/population/difference.ts';
import { learn } from '../src/core/obligation/population/learn.ts';
import { livingKnowledge } from '../src/core/obligation/population/living-knowledge.ts';
import type { Population } from '../src/core/obligation/population/population.ts';
import {
  dutiesOn,
  entriesOf,
  type MemberDuties,
  type Register,
  registerOf,
  sizeOf,
} from '../src/core/obligation/population/register.ts';
import { explaining } from '../src/core/obligation/why.ts';
import {
  amended,
  chanceOf,
  DAYS,
  FROM,
  generatedDuties,
  generatedMarket,
  generatedReadings,
  KINDS,
  type Told,
} from './obligations/code.ts';
import { compileRule, memberDays, runMember } from './obligations/peer.ts';

/**
 * Who is bound by what over ten years: a register at the days on which something changes, against the same rules compiled
 * to plain JavaScript and run day by day over the same population in the same run; both must agree on every day of every
 * rule and party that the peer is run for. The peer's time is a loop over parties: it is run whole for the first `PEER` of
 * them, against a register of just those, and its time for all is told as scaled.
 */
const PARTIES = Number(process.env.PARTIES ?? 1000);
const OBLIGATIONS = 2000;
const WORDINGS = 120;
const PEER = Math.min(PARTIES, Number(process.env.PEER ?? 100));
const TIMES = 7;
const ROUNDS = 10;

const chance = chanceOf(20181108);
const readings = generatedReadings(WORDINGS, chance);
const wordings = [...readings.keys()];
const duties = generatedDuties(OBLIGATIONS, wordings, chance);
const { members, facts } = generatedMarket(PARTIES, chance);
const knowledge = knowledgeOf(KINDS as FactKind[], facts, []);
const population: Population = {
  duties,
  members,
  readings: (wording) => readings.get(wording) as never,
  knowledge,
  window: { from: FROM, until: addDays(FROM, DAYS) },
};
const modifications = Array.from({ length: 20 }, (_, at) => amended(duties, wordings, chanceOf(7000 + at)));

let failed = false;
console.log(
  `${PARTIES} parties with a system each, ${OBLIGATIONS} obligations, ${DAYS} days: ${(PARTIES * OBLIGATIONS * DAYS).toLocaleString('en')} points`,
);
const conditions = new Set(duties.map(({ obligation }) => JSON.stringify(obligation.condition)));
console.log(
  `${conditions.size} different conditions, ${WORDINGS} readings, ${duties.reduce((sum, one) => sum + one.words.length, 0)} versions of words; ` +
    `${facts.length} facts, ${((facts.length - 16) / PARTIES).toFixed(0)} a party in the ten years (the ratio falls as they grow)`,
);

const whole = middle(() => registerOf(population));
const register = whole.value;
const size = sizeOf(register);
console.log(
  `one world: ${whole.ms.toFixed(1)} ms (${whole.cpu.toFixed(1)} ms of processors); ${size.rows.toLocaleString('en')} rows with ${size.changes.toLocaleString('en')} changes, ` +
    `${(size.bytes / 2 ** 20).toFixed(1)} MiB in arrays, ${register.plan.table.op.length} nodes, ${register.plan.starts.entries.length} starts`,
);
const both = middle(() => differenceWith(registerOf(population), modifications[0] as Worded[]));
claim('both worlds and the difference', both.ms / whole.ms, 2, '× one world', `${both.ms.toFixed(1)} ms`);

const heap = process.memoryUsage();
console.log(`memory: ${(heap.rss / 2 ** 20).toFixed(0)} MiB resident before the peer, peak ${peak()} MiB`);

const changes = Array.from({ length: ROUNDS }, () =>
  modifications.map((one) => timed(() => differenceWith(register, one))),
);
const first = changes[0] as Timed<Difference>[];
const again = changes.slice(1).flat();
claim(
  '20 amended obligations against kept results',
  median(again.map(({ ms }) => ms)),
  1,
  'ms',
  `${median(again.map(({ cpu }) => cpu)).toFixed(2)} ms of processors, ${median(first.map(({ ms }) => ms)).toFixed(2)} ms each for the first time; ` +
    `${first[0]?.value.computed} rows computed, ${first[0]?.value.count} runs of days differ`,
);

const days = Array.from({ length: 2000 }, () => ({
  party: `party-${chance.below(PARTIES)}`,
  on: addDays(FROM, chance.below(DAYS)),
}));
for (const { party, on } of days) dutiesOn(register, party, on);
const asked = middle(() => days.reduce((sum, { party, on }) => sum + dutiesOn(register, party, on).length, 0));
claim(
  "one party's duties on a day",
  (asked.ms * 1000) / days.length,
  50,
  'µs',
  `${(asked.value / days.length).toFixed(0)} duties each; ${((asked.cpu * 1000) / days.length).toFixed(1)} µs of processors`,
);

const sources = factSources(KINDS as FactKind[], facts as Fact[]);
const explainer = ({ party, on }: (typeof days)[number]) => {
  const [place] = register.byParty.get(party) ?? [];
  const { member, duties: borne } = register.members[place as number] as MemberDuties;
  const worded = duties[borne[(on * 31) % borne.length] as number] as Worded;
  const bearer = { name: party, category: valueOn(member.category, on), systems: null };
  return explaining([worded], { ...member, readings: population.readings, knowledge }, bearer, sources);
};
for (const one of days) explainer(one)(one.on);
const explained = timed(() =>
  days.map((one) => {
    const explain = explainer(one);
    explain(one.on);
    return { explain, on: one.on };
  }),
);
const explainedAgain = timed(() => explained.value.filter(({ explain, on }) => explain(on).reason !== null).length);
claim(
  'one explanation (the whole tree of its reasons, anew)',
  (explained.ms * 1000) / days.length,
  50,
  'µs',
  `${((explainedAgain.ms * 1000) / days.length).toFixed(1)} µs when it is asked again`,
);

learning('a new event of a party', 'party-event-3', true);
learning('a new volume of a system', 'system-volume', true);
learning('a new event of the whole market', 'market-event-3', false);

const rules = { party: rulesOf('party'), system: rulesOf('system') };
const bySubject = Map.groupBy(facts, ({ subject }) => subject);
let peerMs = 0;
let peerCpu = 0;
let wrong = 0;
let points = 0;
const some = members.slice(0, 2 * PEER);
const fewer = middle(() => registerOf({ ...population, members: some }));
some.forEach((member, place) => {
  const kind = member.subject.generation === null ? rules.party : rules.system;
  const state = memberDays(member, bySubject);
  const out = kind.map((): number[] => []);
  const { ms, cpu } = timed(() =>
    runMember(
      kind.map(({ rule }) => rule),
      state,
      out,
    ),
  );
  peerMs += ms;
  peerCpu += cpu;
  kind.forEach(({ place: duty }, at) => {
    points += DAYS;
    if (!sameRow(register, place, duty, out[at] as number[])) wrong += 1;
  });
});
console.log(
  `the peer: ${(peerMs / 1000).toFixed(1)} s for ${PEER} parties, ${((peerMs * 1e6) / points).toFixed(1)} ns a point (${((peerCpu * 1e6) / points).toFixed(1)} ns of processors); ` +
    `rows that differ from it: ${wrong} of ${some.length * rules.party.length}`,
);
console.log(
  `the same ${PEER} parties: ${fewer.ms.toFixed(1)} ms, ${(peerMs / fewer.ms).toFixed(0)} × as fast as the peer`,
);
if (wrong > 0) failed = true;
const ratio = (peerMs * PARTIES) / PEER / whole.ms;
const byCpu = (peerCpu * PARTIES) / PEER / whole.cpu;
console.log(
  `${ratio >= 500 ? 'met' : 'MISSED'}: one world is ${ratio.toFixed(0)} × as fast as the peer, its time scaled to ${PARTIES} parties (at least 500 ×); ` +
    `${byCpu.toFixed(0)} × by the time of processors`,
);
if (ratio < 500) failed = true;
console.log(`memory: peak ${peak()} MiB resident`);
if (failed) process.exitCode = 1;

function rulesOf(each: string) {
  return duties.flatMap((worded, place) =>
    worded.obligation.each === each ? [{ place, rule: compileRule(worded, population.readings) }] : [],
  );
}

function sameRow(register: Register, member: number, duty: number, expected: ArrayLike<number>): boolean {
  const entries = entriesOf(register, member, duty);
  return entries.length === expected.length && entries.every((one, at) => expected[at] === one);
}

/** Takes in events one by one; the register afterwards must be the one that is computed from all of them. */
function learning(what: string, kind: string, claimed: boolean): void {
  const living = livingKnowledge(KINDS, facts, []);
  const grown = registerOf({ ...population, knowledge: living.knowledge });
  const all: Told[] = [...facts];
  const times = Array.from({ length: 30 }, () => {
    const party = `party-${chance.below(PARTIES)}`;
    const subject = kind.startsWith('market') ? null : kind.startsWith('party') ? party : `${party}-system`;
    const value = kind === 'system-volume' ? { value: 1000 * chance.below(500) } : {};
    const fact = { kind, subject, effectiveOn: addDays(FROM, chance.below(DAYS)), ...value };
    all.push(fact);
    return timed(() => learn(grown, living.learn(fact), fact));
  });
  const again = registerOf({ ...population, knowledge: knowledgeOf(KINDS, all, []) });
  const equal = members.every((_, member) =>
    duties.every((_duty, duty) => sameRow(again, member, duty, entriesOf(grown, member, duty))),
  );
  if (!equal) failed = true;
  const rows = times.map(({ value }) => value.rows);
  const detail = `at most ${Math.max(...rows)} rows, ${equal ? 'equal to' : 'NOT EQUAL TO'} the register from scratch`;
  const ms = median(times.slice(10).map((one) => one.ms));
  if (claimed) claim(what, ms, 1, 'ms', detail);
  else {
    const slowest = Math.max(...times.slice(10).map((one) => one.ms));
    console.log(`${what}: ${slowest.toFixed(1)} ms at most (${detail}), ${ms.toFixed(2)} ms when it changes nothing`);
  }
}

function claim(what: string, value: number, most: number, unit: string, detail: string): void {
  const met = value <= most;
  if (!met) failed = true;
  console.log(
    `${met ? 'met' : 'MISSED'}: ${what}: ${value.toFixed(2)} ${unit} (at most ${most})${detail && `; ${detail}`}`,
  );
}

/** The run of the median time among several. */
function middle<T>(run: () => T): Timed<T> {
  return Array.from({ length: TIMES }, () => timed(run)).toSorted((a, b) => a.ms - b.ms)[TIMES >> 1] as Timed<T>;
}

/** Time that passed, and time of processors that this process used in all its threads: what a loaded machine does not add to. */
interface Timed<T> {
  readonly ms: number;
  readonly cpu: number;
  readonly value: T;
}

function timed<T>(run: () => T): Timed<T> {
  const used = process.cpuUsage();
  const start = performance.now();
  const value = run();
  const ms = performance.now() - start;
  return { ms, cpu: process.cpuUsage(used).user / 1000, value };
}

function median(of: readonly number[]): number {
  return of.toSorted((a, b) => a - b)[of.length >> 1] as number;
}

function peak(): string {
  return (process.resourceUsage().maxRSS / 1024).toFixed(0);
}
