import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Amendment } from '../../src/core/code/amendment.ts';
import { day } from '../../src/core/kernel/day.ts';
import { proposalContentSchema } from '../../src/core/modification/proposal.schema.ts';
import type { ProposalContent } from '../../src/core/modification/proposal.ts';
import { startBrowser } from '../support/browser.ts';
import { shippedCase } from '../support/case.ts';
import { faultsOf, sidewaysOf } from '../support/inspect.ts';
import { Script } from '../support/script.ts';
import { type Served, serve } from '../support/server.ts';

let served: Served;
let browser: Browser;
let page: Page;

const { case: seed } = await shippedCase();
const edited = seed.proposal.legalText.find((one) => one.kind === 'substitute' && one.target === 'g3-28-a');
if (edited?.kind !== 'substitute') throw new Error('the case no longer amends G3.28(a)');
const words = edited.from.text;
const or: Amendment = {
  kind: 'replace',
  target: 'g3-28-a',
  field: 'text',
  find: '; and',
  with: '; or',
  at: [words.lastIndexOf('; and')],
};

beforeAll(async () => {
  [served, browser] = await Promise.all([serve({ demo: true }), startBrowser()]);
  const script = await Script.of(served.address);
  const content = z.encode(proposalContentSchema as z.ZodType<ProposalContent>, {
    ...seed.proposal,
    id: 'SECMP0067',
    title: 'Alternatives in the test of security',
    legalText: [or],
    implementation: { kind: 'on', day: day('2018-12-06') },
  });
  await (await script.person('ssc-chair')).write('modification/raise-proposal', { content });
  page = await (await browser.newContext({ baseURL: served.address, locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(() => browser?.close());

async function wordsOf(path: string): Promise<string> {
  await page.goto(path);
  return ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
}

const SETTLE = '/modifications/SECMP0065/conflicts/settle?with=SECMP0067&class=same-words&provision=g3-28-a';

test('two open modifications that meet in one “and” say so, and do not once a merged text is stored', async () => {
  for (const [own, other] of [
    ['SECMP0065', 'SECMP0067'],
    ['SECMP0067', 'SECMP0065'],
  ]) {
    expect(await wordsOf(`/modifications/${own}`)).toContain(`with ${other} at G3.28(a) (same words)`);
    await page.getByRole('link', { name: 'See both texts, and settle it' }).click();
    await page.getByRole('heading', { name: 'To be settled: 1' }).waitFor();
    expect(await page.locator('.pv-sides ins').first().textContent()).toContain('or');
    expect(await page.getByRole('link', { name: 'Conflicts 1 to be settled' }).getAttribute('aria-current')).toBe(
      'page',
    );
  }
  expect(await wordsOf('/conflicts')).toContain('One is not settled, of 1 found');
  const read = await wordsOf('/sec/G3.28');
  expect(read).toContain('Nothing below is in force.');
  expect(read).toContain('It is in conflict with SECMP0065, which comes before it.');
  await page.getByRole('link', { name: 'conflict among open modifications SECMP0065 and SECMP0067' }).first().waitFor();
  expect(await wordsOf('/sec/G3.28@2018-10-04')).not.toContain('Open modifications that touch');
  await page.goto('/sec/G3.28');
  expect(await faultsOf(page)).toEqual([]);

  expect(await wordsOf(SETTLE)).toContain('Security Sub-Committee can settle it');
  expect(await page.getByRole('button', { name: 'Record it' }).count()).toBe(0);
  await page.getByRole('button', { name: /Code Administrator/ }).click();
  await page.waitForURL(/settle/);

  const text = page.getByLabel('G3.28(a) shall read');
  expect(await text.inputValue()).toBe(words.replace(/; and$/, '; or'));
  await text.fill(words.replace(/; and$/, '; or (if so)'));
  await page.getByRole('button', { name: 'Show what follows' }).first().click();
  const follows = page.getByRole('region', { name: 'What follows; nothing is recorded yet' });
  expect(await follows.textContent()).toContain('Once both are in force, whichever comes first');
  expect(await follows.locator('ins').textContent()).toContain('or (if so)');
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('button', { name: 'Record it' }).first().click();
  await page.getByRole('link', { name: 'To settle a conflict, reasons must be given.' }).waitFor();
  expect(await text.inputValue()).toContain('or (if so)');
  await page.locator('#merged-text').getByLabel('Reasons').fill('Either limb is enough.');
  await page.getByRole('button', { name: 'Record it' }).first().click();
  await page.getByText('It is settled and recorded with your reasons.').waitFor();

  for (const modification of ['SECMP0065', 'SECMP0067']) {
    expect(await wordsOf(`/modifications/${modification}`)).not.toContain('is not settled');
    const shown = await wordsOf(`/modifications/${modification}/conflicts`);
    expect(shown).toContain('Nothing is left to settle');
    expect(shown).toContain('Either limb is enough.');
  }
  expect(await wordsOf('/sec/G3.28')).not.toContain('It is in conflict');
  expect(await wordsOf('/conflicts')).toContain('None is left to settle, of 1 found');
});

test('a later resolution takes the place of an earlier one, and both stay in the record', async () => {
  await page.goto(SETTLE);
  await page.getByText('Write another text of SECMP0067, for if SECMP0065 is in force before it').click();
  const form = page.locator('#contingent-SECMP0067');
  await form.getByLabel('Words').first().fill('');
  await form.getByLabel('Reasons').fill('The limbs are joined otherwise then.');
  await form.getByRole('button', { name: 'Record it' }).click();
  await page.getByRole('link', { name: /G3.28\(a\) has no words left/ }).waitFor();
  await form
    .getByLabel('Words')
    .first()
    .fill(words.replace(/; and$/, ', or'));
  await form.getByRole('button', { name: 'Show what follows' }).click();
  expect(await page.locator('#follows').textContent()).toContain('If SECMP0065 is in force first, then SECMP0067');
  await form.getByRole('button', { name: 'Record it' }).click();
  await page.getByText('It is settled and recorded with your reasons.').waitFor();
  const rows = page.getByRole('table', { name: 'Resolutions, the latest first' }).locator('tbody tr');
  expect(await rows.count()).toBe(2);
  expect(await rows.first().textContent()).toContain('The limbs are joined otherwise then.');
  expect(await rows.last().textContent()).toContain('Either limb is enough.');
});

test('the pages of conflicts and of the legal text have nothing for axe to find and fit a phone', async () => {
  const wrong: string[] = [];
  for (const path of [
    '/conflicts?state=all',
    '/modifications/SECMP0067/conflicts',
    SETTLE,
    '/modifications/SECMP0067/legal-text?compare=pending',
    '/modifications/SECMP0067/legal-text/1',
    '/sec/G3.28',
  ]) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    wrong.push(...(await faultsOf(page)));
    await page.setViewportSize({ width: 320, height: 800 });
    wrong.push(...(await sidewaysOf(page)));
  }
  expect(wrong).toEqual([]);
});
