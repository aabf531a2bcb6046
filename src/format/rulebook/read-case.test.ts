import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editableCase } from '../../../test/support/editable-case.ts';
import { loadCase, SHIPPED_RULEBOOKS } from './load.ts';
import { readCase } from './read-case.ts';

const FOLDER = join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065');
const { rulebook, files, faultsWith, lineOf } = await editableCase();

describe('the shipped case', () => {
  it('loads without faults', async () => {
    const read = await loadCase(FOLDER);
    expect(read).toMatchObject({ ok: true, case: { proposal: { id: 'SECMP0065' } } });
  });

  it('gives the act of raising the proposal as it is written in the case', async () => {
    const read = await loadCase(FOLDER);
    if (!read.ok) throw new Error('the case does not load');
    expect(read.case.acts[0]?.input).toMatchObject({ content: { id: 'SECMP0065', draftedAgainst: '5.23' } });
  });
});

describe('a fault in a case', () => {
  it.each([
    [
      'a wrong date',
      'case.yaml',
      'from: 2018-10-24',
      'from: 2018-10-32',
      'proposal.timetable.steps[3].from',
      /"2018-10-32" is not a day; expected YYYY-MM-DD/,
    ],
    [
      'a date that is no text',
      'case.yaml',
      'submittedOn: 2018-10-05',
      'submittedOn: 2018',
      'submittedOn',
      /Found the number 2018; expected a text/,
    ],
    [
      'an unknown party',
      'estate.yaml',
      'supplier: dovecote',
      'supplier: dovecoat',
      'groups[3].supplier',
      /"dovecoat".*not a party of the case; expected cinderpath/,
    ],
    [
      'an unknown category',
      'estate.yaml',
      'category: large-supplier',
      'category: huge-supplier',
      'parties[5].category',
      /"huge-supplier".*not a party category; expected large-supplier/,
    ],
    [
      'an unknown step',
      'case.yaml',
      'step: ballot',
      'step: vote',
      'proposal.timetable.steps[3].step',
      /"vote".*not a step of the profile sec-2016/,
    ],
    [
      'an unknown obligation',
      'effect.yaml',
      'obligation: secure-smets1-systems',
      'obligation: secure-all',
      'proposal.obligations[0].obligation',
      /"secure-all".*not an obligation/,
    ],
    [
      'an unknown wording',
      'effect.yaml',
      'to: g3-26-new',
      'to: g3-26-newer',
      'proposal.obligations[0].to',
      /"g3-26-newer".*not a wording/,
    ],
    [
      'an unknown objective',
      'report.yaml',
      'objective: g',
      'objective: z',
      'proposal.report.objectiveViews[0].objective',
      /"z".*not an objective; expected a, b, c/,
    ],
    [
      'an unknown provision',
      'report.yaml',
      'G3.28]',
      'G3.29]',
      'proposal.report.issue[0].quotes[2]',
      /"G3.29".*not a provision/,
    ],
    [
      'an unknown kind of fact',
      'estate.yaml',
      'kind: good-practice-survey-issued',
      'kind: survey',
      'facts[0].kind',
      /"survey".*not a kind of fact/,
    ],
    [
      'an unknown seat',
      'accounts.yaml',
      'seat: network-gas',
      'seat: network-water',
      'accounts[14].seat',
      /"network-water".*not a seat/,
    ],
    [
      'an unknown decision',
      'case.yaml',
      'decision: approval',
      'decision: applause',
      'proposal.implementation.decision',
      /"applause".*not a fact of the profile/,
    ],
    [
      'an unknown version',
      'legal-text.yaml',
      "'5.23'",
      "'5.22'",
      'proposal.draftedAgainst',
      /"5.22".*no version of SEC; expected 5.19, 5.20 or 5.23/,
    ],
    [
      'an unknown key',
      'case.yaml',
      'pathAsked:',
      'pathWanted:',
      'proposal.pathWanted',
      /unknown key "pathWanted"; expected id, title/,
    ],
    [
      'an act by nobody',
      'acts.yaml',
      'by: authority',
      'by: nobody',
      'acts[7].by',
      /"nobody".*not an account of the case/,
    ],
    [
      'an act out of order',
      'acts.yaml',
      '2018-10-15T09:00',
      '2018-10-11T09:00',
      'acts[9].at',
      /expected acts in order/,
    ],
    ['a second id', 'estate.yaml', 'id: dovecote,', 'id: cinderpath,', 'parties[1].id', /"cinderpath" a second time/],
    [
      'no default reading',
      'effect.yaml',
      'default: true',
      'default: false',
      'proposal.wordings[0].readings',
      /no default reading; expected exactly one/,
    ],
    [
      'two default readings',
      'effect.yaml',
      'default: false',
      'default: true',
      'proposal.wordings[0].readings',
      /2 default readings; expected exactly one/,
    ],
    [
      'a commencement that waits for itself',
      'case.yaml',
      "{ kind: 'on', day: 2018-11-08 }",
      '{ kind: event, event: words-in-force }',
      'proposal.implementation',
      /waits for itself \(implementation → words-in-force → implementation\)/,
    ],
    [
      'a part that waits for what it brings about',
      'case.yaml',
      '  implementation:',
      '  parts: [{ id: A, title: All, amendments: 4, commences: { kind: event, event: words-in-force } }]\n  implementation:',
      'proposal.parts[0].commences',
      /waits for itself \(part A → words-in-force → part A\)/,
    ],
    [
      'a fact that nobody records',
      'estate.yaml',
      'kind: good-practice-survey-issued',
      'kind: secmp0065-approved',
      'facts[0].kind',
      /"secmp0065-approved" follows from the record; expected a kind that is recorded/,
    ],
    [
      'a fact without the value that its kind takes',
      'estate.yaml',
      'kind: good-practice-survey-issued\n    subject: null',
      'kind: gas-licence-held\n    subject: pebblewick',
      'facts[0].value',
      /"gas-licence-held" comes without a value; expected true or false/,
    ],
    [
      'words that the text does not have',
      'legal-text.yaml',
      'shall, by its best endeavours',
      'must, by its best endeavours',
      'proposal.legalText[0]',
      /does not apply to SEC 5.23/,
    ],
    [
      'a day on which no process applies',
      'case.yaml',
      'submittedOn: 2018-10-05',
      'submittedOn: 2015-10-05',
      'submittedOn',
      /No profile of the rulebook applies on 2015-10-05/,
    ],
  ])('%s is told by file, line, field and what was expected', (_, file, from, to, field, sentence) => {
    const told = faultsWith([file, from, to]).find((fault) => fault.place?.field === field);
    expect(told?.sentence).toMatch(sentence);
    expect(told?.code).toBe('input-invalid');
    expect(told?.place?.file).toBe(file);
    expect(told?.place?.line).toBeGreaterThan(0);
  });

  it('names the line on which the wrong value stands', () => {
    const [fault] = faultsWith(['case.yaml', 'to: 2018-10-19', 'to: 2018-13-19']);
    expect(fault?.place?.line).toBe(lineOf('case.yaml', 'step: consultation'));
  });

  it.each([
    ['estate.yaml', 'parties', 'a list'],
    ['acts.yaml', 'acts', 'a list'],
    ['legal-text.yaml', 'proposal.draftedAgainst', 'a text'],
  ])('of a folder without %s says that no file gives %s, and blames none', (file, key, expected) => {
    const read = readCase(new Map([...files].filter(([path]) => path !== file)), rulebook, { folder: 'the-case' });
    const told = read.ok ? undefined : read.faults.find((fault) => fault.place?.field === key);
    expect(told).toMatchObject({
      sentence: `No file of the folder the-case gives "${key}"; expected ${expected}.`,
      place: { file: 'the-case', line: 1, field: key },
    });
  });

  it('does not hide the faults of other files', () => {
    const faults = faultsWith(
      ['case.yaml', 'from: 2018-10-24', 'from: tomorrow'],
      ['estate.yaml', 'supplier: dovecote', 'supplier: dovecoat'],
      ['effect.yaml', 'default: true', 'default: false'],
    );
    expect(faults.map((fault) => fault.place?.file)).toEqual(['case.yaml', 'effect.yaml', 'estate.yaml']);
  });

  it('is told once when a plain value is given in two files', () => {
    const [fault] = faultsWith(['accounts.yaml', 'accounts:', 'title: Another\naccounts:']);
    expect(fault?.sentence).toMatch(
      /"SMETS1 Security Obligations", but another file gives title too; expected it once/,
    );
  });
});

