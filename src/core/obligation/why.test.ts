import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duty, factKind } from '../../../test/support/duty.ts';
import type { Commencement } from '../kernel/commencement.ts';
import { addDays, type Day, day } from '../kernel/day.ts';
import { parseCondition } from '../kernel/parse-condition.ts';
import type { Reading } from '../kernel/reading.ts';
import { valueOn } from '../kernel/steps.ts';
import type { Asked, Worded } from './asked.ts';
import { boundSteps } from './bound-steps.ts';
import type { Fact } from './fact.ts';
import { factSources } from './fact-sources.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Reason } from './reason.ts';
import type { Subject } from './subject.ts';
import { type Bearer, explaining, replayed, settledInWords, writeWhy } from './why.ts';

const START = day('2018-07-01');
const SPAN = 40;
const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;
const BEARER: Bearer = { name: 'Pebblewick', category: 'large-supplier', systems: 'homes' };

const anyDay = fc.integer({ min: 0, max: SPAN }).map((offset) => addDays(START, offset));
const event = fc.constantFrom('words-in-force', 'system-enrolled', 'first-enrolment', 'guidance-published');
const commencement: fc.Arbitrary<Commencement> = fc.letrec<{ node: Commencement }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyDay.map((on): Commencement => ({ kind: 'on', day: on })),
    event.map((name): Commencement => ({ kind: 'event', event: name })),
    fc.constant<Commencement>({ kind: 'never' }),
    fc
      .record({
        kind: fc.constantFrom('earlier-of' as const, 'later-of' as const),
        of: fc.array(tie('node'), { maxLength: 3 }),
      })
      .map((one): Commencement => one),
  ),
})).node;

const reading: fc.Arbitrary<Reading> = fc
  .record({ commences: commencement, ends: commencement })
  .map((one) => ({ ...one, id: 'r', title: 'r', default: true, citation }));
const condition = fc.option(
  fc
    .constantFrom(
      'system_enrolled',
      '!(system_enrolled && guidance_published) || nothing_known',
      'on >= system_enrolled_day + days(3) && (on < day("2018-07-30") || guidance_published)',
      'nothing_known',
    )
    .map((text) => {
      const parsed = parseCondition(text);
      if (!parsed.ok) throw new Error(text);
      return parsed.expression;
    }),
);

const world = fc
  .record({
    readings: fc.tuple(reading, reading),
    edges: fc.uniqueArray(anyDay, { minLength: 3, maxLength: 3 }),
    condition,
    operatedFrom: anyDay,
    completeUntil: fc.option(anyDay),
    enrolled: fc.option(anyDay),
    guided: fc.option(anyDay),
    bearers: fc.constantFrom(['large-supplier'], ['large-supplier'], ['network-party']),
  })
  .map((given) => {
    const [from, changed, until] = given.edges.sort((a, b) => a - b) as [Day, Day, Day];
    const kinds = [
      factKind({ id: 'words-in-force', subject: 'words' }),
      factKind({ id: 'system-enrolled', subject: 'system-group', completeUntil: given.completeUntil }),
      factKind({ id: 'first-enrolment', firstOf: 'system-enrolled', completeUntil: given.completeUntil }),
      factKind({ completeUntil: given.completeUntil }),
    ];
    const facts: Fact[] = [
      ...(given.enrolled === null ? [] : [fact('f1', 'system-enrolled', 'x', given.enrolled)]),
      ...(given.guided === null ? [] : [fact('f2', 'guidance-published', null, given.guided)]),
    ];
    const worded: Worded = {
      obligation: duty({ condition: given.condition, bearers: given.bearers }),
      words: [
        { interval: { from, until: changed }, version: '1', wording: 'old' },
        { interval: { from: changed, until }, version: '2', wording: 'new' },
      ],
    };
    const asked: Asked = {
      subject: { id: 'x', supplier: 's', generation: 'SMETS1', fuel: 'dual', operatedFrom: given.operatedFrom },
      readings: (wording) => given.readings[wording === 'old' ? 0 : 1],
      knowledge: knowledgeOf(kinds, facts, []),
    };
    return {
      worded,
      asked,
      explain: (on: Day) => explaining([worded], asked, BEARER, factSources(kinds, facts))(on),
      borne: given.bearers[0] === 'large-supplier',
    };
  });

