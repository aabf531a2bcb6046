import { join } from 'node:path';
import { expect, test } from 'vitest';
import { effectOfCase } from '../../src/app/effect/effect-of-case.ts';
import { NO_OPTIONS } from '../../src/app/effect/effect-options.ts';
import { showEffect } from '../../src/app/effect/show-effect.ts';
import { showJointEffect } from '../../src/app/effect/show-joint-effect.ts';
import { draftObligationChange } from '../../src/app/modification/draft-obligation-change.ts';
import { removeObligationChange } from '../../src/app/modification/remove-obligation-change.ts';
import { showModification } from '../../src/app/modification/show-modification.ts';
import { showObligationChanges } from '../../src/app/modification/show-obligation-changes.ts';
import { listDuties } from '../../src/app/obligation/list-duties.ts';
import type { Operation } from '../../src/app/operation.ts';
import { admitParty } from '../../src/app/party/admit-party.ts';
import { listParties } from '../../src/app/party/list-parties.ts';
import { recordAssessorCapacity } from '../../src/app/party/record-assessor-capacity.ts';
import { recordFact } from '../../src/app/party/record-fact.ts';
import { recordSystemGroup } from '../../src/app/party/record-system-group.ts';
import { scheduleAssessment } from '../../src/app/party/schedule-assessment.ts';
import { showParty } from '../../src/app/party/show-party.ts';
import { loadDemonstration } from '../../src/app/record/load-demonstration.ts';
import { runDecoded, runOperation } from '../../src/app/run-operation.ts';
import { day } from '../../src/core/kernel/day.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../../src/format/rulebook/load.ts';
import { withRecord } from '../support/database.ts';
import { by } from '../support/events.ts';

const ADMINISTRATOR: Actor = { id: 'ada', name: 'Ada', role: 'code-administrator' };
const READER: Actor = { id: 'reader', name: 'A reader', role: 'public' };
const citation = { source: 'market notice', clause: null, certainty: 'illustrative' } as const;

const read = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
if (!read.ok) throw new Error(read.faults[0]?.sentence);
const { case: given, rulebook } = read;
const rulebooks = { shipped: async () => [rulebook], current: async () => rulebook, byDigest: async () => rulebook };

type Call = (operation: { readonly name: string }, input: unknown, actor?: Actor) => Promise<unknown>;

/** A record with the case loaded and its proposal raised. */
async function story(tell: (call: Call, record: Parameters<Parameters<typeof withRecord>[0]>[0]) => Promise<void>) {
  await withRecord(
    async (record) => {
      const { ports, store } = record;
      const loaded = await loadDemonstration(ports, given, rulebook);
      expect(loaded.ok).toBe(true);
      const raised = { raisedOn: day('2018-10-05'), profile: 'sec-2016', rulebook: rulebook.digest };
      const event = { type: 'proposal-raised', content: given.proposal, ...raised } as const;
      await store.append([{ stream: 'modification/SECMP0065', expectedVersion: 0, events: [event] }], by);
      await tell(async (operation, input, actor = READER) => {
        const result = await runOperation(operation as unknown as Operation, { ports, actor }, input);
        return result.ok ? result.value : { refused: result.rejection.code, sentence: result.rejection.sentence };
      }, record);
    },
    { rulebooks, startsAt: given.startsAt },
  );
}

test('the effect from the record is the effect from the case, on the same planned day', () =>
  story(async (_, { ports }) => {
    const asked = { modification: 'SECMP0065', on: '2018-11-09' };
    const fromRecord = await runDecoded(showEffect, { ports, actor: READER }, asked);
    expect(fromRecord).toEqual(effectOfCase(given, rulebook, { ...NO_OPTIONS, on: day('2018-11-09') }));
    expect(fromRecord).toMatchObject({
      ok: true,
      value: { implementation: { day: day('2018-11-08'), basis: 'planned' } },
    });
  }));

