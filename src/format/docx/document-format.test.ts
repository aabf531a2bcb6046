import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { EXAMPLE } from '../../../test/support/code.ts';
import { anyWordAmended } from '../../../test/support/word-code.ts';
import type { Amendment } from '../../core/code/amendment.ts';
import { applyAmendments } from '../../core/code/apply-amendment.ts';
import type { AmendingDocument, DocumentVersion, ReadDocument } from '../../core/code/document-file.ts';
import { withIdentitiesOf } from '../../core/code/drafting.ts';
import type { CodeText } from '../../core/code/provision.ts';
import { findById } from '../../core/code/tree.ts';
import { day } from '../../core/kernel/day.ts';
import { documentFormats } from '../document-formats.ts';

const ON = day('2018-10-12');
const instrument = { id: 'example', title: 'Example Code', shortTitle: 'Code', notice: 'Illustrative.', since: ON };
const version = { label: '1.0', inForceFrom: ON, until: null, source: null };

async function written(text: CodeText): Promise<Uint8Array> {
  const given: DocumentVersion = {
    instrument,
    text,
    document: null,
    provisions: text.provisions,
    on: ON,
    version,
    life: null,
  };
  const file = await documentFormats.write(given, 'docx');
  if (!file.ok) throw new Error(file.rejection.sentence);
  return file.value.bytes;
}

async function amending(before: CodeText, amendments: readonly Amendment[]): Promise<Uint8Array> {
  const given: AmendingDocument = {
    modification: 'MP1',
    title: 'Doors',
    dated: ON,
    instrument,
    version,
    before,
    amendments,
  };
  const file = await documentFormats.writeAmending(given, 'docx');
  if (!file.ok) throw new Error(file.rejection.sentence);
  return file.value.bytes;
}

async function read(bytes: Uint8Array, base: CodeText | null): Promise<ReadDocument> {
  const result = await documentFormats.read(bytes, { fileName: 'back.docx', format: null, base });
  if (!result.ok) throw new Error(result.rejection.sentence);
  return result.value;
}

/** The file as a person leaves it who edits the main part. */
function edited(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const changed = edit(xml);
  expect(changed).not.toBe(xml);
  return zipSync({ ...parts, 'word/document.xml': strToU8(changed) });
}

const tracked = (name: string, inner: string) =>
  `<w:${name} w:id="9000" w:author="A person" w:date="2018-10-12T00:00:00Z">${inner}</w:${name}>`;
const run = (text: string, name = 't') => `<w:r><w:${name} xml:space="preserve">${text}</w:${name}></w:r>`;

describe('a legal text as tracked changes', () => {
  test('reads back as amendments that make the same text, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(anyWordAmended, async ({ text, amendments }) => {
        const applied = applyAmendments(text, amendments);
        if (!applied.ok) throw new Error(applied.fault);
        const back = await read(await amending(text, amendments), text);
        const again = applyAmendments(text, back.amendments ?? []);
        expect(again).toEqual({ ok: true, text: withIdentitiesOf(text, applied.text) });
        expect(back.drift?.filter((one) => one.what !== 'not-in-file') ?? []).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('reads back against a text that has drifted: what is apart is told, the rest is made', async () => {
    const amendments: readonly Amendment[] = [
      {
        kind: 'substitute',
        target: 'g-1',
        from: { heading: null, text: 'Each member shall lock every door that it owns.' },
        to: { heading: null, text: 'Each member shall lock every door and gate that it owns.' },
      },
      { kind: 'substitute', target: 'g', from: { heading: 'Security', text: '' }, to: { heading: 'Safety', text: '' } },
    ];
    const drifted = applyAmendments(EXAMPLE, [
      {
        kind: 'substitute',
        target: 'g-1',
        from: { heading: null, text: 'Each member shall lock every door that it owns.' },
        to: { heading: null, text: 'Each member shall bolt every door that it owns.' },
      },
    ]);
    if (!drifted.ok) throw new Error(drifted.fault);
    const back = await read(await amending(EXAMPLE, amendments), drifted.text);
    expect(back.drift?.filter((one) => one.what === 'words')).toEqual([
      {
        reference: 'G1',
        what: 'words',
        expected: 'Each member shall bolt every door that it owns.',
        found: 'Each member shall lock every door that it owns.',
        wanted: 'Each member shall lock every door and gate that it owns.',
      },
    ]);
    const again = applyAmendments(drifted.text, back.amendments ?? []);
    if (!again.ok) throw new Error(again.fault);
    expect(findById(again.text, 'g')?.heading).toBe('Safety');
    expect(findById(again.text, 'g-1')?.text).toBe('Each member shall bolt every door that it owns.');
  });
});

describe('a text that was exported and edited in Word with its changes tracked', () => {
  test('comes back as amendments: words replaced, a paragraph added with the number that Word gave it, one taken out', async () => {
    const bytes = edited(await written(EXAMPLE), (xml) => {
      const words = xml.replace(
        run('Each member shall lock every door that it owns.'),
        run('Each member shall lock every ') +
          tracked('del', run('door', 'delText')) +
          tracked('ins', run('gate')) +
          run(' that it owns.'),
      );
      const [paragraph = ''] = /<w:p>(?:(?!<\/w:p>).)*its key is turned; and(?:(?!<\/w:p>).)*<\/w:p>/.exec(words) ?? [];
      const added = paragraph
        .replace(/<w:bookmark(?:Start|End)[^>]*>/g, '')
        .replace('</w:pPr>', `<w:rPr><w:ins w:id="9001" w:author="A person"/></w:rPr></w:pPr>`)
        .replace(/<w:r>.*<\/w:r>/, tracked('ins', run('its bolt is shot; and')));
      return words.replace(paragraph, added + paragraph);
    });
    const back = await read(bytes, EXAMPLE);
    const made = applyAmendments(EXAMPLE, back.amendments ?? []);
    if (!made.ok) throw new Error(made.fault);
    expect(findById(made.text, 'g-1')?.text).toBe('Each member shall lock every gate that it owns.');
    expect(findById(made.text, 'g-2')?.children.map(({ id, number, text }) => [id, number, text])).toEqual([
      ['g-2-a-2', '(a)', 'its bolt is shot; and'],
      ['g-2-a', '(b)', 'its key is turned; and'],
      ['g-2-b', '(c)', 'nobody else holds the key.'],
    ]);
    expect(back.drift).toEqual([]);
  });

  test('is read as accepted, and says so, where no text is named that it is against', async () => {
    const bytes = edited(await written(EXAMPLE), (xml) =>
      xml.replace(run('Each member shall keep a list of its doors.'), tracked('ins', run('All new.'))),
    );
    const back = await read(bytes, null);
    expect(findById({ provisions: back.provisions }, 'g-3')?.text).toBe('All new.');
    expect(back.report.listed.map((one) => one.sentence)).toContain(
      'A tracked change is read as accepted: no text was named that it is against.',
    );
  });
});

describe('a clean text in and out', () => {
  test('is the same provisions, none of them a guess', async () => {
    const back = await read(await written(EXAMPLE), null);
    expect(back.provisions).toEqual(EXAMPLE.provisions);
    expect(back.amendments).toBeNull();
    expect(back.report.listed).toEqual([]);
    expect(back.report.kept).toEqual({ section: 2, clause: 4, definition: 1, 'sub-paragraph': 2 });
  });
});
