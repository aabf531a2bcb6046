import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyAmendments } from '../../src/core/code/apply-amendment.ts';
import { amendmentsBetween } from '../../src/core/code/drafting.ts';
import type { CodeText } from '../../src/core/code/provision.ts';
import { redline } from '../../src/core/code/redline.ts';
import { day } from '../../src/core/kernel/day.ts';
import { readCodeText } from '../../src/format/code/read-code-file.ts';
import { documentFormats } from '../../src/format/document-formats.ts';
import { docxRedline } from '../../src/format/docx/text.ts';
import { versionWith } from '../support/any-document.ts';

function example(name: string): CodeText {
  const file = new URL(`../../examples/word/${name}`, import.meta.url).pathname;
  const read = readCodeText(name, readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(read.faults[0]?.sentence);
  return read.value;
}

const [before, after] = [example('text.yaml'), example('returned.yaml')];
const tracked = docxRedline({ title: before.title, notices: [], dated: day('2018-10-12') }, redline(before, after));

async function readBack(bytes: Uint8Array, base: CodeText | null) {
  const read = await documentFormats.read(bytes, { fileName: 'bells.docx', format: null, base });
  if (!read.ok) throw new Error(read.rejection.sentence);
  return read.value;
}

describe('the worked example of examples/word', () => {
  test.each(['docx', 'akn', 'json'])('leaves as %s and comes back the same, with nothing listed', async (name) => {
    const file = await documentFormats.write(versionWith(before.provisions), name);
    if (!file.ok) throw new Error(file.rejection.sentence);
    const read = await readBack(file.value.bytes, null);
    expect(read.provisions).toEqual(before.provisions);
    expect(read.report.listed).toEqual([]);
  });

  test('comes back with tracked changes, which are the amendments from the one text to the other', async () => {
    const { amendments, drift, report } = await readBack(tracked, before);
    expect(drift).toEqual([]);
    expect(report.listed).toEqual([]);
    expect(amendments).toEqual(amendmentsBetween(before, after));
    expect(applyAmendments(before, amendments ?? [])).toMatchObject({ ok: true, text: after });
  });

  test('against a text that has drifted says where, and carries the rest', async () => {
    const [section] = before.provisions;
    const children = section?.children.map((one) =>
      one.id === 'b2'
        ? { ...one, children: one.children.map((p) => (p.id === 'b2-a' ? { ...p, text: 'ring.' } : p)) }
        : one,
    );
    const drifted = { ...before, provisions: [{ ...section, children }] } as CodeText;
    const { amendments, drift } = await readBack(tracked, drifted);
    expect(drift).toMatchObject([
      {
        reference: 'B2(a)',
        expected: 'ring.',
        found: 'ring by the table below; and',
        wanted: expect.stringContaining('each Bell'),
      },
    ]);
    const applied = applyAmendments(drifted, amendments ?? []);
    expect(applied.ok && JSON.stringify(applied.text)).toContain('A Ringer who rests says so');
  });
});
