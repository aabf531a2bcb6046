import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { proviso } from '../support/command.ts';
import { Script } from '../support/script.ts';
import { type Served, serve } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

const PATH = '/modifications/SECMP0065/consultations/consultation';
const SECRET = '=HYPERLINK("https://evil.example","our volume is 123,457")';
const MARKUP = '<img src=x onerror=alert(1)>=1+1';

let served: Served;
let script: Script;
let browser: Browser;
let page: Page;
let code = '';

beforeAll(async () => {
  served = await serve({ demo: true });
  script = await Script.of(served.address);
  await script.through('open-consultation');
  browser = await startBrowser();
});

afterAll(() => browser.close());

async function as(id: string, path: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies((await script.person(id)).cookiesFor(served.address));
  page = await context.newPage();
  await page.goto(served.address + path);
}

const words = async () => (await page.locator('main').textContent()) ?? '';
const press = async (name: string | RegExp) => {
  await page.getByRole('button', { name, exact: typeof name === 'string' }).focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
};

async function faults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe('a Party by keyboard alone', () => {
  test('writes a draft that saves itself, and attaches a file', async () => {
    await as('elderfen', PATH);
    await page.getByRole('link', { name: 'Write your response' }).focus();
    await Promise.all([page.waitForURL(/\/response$/), page.keyboard.press('Enter')]);
    await page.getByRole('radio', { name: 'Support', exact: true }).focus();
    await page.keyboard.press('Space');
    await page.getByLabel('What would it change in your next security assessment? (optional)', { exact: true }).focus();
    await page.keyboard.type(SECRET);
    await page.getByLabel(/Keep this answer confidential: What would it change/).focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Anything else that the Change Board should know? (optional)', { exact: true }).focus();
    await page.keyboard.type(MARKUP);
    await page.getByText(/Draft saved at .* It is not sent/).waitFor();
    await page.getByText('Add a file').focus();
    await page.keyboard.press('Enter');
    const upload = page.getByLabel('File', { exact: true });
    await upload.setInputFiles({
      name: 'view.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ no such thing'),
    });
    await press('Add the file');
    expect(await words()).toContain('"view.pdf" does not begin as a PDF does');
    expect(
      await page
        .getByLabel(/Anything else/)
        .first()
        .inputValue(),
    ).toBe(MARKUP);
    await upload.setInputFiles({ name: '../../costs.csv', mimeType: 'text/html', buffer: Buffer.from('a,b\n1,2\n') });
    await press('Add the file');
    expect(await words()).toMatch(/costs\.csv is added, and the draft is saved/);
    expect(await faults()).toEqual([]);
  });

  test('sends it, and anybody who has the receipt can check it', async () => {
    await press('Send the response');
    expect(await words()).toMatch(/Your response is received\. Receipt: SECMP0065\.\d+\.[0-9a-f]{32}/);
    code = /SECMP0065\.\d+\.[0-9a-f]{32}/.exec(await words())?.[0] ?? '';
    await page.getByRole('link', { name: code }).focus();
    await Promise.all([page.waitForURL(/\/receipts/), page.keyboard.press('Enter')]);
    expect(await words()).toMatch(/The receipt is genuine[\s\S]*Elderfen Energy/);
    expect(await faults()).toEqual([]);
    const stranger = new Visitor(served.address);
    expect((await stranger.get(`/receipts?code=${code}`)).words).toContain('The receipt is genuine');
    const forged = await stranger.get(`/receipts?code=${code.slice(0, -4)}0000`);
    expect([forged.status, forged.words.includes('forged')]).toEqual([404, true]);
    const checked = await proviso('consultation', 'check-receipt', '--code', code, '--data', served.data);
    expect([checked.code, checked.out.includes('elderfen')]).toEqual([0, true]);
    const refused = await proviso(
      'consultation',
      'check-receipt',
      '--code',
      `${code.slice(0, -4)}0000`,
      '--data',
      served.data,
    );
    expect(refused.code).toBe(2);
  });

  test('replaces it before the close, its file kept', async () => {
    await page.goto(`${served.address}${PATH}/response`);
    expect(await words()).toContain('takes its place');
    await page.getByRole('radio', { name: 'Neutral', exact: true }).focus();
    await page.keyboard.press('Space');
    await press('Send it in place of the one before');
    expect(await words()).toContain('Your response is received');
    expect((await new Visitor(served.address).get(`/receipts?code=${code}`)).words).toContain(
      'has replaced this response',
    );
  });
});

