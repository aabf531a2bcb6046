import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentVersion } from '../../src/core/code/document-file.ts';
import { daysOf, lifeEventOf, lifeOf } from '../../src/core/code/life.ts';
import type { Provision } from '../../src/core/code/provision.ts';
import { walk } from '../../src/core/code/tree.ts';
import { timelineOf } from '../../src/core/code/version.ts';
import type { Instant } from '../../src/core/kernel/instant.ts';
import type { Instrument } from '../../src/core/rulebook/rulebook.ts';
import { readAknDocument } from '../../src/format/akn/read-document.ts';
import { writeAknAmending } from '../../src/format/akn/write-amending.ts';
import { writeAknDocument } from '../../src/format/akn/write-document.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../../src/format/rulebook/load.ts';
import { parseXml } from '../../src/format/xml/parse.ts';
import type { XmlElement } from '../../src/format/xml/scan.ts';
import { openSchema, type Schema } from '../../src/format/xml/validate.ts';
import { anyProvisions, versionWith } from '../support/any-document.ts';
import { anyAmended } from '../support/code.ts';
import { generatedCode } from '../support/generated-code.ts';
import { testData, whyWithout } from '../support/test-data.ts';

const xsd = testData('akn/xsd/oasis-2017-03-30-final');
const examples = testData('akn/oasis');

let schema: Schema;
beforeAll(async () => {
  if (xsd === null) return;
  const opened = await openSchema(join(xsd, 'akomantoso30.xsd'));
  if (!opened.ok) throw new Error(opened.rejection.sentence);
  schema = opened.value;
});
afterAll(() => schema?.dispose());

/** What the schema finds wrong; null when it finds nothing. */
function fault(bytes: Uint8Array): unknown {
  const held = schema.validate(bytes, 'written.xml');
  return held.ok ? null : held.rejection;
}

async function read(bytes: Uint8Array, fileName = 'read.xml') {
  const result = await readAknDocument(bytes, { fileName, format: null, base: null });
  if (!result.ok) throw new Error(result.rejection.sentence);
  return result.value;
}

/** Every version of an instrument of the rulebook, whole, with its life. */
function versionsOf({ id, title, shortTitle, notice, base, versions }: Instrument): DocumentVersion[] {
  const recorded = versions.map((version) => ({ ...version, recordedAt: '2018-01-01T00:00:00.000Z' as Instant }));
  const history = { base: base.text, baseLabel: base.label, baseFrom: base.inForceFrom, versions: recorded };
  const timeline = timelineOf(history, null);
  return timeline.map((version) => ({
    instrument: { id, title, shortTitle, notice, since: base.inForceFrom },
    text: version.text,
    document: null,
    provisions: version.text.provisions,
    on: version.inForceFrom,
    version: lifeEventOf(version),
    life: { events: lifeOf(timeline), provisions: daysOf(timeline, version) },
  }));
}

/** One provision as a file of its own is valid, and is read back as it is in the whole. */
async function expectAlone(version: DocumentVersion, one: Provision): Promise<void> {
  const bytes = await writeAknDocument({ ...version, document: one.id, provisions: [one] });
  expect(fault(bytes)).toBeNull();
  expect(await read(bytes)).toMatchObject({ provisions: [one], report: { listed: [], refused: [] } });
}

