import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import ical from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { json } from '../support/command.ts';
import { temporaryFolder } from '../support/server.ts';

const NINE = [
  'effect.json',
  'initial-modification-report.docx',
  'initial-modification-report.html',
  'initial-modification-report.pdf',
  'legal-text.docx',
  'legal-text.html',
  'register.json',
  'timetable.ics',
  'timetable.json',
];

let out = '';

beforeAll(async () => {
  out = join(await temporaryFolder(), 'papers');
  const ran = await json('case', 'run', 'rulebook/cases/secmp0065', '--out', out);
  expect(ran).toMatchObject({ case: 'secmp0065', out });
  expect([...ran.files].sort()).toEqual(NINE);
});

const read = (name: string) => readFile(join(out, name), 'utf8');

/** The XML of a DOCX, whatever its part. */
async function partsOf(name: string): Promise<string> {
  const parts = unzipSync(await readFile(join(out, name)), { filter: (part) => /^word\/[^/]+\.xml$/.test(part.name) });
  return Object.values(parts)
    .map((part) => strFromU8(part))
    .join('\n');
}

/** Which of some words or patterns a long text lacks. */
function lacking(text: string, wanted: readonly (string | RegExp)[]) {
  return wanted.filter((one) => !(typeof one === 'string' ? text.includes(one) : one.test(text)));
}

describe('case run plays SECMP0065 through a throwaway database and', () => {
  test('writes the nine files, each of its type', async () => {
    expect((await readdir(out)).sort()).toEqual(NINE);
    const pdf = await readFile(join(out, 'initial-modification-report.pdf'), 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf.trimEnd().slice(-5)).toBe('%%EOF');
    const printed = ['SECP 61_1210_15', 'White', 'SECMP0065', '£1,200', '8 November 2018'];
    expect(lacking(await read('initial-modification-report.html'), [/^<!doctype html>/i, ...printed])).toEqual([]);
    expect(lacking(await partsOf('initial-modification-report.docx'), printed)).toEqual([]);
    const inserted = /<ins\b[\s\S]*From the date on which SMETS1 Devices begin to be Enrolled/;
    expect(lacking(await read('legal-text.html'), [/^<!doctype html>/i, inserted])).toEqual([]);
    expect(lacking(await partsOf('legal-text.docx'), ['<w:ins ', '<w:del '])).toEqual([]);
  });

  test('writes a timetable of the days that the Panel agreed, for programs and for calendars', async () => {
    const timetable = JSON.parse(await read('timetable.json'));
    expect(timetable).toMatchObject({ standing: 'agreed' });
    expect(
      timetable.rows.map((row: { step: string; from: string; to: string }) => [row.step, row.from, row.to]),
    ).toEqual([
      ['raise', '2018-10-05', '2018-10-05'],
      ['progress', '2018-10-12', '2018-10-12'],
      ['consultation', '2018-10-15', '2018-10-19'],
      ['ballot', '2018-10-24', '2018-10-24'],
    ]);
    const calendar = new ical.Component(ical.parse(await read('timetable.ics')));
    const starts = calendar
      .getAllSubcomponents('vevent')
      .map((event) => String(event.getFirstPropertyValue('dtstart')).slice(0, 10));
    for (const day of ['2018-10-12', '2018-10-15', '2018-10-24', '2018-11-08']) expect(starts).toContain(day);
  });

  test('writes the effect from the day on which it was implemented, and the register at its end', async () => {
    const effect = JSON.parse(await read('effect.json'));
    expect(effect).toMatchObject({
      modification: 'SECMP0065',
      implementation: { day: '2018-11-08', basis: 'decided' },
    });
    const [first] = effect.combinations;
    expect(first.readings).toMatchObject({ 'g3-26-old': 'apply-now', 'g3-26-new': 'market-wide' });
    const groups = first.parties.flatMap((party: { groups: unknown[] }) => party.groups);
    expect(groups).toContainEqual(
      expect.objectContaining({
        group: 'pebblewick-x',
        without: [expect.objectContaining({ interval: { from: '2018-07-18', until: null }, bound: true })],
        with: expect.arrayContaining([
          expect.objectContaining({ interval: { from: '2018-07-18', until: '2018-11-08' }, bound: true }),
          expect.objectContaining({ bound: 'unknown', awaiting: ['first-smets1-enrolment'] }),
        ]),
      }),
    );
    const register = JSON.parse(await read('register.json'));
    expect(register.modifications).toMatchObject([{ id: 'SECMP0065', raisedOn: '2018-10-05', status: 'Implemented' }]);
  });
});
