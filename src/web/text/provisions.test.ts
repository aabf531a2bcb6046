import { expect, test } from 'vitest';
import { provision } from '../../../test/support/code.ts';
import { PROVISION_KINDS, type Provision } from '../../core/code/provision.ts';
import { provisionsText } from './provisions.ts';
import { PLAIN_WORDS } from './words.ts';

const printed = (...provisions: Provision[]) => String(provisionsText(provisions, PLAIN_WORDS)).replaceAll(/\s+/g, ' ');

const note = provision('n-1', { kind: 'note', number: '*', text: 'A note on keys.' });
const image = provision('i-1', { kind: 'image', number: '1', heading: 'door.png', text: 'A door & its key' });

test('the words of every kind of provision are printed under an address of their own', () => {
  for (const kind of PROVISION_KINDS) {
    const words = printed(
      provision(`one-${kind}`, { kind, number: '7', heading: 'Heading', text: `Words <of> ${kind}` }),
    );
    expect(words).toContain(`id="p-one-${kind}"`);
    expect(words).toContain(`Words &lt;of&gt; ${kind}`);
    expect(words).toContain('Heading');
  }
});

test('a note stands below its provision, and a mark where the words end leads to it', () => {
  const words = printed(provision('g-1', { kind: 'clause', number: 'G1', text: 'Keep the key.', children: [note] }));
  expect(words).toContain('Keep the key.<sup><a href="#p-n-1" aria-label="Note *">*</a></sup></p>');
  expect(words).toMatch(
    /id="p-n-1"><span class="govuk-visually-hidden">Note <\/span><span class="pv-number">\*<\/span> A note on keys\.<\/p>/,
  );
});

test('a note to a title and to a cell is marked there too', () => {
  const cell = provision('c-1', { kind: 'cell', text: 'Door', children: [note] });
  const table = provision('t-1', { kind: 'table', children: [provision('r-1', { kind: 'row', children: [cell] })] });
  expect(printed(table)).toMatch(/<td>Door<sup><a href="#p-n-1".*A note on keys\.<\/p><\/td>/);
  const section = provision('g', { kind: 'section', number: 'G', heading: 'Keys', children: [note] });
  expect(printed(section)).toMatch(/<h3 [^>]*>.*Keys<sup><a href="#p-n-1".*<\/h3>.*A note on keys\./);
});

test('an image by reference is a figure that names it and says what it shows', () => {
  expect(printed(image)).toMatch(
    /<figure [^>]*id="p-i-1"><div>Image 1 <code>door\.png<\/code><\/div><figcaption>A door &amp; its key<\/figcaption><\/figure>/,
  );
  expect(printed({ ...image, text: '' })).toContain('<figcaption>What it shows is not said.</figcaption>');
});

test('a table has its headings over its rows, and rows of headings within', () => {
  const row = (id: string, kind: 'row' | 'header-row', text: string) =>
    provision(id, { kind, children: [provision(`${id}-1`, { kind: 'cell', text })] });
  const rows = [row('h', 'header-row', 'What'), row('r', 'row', 'A door'), row('i', 'header-row', 'Within')];
  const words = printed(provision('t', { kind: 'table', number: 'Table 1', heading: 'Doors', children: rows }));
  expect(words).toMatch(
    /<caption>Table 1 Doors<\/caption><thead><tr id="p-h"><th scope="col">What<\/th><\/tr><\/thead><tbody><tr id="p-r"><td>A door<\/td>.*<th scope="colgroup">Within<\/th>/,
  );
});
