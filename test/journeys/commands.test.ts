import { cp, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SHIPPED_RULEBOOKS } from '../../src/format/rulebook/load.ts';
import { json, proviso, refused } from '../support/command.ts';
import { days, type Effect, full, group, under } from '../support/effect.ts';
import { Script } from '../support/script.ts';
import { type Served, serve, temporaryFolder } from '../support/server.ts';

const CASE = 'rulebook/cases/secmp0065';
const id = 'SECMP0065';

/** A demonstration in which the Panel refuses Path 3, so that the Authority decides, a day too late for the planned day. */
let served: Served;
let data: readonly string[];

beforeAll(async () => {
  served = await serve({ demo: true });
  data = ['--data', served.data];
  const script = await Script.of(served.address, { path: 'refused' });
  await script.through('close-ballot');
  const authority = await script.person('authority');
  await authority.write('record/advance-clock', { to: '2018-10-25T10:00:00Z' });
  const decision = { step: 'authority_decision', outcome: 'approve', reasons: 'For the reasons of the Change Board.' };
  await authority.write('modification/make-determination', { modification: id, ...decision });
});

describe('working-days', () => {
  test('gives the four figures that public timetables confirm', async () => {
    const [first, second, third, fourth] = await Promise.all([
      json('working-days', 'add', '2017-02-22', '15'),
      json('working-days', 'add', '2016-12-08', '15'),
      json('working-days', 'add', '2018-10-24', '10'),
      json('working-days', 'between', '2020-01-28', '2020-03-13'),
    ]);
    expect([first.day, second.day, third.day]).toEqual(['2017-03-15', '2017-01-03', '2018-11-07']);
    expect(fourth.workingDays).toBe(33);
  });

  test('says in words whether the first day counts, and counts it when asked', async () => {
    const [plain, counted] = await Promise.all([
      proviso('working-days', 'between', '2018-10-15', '2018-10-19'),
      proviso('working-days', 'between', '2018-10-15', '2018-10-19', '--count-first'),
    ]);
    expect(plain).toMatchObject({ code: 0, error: '' });
    expect([plain.out.split('\n')[0], counted.out.split('\n')[0]]).toEqual(['4', '5']);
    expect(plain.out).toContain('2018-10-15 not counted');
    expect(counted.out).toContain('2018-10-15 counted');
  });
});

test('what is not a command, not an argument or not a day is said in one sentence, with exit code 1', async () => {
  const said = await Promise.all([
    proviso('modification', 'lost'),
    proviso('working-days', 'add', '2018-10-24'),
    proviso('working-days', 'add', '2018-13-24', '5'),
    proviso('text', 'sec', 'G3.26', '--format', 'rtf'),
  ]);
  expect(said.map(({ code, out }) => ({ code, out }))).toEqual(said.map(() => ({ code: 1, out: '' })));
  expect(said[0]?.error).toContain('"modification lost" is not a command');
  expect(said[1]?.error).toContain('working-days add expects COUNT');
  expect(said[2]?.error).toContain('"2018-13-24"');
  expect(said[3]?.error).toContain('--format is "rtf"; expected text, html, json');
});