test('a recorded enrolment settles what was unknown, and what was known before it stays as it was', () =>
  story(async (call, { clock }) => {
    const ask = { party: 'pebblewick', on: '2019-03-01' };
    expect(await call(listDuties, ask)).toMatchObject({
      duties: expect.arrayContaining([
        expect.objectContaining({
          subject: 'pebblewick-x',
          provision: 'G3.26',
          answers: [expect.objectContaining({ bound: true, version: '5.20' })],
        }),
      ]),
      volume: { smets1Bound: { devices: 1_100_000 }, smets2: { devices: 0 } },
      next: { type: 'full' },
    });
    const effect = { modification: 'SECMP0065', party: 'pebblewick', readings: { 'g3-26-new': 'market-wide' } };
    const last = (of: unknown) =>
      (
        of as { combinations: { parties: { groups: { with: unknown[] }[] }[] }[] }
      ).combinations[0]?.parties[0]?.groups[0]?.with.at(-1);
    expect(last(await call(showEffect, effect))).toMatchObject({
      bound: 'unknown',
      awaiting: ['first-smets1-enrolment'],
    });
    const knownAt = clock.now();
    await clock.advanceTo('2018-10-22T09:00:00.000Z' as typeof knownAt);
    const enrolment = { kind: 'system-enrolled', subject: 'pebblewick-x', effectiveOn: '2018-10-20', citation };
    expect(await call(recordFact, enrolment, ADMINISTRATOR)).toHaveProperty('fact');
    expect(last(await call(showEffect, effect))).toMatchObject({ bound: true, interval: { from: '2018-11-08' } });
    expect(last(await call(showEffect, { ...effect, knownAt }))).toMatchObject({ bound: 'unknown' });
    expect(await call(recordFact, enrolment, ADMINISTRATOR)).toMatchObject({ refused: 'fact-exists' });
  }));

test('once the day for a decision in time has passed without one, the planned day is gone and both worlds are the same', () =>
  story(async (call, { clock }) => {
    const [effect, page] = [{ modification: 'SECMP0065', party: 'pebblewick' }, { modification: 'SECMP0065' }];
    const knownAt = clock.now();
    await clock.advanceTo('2018-10-24T22:30:00.000Z' as typeof knownAt);
    expect(await call(showEffect, effect)).toMatchObject({ implementation: { day: '2018-11-08', basis: 'planned' } });
    await clock.advanceTo('2018-10-24T23:30:00.000Z' as typeof knownAt);
    const gone = { day: null, basis: 'unknown', awaiting: ['approval', 'approval-implementation-date'] };
    const late = (await call(showEffect, effect)) as {
      combinations: { parties: { groups: { without: unknown; with: unknown; difference: unknown[] }[] }[] }[];
    };
    expect(late).toMatchObject({ implementation: { ...gone, assumption: null } });
    for (const group of late.combinations.flatMap(({ parties }) => parties.flatMap((one) => one.groups)))
      expect([group.with, group.difference]).toEqual([group.without, []]);
    expect(await call(showModification, page)).toMatchObject({ implementation: { ...gone, planned: null } });
    const before = { implementation: { day: '2018-11-08', basis: 'planned' } };
    expect(await call(showEffect, { ...effect, knownAt })).toMatchObject(before);
    const supposing = (assume: Record<string, string>) => call(showEffect, { ...effect, assume });
    expect(await supposing({ approval: '2018-10-24' })).toMatchObject({ refused: 'input-invalid' });
    expect(await supposing({ approval: '2018-10-25' })).toMatchObject({
      implementation: { day: null, basis: 'unknown', awaiting: ['approval-implementation-date'] },
    });
    expect(await supposing({ approval: 'never' })).toMatchObject({ implementation: { basis: 'never' } });
    const dated = { approval: '2018-10-25', 'approval-implementation-date': '2018-12-03' };
    expect(await supposing(dated)).toMatchObject({ implementation: { day: '2018-12-03', basis: 'decided' } });
  }));

