import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Files } from './files.ts';
import { rulebookFiles, SHIPPED_RULEBOOKS } from './load.ts';
import { readRulebook } from './read-rulebook.ts';

const FILE = 'obligations/smets1-security.yaml';
let files: Files;

beforeAll(async () => {
  files = await rulebookFiles(join(SHIPPED_RULEBOOKS, 'sec'));
});

/** The faults once lines are put behind the provisions of the two duties of the file. */
function faultsWith(lines: { readonly [provision: string]: string }): readonly string[] {
  let text = files.get(FILE) ?? '';
  for (const [provision, added] of Object.entries(lines)) {
    const at = `provision: ${provision}\n`;
    if (!text.includes(at)) throw new Error(`${FILE} has no ${at}`);
    text = text.replace(at, `${at}    ${added}\n`);
  }
  const read = readRulebook(new Map([...files, [FILE, text]]));
  return read.ok ? [] : read.faults.map(({ sentence, place }) => `${place?.file} ${place?.field}: ${sentence}`);
}

const subjectTo = (provision: string, instrument = 'sec') =>
  `relations: [{ kind: subject-to, instrument: ${instrument}, provision: ${provision} }]`;

test('a relation to a provision that no version holds is refused, and so is an instrument that is not there', () => {
  expect(faultsWith({ 'G3.27': subjectTo('G9.99') })).toEqual([
    `${FILE} obligations[7].relations[0].provision: Found "G9.99", which no version of Smart Energy Code holds; expected the printed reference of a provision, such as G3.26 or G3.28(a).`,
  ]);
  expect(faultsWith({ 'G3.27': subjectTo('G3.26', 'grid-code') })).toEqual([
    expect.stringMatching(/relations\[0\]\.instrument: Found "grid-code", which is not an instrument; expected /),
  ]);
});

test('obligations that are subject to one another are refused, with the circle', () => {
  expect(faultsWith({ 'G3.26': subjectTo('G3.27'), 'G3.27': subjectTo('G3.26') })).toEqual([
    expect.stringMatching(
      /Found obligations that are subject to one another in a circle \(secure-smets1-systems → retain-security-evidence → secure-smets1-systems\)/,
    ),
  ]);
  expect(faultsWith({ 'G3.27': subjectTo('G3.26') })).toEqual([]);
});

test('an obligation is bound to no version that the instrument never had, and assured by no body that is not there', () => {
  expect(faultsWith({ 'G3.26': "boundTo: '6.1'" })).toEqual([
    expect.stringMatching(
      /boundTo: Found "6.1", which is no version of Smart Energy Code; expected 5.19, 5.20 or 5.23/,
    ),
  ]);
  expect(faultsWith({ 'G3.26': "boundTo: '5.20'" })).toEqual([]);
  expect(faultsWith({ 'G3.26': 'assuredBy: nobody' })).toEqual([
    expect.stringMatching(/assuredBy: Found "nobody", which is not a body/),
  ]);
});

test.each([
  [
    'system_enroled',
    'The condition cannot be asked: line 1, column 1: expected a name that is declared, found "system_enroled"; did you mean "system_enrolled"?',
  ],
  [
    'devices_operated > "3"',
    'The condition cannot be asked: line 1, column 20: expected a number, as on the other side, found a text.',
  ],
  [
    'on + days(3) > system_enrolled_day',
    'The condition cannot be asked: line 1, column 1: expected "on" alone on one side',
  ],
  ['devices_operated', 'The condition comes to a value of type int; expected one that is true or false.'],
])('a duty with the condition %s is refused by file and field', (condition, sentence) => {
  const faults = faultsWith({ 'G3.27': `condition: '${condition}'` });
  expect(faults).toEqual([expect.stringContaining(`.condition: ${sentence}`)]);
  expect(faults[0]).toContain(`${FILE} obligations[`);
});

test('a duty with a condition over kinds of facts and the day asked about is read', () => {
  const condition = 'devices_operated >= 1000 && on >= months(system_enrolled_day, 6, "end-of-month")';
  expect(faultsWith({ 'G3.27': `condition: '${condition}'` })).toEqual([]);
});
