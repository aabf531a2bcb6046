import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { faultsOf, sidewaysOf } from '../support/inspect.ts';
import { Script } from '../support/script.ts';
import { serve } from '../support/server.ts';

let browser: Browser;
let page: Page;
let script: Script;
let address: string;

const modification = 'SECMP0065';
const REFINEMENT = `/modifications/${modification}/refinement`;
const reasons = 'For the reasons minuted.';

beforeAll(async () => {
  const [served, started] = await Promise.all([serve({ demo: true }), startBrowser()]);
  browser = started;
  address = served.address;
  script = await Script.of(address, { urgency: 'refused', route: 'refused' });
  await script.before('make-determination', 'authority_timetable');
  const steps = [
    { step: 'refinement', from: '2018-12-14', to: '2018-12-14' },
    { step: 'consultation', from: '2018-12-17', to: '2019-01-10' },
    { step: 'ballot', from: '2019-01-23', to: '2019-01-23' },
  ];
  const set = { modification, step: 'revised_timetable', outcome: 'agreed', reasons, timetable: { steps } };
  await (await script.person('panel-chair')).write('modification/make-determination', set);
});
afterAll(() => browser?.close());

/** Goes on in the browser as an account of the demonstration. */
async function actAs(account: string): Promise<void> {
  await page?.context().close();
  const context = await browser.newContext({
    baseURL: address,
    locale: 'en-GB',
    viewport: { width: 390, height: 800 },
  });
  await context.addCookies((await script.person(account)).cookiesFor(address));
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(REFINEMENT);
}

async function fill(form: string, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values))
    await page.locator(`#${form}`).locator(`[name="${name}"]`).fill(value);
  await page.locator(`#${form} button[type=submit]`).click();
}

test('a Working Group is appointed in the browser, too few being told, and a row left blank in between is no fault', async () => {
  await actAs('code-administrator');
  const names = { 'members.0.name': 'Ines Calder', 'members.1.name': 'Tom Arkwright', 'members.2.name': 'Ada Pell' };
  const terms = { chair: 'Ines Calder', 'questions.0': 'What does it cost?', due: '2018-11-09' };
  await fill('appoint-working-group', { ...names, 'members.4.name': 'Jo Lund', ...terms });
  expect(await page.locator('#appoint-working-group-members-error').textContent()).toBe(
    'A Working Group has at least 5 members, and 4 are named.',
  );
  await fill('appoint-working-group', { 'members.6.name': 'Ravi Noor' });
  expect(await page.locator('#group + *').textContent()).toContain('Ravi Noor');
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toEqual([]);
});

test('a member answers a question under their own name, and nobody else does for the group', async () => {
  const visitor = await script.person('dcc');
  const answer = { modification, question: '1', answer: 'Nothing to us.' };
  expect(await visitor.refusal('refinement/answer-group-question', answer)).toMatchObject({ code: 'wrong-actor' });
  await actAs('working-group-chair');
  await fill('answer-1', { answer: 'No more than £1,200.' });
  expect(await page.locator('.pv-questions').textContent()).toContain('No more than £1,200.Ines Calder');
});

test('the report waits for the consultation, and says so with who can open it', async () => {
  const administrator = await script.person('code-administrator');
  const refusal = await administrator.refusal('modification/submit-paper', { modification, step: 'refinement' });
  expect(refusal.unblock.map((one) => `${one.who} to ${one.by}`)).toEqual([
    'the Code Administrator to open the consultation on what the Working Group has found',
  ]);
});

test('the DCC is asked for an assessment, finds it among what awaits it, and delivers it in the browser', async () => {
  await actAs('code-administrator');
  await page.locator('summary', { hasText: 'Request the Preliminary Assessment' }).click();
  await fill('request-preliminary', { 'questions.1': 'How long does it take?' });
  const awaiting = await (await script.person('dcc')).get('/next');
  expect(awaiting.words).toContain('Deliver the Preliminary Assessment');
  await actAs('dcc');
  await page.goto('/next');
  await page.locator('main a', { hasText: 'Deliver the Preliminary Assessment' }).click();
  // The link opens what its form stands in.
  await page.locator('#deliver-preliminary-1 button[type=submit]').waitFor();
  const result = { summary: 'Rules alone change.', costFromGbp: '0', costToGbp: '12000', leadTimeMonths: '1' };
  await fill('deliver-preliminary-1', result);
  const shown = await page.locator('section:has(> #assessment-preliminary-1)').textContent();
  expect(shown).toContain('£0 to £12,000');
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toEqual([]);
});

test('a member raises an alternative by what a provision says instead, and a majority makes it a solution with its redline', async () => {
  await actAs('working-group-member');
  await page.locator('summary', { hasText: 'Raise an alternative' }).click();
  const words = { 'wordings.1.provision': 'G3.99', 'wordings.1.words': 'Each Supplier Party keeps its own list.' };
  await fill('raise-alternative', { title: 'Lists <b>alone</b>', ...words });
  const shown = await page.locator('#main, main').first().textContent();
  expect(shown).toContain('has no provision "G3.99"');
  await fill('raise-alternative', {
    'wordings.0.provision': 'G3.27',
    'wordings.0.words': 'Lists are kept.',
    'wordings.1.provision': '',
    'wordings.1.words': '',
  });
  await (await script.person('working-group-chair')).write('refinement/vote-on-alternative', {
    ...{ modification, alternative: 'alternative-1', position: 'for' },
  });
  const administrator = await script.person('code-administrator');
  for (const member of ['ada-pell', 'jo-lund']) {
    const vote = { modification, alternative: 'alternative-1', member, position: 'for' };
    await administrator.write('refinement/vote-on-alternative', vote);
  }
  const refinement = await administrator.read('refinement/show-refinement', { modification });
  expect(refinement.solutions.map((one: { title: string }) => one.title)).toContain('Lists <b>alone</b>');
  await page.goto(`${REFINEMENT}/alternative-1`);
  expect(await page.locator('h1').textContent()).toBe('Lists <b>alone</b>');
  expect(await page.locator('#redline + *').textContent()).toContain('Lists are kept');
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toEqual([]);
});
