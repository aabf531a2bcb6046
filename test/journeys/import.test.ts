import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LARGEST_DOCUMENT } from '../../src/core/code/document-file.ts';
import { writeDocxDocument } from '../../src/format/docx/document-format.ts';
import { versionWith } from '../support/any-document.ts';
import { startBrowser } from '../support/browser.ts';
import { EXAMPLE } from '../support/code.ts';
import { HOSTILE_PACKAGES, HOSTILE_XML } from '../support/hostile-files.ts';
import { faultsOf, sidewaysOf } from '../support/inspect.ts';
import { type Served, serve } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const HOSTILE = [...HOSTILE_PACKAGES, ...HOSTILE_XML]
  .filter(({ name }) => ['bomb.docx', 'way-up.docx', 'text.odt', 'laughs.xml', 'cut.xml'].includes(name))
  .map(({ name, bytes, refusal }) => [name, bytes(), refusal] as const);

let served: Served;
let browser: Browser;
let page: Page;
let annex: Buffer;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve({ demo: true }), startBrowser()]);
  annex = Buffer.from(await writeDocxDocument(versionWith(EXAMPLE.provisions)));
});
afterAll(() => browser?.close());

/** A browser in which somebody of the demonstration is signed in. */
async function asPerson(name: string): Promise<void> {
  page = await (await browser.newContext({ baseURL: served.address, locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: `Sign in as ${name}` }).click();
}

const versions = async (): Promise<string[]> => {
  const { versions: all } = await new Visitor(served.address).read('text/list-versions', { instrument: 'sec' });
  return all.map((one: { label: string }) => one.label);
};

/** What axe finds, and what makes a page scroll sideways on a telephone. */
async function wrongWith(): Promise<string[]> {
  const found = await faultsOf(page);
  await page.setViewportSize({ width: 390, height: 900 });
  found.push(...(await sidewaysOf(page)));
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

describe('the Code Administrator imports a Word file in the browser', () => {
  test('sees what becomes of it, with nothing stored, and then stores it', async () => {
    await asPerson('Code Administrator');
    const before = await versions();
    await page.goto('/sec');
    await page.getByRole('link', { name: 'Import a document' }).click();
    expect(await wrongWith()).toEqual([]);
    await page.getByRole('button', { name: 'Show what becomes of it' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('No file was chosen; expected one.');

    await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'annex.docx', mimeType: WORD, buffer: annex });
    await page.getByLabel('Document', { exact: true }).fill('annex');
    await page.getByLabel('In force from').fill('2019-03-01');
    await page.getByLabel('Made by', { exact: true }).fill('The Annex Direction');
    await page.getByRole('button', { name: 'Show what becomes of it' }).click();
    expect(await page.locator('.pv-lede').textContent()).toMatch(
      /^annex\.docx\. It would be version 5\.24 of the Smart Energy Code by one amendment, in force from 1 March 2019\. Nothing is stored yet\.$/,
    );
    expect(await page.locator('main').textContent()).toContain('Word, written by Proviso');
    expect(await wrongWith()).toEqual([]);
    expect(await versions()).toEqual(before);

    const store = page.getByRole('button', { name: 'Store version 5.24' });
    await store.click();
    expect(await page.getByRole('alert').textContent()).toContain('Nothing was stored: tick the box');
    expect(await versions()).toEqual(before);
    await page.getByRole('checkbox', { name: 'Store it in the Smart Energy Code all the same' }).check();
    await store.click();
    expect(await page.getByRole('status').textContent()).toContain(
      'annex.docx is version 5.24 of the Smart Energy Code',
    );
    expect(await versions()).toEqual([...before, '5.24']);
    expect(await page.locator('main').textContent()).toContain('The Annex Direction');

    await page.goBack();
    await page.getByRole('checkbox', { name: 'Store it in the Smart Energy Code all the same' }).check();
    await store.click();
    expect(await page.getByRole('status').textContent()).toContain('It is stored already: annex.docx is version 5.24');
    expect(await versions()).toEqual([...before, '5.24']);
  }, 120_000);
});

describe('the proposer brings the legal text back from Word', () => {
  test('as tracked changes, which replace it once they have been seen', async () => {
    await asPerson('SSC Chair');
    await page.goto('/modifications/SECMP0065/legal-text');
    await page.getByRole('link', { name: 'edit it in Word' }).click();
    expect(await wrongWith()).toEqual([]);
    const word = await page.request.get('/modifications/SECMP0065/legal-text/file.docx');
    expect(word.headers()['content-type']).toBe(WORD);
    await page
      .getByLabel('Word file')
      .setInputFiles({ name: 'returned.docx', mimeType: WORD, buffer: await word.body() });
    await page.getByRole('button', { name: 'Show the amendments' }).click();
    expect(await page.locator('.pv-lede').textContent()).toMatch(
      /returned\.docx holds \d+ amendments of version 5\.23/,
    );
    expect(await page.locator('main').textContent()).toContain('What the file does not show');
    expect(await wrongWith()).toEqual([]);
    await page.getByRole('button', { name: 'Make this the legal text' }).click();
    expect(await page.getByRole('status').textContent()).toContain('returned.docx are the legal text');
  }, 120_000);

  test('a file without tracked changes is refused, with what was expected', async () => {
    await page.goto('/modifications/SECMP0065/legal-text/import');
    await page.getByLabel('Word file').setInputFiles({ name: 'clean.docx', mimeType: WORD, buffer: annex });
    await page.getByRole('button', { name: 'Show the amendments' }).click();
    expect(await page.getByRole('alert').textContent()).toContain(
      'clean.docx holds no tracked changes; expected a Word',
    );
  }, 60_000);
});

describe('a bad file', () => {
  test.each(HOSTILE)(
    '%s is refused by page and API in one sentence, and nothing is stored',
    async (name, bytes, refusal) => {
      const administrator = await Visitor.as(served.address, 'code-administrator@demo.invalid');
      const before = await versions();
      const body = new FormData();
      const [, token = ''] = /name="_token" value="([^"]+)"/.exec((await administrator.get('/import')).body) ?? [];
      for (const [field, value] of Object.entries({ _token: token, instrument: 'sec', asOf: '2019-03-02' })) {
        body.set(field, value);
      }
      body.set('file', new Blob([Uint8Array.from(bytes)]), name);
      const shown = await administrator.send('/import', { method: 'POST', body });
      expect(shown.status).toBe(400);
      expect(shown.words).toMatch(refusal);
      const input = { instrument: 'sec', fileName: name, asOf: '2019-03-02' };
      for (const operation of ['text/check-document', 'text/import-document']) {
        const sent = { ...input, file: Buffer.from(bytes).toString('base64') };
        expect((await administrator.refusal(operation, sent)).detail).toMatch(refusal);
      }
      expect(await versions()).toEqual(before);
    },
    60_000,
  );

  test('larger than is read is refused with the limit, and from who is not signed in at the size of a form', async () => {
    const administrator = await Visitor.as(served.address, 'code-administrator@demo.invalid');
    const input = (size: number) => ({ instrument: 'sec', fileName: 'x.xml', file: 'A'.repeat(size) });
    const huge = await administrator.refusal('text/check-document', input(LARGEST_DOCUMENT * 1.5));
    expect(huge.detail).toContain('a file of 32 MB, the largest that is read');
    const large = await administrator.refusal('text/check-document', input(4_000_000));
    expect(large.detail).toContain('in no form that is read');
    const stranger = new Visitor(served.address);
    expect((await stranger.refusal('text/check-document', input(400_000))).detail).toContain('larger than 256 KB');
    expect((await stranger.refusal('text/check-document', input(4))).code).toBe('not-signed-in');
    const elsewhere = await administrator.post('/api/modification/cast-vote', { reasons: 'x'.repeat(400_000) });
    expect(elsewhere.body).toContain('larger than 256 KB');
  }, 60_000);

  test('is imported by the Code Administrator alone', async () => {
    const chair = await Visitor.as(served.address, 'panel-chair@demo.invalid');
    expect((await chair.get('/import')).status).toBe(403);
    expect((await new Visitor(served.address).get('/import')).status).toBe(401);
  });
});