describe('what the answers hold', () => {
  test('runs in no page and in no spreadsheet, and what is confidential is in no public set', async () => {
    await as('code-administrator', PATH);
    expect(await page.locator('main img').count()).toBe(0);
    expect(await words()).toContain(MARKUP);
    const administrator = await script.person('code-administrator');
    const odd = await administrator.get(`${PATH}/responses.csv?set=anything`);
    expect([odd.status, odd.words.includes('set is "anything"; expected one of public, reader, or none.')]).toEqual([
      400,
      true,
    ]);
    const whole = await administrator.get(`${PATH}/responses.csv`);
    expect(whole.body).toContain(`"'=HYPERLINK(""https://evil.example""`);
    expect(whole.body).not.toMatch(/(^|,|")=HYPERLINK/m);
    for (const reader of [administrator, await script.person('dovecote'), new Visitor(served.address)]) {
      for (const end of ['csv', 'json', 'html']) {
        const answer = await reader.get(`${PATH}/responses.${end}?set=public`);
        expect([answer.status, answer.body.includes('evil.example'), answer.body.includes('costs.csv')]).toEqual([
          200,
          false,
          false,
        ]);
      }
    }
    for (const path of [
      PATH,
      '/modifications/SECMP0065',
      '/record/log/modification/SECMP0065',
      `/receipts?code=${code}`,
      `${PATH}/responses.csv`,
    ]) {
      const { body } = await (await script.person('dovecote')).get(path);
      expect([path, body.includes('evil.example'), body.includes('costs.csv')]).toEqual([path, false, false]);
    }
    const draft = await (await script.person('dovecote')).get(`${PATH}/response?party=elderfen`);
    expect([draft.status, draft.body.includes('evil.example')]).toEqual([403, false]);
  });

  test('a file comes as a download that no browser guesses at, to those alone who may read it', async () => {
    const owner = await script.person('elderfen');
    const [, address = ''] = /href="([^"]+\/attachments\/[^"]+)"/.exec((await owner.get(PATH)).body) ?? [];
    const file = await owner.get(address);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="costs\.csv"/);
    expect([file.type, file.headers.get('x-content-type-options')]).toEqual(['text/csv', 'nosniff']);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect((await (await script.person('dovecote')).get(address)).status).toBe(404);
  });

  test('is too large as a file, and nothing is kept of it', async () => {
    const owner = await script.person('dovecote');
    const file = Buffer.alloc(5 * 1024 * 1024 + 1, 'a').toString('base64');
    const refusal = await owner.refusal('consultation/attach-file', {
      modification: 'SECMP0065',
      fileName: 'big.txt',
      file,
    });
    expect(refusal).toMatchObject({ code: 'input-invalid', detail: expect.stringContaining('at most 5242880') });
    expect((await owner.read('consultation/show-own-response', { modification: 'SECMP0065' })).files).toEqual([]);
  });
});

test('the collation stands as charts with their tables, fits a phone, and is taken out as a Word file', async () => {
  await script.through('respond');
  const late = await script.person('dovecote');
  const drafted = { modification: 'SECMP0065', step: 'consultation', revision: 0 };
  await late.write('consultation/save-response', { ...drafted, answers: { comment: 'Too late to be sent' } });
  await (await script.person('code-administrator')).write('record/advance-clock', { to: '2018-10-19T18:00:00.000Z' });
  const over = await late.get(`${PATH}/response`);
  expect(over.words).toMatch(/closed at 17:00 on 19 October 2018.*can still record a response, marked late, until/);
  expect(over.words).toContain('Too late to be sent');
  expect([over.body.includes('id="response"'), over.words.includes('Send the response')]).toEqual([false, false]);
  await as('dovecote', PATH);
  expect(await page.getByRole('img', { name: 'Do you support SECMP0065?' }).count()).toBe(1);
  expect(await page.getByRole('table', { name: /Answers by party category: Do you support/ }).textContent()).toMatch(
    /Support4/,
  );
  expect(await words()).toContain('asked in version 2 alone');
  expect(await faults()).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  const word = await new Visitor(served.address).get(`${PATH}/responses.docx?set=public`);
  expect([word.status, Buffer.from(word.bytes.slice(0, 2)).toString()]).toEqual([200, 'PK']);
  const refused = await late.refusal('modification/respond', {
    modification: 'SECMP0065',
    step: 'consultation',
    answers: { stance: 'oppose' },
  });
  expect(refused.detail).toContain('can still record a response, marked late, until');
});
