import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { digestOf, type Files, packFiles, unpackFiles } from './files.ts';
import { loadRulebook, rulebookFiles, SHIPPED_RULEBOOKS } from './load.ts';
import { readRulebook } from './read-rulebook.ts';

let files: Files;

beforeAll(async () => {
  files = await rulebookFiles(join(SHIPPED_RULEBOOKS, 'sec'));
});

function faultsWith(file: string, from: string, to: string): readonly Rejection[] {
  const text = files.get(file) ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  const read = readRulebook(new Map([...files, [file, text.replace(from, to)]]));
  return read.ok ? [] : read.faults;
}

describe('the shipped rulebook', () => {
  it('loads without faults and knows its digest', async () => {
    const read = await loadRulebook(join(SHIPPED_RULEBOOKS, 'sec'));
    expect(read).toMatchObject({ ok: true, rulebook: { code: 'sec', digest: digestOf(files) } });
  });

  it('says how sure every number is, and never that a number is stated which the report does not state', () => {
    const read = readRulebook(files);
    if (!read.ok) throw new Error('the rulebook does not load');
    const stated = read.rulebook.parameters.filter((parameter) =>
      parameter.values.some((value) => value.citation.certainty === 'stated'),
    );
    expect(stated.map((parameter) => parameter.id).sort()).toEqual([
      'administrator-day-rate',
      'full-assessment-threshold',
    ]);
  });

  it('bears on every instrument a notice that the drafting is ours', () => {
    const read = readRulebook(files);
    const notices = read.ok ? read.rulebook.instruments.map((instrument) => instrument.notice) : [];
    expect(notices).toHaveLength(4);
    for (const notice of notices) expect(notice).toMatch(/^Illustrative drafting\./);
  });
});

