import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Amendment } from '../../src/core/code/amendment.ts';
import type { CodeText, Provision } from '../../src/core/code/provision.ts';
import { walk } from '../../src/core/code/tree.ts';
import type { DutyProfile } from '../../src/core/document/duty-profile.ts';
import { day } from '../../src/core/kernel/day.ts';
import { parseCondition } from '../../src/core/kernel/parse-condition.ts';
import type { Obligation } from '../../src/core/obligation/obligation.ts';
import { type JsonSchemaFile, openJsonSchema } from '../../src/format/json/validate.ts';
import { readOscal, readOscalDocument } from '../../src/format/oscal/read-oscal.ts';
import { writeOscalCatalog } from '../../src/format/oscal/write-catalog.ts';
import { writeOscalProfile } from '../../src/format/oscal/write-profile.ts';
import { anyProvisions, versionWith } from '../support/any-document.ts';
import { shippedCase } from '../support/case.ts';
import { anyAmended, EXAMPLE } from '../support/code.ts';
import { duty } from '../support/duty.ts';
import { generatedCode } from '../support/generated-code.ts';
import { testData, whyWithout } from '../support/test-data.ts';

const schemas = testData('oscal/schemas');
const examples = testData('oscal/examples');

const held = new Map<string, JsonSchemaFile>();
beforeAll(async () => {
  if (schemas === null) return;
  for (const root of ['catalog', 'profile']) {
    const opened = await openJsonSchema(join(schemas, `oscal_${root}_schema.json`));
    if (!opened.ok) throw new Error(opened.rejection.sentence);
    held.set(root, opened.value);
  }
});

/** What the schema of OSCAL 1.2.1 finds wrong; null when it finds nothing. */
function fault(bytes: Uint8Array, root: 'catalog' | 'profile'): unknown {
  const checked = held.get(root)?.validate(bytes, 'written.json');
  return checked?.ok === true ? null : checked?.rejection;
}

async function read(bytes: Uint8Array, fileName = 'read.json') {
  const result = await readOscal(bytes, { fileName });
  if (!result.ok) throw new Error(result.rejection.sentence);
  return result.value;
}

async function refusal(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await readOscal(bytes, { fileName: 'bad.json' });
  if (result.ok) throw new Error('it was read');
  return result.rejection.sentence;
}

const condition = (text: string) => {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error('no condition');
  return parsed.expression;
};

/** Every kind of node of the language. */
const CONDITIONS = [
  'a == "agreed" && (b || !c)',
  'on >= day("2018-10-01") && begun_day + days(5) < on',
  'volume * 2 - -1 > 250000 ? small : role in ["supplier", "network"]',
  'roles.exists(r, r.startsWith("DCC")) && roles.all(r, r != "")',
];

const WORDING = {
  id: 'old',
  title: 'As it came into force',
  readings: [
    {
      id: 'now',
      title: 'At once',
      default: true,
      commences: { kind: 'on', day: day('2018-06-28') },
      ends: { kind: 'never' },
      citation: { source: 'test', clause: null, certainty: 'illustrative' },
    },
    {
      id: 'later',
      title: 'From the later of two events',
      default: false,
      commences: {
        kind: 'later-of',
        of: [
          { kind: 'event', event: 'words-in-force' },
          { kind: 'event', event: 'x' },
        ],
      },
      ends: { kind: 'offset', base: { kind: 'event', event: 'x' }, days: 20 },
      citation: { source: 'test', clause: '4', certainty: 'derived', note: ' With a note ' },
    },
  ],
} as const;

function profileOf(duties: readonly Obligation[], rest: Partial<DutyProfile> = {}): DutyProfile {
  const { instrument, version } = versionWith(EXAMPLE.provisions);
  return {
    of: { kind: 'class', id: 'large-supplier', title: 'What binds large suppliers' },
    code: 'any',
    on: day('2018-10-12'),
    texts: [{ instrument, text: EXAMPLE, version }],
    duties: duties.map((obligation) => ({
      obligation: { ...obligation, instrument: 'any' },
      words: { interval: { from: day('2018-06-28'), until: null }, version: '1.0', wording: obligation.wording },
    })),
    asleep: 0,
    wordings: [WORDING],
    changes: [],
    amendments: [],
    ...rest,
  };
}