test('a party with its systems, its assessment and the capacity of the assessor enter the record one by one', () =>
  story(async (call) => {
    const party = {
      id: 'thistlewood',
      name: 'Thistlewood Energy',
      category: 'small-supplier',
      admittedOn: '2018-10-01',
    };
    expect(await call(admitParty, { ...party, cycleYear: 2 }, ADMINISTRATOR)).toEqual({ party: 'thistlewood' });
    expect(await call(admitParty, party, ADMINISTRATOR)).toMatchObject({ refused: 'party-exists' });
    const counts = { devices: 10, premises: 3, systems: 5 };
    const group = {
      id: 'thistlewood-s1',
      title: 'Homes',
      supplier: 'thistlewood',
      generation: 'SMETS1',
      fuel: 'dual',
      counts,
    };
    const recorded = { ...group, operatedFrom: '2018-10-02' };
    expect(await call(recordSystemGroup, recorded, ADMINISTRATOR)).toEqual({ group: 'thistlewood-s1' });
    expect(await call(recordSystemGroup, { ...recorded, supplier: 'pebblewick' }, ADMINISTRATOR)).toMatchObject({
      refused: 'group-exists',
    });
    const booked = {
      id: 'thistlewood-2019',
      party: 'thistlewood',
      on: '2019-02-01',
      cycleYear: 2,
      plannedType: 'self',
    };
    expect(await call(scheduleAssessment, booked, ADMINISTRATOR)).toEqual({ assessment: 'thistlewood-2019' });
    const capacity = { full: 9, from: '2018-10-01', until: '2019-05-01', citation };
    expect(await call(recordAssessorCapacity, capacity, ADMINISTRATOR)).toEqual({ full: 9 });
    expect(await call(showParty, { party: 'thistlewood' })).toMatchObject({
      groups: [recorded],
      assessments: [booked],
    });
    expect(await call(listParties, {})).toMatchObject({ parties: { length: 13 } });
    expect(await call(showEffect, { modification: 'SECMP0065', party: 'thistlewood' })).toMatchObject({
      combinations: { 0: { counts: { assessorCapacity: 9 } } },
    });
  }));

const PROPOSER: Actor = { id: 'ssc-chair', name: 'SSC Chair', role: 'proposer' };

