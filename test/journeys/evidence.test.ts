import { expect, test } from 'vitest';
import { whatsNext } from '../../src/app/modification/whats-next.ts';
import { explainDuty } from '../../src/app/obligation/explain-duty.ts';
import { listDuties } from '../../src/app/obligation/list-duties.ts';
import { listEvidence } from '../../src/app/obligation/list-evidence.ts';
import { recordEvidence } from '../../src/app/obligation/record-evidence.ts';
import { showEvidenceFile } from '../../src/app/obligation/show-evidence-file.ts';
import { withdrawEvidence } from '../../src/app/obligation/withdraw-evidence.ts';
import type { Operation } from '../../src/app/operation.ts';
import { showLog } from '../../src/app/record/show-log.ts';
import { runOperation } from '../../src/app/run-operation.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import { withCaseRecord } from '../support/case-record.ts';

const PERSON: Actor = { id: 'p', name: 'Ann Ferro', role: 'party', party: 'pebblewick' };
const OTHER: Actor = { id: 'o', name: 'Bo Lind', role: 'party', party: 'cinderpath' };
const ASSESSOR: Actor = { id: 's', name: 'Cy Dorn', role: 'assessor' };
const ADMINISTRATOR: Actor = { id: 'ada', name: 'Ada', role: 'code-administrator' };
const READER: Actor = { id: 'r', name: 'A reader', role: 'public' };

const DUTY = { party: 'pebblewick', obligation: 'retain-security-evidence', subject: 'pebblewick-x' };
const TEXT = Buffer.from('How each system is designed.').toString('base64');

type Call = (actor: Actor, operation: { readonly name: string }, input: object) => Promise<unknown>;

function story(tell: (call: Call) => Promise<void>) {
  return withCaseRecord(({ ports }) =>
    tell(async (actor, operation, input) => {
      const result = await runOperation(operation as unknown as Operation, { ports, actor }, input);
      return result.ok ? result.value : { refused: result.rejection.code, sentence: result.rejection.sentence };
    }),
  );
}

test('a person of a Party records what shows that a duty is met, and no other Party reads it', () =>
  story(async (call) => {
    const given = {
      ...DUTY,
      title: 'Design of the systems',
      note: 'Chapters 1 to 4',
      fileName: 'design.txt',
      file: TEXT,
    };
    const { evidence } = (await call(PERSON, recordEvidence, given)) as { evidence: string };
    const told = { title: 'Design of the systems', file: 'design.txt', by: 'Ann Ferro', of: null };
    const own = { party: 'pebblewick' };
    for (const actor of [PERSON, ASSESSOR, ADMINISTRATOR]) {
      expect(await call(actor, listEvidence, own)).toMatchObject({ evidence: [told] });
      expect(await call(actor, showEvidenceFile, { ...own, evidence })).toMatchObject({
        name: 'design.txt',
        file: TEXT,
      });
    }
    for (const actor of [OTHER, READER]) {
      expect(await call(actor, listEvidence, own)).toMatchObject({ refused: 'wrong-actor' });
      expect(await call(actor, showEvidenceFile, { ...own, evidence })).toMatchObject({ refused: 'wrong-actor' });
      expect(await call(actor, showLog, { stream: 'evidence/pebblewick' })).toMatchObject({ refused: 'wrong-actor' });
    }
    const log = JSON.stringify(await call(PERSON, showLog, { stream: 'evidence/pebblewick' }));
    expect(log).toContain('evidence-recorded');
    expect(log).not.toContain('Design of the systems');
  }));

test('evidence that is withdrawn stays with its reasons for those who may read it, once and for good, and no other Party withdraws it', () =>
  story(async (call) => {
    const own = { party: 'pebblewick' };
    const given = { ...DUTY, title: 'Design of the systems' };
    const { evidence } = (await call(PERSON, recordEvidence, given)) as { evidence: string };
    const wrong = { ...own, evidence, reasons: 'The drawing is of another building.' };
    expect(await call(OTHER, withdrawEvidence, wrong)).toMatchObject({ refused: 'wrong-actor' });
    expect(await call(ASSESSOR, withdrawEvidence, wrong)).toMatchObject({ refused: 'wrong-actor' });
    expect(await call(PERSON, withdrawEvidence, { ...wrong, evidence: 'none' })).toMatchObject({
      sentence: 'There is no evidence "none" of pebblewick.',
    });
    expect(await call(PERSON, listEvidence, own)).toMatchObject({ evidence: [{ withdrawn: null }] });

    expect(await call(PERSON, withdrawEvidence, wrong)).toEqual({ evidence });
    for (const actor of [PERSON, ASSESSOR, ADMINISTRATOR])
      expect(await call(actor, listEvidence, own)).toMatchObject({
        evidence: [
          {
            title: 'Design of the systems',
            withdrawn: { by: 'Ann Ferro', reasons: 'The drawing is of another building.' },
          },
        ],
      });
    expect(await call(OTHER, listEvidence, own)).toMatchObject({ refused: 'wrong-actor' });
    expect(await call(PERSON, withdrawEvidence, wrong)).toMatchObject({
      sentence: 'Ann Ferro has withdrawn this evidence already.',
    });
    const log = JSON.stringify(await call(PERSON, showLog, { stream: 'evidence/pebblewick' }));
    expect(log).toContain('evidence-withdrawn');
    expect(log).not.toContain('another building');

    const official = (await call(ADMINISTRATOR, recordEvidence, given)) as { evidence: string };
    expect(await call(PERSON, withdrawEvidence, { ...wrong, ...official })).toMatchObject({ refused: 'wrong-actor' });
    expect(await call(ADMINISTRATOR, withdrawEvidence, { ...wrong, ...official })).toEqual(official);
  }));

