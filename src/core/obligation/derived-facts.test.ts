import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factKind } from '../../../test/support/duty.ts';
import { addDays, type Day, day } from '../kernel/day.ts';
import { valueOn } from '../kernel/steps.ts';
import type { Party } from '../party/party.ts';
import { derivedFacts } from './derived-facts.ts';
import { knowledgeOf } from './knowledge.ts';
import { scopeOf } from './scope.ts';
import { partySubject, type Subject } from './subject.ts';

const START = day('2018-07-01');
const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;
const anyDay = fc.integer({ min: 0, max: 30 }).map((offset) => addDays(START, offset));
const CATEGORIES = ['large-supplier', 'small-supplier', 'network'];
const ROLES = ['gas-supplier', 'import-supplier'];

const KINDS = [
  factKind({ id: 'party-category', subject: 'party', type: 'string', derived: { from: 'category' } }),
  factKind({
    id: 'gas-supplier-role',
    subject: 'party',
    type: 'bool',
    absent: false,
    derived: { from: 'role', role: 'gas-supplier' },
  }),
  factKind({
    id: 'devices-operated',
    subject: 'party',
    type: 'int',
    absent: 0,
    derived: { from: 'volume', unit: 'devices', generation: null },
  }),
  factKind({ id: 'change-of-supplier', subject: 'system-group', derived: { from: 'change-of-supplier' } }),
  factKind({ id: 'approved', derived: { from: 'approval', modification: 'M1' } }),
];

const change = fc.record(
  {
    from: anyDay,
    category: fc.constantFrom(...CATEGORIES),
    roles: fc.subarray(ROLES),
    citation: fc.constant(citation),
  },
  { requiredKeys: ['from', 'category', 'citation'] },
);
const party = fc.record({
  id: fc.constant('p'),
  name: fc.constant('P'),
  category: fc.constantFrom(...CATEGORIES),
  admittedOn: anyDay,
  roles: fc.subarray(ROLES),
  changes: fc.array(change, { maxLength: 4 }),
});
const group = fc.record(
  {
    id: fc.constantFrom('a', 'b'),
    supplier: fc.constantFrom('p', 'q'),
    generation: fc.constant('SMETS1' as const),
    fuel: fc.constant('dual' as const),
    counts: fc.nat(9).map((devices) => ({ devices, premises: 0, systems: 0 })),
    operatedFrom: anyDay,
    operatedUntil: anyDay,
  },
  { requiredKeys: ['id', 'supplier', 'generation', 'fuel', 'counts', 'operatedFrom'] },
);

function scopeFor(given: Party, groups: Parameters<typeof derivedFacts>[1]['groups'], subject: Subject) {
  const facts = derivedFacts(KINDS, { parties: [given], groups, parameters: [], approvalOf: () => null });
  return scopeOf(knowledgeOf(KINDS, facts, []), subject);
}

test('what a party is and operates is, on every day, what its events and its groups say of that day', () => {
  fc.assert(
    fc.property(party, fc.array(group, { maxLength: 4 }), (given, groups) => {
      const scope = scopeFor(given, groups, partySubject(given));
      const [category, role, devices] = ['party_category', 'gas_supplier_role', 'devices_operated'].map(scope);
      for (let on = addDays(START, -3); on < addDays(START, 34); on = addDays(on, 1)) {
        const known = given.changes.map((one, at) => ({ one, at })).filter(({ one }) => one.from <= on);
        known.sort((a, b) => a.one.from - b.one.from || a.at - b.at);
        const roles = known.findLast(({ one }) => one.roles !== undefined)?.one.roles ?? given.roles;
        const admitted = on >= given.admittedOn;
        expect(valueOn(category as never, on)).toBe(admitted ? (known.at(-1)?.one.category ?? given.category) : null);
        expect(valueOn(role as never, on)).toBe(admitted && roles.includes('gas-supplier'));
        const operated = groups.filter(
          (one) => one.supplier === 'p' && one.operatedFrom <= on && !((one.operatedUntil ?? Infinity) <= on),
        );
        expect(valueOn(devices as never, on)).toBe(operated.reduce((sum, one) => sum + one.counts.devices, 0));
      }
    }),
    { numRuns: 60 },
  );
});

