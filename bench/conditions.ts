import { Environment } from '@marcbachmann/cel-js';
import { compileCondition } from '../src/core/kernel/compile-condition.ts';
import type { Expression, Value } from '../src/core/kernel/condition.ts';
import { explainCondition } from '../src/core/kernel/explain-condition.ts';
import { parseCondition } from '../src/core/kernel/parse-condition.ts';

// Conditions of duties over the facts of parties: compiled, against the same rule written in JavaScript and against
// cel-js; and with the explanation of each answer. Every evaluation has another party before it, all of what is given
// is known (JavaScript has no unknown), and the answers are counted and compared, so that none can be left out.

interface Party {
  readonly category: string;
  readonly devices: number;
  readonly system_enrolled: boolean;
  readonly guidance_published: boolean;
  readonly licence: string;
}

const RULES: readonly { readonly text: string; readonly plain: (party: Party) => boolean }[] = [
  {
    text: 'category == "large-supplier" && devices >= 250000',
    plain: (party) => party.category === 'large-supplier' && party.devices >= 250_000,
  },
  {
    text: '(category == "large-supplier" || category == "small-supplier") && system_enrolled && !guidance_published && devices + 1000 > 5000',
    plain: (party) =>
      (party.category === 'large-supplier' || party.category === 'small-supplier') &&
      party.system_enrolled &&
      !party.guidance_published &&
      party.devices + 1000 > 5000,
  },
  {
    text: 'category in ["large-supplier", "small-supplier"] ? devices % 7 != 3 && licence.startsWith("gas") : guidance_published',
    plain: (party) =>
      ['large-supplier', 'small-supplier'].includes(party.category)
        ? party.devices % 7 !== 3 && party.licence.startsWith('gas')
        : party.guidance_published,
  },
];

const PARTIES = 8192;
const ROUNDS = 60;
const TIMES = 6;
const CATEGORIES = ['large-supplier', 'small-supplier', 'network', 'other-user'];
const LICENCES = ['gas supply', 'electricity supply', 'gas transport'];

const parties = Array.from({ length: PARTIES }, (_, index): Party => {
  const random = (index * 2_654_435_761) >>> 0;
  return {
    category: CATEGORIES[(random >>> 3) % 4] as string,
    devices: random % 600_000,
    system_enrolled: (random >>> 7) % 3 > 0,
    guidance_published: (random >>> 11) % 3 === 0,
    licence: LICENCES[(random >>> 5) % 3] as string,
  };
});
const environment = new Environment()
  .registerVariable('category', 'string')
  .registerVariable('devices', 'int')
  .registerVariable('system_enrolled', 'bool')
  .registerVariable('guidance_published', 'bool')
  .registerVariable('licence', 'string');
// cel-js takes whole numbers as big integers.
const celParties = parties.map((party) => ({ ...party, devices: BigInt(party.devices) }));

for (const { text, plain } of RULES) measure(text, plain);

function measure(text: string, plain: (party: Party) => boolean): void {
  const condition = read(text);
  const compiled = compileCondition(condition);
  const rows = parties.map((party) => compiled.names.map((name) => party[name as keyof Party] as Value));
  const cel = environment.parse(text);
  const runs = {
    plain: () => count(parties, plain),
    ours: () =>
      count(rows, (row) => {
        const outcome = compiled.evaluate(row);
        return outcome.kind === 'value' && outcome.value === true;
      }),
    cel: () => count(celParties, (party) => cel(party) === true),
    explained: () =>
      count(parties, (party) => {
        const { outcome } = explainCondition(condition, (name) => party[name as keyof Party]);
        return outcome.kind === 'value' && outcome.value === true;
      }),
  };
  const found = Object.values(runs).map((run) => run());
  if (new Set(found).size !== 1) throw new Error(`the answers differ: ${found.join(', ')}`);
  const rates = ratesOf(runs);
  const million = (rate: number) => `${(rate / 1e6).toFixed(1)} M/s`;
  console.log(`${text}\n  holds for ${found[0]} of ${PARTIES} parties`);
  console.log(
    `  JavaScript ${million(rates.plain)}, compiled ${million(rates.ours)}: ${ratio(rates.plain, rates.ours)} slower (at most 5)`,
  );
  console.log(`  cel-js 8.0.0 ${million(rates.cel)}: compiled is ${ratio(rates.ours, rates.cel)} faster (at least 2)`);
  console.log(`  with explanation ${million(rates.explained)} (above 1 M/s)`);
}

function read(text: string): Expression {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.expression;
}

function count<T>(of: readonly T[], holds: (one: T) => boolean): number {
  let found = 0;
  for (const one of of) if (holds(one)) found += 1;
  return found;
}

/** Evaluations a second in the best of many short rounds in which all take turns: what else runs here can only slow one down. */
function ratesOf<K extends string>(runs: Readonly<Record<K, () => number>>): Readonly<Record<K, number>> {
  const names = Object.keys(runs) as K[];
  const best = new Map<K, number>(names.map((name) => [name, 0]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) {
      const start = performance.now();
      for (let time = 0; time < TIMES; time += 1) runs[name]();
      const rate = (PARTIES * TIMES * 1000) / (performance.now() - start);
      best.set(name, Math.max(best.get(name) ?? 0, rate));
    }
  }
  return Object.fromEntries(best) as Record<K, number>;
}

function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(1)} ×`;
}
