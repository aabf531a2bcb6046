import { describe, expect, it } from 'vitest';
import { editableCase } from '../../../test/support/editable-case.ts';

const { faultsWith, lineOf } = await editableCase();

describe('a fault in the acts, the assessments or the scenarios of a case', () => {
  it.each([
    [
      'an unknown operation',
      'acts.yaml',
      'operation: respond',
      'operation: respnd',
      'acts[10].operation',
      /"respnd", which is not an operation; expected /,
    ],
    [
      'a value that the operation does not take',
      'acts.yaml',
      'stance: support',
      'stance: maybe',
      'acts[10].input.stance',
      /^Found "maybe"; expected support, oppose or neutral\.$/,
    ],
    [
      'a field that the operation does not have',
      'acts.yaml',
      'stance: support',
      'stanse: support',
      'acts[10].input.stanse',
      /unknown key "stanse"; expected modification, step, party, parties, stance/,
    ],
    [
      'an act at a step that does not exist',
      'acts.yaml',
      'step: consultation, stance',
      'step: consultatoin, stance',
      'acts[10].input.step',
      /"consultatoin", which is not a step of the profile sec-2016; expected /,
    ],
    [
      'an act on another modification',
      'acts.yaml',
      'modification: SECMP0065, step: report',
      'modification: SECMP0066, step: report',
      'acts[1].input.modification',
      /"SECMP0066", which is not a modification of the case; expected SECMP0065/,
    ],
    [
      'an assessment on a day of which the calendars do not speak',
      'estate.yaml',
      'on: 2018-10-01',
      'on: 2118-10-01',
      'assessments[0].on',
      /^Found 2118-10-01; expected a day of the calendars, from 2010-01-01 and before 2031-01-01\.$/,
    ],
    [
      'a scenario of an unknown group',
      'scenarios/a-systems.yaml',
      'pebblewick-y:',
      'pebblewick-q:',
      'questions[0].bound.pebblewick-q',
      /"pebblewick-q", which is not a group of the case; expected cinderpath-s1-pilot/,
    ],
    [
      'a scenario of an unknown party',
      'scenarios/b-types.yaml',
      'parties: [cinderpath, dovecote',
      'parties: [cinderpath, dovecot',
      'questions[0].parties[1]',
      /"dovecot", which is not a party of the case; expected cinderpath/,
    ],
    [
      'a scenario of an unknown step',
      'scenarios/c-path-refused.yaml',
      'step: ballot',
      'step: balot',
      'acts[7].step',
      /"balot", which is not a step of the process/,
    ],
    ['a scenario with an unknown key', 'scenarios/b-types.yaml', 'assume:', 'asume:', 'asume', /unknown key "asume"/],
  ])('%s is told by file, line, field and what was expected', (_, file, from, to, field, sentence) => {
    const told = faultsWith([file, from, to]).find((fault) => fault.place?.field === field);
    expect(told?.sentence).toMatch(sentence);
    expect(told?.place?.file).toBe(file);
  });

  it('names the line of an act and of a scenario', () => {
    const [act] = faultsWith(['acts.yaml', 'stance: support', 'stance: maybe']);
    expect(act?.place?.line).toBe(lineOf('acts.yaml', 'stance: support'));
    const [scenario] = faultsWith(['scenarios/a-systems.yaml', 'pebblewick-y:', 'pebblewick-q:']);
    expect(scenario?.place?.line).toBe(lineOf('scenarios/a-systems.yaml', 'pebblewick-y:'));
  });
});
