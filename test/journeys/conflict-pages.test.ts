import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Amendment } from '../../src/core/code/amendment.ts';
import { day } from '../../src/core/kernel/day.ts';
import { proposalContentSchema } from '../../src/core/modification/proposal.schema.ts';
import type { ProposalContent } from '../../src/core/modification/proposal.ts';
import { startBrowser } from '../support/browser.ts';
import { shippedCase } from '../support/case.ts';
import { provision } from '../support/code.ts';
import { faultsOf, sidewaysOf } from '../support/inspect.ts';
import { replaced, seedWords } from '../support/play.ts';
import { Script } from '../support/script.ts';
import { type Served, serve } from '../support/server.ts';

let served: Served;
let browser: Browser;
let page: Page;
let script: Script;

const { case: seed } = await shippedCase();
const edited = seed.proposal.legalText.find((one) => one.kind === 'substitute' && one.target === 'g3-28-a');
if (edited?.kind !== 'substitute') throw new Error('the case no longer amends G3.28(a)');
const words = edited.from.text;
const or = replaced('g3-28-a', words, '; and', '; or');
/** A provision that comes to stand behind G3.27. */
const behind = (id: string, number: string, text: string): Amendment => ({
  kind: 'insert',
  at: { parent: 'g3', after: 'g3-27' },
  provision: provision(id, { kind: 'clause', number, text }),
});

