import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { dutyOnSubject } from '../src/core/assurance/duty-on-subject.ts';
import { systemGroupSchema } from '../src/core/estate/estate.schema.ts';
import { daySchema } from '../src/core/kernel/day.schema.ts';
import { addDays, type Day, day } from '../src/core/kernel/day.ts';
import { instant } from '../src/core/kernel/instant.ts';
import { valueOn } from '../src/core/kernel/steps.ts';
import { derivedFacts } from '../src/core/obligation/derived-facts.ts';
import { dueDays } from '../src/core/obligation/due-days.ts';
import { dutiesInForce } from '../src/core/obligation/duties-in-force.ts';
import { factSchema } from '../src/core/obligation/fact.schema.ts';
import { factSources } from '../src/core/obligation/fact-sources.ts';
import { knowledgeOf } from '../src/core/obligation/knowledge.ts';
import { partySubject, type Subject } from '../src/core/obligation/subject.ts';
import { partySchema } from '../src/core/party/party.schema.ts';
import { categorySteps } from '../src/core/party/party-over-time.ts';
import { loadRulebook, SHIPPED_RULEBOOKS } from '../src/format/rulebook/load.ts';

const FOLDER = join(import.meta.dirname, '..', 'examples', 'obligations');

/** What an example says of an obligation. */
const exampleSchema = z.strictObject({
  obligation: z.string(),
  parties: z.array(partySchema),
  groups: z.array(systemGroupSchema),
  facts: z.array(factSchema),
  binds: z.array(
    z.strictObject({
      who: z.string(),
      systems: z.string().optional(),
      on: daySchema,
      bound: z.boolean(),
      cause: z.string(),
    }),
  ),
  due: z.array(
    z.strictObject({
      who: z.string(),
      systems: z.string().optional(),
      from: daySchema,
      to: daySchema,
      on: z.array(daySchema),
      awaiting: z.array(z.string()).default([]),
    }),
  ),
});

const read = await loadRulebook(join(SHIPPED_RULEBOOKS, 'sec'));
if (!read.ok) throw new Error(read.faults[0]?.sentence);
const { rulebook } = read;
const calendar = rulebook.calendars.find(({ id }) => id === 'england-and-wales');
if (calendar === undefined) throw new Error('no calendar');
const histories = new Map(
  rulebook.instruments.map(({ id, base, versions }) => [
    id,
    {
      ...{ base: base.text, baseLabel: base.label, baseFrom: base.inForceFrom },
      versions: versions.map((one) => ({ ...one, recordedAt: instant('1970-01-01T00:00:00Z') })),
    },
  ]),
);
const duties = dutiesInForce(rulebook.obligations, histories, () => [], { leavingOut: [], knownAt: null });

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const examples = files.map((name) => {
  const example = exampleSchema.parse(parse(readFileSync(join(FOLDER, name), 'utf8')));
  return [name, example] as const;
});

/** How the obligation of an example stands to one that it names: a Party, or systems of it. */
function standing(example: z.output<typeof exampleSchema>, who: string, systems: string | undefined) {
  const { parties, groups } = example;
  const derived = derivedFacts(rulebook.factKinds, {
    parties,
    groups,
    parameters: rulebook.parameters,
    approvalOf: () => null,
  });
  const facts = [...example.facts, ...derived];
  const party = parties.find(({ id }) => id === who);
  if (party === undefined) throw new Error(`the example has no Party ${who}`);
  const group = groups.find(({ id, supplier }) => id === systems && supplier === who);
  if (systems !== undefined && group === undefined) throw new Error(`${who} has no systems ${systems}`);
  const subject: Subject = group ?? partySubject(party);
  const phases = duties.filter(({ obligation }) => obligation.id === example.obligation);
  const readings = (wording: string) => {
    const found = rulebook.wordings.find(({ id }) => id === wording)?.readings.find((one) => one.default);
    if (found === undefined) throw new Error(`no wording ${wording}`);
    return found;
  };
  const knowledge = knowledgeOf(rulebook.factKinds, facts, [], rulebook.calendars);
  const asked = { subject, category: categorySteps(party), readings, knowledge };
  const duty = dutyOnSubject(phases, asked);
  const dueIn = (from: Day, to: Day) =>
    dueDays(
      phases[0]?.obligation.due ?? null,
      duty.bound,
      { from, until: addDays(to, 1) },
      {
        ...{ asked, calendar: calendar as NonNullable<typeof calendar> },
        sources: factSources(rulebook.factKinds, facts),
      },
    );
  return { bound: duty.bound, dueIn };
}

test('every obligation that we made up has an example, and every example is of one', () => {
  const made = rulebook.obligations.filter(({ citation }) => citation.certainty === 'illustrative').map(({ id }) => id);
  expect(examples.map(([, { obligation }]) => obligation).toSorted()).toEqual(made.toSorted());
  expect(files.toSorted()).toEqual(made.map((id) => `${id}.yaml`).toSorted());
});

test.each(examples)('%s says whom the obligation binds, and why', (_, example) => {
  for (const { who, systems, on, bound, cause } of example.binds) {
    expect({ who, on, ...valueOn(standing(example, who, systems).bound, on) }).toMatchObject({ who, on, bound, cause });
  }
});

test.each(examples)('%s says what is due when', (_, example) => {
  for (const { who, systems, from, to, on, awaiting } of example.due) {
    const found = standing(example, who, systems).dueIn(from, to);
    const dated = found.filter((one) => one.on !== null && one.standing === 'due');
    expect({ who, due: dated.map((one) => one.on) }).toEqual({ who, due: on });
    expect(found.filter((one) => one.standing === 'awaited').flatMap((one) => one.awaiting)).toEqual(awaiting);
  }
});

test('the threshold of an obligation is the parameter of its day, and no number stands in the obligation', () => {
  const one = rulebook.obligations.find(({ id }) => id === 'procure-independent-test');
  const kind = rulebook.factKinds.find(({ id }) => id === 'full-assessment-threshold');
  expect(kind?.derived).toEqual({ from: 'parameter', parameter: 'full-assessment-threshold' });
  expect(JSON.stringify(one?.condition)).not.toMatch(/\d{3,}/);
  // it is a fact with the source of the law
  const facts = derivedFacts(kind === undefined ? [] : [kind], {
    ...{ parties: [], groups: [], parameters: rulebook.parameters },
    approvalOf: () => null,
  });
  expect(facts[0]).toMatchObject({ value: 250_000, citation: { certainty: 'stated' } });
  expect(day('2018-01-01')).toBeGreaterThan(facts[0]?.effectiveOn ?? Infinity);
});
