import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { faultsOf, sidewaysOf } from '../support/inspect.ts';
import { type Served, serve } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

/** Two drafters at one legal text, each at a browser of their own; each chapter goes on where the last ended. */
let served: Served;
let browser: Browser;
let ada: Page;
let chair: Page;

const PASSWORD = 'correct horse battery';

beforeAll(async () => {
  [served, browser] = await Promise.all([serve({ demo: true }), startBrowser()]);
  const administrator = await Visitor.as(served.address, 'code-administrator@demo.invalid');
  const made = await administrator.form(
    '/accounts/create',
    { name: 'Ada Brown', email: 'ada@example.org', role: 'proposer', seat: '', party: '', password: PASSWORD },
    '/accounts',
  );
  expect(made.status).toBeLessThan(400);
  chair = await person('ssc-chair@demo.invalid');
  ada = await person('ada@example.org', PASSWORD);
});
afterAll(() => browser?.close());

async function person(email: string, password?: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: served.address, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const visitor = await Visitor.as(served.address, email, password);
  await context.addCookies(visitor.cookiesFor(served.address));
  return page;
}

const DRAFT = '/modifications/SECMP0065/draft?part=g';
const words = (page: Page, provision: string) => page.locator(`[data-provision="${provision}"] [data-field="words"]`);
const status = (page: Page) => page.locator('#draft-status');
const instructions = (page: Page) => page.locator('#draft-instructions li').allTextContents();

async function saved(page: Page): Promise<void> {
  await page.locator('#draft-status.pv-draft-saved').waitFor();
  expect(await status(page).textContent()).toMatch(/^Saved \d\d:\d\d:\d\d$/);
}