test('evidence that is overdue is a step of the people of its Party until they record it, and of nobody else', () =>
  story(async (call) => {
    const report = {
      ...{ party: 'pebblewick', obligation: 'report-enrolled-systems', subject: 'pebblewick' },
      ...{ of: '2018-06-30', until: '2018-07-13', overdue: true, instrument: 'illustrative-duties', provision: 'R1.1' },
    };
    for (const asked of ['me', 'pebblewick'])
      expect(await call(PERSON, whatsNext, { for: asked })).toMatchObject({ evidence: [report] });
    expect(await call(PERSON, whatsNext, {})).toMatchObject({ evidence: [] });
    expect(await call(PERSON, whatsNext, { for: 'cinderpath' })).toMatchObject({ evidence: [] });
    for (const actor of [OTHER, ASSESSOR, ADMINISTRATOR, READER])
      expect(await call(actor, whatsNext, { for: 'pebblewick' })).toMatchObject({ evidence: [] });

    const { obligation, of } = report;
    const recorded = await call(PERSON, recordEvidence, { party: 'pebblewick', obligation, of, title: 'Half a year' });
    expect(await call(PERSON, whatsNext, { for: 'me' })).toMatchObject({ evidence: [] });
    await call(PERSON, withdrawEvidence, { party: 'pebblewick', ...(recorded as object), reasons: 'Another half.' });
    expect(await call(PERSON, whatsNext, { for: 'me' })).toMatchObject({ evidence: [report] });
  }));

test('evidence for what is not owed, for a day to come, by another Party or in a file that runs is refused, and nothing is stored', () =>
  story(async (call) => {
    const given = { ...DUTY, title: 'Design' };
    const sentences = [
      [
        PERSON,
        { ...given, obligation: 'none' },
        'Pebblewick Energy bears no duty "none"; expected one of report-enrolled-systems, notify-compromised-device, keep-keys-to-itself, procure-independent-test, gas-licence-security, electricity-licence-security, secure-smets1-systems, retain-security-evidence.',
      ],
      [
        PERSON,
        { ...given, subject: 'cinderpath-x' },
        'Pebblewick Energy has no group of systems "cinderpath-x"; expected one by id, or none for the Party itself.',
      ],
      [
        PERSON,
        { ...given, shows: '2030-01-01' },
        '1 January 2030 is still to come; expected a day up to today, 5 October 2018.',
      ],
      [
        PERSON,
        { ...given, of: '2018-09-30' },
        '"retain-security-evidence" has no due days; expected `of` to be left out.',
      ],
      [OTHER, given, 'A Party records evidence for itself alone.'],
    ] as const;
    for (const [actor, input, sentence] of sentences)
      expect(await call(actor, recordEvidence, input)).toMatchObject({ sentence });
    const run = { ...given, fileName: 'design.exe', file: TEXT };
    expect(await call(PERSON, recordEvidence, run)).toMatchObject({ refused: 'input-invalid' });
    expect(await call(ASSESSOR, recordEvidence, given)).toMatchObject({ refused: 'wrong-actor' });
    expect(await call(PERSON, listEvidence, { party: 'pebblewick' })).toMatchObject({ evidence: [] });
  }));

test('questions about duties that name nothing, or days that cannot be, are refused in a sentence', () =>
  story(async (call) => {
    const asked = { party: 'pebblewick' };
    const refusals = [
      [
        listDuties,
        { ...asked, on: '2018-10-05', from: '2018-10-01' },
        'A day and a span are given; expected one of them.',
      ],
      [
        listDuties,
        { ...asked, from: '2018-10-05', to: '2018-10-01' },
        'The span ends on 1 October 2018, before it begins on 5 October 2018.',
      ],
      [
        listDuties,
        { ...asked, from: '1900-01-01', to: '2100-01-01' },
        'The span from 1 January 1900 to 1 January 2100 is longer than 30 years.',
      ],
      [listDuties, { party: 'nobody' }, 'The record holds no party "nobody".'],
      [
        explainDuty,
        { ...asked, provision: 'G9.99' },
        'No duty rests on "G9.99"; expected a duty by id, or one of the provisions ',
      ],
    ] as const;
    for (const [operation, input, sentence] of refusals)
      expect(await call(READER, operation, input)).toMatchObject({ sentence: expect.stringContaining(sentence) });
    const system = { ...asked, provision: 'G3.26', system: 'cinderpath-x' };
    expect(await call(READER, explainDuty, system)).toMatchObject({ refused: 'not-found' });
  }));