beforeAll(async () => {
  [served, browser] = await Promise.all([serve({ demo: true }), startBrowser()]);
  script = await Script.of(served.address);
  await raise({ id: 'SECMP0067', title: 'Alternatives in the test of security', legalText: [or] });
  page = await (await browser.newContext({ baseURL: served.address, locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(() => browser?.close());

async function raise(changed: Partial<ProposalContent>): Promise<void> {
  const content = z.encode(proposalContentSchema as z.ZodType<ProposalContent>, {
    ...seed.proposal,
    implementation: { kind: 'on', day: day('2018-12-06') },
    ...changed,
  });
  await (await script.person('ssc-chair')).write('modification/raise-proposal', { content });
}

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
    expect(await wordsOf(`/modifications/${modification}`)).not.toMatch(/conflicts? (is|are) not settled/);
    const shown = await wordsOf(`/modifications/${modification}/conflicts`);
    expect(shown).toContain('Nothing is left to settle');
    expect(shown).toContain('Either limb is enough.');
  }
  expect(await wordsOf('/sec/G3.28')).not.toContain('It is in conflict');
  expect(await wordsOf('/conflicts')).toContain('None is left to settle, of 1 found');
});

test('a modification is in no conflict with itself, or where it does not meet another', async () => {
  for (const [asked, sentence] of [
    ['with=SECMP0065&class=same-words&provision=g3-28-a', 'SECMP0065 is in no conflict with itself'],
    ['with=SECMP0067&class=same-words&provision=g3-27', 'SECMP0065 and SECMP0067 are in no conflict'],
  ]) {
    const answer = await page.goto(`/modifications/SECMP0065/conflicts/settle?${asked}`);
    expect(answer?.status()).toBe(404);
    expect(await page.locator('main').textContent()).toContain(sentence);
  }
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

  // another text of the other stands beside it: each holds for one order
  await page.getByText('Write another text of SECMP0065, for if SECMP0067 is in force before it').click();
  const beside = page.locator('#contingent-SECMP0065');
  await beside.getByLabel('Reasons').fill('Its limbs follow on the other.');
  await beside.getByRole('button', { name: 'Record it' }).click();
  await page.getByText('It is settled and recorded with your reasons.').waitFor();
  for (const path of [SETTLE, '/modifications/SECMP0065/conflicts', '/modifications/SECMP0067/conflicts']) {
    const shown = await wordsOf(path);
    expect(shown).toContain('If SECMP0065 is in force before SECMP0067, another legal text of SECMP0067 holds.');
    expect(shown).toContain('If SECMP0067 is in force before SECMP0065, another legal text of SECMP0065 holds.');
    expect(shown).not.toContain('For the other order nothing is settled.');
  }
  await page.goto(SETTLE);
  expect(await rows.allTextContents()).toEqual([
    expect.stringMatching(/holds.*Its limbs follow on the other\./s),
    expect.stringMatching(/holds.*The limbs are joined otherwise then\./s),
    expect.stringContaining('Either limb is enough.'),
  ]);
});

test('two new provisions at one place are shown at the provision they are put into, and their order is settled there', async () => {
  await raise({ id: 'SECMP0072', title: 'Keys', legalText: [behind('keys', 'G3.27A', 'Keys are counted.')] });
  await raise({ id: 'SECMP0073', title: 'Locks', legalText: [behind('locks', 'G3.27B', 'Locks are counted.')] });
  const read = await wordsOf('/sec/G3');
  expect(read).toContain('In conflict here');
  await page.getByRole('link', { name: 'Settle this conflict at G3.27A between SECMP0072 and SECMP0073' }).click();
  const form = page.locator('#order');
  await form.getByRole('button', { name: 'Record it' }).click();
  await page.getByRole('link', { name: 'Choose which is made first; expected SECMP0072 or SECMP0073.' }).waitFor();
  await form.getByLabel('SECMP0073').check();
  await form.getByLabel('Reasons').fill('Locks come before keys.');
  await form.getByRole('button', { name: 'Show what follows' }).click();
  const follows = (await page.locator('#follows').textContent()) ?? '';
  expect(follows).toContain('Once both are in force, whichever comes first');
  expect(follows.indexOf('Locks are counted')).toBeLessThan(follows.indexOf('Keys are counted'));
  await form.getByRole('button', { name: 'Record it' }).click();
  await page.getByText('It is settled and recorded with your reasons.').waitFor();
  const settled = 'What SECMP0073 puts there stands first, what SECMP0072 puts there behind it.';
  expect(await wordsOf('/modifications/SECMP0072/conflicts')).toContain(settled);
  expect(await wordsOf('/sec/G3')).toContain(settled);
});

test('where a text takes effect in parts no contingent text is offered, and the page says why', async () => {
  await raise({
    id: 'SECMP0074',
    title: 'A list in parts',
    legalText: [
      replaced('g3-28-a', words, '; and', ';'),
      replaced('g3-28-b', seedWords('g3-28-b'), 'good practice', 'best practice'),
    ],
    parts: [
      { id: 'A', title: 'The list', amendments: 1 },
      { id: 'B', title: 'The rest', amendments: 1, commences: { kind: 'on', day: day('2019-03-01') } },
    ],
  });
  const shown = await wordsOf(SETTLE.replace('with=SECMP0067', 'with=SECMP0074'));
  expect(shown).toContain('SECMP0074 takes effect in parts; give an order or a merged text instead.');
  expect(await page.locator('#order, #merged-text').count()).toBe(2);
  expect(await page.locator('[id^=contingent]').count()).toBe(0);
});

test('before a vote the page names the exact text by its permanent address, and warns of what is not settled', async () => {
  await script.through('open-ballot');
  const text = '/modifications/SECMP0065/legal-text/1';
  const shown = await wordsOf('/modifications/SECMP0065');
  expect(shown).toContain('The text voted on, frozen when the vote opened: text 1 of SECMP0065, against version 5.23.');
  expect(shown).toContain('One conflict is not settled with SECMP0074. If SECMP0065 and it are both approved');
  await page.getByRole('link', { name: 'text 1 of SECMP0065' }).first().click();
  await page.waitForURL(`**${text}`);
  expect(await page.getByRole('region', { name: 'Redline' }).locator('ins').count()).toBeGreaterThan(0);
});

test('the report tells the open modifications that touch the same provisions, and what is settled between them', async () => {
  const shown = await wordsOf('/modifications/SECMP0065/papers/initial-modification-report.html');
  expect(shown).toContain(
    '4 other modifications of the SEC were open. Of these, 2 touch provisions that SECMP0065 amends',
  );
  expect(shown).toContain('SECMP0067: Alternatives in the test of security');
  expect(shown).toContain('SECMP0065 and SECMP0074 change the same words of G3.28(a).');
  expect(shown).toMatch(/another legal text of SECMP0067 holds\. Settled by [^.]+ on 5 October 2018\./);
});

test('a text is compared with what else is pending before it, as what was settled lets it come to stand', async () => {
  const shown = await wordsOf('/modifications/SECMP0067/legal-text?compare=pending');
  expect(shown).toContain('Counted in before it, in the order in which they would take effect: SECMP0065');
  const redline = page.getByRole('region', { name: 'Redline against what else is pending' });
  expect(await redline.locator('ins').allTextContents()).toEqual([expect.stringContaining(', or')]);
  // what the other makes of the provision is no change any more
  expect((await redline.textContent()) ?? '').not.toContain('Responsible Supplier');
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
    '/sec/G3',
    '/modifications/SECMP0065',
    '/modifications/SECMP0074/conflicts',
  ]) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    wrong.push(...(await faultsOf(page)));
    await page.setViewportSize({ width: 320, height: 800 });
    wrong.push(...(await sidewaysOf(page)));
  }
  expect(wrong).toEqual([]);
});

test('a text that a published version holds up stands first, with what to do', async () => {
  await script.through('implement-modification');
  const stuck = 'The text still stands on the version before it and cannot be implemented until';
  for (const path of ['/conflicts', '/modifications/SECMP0074/conflicts']) {
    expect(await wordsOf(path)).toContain(stuck);
    expect(await page.locator('main h2').first().textContent()).toBe('Held up by a published version');
    expect(await faultsOf(page)).toEqual([]);
  }
  expect(await wordsOf('/modifications/SECMP0074')).toContain('Its text is held up by version 5.24');
  await page.getByRole('link', { name: /See both texts/ }).click();
  await page.getByRole('link', { name: 'Say how it shall read at G3.28(a) in SECMP0074' }).click();
  await page.getByText('Once it is, its text is put on version 5.24 at once.').waitFor();
  const form = page.locator('#merged-text');
  await form.getByLabel('Reasons').fill('Both read so.');
  await form.getByRole('button', { name: 'Record it' }).click();
  await page.getByText('It is settled and recorded with your reasons.').waitFor();
  expect(await wordsOf('/modifications/SECMP0074/legal-text')).toContain('It was re-based over version 5.24');
});
