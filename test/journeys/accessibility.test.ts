import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { faultsOf, sidewaysOf } from '../support/inspect.ts';
import { Script } from '../support/script.ts';
import { type Served, serve } from '../support/server.ts';

/** A record in the middle of its case: answers, responses, an open ballot with a vote, and a checkpoint. */
let served: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve({ demo: true }), startBrowser()]);
  const script = await Script.of(served.address);
  await script.through('open-ballot');
  const member = await script.person('seat-large-supplier-1');
  await member.write('modification/cast-vote', {
    modification: 'SECMP0065',
    position: 'approve',
    reasons: 'Objective (g).',
  });
  const administrator = await script.person('code-administrator');
  await administrator.write('record/make-checkpoint');
  await administrator.write('notice/add-webhook', { url: 'https://receiver.example/proviso' });
  page = await (await browser.newContext({ baseURL: served.address, locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in as Code Administrator' }).click();
});
afterAll(() => browser?.close());

/** Addresses that differ only in what they show, as one: every provision, Party, stream and day is of a kind. */
function kindOf(path: string): string {
  return path
    .replace(/[?#].*$/, '')
    .replace(/^\/(sec|[a-z-]+-licence|illustrative-duties)\b/, '/:code')
    .replace(/^\/:code\/.*@.*/, '/:code/:provision@:day')
    .replace(/^\/:code\/[^@]+$/, '/:code/:provision')
    .replace(/^\/parties\/[^/]+/, '/parties/:party')
    .replace(/^\/obligations\/[^/]*-[^/]*$/, '/obligations/:obligation')
    .replace(/^\/bodies\/.*/, '/bodies/:body')
    .replace(/^\/feeds\/.*/, '/feeds/:feed')
    .replace(/^\/notices\/outbox\/[^/]+/, '/notices/outbox/:message')
    .replace(/^\/rulebook\/processes\/(?!compare|rehearse).*/, '/rulebook/processes/:profile')
    .replace(/^\/meetings\/[^/]+\/papers\/.*/, '/meetings/:meeting/papers/:paper.pdf')
    .replace(/^\/meetings\/[^/]+/, '/meetings/:meeting')
    .replace(/^\/notices\/outbox\/[^/]+/, '/notices/outbox/:message')
    .replace(/^\/notices\/webhooks\/.*/, '/notices/webhooks/:webhook')
    .replace(/^\/record\/log\/([a-z]+).*/, '/record/log/$1')
    .replace(/\/papers\/.*\.(\w+)$/, '/papers/:paper.$1');
}

/** A page of each kind that links lead to from the register, and links that lead nowhere. */
async function walk(): Promise<{ pages: string[]; lost: string[] }> {
  const kinds = new Map<string, string>([['/', '/']]);
  const pages: string[] = [];
  const lost: string[] = [];
  for (const path of kinds.values()) {
    const answer = await page.request.get(path);
    if (!answer.ok()) lost.push(path);
    if (answer.headers()['content-type']?.startsWith('text/html') !== true) continue;
    pages.push(path);
    for (const [, href = ''] of (await answer.text()).matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      if (!kinds.has(kindOf(href))) kinds.set(kindOf(href), href.replaceAll('&amp;', '&'));
    }
  }
  return { pages, lost };
}

describe('a page of each kind, for someone who is signed in,', () => {
  test('is found by links that all lead somewhere, has nothing for axe to find, and fits a width of 320 pixels', async () => {
    const { pages, lost } = await walk();
    expect(lost).toEqual([]);
    expect(pages.length).toBeGreaterThan(18);
    const wrong: string[] = [];
    for (const path of pages) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(path);
      wrong.push(...(await faultsOf(page)));
      await page.setViewportSize({ width: 320, height: 800 });
      wrong.push(...(await sidewaysOf(page)));
    }
    expect(wrong).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  }, 240_000);
});

describe('a form that is refused', () => {
  test('says why at the top, leads to the field, keeps what was entered, and has nothing for axe to find', async () => {
    await page.goto('/accounts');
    const form = page.locator('form#create');
    await form.getByLabel('Name', { exact: true }).fill('Cy Fenn');
    await form.getByLabel('E-mail address').fill('cy@example.org');
    await form.getByLabel('First password').fill('short');
    await form.getByRole('button', { name: 'Make the account' }).click();
    const alert = page.getByRole('alert');
    await alert.getByRole('heading').waitFor();
    expect(await page.title()).toMatch(/^Refused: /);
    expect(await faultsOf(page)).toEqual([]);
    expect(await form.getByLabel('Name', { exact: true }).inputValue()).toBe('Cy Fenn');
    expect(await form.getByLabel('First password').inputValue()).toBe('');
    await alert.getByRole('link').click();
    expect(new URL(page.url()).hash).toBe('#create-password');
    expect(await form.getByLabel('First password').getAttribute('aria-invalid')).toBe('true');
    await page.goto('/nothing/is/here');
    expect(await faultsOf(page)).toEqual([]);
  });
});

test('no page needs a script: the forms work without one', async () => {
  const context = await browser.newContext({ baseURL: served.address, javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto('/modifications/SECMP0065');
  await plain.getByRole('button', { name: 'Sign in as Large Supplier member 2' }).click();
  await plain.locator('form#cast-vote-ballot').getByLabel('Abstain', { exact: true }).check();
  await plain.locator('form#cast-vote-ballot').getByLabel('Reasons').fill('The effect depends on a reading.');
  await plain.getByRole('button', { name: 'Cast the vote' }).click();
  expect(await plain.getByRole('status').textContent()).toContain('Your vote is recorded.');
  await context.close();
});