test('what a modification does to obligations is drafted beside its text, checked against it, and changes its effect', () =>
  story(async (call) => {
    const modification = 'SECMP0065';
    const show = () => call(showObligationChanges, { modification });
    expect(await show()).toMatchObject({ faults: [], changes: [{ change: { to: 'g3-26-new' } }, {}] });
    const repealed = { modification, obligation: 'retain-security-evidence', kind: 'repeal' };
    expect(await call(draftObligationChange, repealed)).toMatchObject({ refused: 'not-signed-in' });
    expect(await call(draftObligationChange, repealed, PROPOSER)).toHaveProperty('id', modification);
    expect(
      await call(removeObligationChange, { modification, obligation: 'secure-smets1-systems' }, PROPOSER),
    ).toHaveProperty('id');
    expect(await show()).toMatchObject({
      changes: [{ change: { kind: 'repeal', obligation: 'retain-security-evidence' }, groups: 12 }],
      faults: [{ obligation: 'secure-smets1-systems', provision: 'G3.26' }],
    });
    const added = {
      ...{ modification, obligation: 'report-to-ssc', kind: 'add', title: 'Report to the SSC', provision: 'G3.27' },
      ...{ object: 'report', bearers: ['large-supplier'], due: 'every', dueCount: 6, dueFrom: '2018-11-08' },
    };
    expect(await call(draftObligationChange, { ...added, bearers: ['nobody'] }, PROPOSER)).toMatchObject({
      refused: 'input-invalid',
      sentence: expect.stringContaining('There is no party category "nobody"; expected one of'),
    });
    expect(await call(draftObligationChange, added, PROPOSER)).toHaveProperty('id');
    const further = {
      ...{ modification, obligation: 'report-to-ssc', kind: 'add', title: 'Report to the SSC', provision: 'G3.27' },
      ...{ object: 'report', bearers: ['large-supplier'], due: 'every', dueCount: 6, dueFrom: '2018-11-08' },
      ...{ graceCount: 5, fuel: 'gas', each: 'smets1-system', standard: 'best endeavours', countsDevices: true },
      ...{ judgementWords: 'best endeavours', assessableAfter: 'guidance-published' },
      ...{ relations: 'subject to G3.26\nNotwithstanding gas-supply-licence: 46', covers: 'secure-smets1-systems' },
    };
    for (const [field, value, sentence] of [
      ['assessableAfter', 'rain', 'There is no event "rain"; expected one of '],
      ['covers', 'nothing', 'There is no other obligation "nothing" that it could stand in for; expected one of '],
      ['covers', 'report-to-ssc', 'There is no other obligation "report-to-ssc" that it could stand in for'],
      ['relations', 'after G3.26', '"after G3.26" does not say how it stands to a provision; expected "subject to"'],
      ['relations', 'subject to G99.1', 'Neither the text nor the amended text has "G99.1"'],
      ['relations', 'subject to moon: 1', 'There is no instrument "moon"; expected one of '],
    ] as const)
      expect(await call(draftObligationChange, { ...further, [field]: value }, PROPOSER)).toMatchObject({
        refused: 'input-invalid',
        sentence: expect.stringContaining(sentence),
      });
    const graced = { ...further, due: null };
    expect(await call(draftObligationChange, graced, PROPOSER)).toMatchObject({
      sentence: 'Only what is due every so many months has a time of grace; expected it to be due so.',
    });
    expect(await call(draftObligationChange, further, PROPOSER)).toHaveProperty('id');
    expect(await show()).toMatchObject({
      changes: expect.arrayContaining([
        expect.objectContaining({
          change: expect.objectContaining({
            duty: expect.objectContaining({
              ...{ fuel: 'gas', standard: 'best endeavours', countsDevices: true, covers: ['secure-smets1-systems'] },
              ...{ judgementWords: ['best endeavours'], assessableAfter: ['guidance-published'] },
              due: { kind: 'every', months: 6, from: '2018-11-08', grace: { count: 5, unit: 'working-days' } },
              relations: [
                { kind: 'subject-to', instrument: 'sec', provision: 'G3.26' },
                { kind: 'notwithstanding', instrument: 'gas-supply-licence', provision: '46' },
              ],
            }),
          }),
        }),
      ]),
    });
    expect(await call(draftObligationChange, added, PROPOSER)).toHaveProperty('id');
    const effect = (await call(showEffect, { modification, party: 'pebblewick' })) as {
      combinations: { parties: { groups: { obligation: string; difference: { change: string }[] }[] }[] }[];
    };
    const changes = effect.combinations[0]?.parties[0]?.groups.map((one) => [
      one.obligation,
      one.difference[0]?.change,
    ]);
    expect(changes).toContainEqual(['report-to-ssc', 'gained']);
    expect(changes).toContainEqual(['retain-security-evidence', 'lost']);
    const none = { modification, obligation: 'secure-smets1-systems' };
    expect(await call(removeObligationChange, none, PROPOSER)).toMatchObject({ refused: 'not-found' });
  }));

