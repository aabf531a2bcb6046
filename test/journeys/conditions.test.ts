import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { faultsOf, sidewaysOf } from '../support/inspect.ts';
import { serve } from '../support/server.ts';

let browser: Browser;
let page: Page;
let base: string;

beforeAll(async () => {
  const [served, started] = await Promise.all([serve({ demo: true }), startBrowser()]);
  browser = started;
  base = served.address;
  page = await (await browser.newContext({ baseURL: base, javaScriptEnabled: false })).newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(() => browser?.close());

test('a reader tries conditions in the playground by keyboard alone, without scripts', async () => {
  await page.goto('/obligations/playground');
  await page.getByLabel('Condition', { exact: true }).focus();
  await page.keyboard.type('devices_operated > 3 && system_enroled');
  await page.getByRole('button', { name: 'Evaluate' }).press('Enter');
  const fault = page.getByRole('alert');
  expect(await fault.getByRole('paragraph').textContent()).toContain(
    'Line 1, column 25: expected a name that is declared, found "system_enroled". Did you mean "system_enrolled"?',
  );
  expect(await fault.locator('mark').textContent()).toBe('system_enroled');

  // what was typed stays, to be mended
  await page.getByLabel('Condition', { exact: true }).fill('devices_operated > 3 && on < day("2018-11-08")');
  await page.getByLabel('Values').fill('devices_operated = 300000');
  await page.getByLabel('On', { exact: true }).fill('2018-10-12');
  await page.getByRole('button', { name: 'Evaluate' }).press('Enter');
  expect(await page.getByRole('status').textContent()).toContain('true');
  expect(await page.getByRole('img', { name: /^What the condition comes to/ }).getAttribute('aria-label')).toBe(
    'What the condition comes to over time: Until 7 November 2018 true; From 8 November 2018 false.',
  );
  const why = page.getByRole('region', { name: 'Why' });
  expect(await why.textContent()).toContain('devices_operated 300000');
});

test('a condition is asked of a party of the record, as it was known', async () => {
  await page.goto('/obligations/playground');
  await page.getByLabel('Condition', { exact: true }).fill('party_category == "large-supplier" && !guidance_published');
  await page.getByLabel('Asked of', { exact: true }).selectOption({ label: 'Pebblewick Energy' });
  await page.getByRole('button', { name: 'Evaluate' }).press('Enter');
  const outcome = page.getByRole('region', { name: /^On / });
  expect(await outcome.textContent()).toContain('party_category');
  expect(await page.getByLabel('Systems').getByRole('option').count()).toBeGreaterThan(1);
});

test('its examples fit a phone, and have no fault that a checker of accessibility finds', async () => {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 390, height: 844 } });
  const phone = await context.newPage();
  await phone.goto('/obligations/playground');
  const examples = await phone.getByRole('list', { name: 'Examples' }).getByRole('link').all();
  const addresses = await Promise.all(examples.map((one) => one.getAttribute('href')));
  expect(addresses.length).toBeGreaterThan(3);
  // the first comes to an outcome with its picture, the last is a fault with its place marked
  for (const address of [addresses[0], addresses.at(-1)]) {
    await phone.goto(address ?? '');
    expect(await sidewaysOf(phone)).toEqual([]);
    expect(await faultsOf(phone)).toEqual([]);
  }
});