/** Puts the caret behind the words of a provision. */
async function behind(page: Page, provision: string): Promise<void> {
  await words(page, provision).click();
  await page.keyboard.press('End');
  for (let lines = 0; lines < 12; lines += 1) {
    const isAtEnd = await page.evaluate(
      `(() => { const s = getSelection(); const w = document.querySelector('[data-provision="${provision}"] [data-field="words"]');
      const r = document.createRange(); r.selectNodeContents(w); r.setStart(s.focusNode, s.focusOffset); return r.toString() === ''; })()`,
    );
    // the editor hears of a new selection with the next frame; until then it pastes where the caret was before
    if (isAtEnd) {
      await page.evaluate('new Promise((heard) => requestAnimationFrame(() => requestAnimationFrame(heard)))');
      return page.locator(`[data-provision="${provision}"].pv-draft-current`).waitFor();
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
  }
  throw new Error(`the caret does not come behind ${provision}`);
}

test('what is typed is followed by its instruction and redline, and is saved', async () => {
  await chair.goto(DRAFT);
  await chair.locator('.ProseMirror').waitFor();
  const before = await instructions(chair);
  await behind(chair, 'g7-19');
  await chair.keyboard.type(' It says so in writing.');
  await chair.locator('#draft-instructions li', { hasText: 'It says so in writing' }).waitFor();
  expect(await instructions(chair)).toEqual([
    ...before,
    'In clause G7.19, after “assurance” insert “. It says so in writing”.',
  ]);
  expect(await chair.locator('#draft-redline ins', { hasText: 'It says so in writing' }).count()).toBe(1);
  await saved(chair);
  expect(await faultsOf(chair)).toEqual([]);
});

test('Enter divides a provision and undo puts it together; a number that another bears is named at its place', async () => {
  await chair.keyboard.press('Enter');
  await chair.keyboard.type('It keeps the framework for two years.');
  await chair.locator('#draft-instructions li', { hasText: 'clause G7.20' }).waitFor();
  const added = chair.locator('[data-provision="g7-20"]');
  while ((await added.count()) > 0) await chair.getByRole('button', { name: 'Undo' }).click();
  await chair.locator('#draft-instructions li', { hasText: 'clause G7.20' }).waitFor({ state: 'detached' });
  await chair.locator('[data-provision="g8-2"] [data-field="number"]').click();
  await chair.keyboard.press('End');
  await chair.keyboard.press('Backspace');
  await chair.keyboard.type('1');
  const fault = chair.locator('[data-provision="g8-2"] .pv-draft-fault');
  await fault.waitFor();
  expect(await fault.textContent()).toMatch(/^Another provision is numbered G8.1 too/);
  expect(await faultsOf(chair)).toEqual([]);
  await chair.keyboard.press('Control+z');
  await fault.waitFor({ state: 'detached' });
  await saved(chair);
});

test('Tab indents, and Escape with Tab leaves the text', async () => {
  await behind(chair, 'g8-3');
  await chair.keyboard.press('Tab');
  await chair.locator('[data-provision="g8-3"][data-depth="3"]').waitFor();
  await chair.keyboard.press('Shift+Tab');
  await chair.locator('[data-provision="g8-3"][data-depth="2"]').waitFor();
  await chair.keyboard.press('Escape');
  await chair.keyboard.press('Tab');
  expect(await chair.evaluate(`document.activeElement.closest('.ProseMirror') === null`)).toBe(true);
});

test('what follows from a renumbering is accepted one by one or all at once by keyboard, here and elsewhere, and undone', async () => {
  for (const [id, digit] of [
    ['g3-26', '6'],
    ['g7-19', '9'],
  ] as const) {
    const number = chair.locator(`[data-provision="${id}"] [data-field="number"]`);
    await number.click();
    await chair.keyboard.press('End');
    await chair.keyboard.type('Z');
    await number.getByText(`${digit}Z`).waitFor();
  }
  const offered = chair.locator('.pv-draft-consequences li');
  const elsewhere = offered.filter({ hasText: '“Section G7.19Z”' });
  const here = offered.filter({ hasText: 'clause G3.28' });
  await Promise.all([elsewhere.waitFor(), here.waitFor()]);
  const before = await words(chair, 'g3-28').textContent();
  const instructed = await instructions(chair);
  expect(await faultsOf(chair)).toEqual([]);
  await elsewhere.getByRole('button', { name: /^Accept: In / }).focus();
  await chair.keyboard.press('Enter');
  await elsewhere.waitFor({ state: 'detached' });
  expect(await chair.evaluate('document.activeElement.ariaLabel')).toMatch(/^Accept: In clause G3.28/);
  expect(await chair.locator('#draft-said').textContent()).toBe('Accepted.');
  await chair.locator('#draft-instructions li', { hasText: 'Security Controls Framework' }).waitFor();
  await chair.getByRole('button', { name: 'Undo' }).click();
  await elsewhere.waitFor();
  await chair.getByRole('button', { name: /^Accept all \d/ }).click();
  await chair.locator('#draft-instructions li', { hasText: 'Security Controls Framework' }).waitFor();
  expect(await offered.count()).toBe(0);
  expect(await words(chair, 'g3-28').textContent()).toContain('Section G3.26Z');
  await saved(chair);
  await chair.getByRole('button', { name: 'Undo' }).click();
  expect(await words(chair, 'g3-28').textContent()).toBe(before);
  await elsewhere.waitFor();
  expect(await instructions(chair)).toEqual(instructed);
  // back to the numbers that were
  await chair.getByRole('button', { name: 'Undo' }).click();
  await chair.getByRole('button', { name: 'Undo' }).click();
  await offered.first().waitFor({ state: 'detached' });
  await saved(chair);
});

test('what is pasted from a word processor is words in provisions, without markup', async () => {
  await behind(chair, 'g8-3');
  await chair.evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text/html', '<style>p{color:red}</style><p class=MsoNormal><b onclick="x()">One</b>\\n<i>point</i></p><ol><li>(a) two</li></ol><table><tr><td>three</td></tr></table>');
    document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  })()`);
  const pasted = chair.locator('[data-provision="g8-3"] ~ .pv-draft-provision');
  await pasted.first().waitFor();
  expect(await words(chair, 'g8-3').textContent()).toMatch(/One point$/);
  expect(await pasted.allTextContents()).toEqual(['(a)two', 'three']);
  expect(await chair.locator('.ProseMirror :is(b, i, table, style, li)').count()).toBe(0);
  await chair.keyboard.press('Control+z');
  await pasted.first().waitFor({ state: 'detached' });
  await saved(chair);
});

test('an edit survives that the page is loaded again', async () => {
  await chair.reload();
  expect(await words(chair, 'g7-19').textContent()).toMatch(/It says so in writing\.$/);
});

test('without a connection what is typed stays on the device, and is sent when it is back', async () => {
  const context: BrowserContext = chair.context();
  await behind(chair, 'g7-19');
  await context.setOffline(true);
  await chair.keyboard.type(' Twice.');
  await chair.locator('#draft-status.pv-draft-lost').waitFor();
  expect(await status(chair).textContent()).toBe(
    'Not saved: the connection is lost; what you typed is kept on this device and is sent when it is back.',
  );
  expect(await chair.evaluate('JSON.stringify(localStorage)')).toContain('Twice');
  await context.setOffline(false);
  await saved(chair);
  expect(await chair.evaluate('JSON.stringify(localStorage)')).not.toContain('Twice');
});

test('a second person is told of the first, and who saves second is asked', async () => {
  await ada.goto(DRAFT);
  const others = ada.locator('#draft-others');
  await others.waitFor();
  expect(await others.textContent()).toMatch(
    /^Also open by SSC Chair since \d\d:\d\d: the one who saves second is asked\.$/,
  );
  // both see the same revision; one goes on without hearing of the other
  await ada.route('**/keep-draft-open', (route) => route.abort());
  await behind(chair, 'g3-1');
  await chair.keyboard.type(' Said the chair.');
  await saved(chair);
  await behind(ada, 'g7-19');
  await ada.keyboard.type(' Said Ada.');
  const choice = ada.getByRole('alertdialog');
  await choice.waitFor();
  expect(await choice.textContent()).toMatch(
    /SSC Chair saved the draft at .* What you typed is not saved; it is still here\./,
  );
  await choice.getByRole('button', { name: 'See both' }).click();
  expect(await choice.locator('ins').allTextContents()).toEqual([expect.stringContaining('Said Ada')]);
  expect(await choice.locator('del').allTextContents()).toEqual([expect.stringContaining('Said the chair')]);
  expect(await faultsOf(ada)).toEqual([]);
  await choice.getByRole('button', { name: 'Take theirs' }).click();
  expect(await words(ada, 'g3-1').textContent()).toMatch(/Said the chair\.$/);
  expect(await words(ada, 'g7-19').textContent()).not.toContain('Said Ada');
  // nothing is lost: what was replaced comes back by undo, and is then Ada's to save
  await ada.getByRole('button', { name: 'Undo' }).click();
  expect(await words(ada, 'g7-19').textContent()).toContain('Said Ada');
  await saved(ada);
});

test('on a phone one thing is shown at a time, and nothing is wider than the screen', async () => {
  await ada.setViewportSize({ width: 390, height: 844 });
  expect(await ada.locator('#draft-editor').isVisible()).toBe(true);
  expect(await ada.locator('#draft-redline').isVisible()).toBe(false);
  await ada.getByRole('button', { name: /^Redline/ }).click();
  expect(await ada.locator('#draft-editor').isVisible()).toBe(false);
  expect(await ada.locator('#draft-redline').isVisible()).toBe(true);
  expect(await faultsOf(ada)).toEqual([]);
  await ada.setViewportSize({ width: 320, height: 844 });
  expect(await sidewaysOf(ada)).toEqual([]);
  await ada.setViewportSize({ width: 1280, height: 900 });
});

test('a draft is discarded and taken up again, then put forward as the legal text', async () => {
  await ada.unroute('**/keep-draft-open');
  await ada.reload();
  await ada.getByText('Discard the draft', { exact: true }).first().click();
  await ada.getByRole('button', { name: 'Discard the draft' }).click();
  await ada.getByRole('button', { name: 'Undo: take it up again' }).click();
  await ada.goto(DRAFT);
  expect(await words(ada, 'g7-19').textContent()).toContain('Said Ada');
  await ada.getByRole('button', { name: 'Put forward as the legal text' }).click();
  await ada.waitForURL('**/legal-text');
  expect(await ada.locator('.redline').textContent()).toContain('Said Ada');
});

test('who may not draft it is told who may; without scripts the page says what else can be done', async () => {
  const context = await browser.newContext({ baseURL: served.address, javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto('/modifications/SECMP0065/draft');
  expect(await plain.locator('main').textContent()).toMatch(/Sign in as one who may draft/);
  const reader = await Visitor.as(served.address, 'panel-chair@demo.invalid');
  expect((await reader.get('/modifications/SECMP0065/draft')).words).toMatch(/is for .*, not for Panel Chair\./);
  const visitor = await Visitor.as(served.address, 'ssc-chair@demo.invalid');
  await context.addCookies(visitor.cookiesFor(served.address));
  await plain.goto(DRAFT);
  expect(await plain.locator('main').textContent()).toMatch(/the browser must run scripts/);
  expect(await plain.locator('#draft-editor').textContent()).toContain('G7.19');
  await context.close();
});

test('once its report is handed in the text can be read, and no longer changed', async () => {
  const administrator = await Visitor.as(served.address, 'code-administrator@demo.invalid');
  await administrator.write('record/advance-clock', { to: '2018-10-09T09:00:00Z' });
  await administrator.write('modification/submit-paper', { modification: 'SECMP0065', step: 'report' });
  const faults: string[] = [];
  ada.on('pageerror', (fault) => faults.push(fault.message));
  await ada.goto(DRAFT);
  await ada.locator('#draft-redline ins').first().waitFor();
  expect(await ada.locator('main').textContent()).toMatch(/can be drafted anew only until/);
  expect(await ada.locator('.ProseMirror').getAttribute('contenteditable')).toBe('false');
  expect(await ada.getByRole('button', { name: 'Put forward as the legal text' }).count()).toBe(0);
  expect([faults, await faultsOf(ada)]).toEqual([[], []]);
});