test('an explanation replays, from its last reasons up, to whether the duty binds', () => {
  fc.assert(
    fc.property(world, anyDay, ({ worded, asked, explain, borne }, on) => {
      const { bound, reason } = explain(on);
      expect(replayed(reason)).toBe(bound);
      expect(bound).toBe(borne && valueOn(boundSteps(worded, asked), on).bound);
      expect(reason.awaiting.length > 0).toBe(bound === 'unknown');
    }),
    { numRuns: 200 },
  );
});

test('the days that it names are all those around the day on which the same reasons hold, and no others', () => {
  fc.assert(
    fc.property(world, anyDay, ({ explain }, on) => {
      const { reason, from, until } = explain(on);
      for (let at = addDays(START, -5); at < addDays(START, SPAN + 5); at = addDays(at, 1)) {
        const inside = (from === null || from <= at) && (until === null || at < until);
        if (inside) expect(explain(at).reason).toEqual(reason);
        else if (at === until || addDays(at, 1) === from) expect(explain(at).reason).not.toEqual(reason);
      }
    }),
    { numRuns: 60 },
  );
});

test('a duty whose words are not in force yet says from when it would bind, and one that binds says which fact began it', () => {
  const kinds = [factKind({ id: 'system-enrolled', title: 'The systems are enrolled', subject: 'system-group' })];
  const facts = [fact('enrolment-7', 'system-enrolled', 'x', day('2018-09-01'))];
  const begins: Reading = {
    id: 'own',
    title: 'from its own enrolment',
    default: true,
    commences: { kind: 'event', event: 'system-enrolled' },
    ends: { kind: 'never' },
    citation,
  };
  const worded: Worded = {
    obligation: duty(),
    words: [{ interval: { from: day('2018-07-18'), until: null }, version: '5.20', wording: 'old' }],
  };
  const asked: Asked = {
    subject: { id: 'x', supplier: 's', generation: 'SMETS1', fuel: 'dual', operatedFrom: START },
    readings: () => begins,
    knowledge: knowledgeOf(kinds, facts, []),
    instruments: new Map([['sec', 'SEC']]),
  };
  const explain = explaining([worded], asked, BEARER, factSources(kinds, facts));
  expect(writeWhy(explain(day('2018-07-10')), asked.knowledge.kinds)).toBe(
    'test (illustrative) (A duty) does not bind Pebblewick for “homes”. No words of G1 are in force before 18 July 2018. It would from 1 September 2018.',
  );
  expect(writeWhy(explain(day('2018-08-10')), asked.knowledge.kinds)).toContain(
    'Version 5.20, read as “from its own enrolment”, has not begun to bind. It would from 1 September 2018.',
  );
  const binds = explain(day('2018-10-12'));
  expect(binds).toMatchObject({ bound: true, from: day('2018-09-01'), until: null, next: null });
  expect(factsIn(binds.reason)).toEqual(['enrolment-7']);
  expect(JSON.stringify(binds.reason)).toContain('The systems are enrolled: 1 September 2018.');
  expect(JSON.stringify(binds.reason)).toContain('Version 5.20 of SEC has its words');
  expect(settledInWords(binds, asked.knowledge.kinds)).toBe(null);
  const open = { ...asked, knowledge: knowledgeOf(kinds, [], []) };
  const unsettled = explaining([worded], open, BEARER, factSources(kinds, []))(day('2018-10-12'));
  expect(settledInWords(unsettled, open.knowledge.kinds)).toBe('“The systems are enrolled”');
});