test('version and help need no record', async () => {
  const [version, help, usage] = await Promise.all([json('version'), proviso('help'), proviso('effect', '--help')]);
  expect(version).toEqual({ name: 'proviso', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  for (const command of ['serve', 'case run', 'case check', 'text', 'modification cast-vote', 'record export']) {
    expect(help.out).toContain(`  ${command} `);
  }
  expect(usage.out).toContain('--assume EVENT=DAY');
});

test('why and duties answer for a party with the reasons that decide, as text, as JSON and as a calendar', async () => {
  const asked = ['why', 'pebblewick', 'G3.26', '--on', '2018-07-17', '--system', 'pebblewick-x', ...data];
  const [said, named, told, calendar, unknown, elsewhere] = await Promise.all([
    proviso(...asked),
    proviso(...asked.with(2, 'sec/G3.26')),
    json(...asked, '--reading', 'post-enrolment', '--assume', 'system-enrolled=2019-03-01'),
    proviso('duties', '--party', 'pebblewick', '--from', '2018-07-01', '--to', '2018-07-31', '--ics', ...data),
    refused('why', 'pebblewick', 'G9.99', ...data),
    refused('why', 'pebblewick', 'bsc/F2.1', ...data),
  ]);
  expect(said.out).toContain('✗ No words of G3.26 are in force before 18 July 2018. [SEC G3.26]');
  expect(told.answers).toMatchObject([{ bound: false, next: { from: '2019-03-01', bound: true } }]);
  expect(calendar.out).toContain('DTSTART;VALUE=DATE:20180718');
  expect(unknown).toMatchObject({ exit: 1, code: 'not-found' });
  expect(named.out).toBe(said.out);
  expect(elsewhere.sentence).toBe('No duty rests on "bsc/F2.1"; the rulebook of "bsc" holds no duties.');
});

test('modification list and show read the record of the running server, and make none where there is none', async () => {
  const nowhere = join(await temporaryFolder(), 'nowhere');
  const [list, shown, missing, empty] = await Promise.all([
    json('modification', 'list', ...data),
    json('modification', 'show', id, ...data),
    refused('modification', 'show', 'SECMP9999', ...data),
    proviso('modification', 'list', '--data', nowhere),
  ]);
  expect(list.modifications).toMatchObject([{ id, title: 'SMETS1 Security Obligations', raisedOn: '2018-10-05' }]);
  expect(shown).toMatchObject({ id, approval: { status: 'approved', on: '2018-10-25' } });
  expect(missing).toMatchObject({ exit: 1, code: 'not-found', sentence: expect.stringContaining('"SECMP9999"') });
  expect(empty).toMatchObject({ code: 1, out: '', error: expect.stringContaining(nowhere) });
  await expect(stat(nowhere)).rejects.toThrow('ENOENT');
});

describe('text', () => {
  test('prints the words on a day, the redline between two, and JSON', async () => {
    const [words, redline, shown, html] = await Promise.all([
      proviso('text', 'sec', 'G3.26', '--on', '2018-10-12', ...data),
      proviso('text', 'sec', 'G3', '--on', '2018-10-12', '--against', '2018-07-01', ...data),
      json('text', 'sec', 'G3.26', '--on', '2018-07-17', ...data),
      proviso('text', 'sec', 'G3.28', '--on', '2018-10-12', '--format', 'html', ...data),
    ]);
    expect(words.out).toMatch(/^SEC v5\.23, on 12 October 2018\n/);
    expect(words.out).toContain('G3.26 Each Supplier Party shall');
    expect(words.out).toContain('llustrative drafting');
    expect(redline.out).toContain('{+G3.26');
    expect(shown).toMatchObject({ provisions: [], absent: expect.stringContaining('in force from 18 July 2018') });
    expect(html.out).toMatch(/^<!doctype html>[\s\S]*Appropriate Standard[\s\S]*<\/html>\s*$/i);
  });

  test('as it was known before the record began is not found', async () => {
    const before = ['--on', '2018-10-12', '--known-at', '2018-10-01T00:00:00Z'];
    const refusal = await refused('text', 'sec', 'G3.26', ...before, ...data);
    expect(refusal).toMatchObject({ exit: 1, code: 'not-found' });
  });
});

describe('effect of a case', () => {
  const ofCase = (...options: string[]): Promise<Effect> => json('effect', id, '--case', CASE, ...options);
  const never = (event: string) => ['--assume', `${event}=never`];

  test('A: all are bound for 113 days and again from the first enrolment, or each from its own, and no day is without cover', async () => {
    const enrolled = { 'pebblewick-x': '2019-03-01', 'pebblewick-y': '2019-06-01', 'quillfield-z': 'never' };
    const assumed = Object.entries(enrolled).flatMap(([system, day]) => [
      '--assume',
      `system-enrolled:${system}=${day}`,
    ]);
    const [effect, unsettled] = await Promise.all([ofCase(...assumed), ofCase('--party', 'pebblewick')]);
    expect(effect.implementation).toMatchObject({ day: '2018-11-08' });
    const before = '2018-07-18 to 2018-11-08';
    for (const system of Object.keys(enrolled)) {
      expect(days(group(effect, 'market-wide', system).without)).toEqual(['2018-07-18 to …']);
      expect(days(group(effect, 'market-wide', system).with)).toEqual([before, '2019-03-01 to …']);
      expect(group(effect, 'market-wide', system).gapsWith).toEqual([]);
      expect(group(effect, 'per-system', system).gapsWith).toEqual([]);
    }
    expect(days(group(effect, 'per-system', 'pebblewick-x').with)).toEqual([before, '2019-03-01 to …']);
    expect(days(group(effect, 'per-system', 'pebblewick-y').with)).toEqual([before, '2019-06-01 to …']);
    expect(days(group(effect, 'per-system', 'quillfield-z').with)).toEqual([before]);
    expect(days(group(effect, 'per-system', 'pebblewick-x').cover)).toEqual(['2018-07-18 to 2019-03-01']);
    expect(days(group(unsettled, 'market-wide', 'pebblewick-x').with)).toEqual([
      before,
      '2018-11-08 to … if first-smets1-enrolment',
    ]);
  });

  test('B: which next assessments are Full, with nothing enrolled and with one Device of C, and who is exposed', async () => {
    const on = ['--on', '2018-11-09', ...never('guidance-published')];
    const pilot = ['--assume', 'system-enrolled:cinderpath-s1-pilot=2018-11-09', ...never('system-enrolled')];
    const [nothing, one, moved] = await Promise.all([
      ofCase(...on, ...never('first-smets1-enrolment')),
      ofCase(...on, ...pilot),
      ofCase(...on, ...never('first-smets1-enrolment'), '--moved', 'cinderpath-2018=2018-12-01'),
    ]);
    const old = ['cinderpath', 'elderfen', 'foxlight'];
    expect(full(nothing, 'market-wide')).toEqual({ without: old, with: ['elderfen'] });
    expect(full(one, 'market-wide')).toEqual({ without: old, with: old });
    expect(full(one, 'per-system')).toEqual({ without: old, with: ['elderfen'] });
    const exposure = (effect: Effect) =>
      under(effect, 'market-wide')
        .parties.flatMap((party) => party.assessments)
        .filter(({ assessment }) => /^(cinderpath|dovecote|elderfen)-/.test(assessment))
        .map(({ assessment, exposedWithout, exposedWith }) => [assessment, exposedWithout, exposedWith]);
    expect(exposure(nothing)).toEqual([
      ['cinderpath-2018', true, true],
      ['elderfen-2018', false, false],
    ]);
    expect(exposure(moved)).toContainEqual(['cinderpath-2018', true, false]);
  });

  test('fixes a reading by its name alone, and names what does not exist', async () => {
    const [fixed, party, event] = await Promise.all([
      ofCase('--reading', 'per-system', '--party', 'quillfield'),
      refused('effect', id, '--case', CASE, '--party', 'nobody'),
      refused('effect', id, '--case', CASE, '--assume', 'rain=2019-01-01'),
    ]);
    expect(new Set(fixed.combinations.map((one) => one.readings['g3-26-new']))).toEqual(new Set(['per-system']));
    expect(fixed.combinations.flatMap((one) => one.parties.map(({ party: name }) => name))).toContain('quillfield');
    expect(party).toMatchObject({ exit: 1, code: 'not-found', sentence: expect.stringContaining('"nobody"') });
    expect(event).toMatchObject({ exit: 1, code: 'input-invalid', sentence: expect.stringContaining('"rain"') });
  });
});

test('C: with the path refused and a late decision the day is unknown, nothing is invented, and the effect equals "without"', async () => {
  const effect: Effect = await json('effect', id, ...data);
  expect(effect.implementation).toMatchObject({ day: null, basis: 'unknown' });
  const groups = effect.combinations.flatMap((one) => one.parties.flatMap((party) => party.groups));
  expect(groups.length).toBeGreaterThan(10);
  for (const one of groups)
    expect({ with: days(one.with), changed: one.difference }).toEqual({ with: days(one.without), changed: [] });
});

describe('the record', () => {
  test('says which duties of the text have an obligation, and names the one that has none', async () => {
    const { code, out } = await proviso('coverage', '--on', '2018-10-12', ...data);
    expect(code).toBe(0);
    expect(out).toMatch(/^On 2018-10-12, 6 of 7 duties have an obligation\./m);
    expect(out).toMatch(/no obligation: R5\.1: The Panel \[shall\] publish each year/);
    expect(out).toMatch(/G Security: 2 covered, 0 uncovered, \d+ without words of duty/);
  });

  test('verifies, and is equal after an export into another folder', async () => {
    const verified = await json('audit', 'verify', ...data);
    expect(verified).toMatchObject({ streams: 23, events: expect.any(Number), checkpoints: 10 });
    const folder = await temporaryFolder();
    const [file, other] = [join(folder, 'record.ndjson'), join(folder, 'restored')];
    const exported = await proviso('record', 'export', ...data);
    expect(exported).toMatchObject({ code: 0, error: expect.stringMatching(/^\d+ lines written/) });
    await writeFile(file, exported.out);
    const restored = await json('record', 'import', file, '--data', other);
    expect(restored.events).toBe(verified.events);
    const again = await proviso('record', 'export', '--data', other);
    expect(withoutManifest(again.out)).toEqual(withoutManifest(exported.out));
    const refusal = await refused('record', 'import', file, ...data);
    expect(refusal).toMatchObject({ exit: 2, code: 'record-not-empty' });
    expect(await json('audit', 'verify', ...data)).toEqual(verified);
  });
});

/** Its first line says when it was made. */
function withoutManifest(lines: string): string[] {
  return lines.split('\n').slice(1);
}

/** A copy of the rulebooks that ship with words of one file replaced, and the line on which those words (or others) stand. */
async function spoiled(file: string, from: string, to: string, opens = from) {
  const folder = await temporaryFolder();
  await cp(SHIPPED_RULEBOOKS, folder, { recursive: true });
  const text = await readFile(join(folder, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(folder, file), text.replace(from, to));
  const line = text.slice(0, text.indexOf(opens)).split('\n').length;
  return { folder, directory: join(folder, 'cases', 'secmp0065'), line };
}

describe('a fault is told by file, line, field and what was expected, with exit code 1, and nothing is stored:', () => {
  const cycle = {
    file: 'case.yaml',
    from: "{ kind: 'on', day: 2018-11-08 }",
    to: '{ kind: event, event: words-in-force }',
  };

  test.each([
    {
      what: 'a wrong date',
      file: 'case.yaml',
      from: 'by: 2018-10-24',
      to: 'by: 2018-10-42',
      field: 'proposal.implementation.by',
      sentence: /"2018-10-42" is not a day; expected YYYY-MM-DD/,
    },
    {
      what: 'an unknown party',
      file: 'estate.yaml',
      from: 'supplier: foxlight',
      to: 'supplier: foxlite',
      field: 'groups[6].supplier',
      sentence: /"foxlite".*expected .*foxlight/,
    },
    // A fault of what spans lines is told by the first of them.
    {
      what: 'a cyclic commencement',
      ...cycle,
      opens: 'kind: decision',
      field: 'proposal.implementation',
      sentence: /waits for itself/,
    },
  ])('$what in a case', async ({ file, from, to, field, sentence, ...rest }) => {
    const opens = 'opens' in rest ? rest.opens : from;
    const { folder, directory, line } = await spoiled(`cases/secmp0065/${file}`, from, to, opens);
    const out = join(folder, 'out');
    const [checked, played] = await Promise.all([
      proviso('case', 'check', directory, '--json'),
      proviso('case', 'run', directory, '--out', out),
    ]);
    const fault = { code: 'input-invalid', sentence: expect.stringMatching(sentence), place: { file, line, field } };
    expect({ code: checked.code, ...JSON.parse(checked.out) }).toMatchObject({ code: 1, faults: [fault] });
    expect(played).toMatchObject({ code: 1, out: '', error: expect.stringContaining(`${file}:${line}:${field}: `) });
    expect(played.error).toContain(`1 fault in ${directory}; nothing was stored.`);
    await expect(stat(out)).rejects.toThrow('ENOENT');
  });

  test('an unbalanced quote in a condition of its rulebook', async () => {
    const condition = ['when: progress == "refused" }', 'when: progress == "refused }'] as const;
    const { folder, directory, line } = await spoiled('sec/profiles/sec-2016.yaml', ...condition);
    const checked = await proviso('case', 'check', directory, '--rulebooks', folder);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain(`profiles/sec-2016.yaml:${line}:profiles[0].ends[0].when: `);
    expect(checked.out).toContain('expected a closing " for the text that opens here');
  });
});