const words = fc.oneof(
  fc.constantFrom('a', ' edge ', 'two\nlines', '*marks* {{ insert: param, x }}', '%41', '[1]', 'null', 'true', '"'),
  fc.string({ minLength: 1, maxLength: 12 }).filter((all) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(all)),
);
const length = fc.record({ count: fc.nat(40), unit: fc.constantFrom('days', 'working-days', 'months') });
const anyDuty: fc.Arbitrary<Obligation> = fc
  .record(
    {
      title: words,
      provision: fc.constantFrom('G1', 'G2(a)', 'A1.1', 'G', 'Z9'),
      bearers: fc.array(words, { minLength: 1, maxLength: 3 }),
      each: fc.constantFrom('smets1-system', 'smets2-system', 'system', 'party'),
      fuel: fc.constantFrom('electricity', 'gas', null),
      modality: fc.constantFrom('must', 'must-not', 'may', 'must-procure'),
      object: words,
      standard: fc.option(words),
      judgementWords: fc.array(words, { maxLength: 2 }),
      condition: fc.constantFrom(null, ...CONDITIONS.map(condition)),
      due: fc.oneof(
        fc.constant(null),
        fc.record({ kind: fc.constant('within'), after: words, length }),
        fc.record({
          kind: fc.constant('every'),
          months: fc.integer({ min: 1, max: 12 }),
          from: fc.constant(day('2018-10-01')),
          grace: fc.option(length),
        }),
      ),
      assuredBy: fc.option(words),
      breach: fc.option(words),
      relations: fc.array(
        fc.record({ kind: fc.constantFrom('subject-to', 'notwithstanding'), instrument: words, provision: words }),
        { maxLength: 2 },
      ),
      boundTo: fc.option(words),
      evidence: fc.array(words, { maxLength: 2 }),
      countsDevices: fc.boolean(),
      assessableAfter: fc.array(words, { maxLength: 2 }),
      covers: fc.array(words, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
  .map((given) => duty(given as Partial<Obligation>));
const anyDuties = fc
  .array(anyDuty, { maxLength: 3 })
  .map((duties) => duties.map((one, index) => ({ ...one, id: `duty ${index}`, instrument: 'any' })));

/** A modification of a code, with a duty that it touches. */
function changing({
  text,
  amendments,
}: {
  readonly text: CodeText;
  readonly amendments: readonly Amendment[];
}): DutyProfile {
  const { instrument, version } = versionWith(text.provisions);
  const of = { kind: 'modification', id: 'MP1', title: 'What MP1 changes' } as const;
  const changes = [{ obligation: 'duty', from: 'old', to: 'new' }];
  return profileOf([duty()], { of, changes, amendments, texts: [{ instrument, text, version }] });
}

describe.skipIf(schemas === null)(`what is written satisfies the schemas of OSCAL 1.2.1${whyWithout(schemas)}`, () => {
  test('whatever is in a text', () =>
    fc.assert(
      fc.asyncProperty(anyProvisions, async (provisions) => {
        expect(fault(await writeOscalCatalog(versionWith(provisions)), 'catalog')).toBeNull();
      }),
      { numRuns: 60 },
    ));

  test('of a generated code', async () => {
    const text = generatedCode({ provisions: 1200, seed: 4 });
    expect(fault(await writeOscalCatalog({ ...versionWith(text.provisions), text }), 'catalog')).toBeNull();
  });

  test('whatever the duties of a class are', () =>
    fc.assert(
      fc.property(anyDuties, (duties) => {
        expect(fault(writeOscalProfile(profileOf(duties)).bytes, 'profile')).toBeNull();
      }),
      { numRuns: 40 },
    ));

  test('whatever a modification changes', () =>
    fc.assert(
      fc.property(anyAmended, (amended) => {
        expect(fault(writeOscalProfile(changing(amended)).bytes, 'profile')).toBeNull();
      }),
      { numRuns: 40 },
    ));
});

describe('a catalog', () => {
  test('is read back as it was, whatever is in the text', () =>
    fc.assert(
      fc.asyncProperty(anyProvisions, async (provisions) => {
        const bytes = await writeOscalCatalog(versionWith(provisions));
        const { document } = await read(bytes);
        expect(document).toMatchObject({ provisions, label: '1.0', dated: day('2018-06-28'), of: 'Any Code' });
        expect(document?.report.listed).toEqual([]);
      }),
      { numRuns: 60 },
    ));

  test.each([1, 2, 3])(
    'of a generated code (%i) satisfies it and is read back equal, byte for byte again',
    async (seed) => {
      const text = generatedCode({ provisions: 1200, seed });
      const version = { ...versionWith(text.provisions), text };
      const bytes = await writeOscalCatalog(version);
      const { document } = await read(bytes);
      expect(document?.provisions).toEqual(text.provisions);
      expect(await writeOscalCatalog(structuredClone(version))).toEqual(bytes);
    },
  );

  test('names every group and control by its permanent address, and the catalog by a UUID that follows from it', async () => {
    const bytes = await writeOscalCatalog({ ...versionWith(EXAMPLE.provisions), text: EXAMPLE });
    const { catalog } = JSON.parse(new TextDecoder().decode(bytes));
    expect(catalog.uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(catalog.groups[1].controls[1]).toMatchObject({
      id: 'g-2',
      class: 'clause',
      links: [{ rel: 'canonical', href: '/any/G2@2018-06-28' }],
      parts: [
        { name: 'statement', parts: [{ id: 'g-2-a', props: [{ name: 'label', value: '(a)' }] }, { id: 'g-2-b' }] },
      ],
    });
  });

  test('says in its remarks how many tables, notes and images other readers show as lists', async () => {
    const leaf = (id: string, kind: Provision['kind']): Provision => ({
      id,
      kind,
      number: null,
      heading: null,
      text: 'x',
      children: [],
    });
    const provisions = [leaf('n1', 'note'), leaf('n2', 'note'), leaf('i', 'image')];
    const bytes = await writeOscalCatalog(versionWith(provisions));
    const { catalog } = JSON.parse(new TextDecoder().decode(bytes));
    expect(catalog.metadata.remarks).toContain('no place for 2 notes and 1 image');
  });
});

describe('a profile', () => {
  test('brings its duties and readings back as they were, whatever they are', () =>
    fc.assert(
      fc.asyncProperty(anyDuties, async (duties) => {
        const profile = profileOf(duties);
        const { bytes } = writeOscalProfile(profile);
        const { obligations, wordings, report } = await read(bytes);
        expect(obligations).toEqual(duties);
        expect(wordings).toEqual([WORDING]);
        expect(report.listed).toEqual([]);
        expect(writeOscalProfile(structuredClone(profile)).bytes).toEqual(bytes);
      }),
      { numRuns: 40 },
    ));

  test('brings every duty of the rulebook that ships back as it is', async () => {
    const { rulebook } = await shippedCase();
    const words = { interval: { from: day('2018-06-28'), until: null }, version: '1.0', wording: 'old' };
    const { wordings } = rulebook;
    const duties = rulebook.obligations.map((obligation) => ({ obligation, words }));
    const found = await read(writeOscalProfile(profileOf([], { duties, wordings })).bytes);
    expect(found).toMatchObject({ obligations: rulebook.obligations, wordings });
  });

  test('of a modification is read back with its amendments, whatever they are', () =>
    fc.assert(
      fc.asyncProperty(anyAmended, async (amended) => {
        const { changes, amendments } = changing(amended);
        expect(await read(writeOscalProfile(changing(amended)).bytes)).toMatchObject({ amendments, changes });
      }),
      { numRuns: 40 },
    ));

  test('takes the controls that duties stand on, and tells of those that stand on none', () => {
    const { bytes, losses } = writeOscalProfile(
      profileOf([duty({ provision: 'G2(a)' }), duty({ id: 'b', provision: 'G' })]),
    );
    const { profile } = JSON.parse(new TextDecoder().decode(bytes));
    expect(profile.imports[0]['include-controls']).toEqual([{ 'with-ids': ['g-2'] }]);
    expect(profile.modify.alters[0].adds[0]).toMatchObject({ 'by-id': 'g-2-a', parts: [{ name: 'guidance' }] });
    expect(losses[0]).toMatch(/^1 duty stands on a division/);
    expect(losses[1]).toBe(
      'OSCAL has no place for 2 duties and 2 readings: they are properties in a namespace of our own.',
    );
  });
});

describe.skipIf(examples === null)(`files made by others${whyWithout(examples)}`, () => {
  test('of every kind are read: nothing is lost of what is not understood', async () => {
    const told: string[] = [];
    for (const name of readdirSync(examples as string).sort()) {
      const made = await read(readFileSync(join(examples as string, name)), name);
      const provisions = walk({ provisions: made.document?.provisions ?? [] }).length;
      const included = made.includes.flatMap(({ controls }) => controls ?? []).length;
      told.push(`${made.root}: ${provisions} provisions, ${included} included`);
      expect(made.report.listed).not.toEqual([]);
      for (const { path, raw } of made.report.listed) if (raw !== null) expect(path).toContain(made.root);
    }
    expect(told).toMatchInlineSnapshot(`
      [
        "catalog: 3076 provisions, 0 included",
        "profile: 0 provisions, 149 included",
        "catalog: 31 provisions, 0 included",
        "component-definition: 0 provisions, 0 included",
        "component-definition: 0 provisions, 0 included",
        "assessment-plan: 0 provisions, 0 included",
        "assessment-results: 0 provisions, 0 included",
        "plan-of-action-and-milestones: 0 provisions, 0 included",
        "system-security-plan: 0 provisions, 0 included",
        "system-security-plan: 0 provisions, 0 included",
        "system-security-plan: 0 provisions, 0 included",
        "system-security-plan: 0 provisions, 0 included",
      ]
    `);
  });

  test('keep their words, labels and titles', async () => {
    const made = await readOscalDocument(readFileSync(join(examples as string, 'basic-catalog.json')), {
      fileName: 'b',
    });
    if (!made.ok) throw new Error(made.rejection.sentence);
    const all = walk(made.value);
    const words = all.map(({ provision }) => provision.text).join('\n');
    expect(words).toContain('All information security responsibilities should be defined and allocated.');
    expect(all.map(({ provision }) => provision.number)).toContain('1.1.1');
    expect(made.value).toMatchObject({ title: 'Sample Security Catalog *for Demonstration* and Testing', dated: null });
  });
});

describe.skipIf(examples === null)(`a catalog of hundreds of controls${whyWithout(examples)}`, () => {
  test('keeps the plain label of each, and its words without the spaces around them', async () => {
    const name = 'NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json';
    const { document } = await read(readFileSync(join(examples as string, name)), name);
    const all = walk({ provisions: document?.provisions ?? [] }).map(({ provision }) => provision);
    expect(all.find(({ id }) => id === 'ac-1')).toMatchObject({ number: 'AC-1', heading: 'Policy and Procedures' });
    expect(all.filter(({ text }) => text !== text.trim())).toEqual([]);
  });
});

describe('a file is refused in one sentence', () => {
  const metadata = { title: 'T', version: '1', 'oscal-version': '1.2.1' };
  const file = (catalog: object) =>
    JSON.stringify({ catalog: { uuid: '6f1c2ad1-3f0b-4a8e-9c5d-0b2a4de1f7a3', metadata, ...catalog } });

  test.each([
    ['that is not JSON', '{"catalog": ', /^The file is not JSON: /],
    ['that is no OSCAL', '{"a": 1}', /has no member of OSCAL; expected one of catalog, profile/],
    [
      'of another OSCAL',
      file({ metadata: { ...metadata, 'oscal-version': '2.0.0' } }),
      /is of OSCAL "2\.0\.0"; expected 1\.0\.0 to 1\.2\.1\./,
    ],
    ['whose uuid is none', file({ uuid: 'x' }), /catalog\.uuid is "x"; expected a UUID of version 4 or 5/],
    ['without a uuid', '{"profile": {}}', /profile has no uuid; expected a UUID/],
    ['without metadata', file({ metadata: undefined }), /catalog\.metadata is not there; expected an object\./],
    ['that names no version', file({ metadata: { title: 'T' } }), /names no version of OSCAL/],
    [
      'with an id that stands twice',
      file({
        controls: [
          { id: 'a', title: 'A' },
          { id: 'b', title: 'B', parts: [{ id: 'a', name: 'item' }] },
        ],
      }),
      /^The id "a" stands at catalog\.controls\[0\] and at catalog\.controls\[1\]\.parts\[0\]; expected each id once\.$/,
    ],
    ['in which an array is none', file({ controls: {} }), /^catalog\.controls is an object; expected an array\.$/],
    [
      'in which a text is none',
      file({ controls: [{ id: 1 }] }),
      /^catalog\.controls\[0\]\.id is a number; expected a text\.$/,
    ],
    [
      'with characters that nothing holds',
      file({ controls: [{ id: 'a', title: '\u0001' }] }),
      /holds a control character U\+0001/,
    ],
    [
      'that hides them behind references',
      file({ controls: [{ id: 'a', title: '&#1;' }] }),
      /holds a control character U\+0001/,
    ],
    ['nested deep', `{"catalog": ${'{"groups": ['.repeat(300)}${']}'.repeat(300)}}`, /nested more than 400 deep/],
  ])('%s', async (_, content, sentence) => {
    expect(await refusal(content)).toMatch(sentence);
  });

  test('that is too large', async () => {
    expect(await refusal(new Uint8Array(32 * 1024 * 1024 + 1))).toMatch(/at most 33554432 are read/);
  });

  test('with a duty that stands twice, or one that is none', async () => {
    const { bytes } = writeOscalProfile(profileOf([duty(), duty()]));
    expect(await refusal(bytes)).toBe('The duty "duty" stands twice in the profile; expected each once.');
    const text = new TextDecoder().decode(writeOscalProfile(profileOf([duty()])).bytes);
    expect(await refusal(text.replace('"value": "must"', '"value": "ought"'))).toMatch(
      /^The properties of the group "duty-1" are no obligation: modality: /,
    );
  });

  test('that is a profile where a catalog is asked for', async () => {
    const made = await readOscalDocument(writeOscalProfile(profileOf([duty()])).bytes, { fileName: 'p.json' });
    expect(made).toMatchObject({ ok: false, rejection: { sentence: expect.stringContaining('expected a catalog') } });
  });
});