test('a duty that is owed by others from a day on says on each day by whom it is owed then', () => {
  const reading: Reading = {
    id: 'r',
    title: 'at once',
    default: true,
    commences: { kind: 'event', event: 'words-in-force' },
    ends: { kind: 'never' },
    citation,
  };
  const phase = (bearer: string, version: string, from: string, until: string | null): Worded => ({
    obligation: duty({ bearers: [bearer] }),
    words: [{ interval: { from: day(from), until: until === null ? null : day(until) }, version, wording: 'old' }],
  });
  const asked: Asked = {
    subject: { id: 'x', supplier: 's', generation: 'SMETS1', fuel: 'dual', operatedFrom: START },
    readings: () => reading,
    knowledge: knowledgeOf([factKind({ id: 'words-in-force', subject: 'words' })], [], []),
  };
  const explain = explaining(
    [phase('large-supplier', '1', '2018-07-18', '2018-11-08'), phase('small-supplier', '2', '2018-11-08', null)],
    asked,
    BEARER,
    factSources([], []),
  );
  expect(explain(day('2018-11-07'))).toMatchObject({ bound: true, next: { from: day('2018-11-08'), bound: false } });
  const after = explain(day('2018-11-08'));
  expect(after.reason.because.map((one) => one.says)).toEqual([
    'It falls on who is small supplier; Pebblewick is not, but large supplier.',
  ]);
  expect(after).toMatchObject({ bound: false, from: day('2018-11-08'), until: null });
});

test('the reasons name the words of the provision, and the facts by which the bearer is what it is and operates what it does', () => {
  const kinds = [
    factKind({ id: 'words-in-force', subject: 'words' }),
    factKind({ id: 'party-category', subject: 'party', type: 'string', derived: { from: 'category' } }),
    factKind({
      ...{ id: 'systems-operated', subject: 'party', type: 'int' },
      derived: { from: 'volume', unit: 'systems', generation: null },
    }),
  ];
  const facts = [
    { ...fact('category-1', 'party-category', 's', day('2013-01-01')), value: 'large-supplier' },
    { ...fact('systems-1', 'systems-operated', 's', START), value: 10 },
    { ...fact('systems-2', 'systems-operated', 's', addDays(START, 5)), value: 20 },
  ];
  const reading: Reading = {
    ...{ id: 'r', title: 'at once', default: true, citation },
    ...{ commences: { kind: 'event', event: 'words-in-force' }, ends: { kind: 'never' } },
  };
  const words = [{ interval: { from: START, until: null }, version: '1', wording: 'old' }];
  const knowledge = knowledgeOf(kinds, facts, []);
  const sources = { ...factSources(kinds, facts), quoted: () => 'Each Supplier shall keep its systems safe.' };
  const own: Subject = { ...{ id: 'x', supplier: 's', generation: 'SMETS1', fuel: 'dual' }, operatedFrom: START };
  const asked: Asked = { subject: own, readings: () => reading, knowledge };
  const { reason } = explaining([{ obligation: duty(), words }], asked, BEARER, sources)(addDays(START, 9));
  expect(reason.because.map(({ says, facts: ids, quote }) => [says.split(' ')[0], ids, quote])).toEqual([
    ['It', ['category-1'], undefined],
    ['It', [], undefined],
    ['Version', [], 'Each Supplier shall keep its systems safe.'],
    ['The', ['systems-1'], undefined],
    ['Version', [], undefined],
    ['Version', [], undefined],
  ]);
  const none = { ...asked, subject: { ...own, id: 's', generation: null, fuel: null } };
  const why = explaining([{ obligation: duty(), words }], none, { ...BEARER, systems: null }, sources);
  expect(writeWhy(why(START), knowledge.kinds)).toContain(
    'It is about each SMETS1 system, and Pebblewick operates none.',
  );
});

function fact(id: string, kind: string, subject: string | null, effectiveOn: Day): Fact {
  return { id, kind, subject, effectiveOn, citation };
}

function factsIn(reason: Reason): readonly string[] {
  return [...new Set([...reason.facts, ...reason.because.flatMap(factsIn)])];
}