describe('a file that is no safe YAML', () => {
  it.each([
    ['an unclosed quote', "id: 'secmp0065", /Not YAML at column \d+/],
    ['a key given twice', 'id: a\nid: b', /Not YAML at column 1: Map keys must be unique/],
    ['an alias', 'id: &a x\ntitle: *a', /Found the alias \*a; expected the value itself/],
    ['a control character', "id: 'secmp\u00000065'", /^Found a control character U\+0000; expected plain text\.$/],
    ['a control character by its code', 'id: "secmp\\u001f"', /^Found a control character U\+001F; expected plain/],
    ['half of a character', 'id: "secmp\\ud800"', /^Found half of a character \(U\+D800\); expected whole/],
    ['a list at the top', '- a', /expected keys at the top of the file/],
    ['a file of two million characters', `# ${'x'.repeat(2_000_000)}`, /characters; expected at most 2000000/],
  ])('%s is refused', (_, text, sentence) => {
    const read = readCase(new Map([...files, ['case.yaml', text]]), rulebook);
    expect(read.ok ? [] : read.faults.map((fault) => fault.sentence)).toContainEqual(expect.stringMatching(sentence));
  });

  it('is not blamed for what other files may lack because of it', () => {
    const read = readCase(new Map([...files, ['case.yaml', "id: 'secmp0065"]]), rulebook);
    expect(read.ok ? [] : read.faults.map((fault) => fault.place?.file)).toEqual(['case.yaml']);
  });
});