test('two modifications are told alone and together, with the obligation on which their order matters', () =>
  story(async (call, { store }) => {
    const other = { ...given.proposal, id: 'SECMP0066', title: 'Another' };
    const obligations = given.proposal.obligations.map(
      (one) => ({ kind: 'amend', obligation: one.obligation, fields: { standard: 'good practice' } }) as const,
    );
    const raise = (content: typeof other) =>
      store.append(
        [
          {
            stream: `modification/${content.id}`,
            expectedVersion: 0,
            events: [
              {
                type: 'proposal-raised',
                content,
                raisedOn: day('2018-10-05'),
                profile: 'sec-2016',
                rulebook: rulebook.digest,
              },
            ],
          },
        ],
        by,
      );
    await raise({ ...other, obligations });
    await raise({
      ...other,
      id: 'SECMP0067',
      obligations: [{ kind: 'amend', obligation: 'secure-smets1-systems', fields: { standard: null } }],
    });
    const joint = (modifications: string[]) => call(showJointEffect, { modifications, party: 'pebblewick' });
    expect(await joint(['SECMP0065', 'SECMP0066'])).toMatchObject({
      alone: [{ modification: 'SECMP0065' }, { modification: 'SECMP0066' }],
      together: { modification: 'SECMP0065 + SECMP0066' },
      order: [],
    });
    expect(await joint(['SECMP0066', 'SECMP0067'])).toMatchObject({
      order: [
        {
          pair: ['SECMP0066', 'SECMP0067'],
          obligations: [{ obligation: 'secure-smets1-systems', what: ['standard'] }],
          first: null,
        },
      ],
    });
    expect(await joint(['SECMP0066', 'SECMP0066'])).toMatchObject({ refused: 'input-invalid' });
  }));

test('what names nothing is refused in a sentence that says what there is', () =>
  story(async (call) => {
    const effect = { modification: 'SECMP0065' };
    expect(await call(showEffect, { modification: 'SECMP9999' })).toMatchObject({ refused: 'not-found' });
    expect(await call(showEffect, { ...effect, party: 'nobody' })).toMatchObject({ refused: 'not-found' });
    expect(await call(showEffect, { ...effect, readings: { 'g3-26-new': 'none' } })).toEqual({
      refused: 'input-invalid',
      sentence: 'There is no reading "none" of "g3-26-new"; expected one of market-wide, per-system.',
    });
    expect(await call(showEffect, { ...effect, assume: { rain: 'never' } })).toMatchObject({
      refused: 'input-invalid',
    });
    expect(await call(showEffect, { ...effect, assume: { 'guidance-published': '2018-02-30' } })).toEqual({
      refused: 'input-invalid',
      sentence: 'assume.guidance-published: "2018-02-30" is not a day; expected a day YYYY-MM-DD, or never',
    });
    const contradictory = { 'first-smets1-enrolment': 'never', 'system-enrolled': '2019-01-01' };
    for (const [operation, input] of [
      [showEffect, effect],
      [listDuties, { party: 'pebblewick', on: '2019-03-01' }],
    ] as const)
      expect(await call(operation, { ...input, assume: contradictory })).toEqual({
        refused: 'input-invalid',
        sentence:
          '"first-smets1-enrolment" never contradicts "system-enrolled" on 1 January 2019; the first comes no later than any.',
      });
    expect(await call(showEffect, { ...effect, moved: { 'cinderpath-2018': '2019-02-30' } })).toEqual({
      refused: 'input-invalid',
      sentence: 'moved.cinderpath-2018: "2019-02-30" is not a day; expected YYYY-MM-DD',
    });
    expect(await call(showEffect, { ...effect, moved: { nothing: '2018-12-01' } })).toMatchObject({
      refused: 'input-invalid',
    });
    const fact = { kind: 'words-in-force', effectiveOn: '2018-11-08', citation };
    expect(await call(recordFact, fact, ADMINISTRATOR)).toMatchObject({ refused: 'input-invalid' });
    expect(await call(recordFact, { ...fact, kind: 'system-enrolled' }, ADMINISTRATOR)).toMatchObject({
      refused: 'input-invalid',
    });
    expect(await call(recordFact, fact)).toMatchObject({ refused: 'not-signed-in' });
  }));