describe.skipIf(xsd === null)(`what is written satisfies the schema of 2017${whyWithout(xsd)}`, () => {
  test('whatever is in the text', () =>
    fc.assert(
      fc.asyncProperty(anyProvisions, async (provisions) => {
        expect(fault(await writeAknDocument(versionWith(provisions)))).toBeNull();
      }),
      { numRuns: 60 },
    ));

  test('whatever the amendments of a modification are', () =>
    fc.assert(
      fc.asyncProperty(anyAmended, async ({ text, amendments }) => {
        const { instrument, version } = versionWith(text.provisions);
        const given = { modification: 'MP/1', title: 'Doors', dated: version.inForceFrom, instrument, version };
        expect(fault(await writeAknAmending({ ...given, before: text, amendments }))).toBeNull();
      }),
      { numRuns: 40 },
    ));

  test('every version of the rulebook with its life, whole and provision by provision, and reads back the same', async () => {
    const loaded = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
    if (!loaded.ok) throw new Error(loaded.faults[0]?.sentence);
    for (const version of loaded.rulebook.instruments.flatMap(versionsOf)) {
      const bytes = await writeAknDocument(version);
      expect(fault(bytes)).toBeNull();
      expect(await read(bytes)).toMatchObject({ provisions: version.provisions, report: { listed: [] } });
      for (const { provision } of walk({ provisions: version.provisions })) await expectAlone(version, provision);
    }
  });

  test('any one provision alone, and reads back the same', () =>
    fc.assert(
      fc.asyncProperty(anyProvisions, fc.nat(), async (provisions, draw) => {
        const all = walk({ provisions });
        const one = all[draw % Math.max(1, all.length)]?.provision;
        if (one !== undefined) await expectAlone(versionWith(provisions), one);
      }),
      { numRuns: 80 },
    ));

  test('a clause, a row and a cell of a code like those of the field alone', async () => {
    const text = generatedCode({ provisions: 2000, seed: 3 });
    const all = walk(text).map(({ provision }) => provision);
    const some = [...new Map(all.map((one) => [`${one.kind} ${one.children.length > 0}`, one])).values()];
    expect(some.length).toBeGreaterThan(8);
    for (const one of some) await expectAlone(versionWith(text.provisions), one);
  });

  test('the legal text of the case', async () => {
    const loaded = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
    if (!loaded.ok) throw new Error(loaded.faults[0]?.sentence);
    const { proposal } = loaded.case;
    const sec = loaded.rulebook.instruments.find(({ id }) => id === proposal.code);
    const drafted =
      sec === undefined ? undefined : versionsOf(sec).find((one) => one.version.label === proposal.draftedAgainst);
    if (drafted === undefined) throw new Error('the rulebook holds no version that the case was drafted against');
    const { instrument, version, text: before } = drafted;
    const given = { modification: proposal.id, title: proposal.title, dated: proposal.report.paper.dated };
    const bytes = await writeAknAmending({ ...given, instrument, version, before, amendments: proposal.legalText });
    expect(fault(bytes)).toBeNull();
  });
});

describe.skipIf(examples === null)(`the examples of the standard${whyWithout(examples)}`, () => {
  const names = examples === null ? [] : readdirSync(examples).filter((name) => name.endsWith('.xml'));

  test('are nine', () => expect(names).toHaveLength(9));

  test.each(names)('%s is read, written validly, and read back the same', async (name) => {
    const { provisions, title } = await read(readFileSync(join(examples ?? '', name)), name);
    expect(provisions.length).toBeGreaterThan(0);
    const bytes = await writeAknDocument(
      versionWith(provisions, { text: { code: 'any', title: title ?? name, provisions } }),
    );
    expect(fault(bytes)).toBeNull();
    const back = await read(bytes);
    expect(back.provisions).toEqual(provisions);
    expect(back.report.listed).toEqual([]);
  });

  test.each(names)('of %s every word stands in the text or in the report', async (name) => {
    const bytes = readFileSync(join(examples ?? '', name));
    const { provisions, report } = await read(bytes, name);
    const parsed = parseXml(bytes, name);
    if (!parsed.ok) throw new Error(parsed.rejection.sentence);
    const kept = joined([...wordsOf(provisions), ...report.listed.map(({ raw }) => raw ?? '')].join('\n'));
    const lost = textsOf(parsed.value.root).filter((words) => !kept.includes(joined(words)));
    expect(lost).toEqual([]);
  });
});

function wordsOf(provisions: readonly Provision[]): string[] {
  return walk({ provisions }).flatMap(({ provision: { number, heading, text } }) => [
    number ?? '',
    heading ?? '',
    text,
  ]);
}

function textsOf(element: XmlElement): string[] {
  return element.content.flatMap((part) =>
    typeof part === 'string' ? (part.trim() === '' ? [] : [part]) : textsOf(part),
  );
}

/** Words without layout, as they are and as the raw of a report escapes them. */
function joined(words: string): string {
  return words.replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/\s+/g, '');
}