describe('a fault in a rulebook', () => {
  const PROFILE = 'profiles/sec-2016.yaml';
  it.each([
    [
      'an unbalanced quote in a condition',
      PROFILE,
      'opens: report == "submitted"',
      'opens: report == "submitted',
      /column \d+/,
    ],
    [
      'a condition over a step that is not there',
      PROFILE,
      'opens: report == "submitted"',
      'opens: paper == "submitted"',
      /The condition names "paper"/,
    ],
    [
      'a stage that is not there',
      PROFILE,
      'stage: decision',
      'stage: verdict',
      /"verdict".*not a stage of the profile/,
    ],
    [
      'a fact that rests on itself',
      PROFILE,
      '(progress == "refused" ||',
      '(no_approval ||',
      /"no_approval" rests on itself/,
    ],
    [
      'an unknown parameter',
      PROFILE,
      'workingDays: mrc-consultation-period',
      'workingDays: mrc-length',
      /"mrc-length".*not a parameter/,
    ],
    ['an unknown role', PROFILE, 'by: [panel]', 'by: [pannel]', /"pannel"; expected code-administrator, panel/],
    [
      'an unknown voting category',
      'rulebook.yaml',
      'votingCategory: large-supplier',
      'votingCategory: suppliers',
      /"suppliers".*not a voting category/,
    ],
    [
      'an unknown certainty',
      'rulebook.yaml',
      'certainty: unverified',
      'certainty: sure',
      /"sure"; expected stated, public, derived, unverified or illustrative/,
    ],
    [
      'a version that does not fit',
      'text/sec.yaml',
      'at: { parent: g3, after: g3-note }',
      'at: { parent: g3, after: g3-99 }',
      /The amendments of version 5.20 do not apply/,
    ],
    [
      'a provision that is not there',
      'obligations/smets1-security.yaml',
      'provision: G3.26',
      'provision: G3.36',
      /"G3.36", which no version of Smart Energy Code holds/,
    ],
    [
      'kinds of fact in a circle',
      'obligations/smets1-security.yaml',
      'firstOf: system-enrolled',
      'firstOf: first-smets1-enrolment',
      /waits for itself/,
    ],
    [
      'a named commencement in a circle',
      'obligations/facts.yaml',
      '{ kind: event, event: guidance-published }',
      '{ kind: event, event: assessment-possible }',
      /waits for itself \(assessment-possible → assessment-possible\)/,
    ],
    [
      'a named commencement of the market that waits for what each group of systems has its own day of',
      'obligations/facts.yaml',
      '{ kind: event, event: guidance-published }',
      '{ kind: event, event: system-enrolled }',
      /is about the market and waits for "system-enrolled"/,
    ],
    [
      'a value of absence that is of another type',
      'obligations/facts.yaml',
      'absent: 0',
      'absent: none',
      /"devices-operated" cannot be "none"; expected a whole number/,
    ],
    [
      'a derived kind of another type',
      'obligations/facts.yaml',
      'type: string',
      'type: int',
      /"party-category" is derived from a category and of type int; expected type string/,
    ],
    [
      'a user role that there is not',
      'obligations/facts.yaml',
      'role: gas-supplier',
      'role: gas-seller',
      /"gas-seller", which is not a user role/,
    ],
    [
      'events that need each other first',
      'obligations/smets1-security.yaml',
      'needs: [good-practice-survey-issued]',
      'needs: [assessors-trained]',
      /needs itself before it can come about \(guidance-published → assessors-trained → guidance-published\)/,
    ],
    [
      'a step of nobody',
      'obligations/smets1-security.yaml',
      'by: assessor',
      'by: assessors',
      /"assessors", which is not a body/,
    ],
    [
      'an event that nobody records',
      'obligations/smets1-security.yaml',
      '{ kind: event, event: words-in-force }',
      '{ kind: event, event: words }',
      /There is no event "words"; expected one of /,
    ],
    [
      'a value where words bind from an event',
      'obligations/smets1-security.yaml',
      '{ kind: event, event: words-in-force }',
      '{ kind: event, event: devices-operated }',
      /"devices-operated" is a value and no event; expected one of /,
    ],
    [
      'a value after which a duty is due',
      'obligations/illustrative-duties.yaml',
      'after: compromised-device-found',
      'after: devices-operated',
      /"devices-operated" is a value and no event/,
    ],
    [
      'a condition over each system of a duty that binds the party',
      'obligations/illustrative-duties.yaml',
      'condition: devices_operated > full_assessment_threshold',
      'condition: system_enrolled',
      /^The condition can never be settled: line 1, column 1: expected a name of the market or of the party/,
    ],
    [
      'a period without an end',
      'obligations/illustrative-duties.yaml',
      'months: 6,',
      'months: 100000000,',
      /^100000000 months is too long a time; expected at most 1200 months/,
    ],
    [
      'an obligation whose id is none',
      'obligations/illustrative-duties.yaml',
      'id: keep-keys-to-itself',
      'id: x y/../z',
      /is no id of an obligation; expected lower-case words/,
    ],
    [
      'a number where a label was meant',
      'text/sec.yaml',
      "label: '5.20'",
      'label: 5.20',
      /Found the number 5.2; expected/,
    ],
    [
      'a holiday given twice',
      'calendars/england-and-wales.yaml',
      'day: 2010-04-02',
      'day: 2010-01-01',
      /2010-01-01 is given twice/,
    ],
    [
      'a meeting on a day that no month has',
      'meetings.yaml',
      '4th Wednesday of the month',
      '5th Wednesday of the month',
      /"5th Wednesday of the month" names no weekday of a month; expected 4th Wednesday/,
    ],
    [
      'meetings of a body that is not there',
      'meetings.yaml',
      'body: change-board',
      'body: change-bord',
      /"change-bord", which is not a body/,
    ],
    [
      'a lead that is no parameter',
      'meetings.yaml',
      'workingDays: paper-lead,',
      'workingDays: lead,',
      /"lead", which is not a parameter/,
    ],
    [
      'a release listed twice',
      'releases.yaml',
      'day: 2020-11-29',
      'day: 2018-11-08',
      /listed twice; expected each release once/,
    ],
    [
      'a decision wanted after its release',
      'releases.yaml',
      'decisionBy: 2018-10-24',
      'decisionBy: 2018-11-24',
      /decision is wanted after the release/,
    ],
    ['a parameter without a value', 'parameters/process.yaml', 'value: 10,', '', /expected/],
  ])('%s is told by file, line, field and what was expected', (_, file, from, to, sentence) => {
    const told = faultsWith(file, from, to).find((fault) => sentence.test(fault.sentence));
    expect(told?.sentence).toMatch(sentence);
    expect(told?.place).toMatchObject({ file, line: expect.any(Number), field: expect.stringMatching(/./) });
  });
});

describe('the digest of files', () => {
  const anyFiles = fc
    .dictionary(fc.string({ minLength: 1 }), fc.string(), { maxKeys: 5 })
    .map((all) => new Map(Object.entries(all)));

  it('does not depend on the order in which they were read', () => {
    fc.assert(
      fc.property(anyFiles, (given) => digestOf(new Map([...given].reverse())) === digestOf(given)),
      { numRuns: 50 },
    );
  });

  it('survives packing', () => {
    fc.assert(
      fc.property(anyFiles, (given) => digestOf(unpackFiles(packFiles(given))) === digestOf(given)),
      { numRuns: 50 },
    );
  });
});
