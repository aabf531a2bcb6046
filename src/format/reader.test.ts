import { expect, test } from 'vitest';
import { versionWith } from '../../test/support/any-document.ts';
import { EXAMPLE } from '../../test/support/code.ts';
import type { FileResult } from '../app/ports.ts';
import type { ReadDocument } from '../core/code/document-file.ts';
import { documentFormats } from './document-formats.ts';
import { documentsInWorker } from './reader.ts';

const documents = documentsInWorker();
const options = { fileName: 'doors', format: null, base: EXAMPLE };

async function written(format: string): Promise<Uint8Array> {
  const file = await documentFormats.write(versionWith(EXAMPLE.provisions), format);
  if (!file.ok) throw new Error(file.rejection.sentence);
  return file.value.bytes;
}

const said = (read: FileResult<ReadDocument>) => (read.ok ? 'read' : read.rejection.sentence);

test.each(['akn', 'docx', 'json'])('%s is read in another process as it is here', async (format) => {
  const bytes = await written(format);
  const there = await documents.read(bytes, options);
  expect(there).toMatchObject({ ok: true, value: { provisions: EXAMPLE.provisions } });
  expect(there).toEqual(await documentFormats.read(bytes, options));
});

test('a file that is refused there is refused with the same place', async () => {
  const cut = (await written('akn')).subarray(0, -20);
  expect(await documents.read(cut, options)).toEqual(await documentFormats.read(cut, options));
});

test('the program goes on while a file is read', async () => {
  const reading = documents.read(await written('akn'), options);
  const turn = new Promise((settle) => setImmediate(settle, 'others were served'));
  expect(await Promise.race([reading, turn])).toBe('others were served');
  expect(said(await reading)).toBe('read');
});

test('a file that takes more memory than it is given is refused in one sentence, and those behind it are read', async () => {
  const wide = new TextEncoder().encode(`{"format":"proviso","x":[${'{},'.repeat(4_000_000)}{}]}`);
  const { read } = documentsInWorker({ megabytes: 48, seconds: 300 });
  const small = await written('akn');
  const [full, behind] = await Promise.all([
    read(wide, { ...options, fileName: 'wide.json', format: 'json' }),
    read(small, options),
  ]);
  expect(full).toMatchObject({
    ok: false,
    rejection: {
      code: 'input-invalid',
      sentence: 'wide.json cannot be read within the 48 MB of memory that a file is given.',
      place: { file: 'wide.json' },
    },
  });
  expect(said(behind)).toBe('read');
}, 60_000);

test('a file that takes longer than it is given is refused in one sentence', async () => {
  const { read } = documentsInWorker({ megabytes: 640, seconds: 0.001 });
  expect(said(await read(await written('akn'), options))).toBe(
    'doors cannot be read within the 0.001 seconds that a file is given.',
  );
});