test('systems that go over to another supplier take their enrolment and their devices with them', () => {
  const moved = day('2018-08-01');
  const counts = { devices: 7, premises: 3, systems: 3 };
  const like = { id: 'g', generation: 'SMETS1', fuel: 'dual', counts } as const;
  const groups = [
    { ...like, supplier: 'p', operatedFrom: START, operatedUntil: moved },
    { ...like, supplier: 'q', operatedFrom: moved },
  ];
  const parties = ['p', 'q'].map((id): Party => ({ id, name: id, category: 'large-supplier', admittedOn: START }));
  const kinds = [...KINDS, factKind({ id: 'system-enrolled', subject: 'system-group' })];
  const enrolled = { kind: 'system-enrolled', subject: 'g', effectiveOn: day('2018-07-15') };
  const facts = [...derivedFacts(kinds, { parties, groups, parameters: [], approvalOf: () => null }), enrolled];
  const knowledge = knowledgeOf(kinds, facts, []);
  for (const group of groups) {
    expect(knowledge.about('change-of-supplier', group).occurrence).toBe(moved);
    expect(knowledge.about('system-enrolled', group).occurrence).toBe(enrolled.effectiveOn);
  }
  const devices = (id: string, on: Day) =>
    valueOn(knowledge.values('devices-operated', { ...groups[0], supplier: id } as Subject), on);
  expect([devices('p', addDays(moved, -1)), devices('p', moved)]).toEqual([7, 0]);
  expect([devices('q', addDays(moved, -1)), devices('q', moved)]).toEqual([0, 7]);
});

test('an approval is an event on its day, and never once it cannot come', () => {
  const about = (approval: Day | 'never' | null) => {
    const facts = derivedFacts(KINDS, { parties: [], groups: [], parameters: [], approvalOf: () => approval });
    return knowledgeOf(KINDS, facts, []).about('approved', null).occurrence;
  };
  expect([about(START), about('never'), about(null)]).toEqual([START, 'never', null]);
});

test('absence means what a kind says of it where the record is complete, and nothing elsewhere', () => {
  const licence = factKind({
    id: 'licence-held',
    subject: 'party',
    type: 'bool',
    absent: false,
    completeFrom: day('2018-01-01'),
    completeUntil: day('2018-10-09'),
  });
  const held = [{ kind: 'licence-held', subject: 'p', effectiveOn: day('2018-06-01'), value: true }];
  const of = (facts: typeof held, on: string) =>
    valueOn(
      knowledgeOf([licence], facts, []).values('licence-held', {
        id: 'p',
        supplier: 'p',
        generation: null,
        fuel: null,
        operatedFrom: START,
      }),
      day(on),
    );
  expect(['2017-12-31', '2018-01-01', '2018-10-08', '2018-10-09'].map((on) => of([], on))).toEqual([
    null,
    false,
    false,
    null,
  ]);
  expect(['2017-12-31', '2018-05-31', '2018-06-01', '2019-01-01'].map((on) => of(held, on))).toEqual([
    null,
    false,
    true,
    true,
  ]);
});

test('a number of the law is a fact that changes on its day, with its own source', () => {
  const threshold = {
    ...factKind({ id: 'threshold', type: 'int' }),
    derived: { from: 'parameter', parameter: 't' },
  } as const;
  const citation = { source: 'SEC', clause: 'G8', certainty: 'public' } as const;
  const values = [
    { from: null, value: 10, citation },
    { from: day('2019-01-01'), value: 20, citation },
  ];
  const parameters = [{ id: 't', title: 'T', unit: 'Devices', values }];
  const facts = derivedFacts([threshold], { parties: [], groups: [], parameters, approvalOf: () => null });
  expect(facts.map((fact) => fact.citation)).toEqual([citation, citation]);
  const known = knowledgeOf([threshold], facts, []).values('threshold', null);
  expect(['2018-12-31', '2019-01-01'].map((on) => valueOn(known, day(on)))).toEqual([10, 20]);
});
