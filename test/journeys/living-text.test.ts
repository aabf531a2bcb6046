import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encode, type ZodType } from 'zod';
import type { Amendment } from '../../src/core/code/amendment.ts';
import type { Commencement } from '../../src/core/kernel/commencement.ts';
import { day } from '../../src/core/kernel/day.ts';
import { proposalContentSchema } from '../../src/core/modification/proposal.schema.ts';
import type { ProposalContent } from '../../src/core/modification/proposal.ts';
import { startBrowser } from '../support/browser.ts';
import { faultsOf, sidewaysOf } from '../support/inspect.ts';
import { after, reasons, replaced, seats, seed, seedWords } from '../support/play.ts';
import { type Served, serve } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

/** The code as a living text, over HTTP and in a browser: each chapter goes on where the last ended. */
let served: Served;
let browser: Browser;
let page: Page;
const people = new Map<string, Visitor>();

beforeAll(async () => {
  [served, browser] = await Promise.all([serve({ demo: true }), startBrowser()]);
  page = await (await browser.newContext({ baseURL: served.address, locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(() => browser?.close());

async function as(account: string): Promise<Visitor> {
  const known = people.get(account);
  if (known !== undefined) return known;
  const email = seed.accounts.find((one) => one.id === account)?.email ?? '';
  const visitor = new Visitor(served.address);
  await visitor.form('/sign-in-as', { email, to: '/account' });
  people.set(account, visitor);
  return visitor;
}

const act = async (account: string, operation: string, input: unknown) => (await as(account)).write(operation, input);
const read = async (operation: string, input: Readonly<Record<string, string>> = {}) =>
  (await as('ssc-chair')).read(operation, input);
const to = (at: string) => act('ssc-chair', 'record/advance-clock', { to: at });
const pending = async (reference: string) =>
  (await read('text/show-pending', { instrument: 'sec', reference })).pending;

async function raise(id: string, legalText: readonly Amendment[], implementation: Commencement): Promise<void> {
  const content = encode(proposalContentSchema as ZodType<ProposalContent>, {
    ...{ ...seed.proposal, id, legalText: [...legalText], implementation },
  });
  await act('ssc-chair', 'modification/raise-proposal', { content });
}

async function prepare(...modifications: string[]): Promise<void> {
  const administrator = 'code-administrator';
  await to('2018-10-09T09:00:00Z');
  for (const modification of modifications) {
    await act(administrator, 'modification/submit-paper', { modification, step: 'report' });
  }
  await to('2018-10-12T10:00:00Z');
  for (const modification of modifications) {
    for (const step of ['progress', 'urgency', 'route', 'timetable', 'path', 'authority_timetable']) {
      const who = step === 'authority_timetable' ? 'authority' : 'panel-chair';
      await act(who, 'modification/make-determination', { modification, step, outcome: 'agreed', reasons });
    }
  }
  await to('2018-10-15T09:00:00Z');
  for (const modification of modifications)
    await act(administrator, 'modification/open-consultation', { modification });
  await to('2018-10-22T09:00:00Z');
  for (const modification of modifications) {
    await act(administrator, 'modification/submit-paper', { modification, step: 'modification_report' });
  }
}

async function vote(modification: string): Promise<void> {
  for (const seat of seats) {
    await act(`seat-${seat}`, 'modification/cast-vote', { modification, position: 'approve', reasons });
  }
  await act('code-administrator', 'modification/close-ballot', { modification });
}

async function signIn(name: string): Promise<void> {
  const email = seed.accounts.find((one) => one.id === name)?.email ?? '';
  await page.goto('/sign-in');
  await page.locator(`form[action="/sign-in-as"]:has(input[value="${email}"]) button`).first().click();
}

async function words(of = 'main'): Promise<string> {
  return ((await page.locator(of).first().textContent()) ?? '').replace(/\s+/g, ' ').trim();
}

/** The words on the day that is read, without what is pending. */
const inForce = () => words('section:has(> #words)');

const edited = seed.proposal.legalText.find((one) => one.kind === 'substitute' && one.target === 'g3-28-a');
if (edited?.kind !== 'substitute') throw new Error('the case no longer amends G3.28(a)');
const { from, to: drafted } = edited;
const merged = `${from.text.replace(/; and$/, '')}; or (if so)`;
const enrolment: Commencement = { kind: 'event', event: 'first-smets1-enrolment' };

test('two open modifications touch the “and” at the end of one list item, and both say so', async () => {
  await raise('SECMP0067', [replaced('g3-28-a', from.text, '; and', '; or')], { kind: 'on', day: day('2018-12-06') });
  const b = seedWords('g3-28-b');
  await raise('SECMP0069', [replaced('g3-28-b', b, 'good practice', 'best practice')], enrolment);
  const later = { kind: 'offset', base: enrolment, days: 30 } as const;
  await raise('SECMP0070', [replaced('g3-28-b', b, 'Great Britain', 'the United Kingdom')], later);
  for (const modification of ['SECMP0065', 'SECMP0067']) {
    const { conflicts } = await read('modification/list-conflicts', { modification });
    expect(conflicts).toMatchObject([{ class: 'same-words', reference: 'G3.28(a)', resolutions: [] }]);
    expect(conflicts[0].sides.map((side: { blocks: [] }) => after(side.blocks))).toEqual([
      drafted.text,
      from.text.replace('; and', '; or'),
    ]);
    await page.goto(`/modifications/${modification}/conflicts`);
    expect(await words()).toContain('SECMP0065 and SECMP0067 change the same words of G3.28(a).');
    await page.goto(`/modifications/${modification}`);
    expect(await page.locator('main a[href$="/conflicts"]').count()).toBeGreaterThan(0);
  }
  await page.goto('/sec/G3.28(a)');
  const here = await words('section:has(> #pending)');
  expect(here).toContain('SECMP0065 and SECMP0067 change the same words of G3.28(a).');
  expect(here).toContain('It is in conflict with SECMP0065, which comes before it.');
  expect(await page.locator('section:has(> #pending) del').allTextContents()).toContainEqual(
    expect.stringContaining('and'),
  );
  expect(await faultsOf(page)).toEqual([]);
  expect(await pending('G3.28(a)')).toMatchObject([
    { modification: 'SECMP0065', blockedBy: null },
    { modification: 'SECMP0067', blockedBy: 'SECMP0065' },
  ]);
});

test('a merged text is stored; the first is approved and implemented, and the second is re-based over it', async () => {
  await prepare('SECMP0065', 'SECMP0067');
  const resolution = { kind: 'merged-text', from, to: { heading: null, text: merged } };
  const settling = { with: 'SECMP0065', class: 'same-words', provision: 'g3-28-a', resolution, reasons };
  await act('code-administrator', 'modification/resolve-conflict', { modification: 'SECMP0067', ...settling });
  expect(await read('modification/list-conflicts', { modification: 'SECMP0067' })).toMatchObject({ open: 0 });
  await to('2018-10-24T09:00:00Z');
  await act('code-administrator', 'modification/open-ballot', { modification: 'SECMP0065' });
  await vote('SECMP0065');
  await to('2018-11-08T09:00:00Z');
  await act('code-administrator', 'modification/implement-modification', { modification: 'SECMP0065' });

  await page.goto('/modifications/SECMP0067/legal-text');
  expect(await words()).toContain('version 5.24');
  expect(await page.locator('main ins').allTextContents()).toContainEqual(expect.stringContaining('(if so)'));
});

test('the vote on the second shows the re-based text, and its day is moved after approval', async () => {
  await act('code-administrator', 'modification/open-ballot', { modification: 'SECMP0067' });
  const { ballots } = await read('modification/show-modification', { modification: 'SECMP0067' });
  expect(ballots).toMatchObject([{ status: 'open', text: { revision: 2, against: '5.24', current: true } }]);
  await page.goto('/modifications/SECMP0067');
  await page.locator('main a[href*="/legal-text/"]').first().click();
  expect(await words()).toContain('or (if so)');
  await vote('SECMP0067');
  await signIn('panel-chair');
  await page.goto('/modifications/SECMP0067');
  const form = page.locator('form#set-implementation-date-implementation_date');
  if (!(await form.isVisible())) await page.locator('details', { has: form }).last().locator('summary').first().click();
  await form.getByLabel('Day of implementation').fill('2018-12-13');
  await form.getByLabel('Reasons').fill('The release of 6 December was moved.');
  await form.getByRole('button', { name: 'Set the day' }).click();
  expect(await words('section:has(> #decision)')).toContain('13 December 2018');
  expect(await faultsOf(page)).toEqual([]);
});

test('the event of a third occurs: it and all that waits for it are dated, and every reader’s answer follows', async () => {
  await to('2018-12-06T09:00:00Z');
  expect(await pending('G3.28(b)')).toMatchObject([
    { modification: 'SECMP0069', day: null, awaiting: ['first-smets1-enrolment'] },
    { modification: 'SECMP0070', day: null, awaiting: ['first-smets1-enrolment'] },
  ]);
  const citation = { source: 'Smart Metering Inventory', clause: null, certainty: 'illustrative', note: 'ours' };
  const fact = { kind: 'first-smets1-enrolment', effectiveOn: '2018-12-03', citation };
  await act('code-administrator', 'party/record-fact', fact);
  expect(await pending('G3.28(b)')).toMatchObject([
    { modification: 'SECMP0069', day: '2018-12-03' },
    { modification: 'SECMP0070', day: '2019-01-02' },
  ]);
  await page.goto('/sec/G3.28?on=2018-12-12');
  expect(await inForce()).not.toContain('or (if so)');
  await to('2018-12-13T09:00:00Z');
  await act('code-administrator', 'modification/implement-modification', { modification: 'SECMP0067' });
  await page.goto('/sec/G3.28?on=2018-12-13');
  expect(await inForce()).toContain('or (if so)');
  await page.goto('/sec/G3.28?on=2018-12-12');
  expect(await inForce()).not.toContain('or (if so)');
});

test('a designation to come is moved on the page of the code, and a proposer withdraws on the page of the modification', async () => {
  const amendments = [replaced('g3-28-a', merged, 'designed', 'drawn')];
  const designated = { instrument: 'sec', inForceFrom: '2019-02-01', source: 'A minister', amendments };
  await act('code-administrator', 'text/designate-version', designated);
  await signIn('code-administrator');
  await page.goto('/sec');
  await page.locator('summary', { hasText: 'Move the day of version 5.26' }).click();
  const move = page.locator('form#move-version-5-26');
  await move.getByLabel('The day on which it now takes effect').fill('2019-06-27');
  await move.getByLabel('Reasons').fill('The minister moved it.');
  await move.getByRole('button', { name: 'Move the day' }).click();
  expect(await words('section:has(> #versions)')).toContain('27 June 2019');
  expect(await faultsOf(page)).toEqual([]);
  await page.goto('/sec/G3.28?on=2019-06-26');
  expect(await inForce()).not.toContain('drawn');
  await page.goto('/sec/G3.28?on=2019-06-27');
  expect(await inForce()).toContain('drawn');

  await signIn('ssc-chair');
  await page.goto('/modifications/SECMP0070');
  await page.locator('summary', { hasText: 'Withdraw the proposal' }).click();
  const withdraw = page.locator('form#withdraw-proposal');
  await withdraw.getByLabel('Reasons').fill('Best practice says it already.');
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sidewaysOf(page)).toEqual([]);
  await withdraw.getByRole('button', { name: 'Withdraw' }).click();
  expect(await words('#rest')).toContain('SSC Chair withdrew SECMP0070 on');
  expect(await words('#next')).toContain('A Party other than Security Sub-Committee may adopt');
  expect(await sidewaysOf(page)).toEqual([]);
  expect(await faultsOf(page)).toEqual([]);
  const { next } = await read('modification/whats-next', { modification: 'SECMP0070' });
  await to(next.at(-1).until);
  await page.reload();
  expect(await words('#next')).toContain('Withdrawn. SSC Chair gave as reasons: Best practice says it already.');
  expect(await faultsOf(page)).toEqual([]);
  expect((await pending('G3.28(b)')).map((one: { modification: string }) => one.modification)).toEqual(['SECMP0069']);
});
