import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../test/conformance/support/read-html.ts';
import { anyProvisions, versionWith } from '../../test/support/any-document.ts';
import { anyAmended } from '../../test/support/code.ts';
import { textOf } from '../core/document/text.ts';
import { versionPaper } from '../core/document/version-paper.ts';
import { documentFormats } from './document-formats.ts';
import { printable } from './printable.ts';

const NAMES = ['akn', 'docx', 'oscal', 'pdf', 'html', 'json'] as const;

const bare = (words: string): string => words.replace(/\s+/g, '');

async function written(version: ReturnType<typeof versionWith>, name: string): Promise<Uint8Array> {
  const file = await documentFormats.write(version, name);
  if (!file.ok) throw new Error(file.rejection.sentence);
  return file.value.bytes;
}

describe.each(NAMES)('a version as %s', (name) => {
  test('is the same bytes each time, whatever is in the text', () =>
    fc.assert(
      fc.asyncProperty(anyProvisions, async (provisions) => {
        const version = versionWith(provisions);
        expect(Buffer.compare(await written(version, name), await written(version, name))).toBe(0);
      }),
      { numRuns: 15 },
    ));
});

test('a version as a page of HTML says every word of the paper', () =>
  fc.assert(
    fc.asyncProperty(anyProvisions, async (provisions) => {
      const version = versionWith(provisions);
      const { words } = readHtml(new TextDecoder().decode(await written(version, 'html')));
      expect(bare(words)).toBe(bare(textOf(printable(versionPaper(version)))));
    }),
    { numRuns: 50 },
  ));

test('a form that is not written is refused with those that are', async () => {
  expect(await documentFormats.write(versionWith([]), 'odt')).toMatchObject({
    rejection: { sentence: 'The format "odt" is not written; expected akn, docx, oscal, json, html, pdf' },
  });
});

test.each(['akn', 'docx', 'pdf', 'html'])('a legal text as %s is the same bytes each time', (name) =>
  fc.assert(
    fc.asyncProperty(anyAmended, async ({ text, amendments }) => {
      const { instrument, version, on: dated } = versionWith(text.provisions);
      const amending = { modification: 'MP1', title: 'Doors', dated, instrument, version, before: text, amendments };
      const [one, two] = [
        await documentFormats.writeAmending(amending, name),
        await documentFormats.writeAmending(amending, name),
      ];
      expect(one.ok).toBe(true);
      expect(one).toEqual(two);
    }),
    { numRuns: 8 },
  ),
);

test('a file that is named as one of Word and is none is refused as that, by its name', async () => {
  const bytes = new TextEncoder().encode('Dear Sirs');
  const read = await documentFormats.read(bytes, { fileName: 'bad.docx', format: null, base: null });
  expect(read).toMatchObject({
    rejection: { sentence: expect.stringMatching(/^bad\.docx is not a Word file: expected a zip package/) },
  });
});

test.each(['docx', 'akn', 'json'])('a version as %s says which instrument it is of', async (name) => {
  const version = versionWith([{ id: 'a', kind: 'section', number: 'A', heading: 'Doors', text: '', children: [] }]);
  const read = await documentFormats.read(await written(version, name), { fileName: 'a', format: null, base: null });
  expect(read).toMatchObject({ ok: true, value: { of: version.instrument.title } });
});
