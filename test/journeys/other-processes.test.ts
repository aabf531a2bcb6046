import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encode, type ZodType } from 'zod';
import type { Amendment } from '../../src/core/code/amendment.ts';
import { day } from '../../src/core/kernel/day.ts';
import { proposalContentSchema } from '../../src/core/modification/proposal.schema.ts';
import type { ProposalContent } from '../../src/core/modification/proposal.ts';
import { startBrowser } from '../support/browser.ts';
import { faultsOf, sidewaysOf } from '../support/inspect.ts';
import { replaced, seed, seedWords } from '../support/play.ts';
import { type Served, serve } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

/** A whole modification under other processes than that of the case, each act on its page, by whoever the process names. */
let served: Served;
let browser: Browser;
let page: Page;
const people = new Map<string, Visitor>();
const PASSWORD = 'one clause at a time';

beforeAll(async () => {
  [served, browser] = await Promise.all([serve({ demo: true }), startBrowser()]);
  page = await (await browser.newContext({ baseURL: served.address, locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(() => browser?.close());

async function as(account: string): Promise<Visitor> {
  const known = people.get(account);
  if (known !== undefined) return known;
  const email = seed.accounts.find((one) => one.id === account)?.email;
  const visitor =
    email === undefined
      ? await Visitor.as(served.address, `${account}@example.org`, PASSWORD)
      : new Visitor(served.address);
  if (email !== undefined) await visitor.form('/sign-in-as', { email, to: '/account' });
  people.set(account, visitor);
  return visitor;
}

const write = async (account: string, operation: string, input: unknown) => (await as(account)).write(operation, input);
const to = (at: string) => write('code-administrator', 'record/advance-clock', { to: at });
const words = async (of: string) => ((await page.locator(of).first().textContent()) ?? '').replace(/\s+/g, ' ').trim();

/** The page of a modification as somebody sees it. */
async function open(account: string, path: string): Promise<void> {
  await page.context().clearCookies();
  await page.context().addCookies((await as(account)).cookiesFor(served.address));
  await page.goto(path);
}

/** Does an act by its form on the page of a modification: texts by label, choices by their words. */
async function act(
  account: string,
  modification: string,
  form: string,
  fields: Readonly<Record<string, string>> = {},
  choice: string | null = null,
): Promise<void> {
  await open(account, `/modifications/${modification}`);
  const found = page.locator(`form#${form}`);
  for (let depth = 0; depth < 4 && !(await found.isVisible()); depth += 1) {
    await page.locator('details:not([open])', { has: found }).first().locator('summary').first().click();
  }
  if (choice !== null) await found.getByLabel(choice, { exact: true }).check();
  for (const [label, value] of Object.entries(fields)) await found.getByLabel(label).fill(value);
  await found.locator('button[type="submit"]').last().click();
  expect(await words('[role="status"]'), form).not.toBe('');
  expect(await page.locator('[role="alert"]').count(), form).toBe(0);
}

const decide = (account: string, modification: string, step: string, choice: string) =>
  act(account, modification, `make-determination-${step}`, { Reasons: 'For the reasons minuted.' }, choice);
const vote = (account: string, modification: string, choice: string) =>
  act(account, modification, 'cast-vote-ballot', { Reasons: 'Objective (g).' }, choice);

async function raise(account: string, changed: Partial<ProposalContent>): Promise<void> {
  const content = encode(proposalContentSchema as ZodType<ProposalContent>, {
    ...seed.proposal,
    urgency: { asked: false, reason: '' },
    timetable: { steps: [] },
    obligations: [],
    wordings: [],
    pathAsked: '',
    ...changed,
  });
  await write(account, 'modification/raise-proposal', { content });
}

/** A page as a phone shows it, and as axe finds it on the desk. */
async function inspect(): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sidewaysOf(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe('a modification under the process with a Development Stage', () => {
  const id = 'DP101';
  const better: Amendment = replaced('g3-28-b', seedWords('g3-28-b'), 'good practice', 'best practice');

  test('is a Draft Proposal with a problem and no text, on which Parties comment, and becomes a Modification Proposal', async () => {
    await to('2018-11-05T09:00:00Z');
    await raise('ssc-chair', {
      id,
      title: 'Best practice in the duties of security',
      legalText: [],
      implementation: { kind: 'on', day: day('2019-02-28') },
    });
    await act('code-administrator', id, 'comment-on-proposal', { Comment: 'Say whose practice is meant.' });
    await act('ssc-chair', id, 'answer-comment-1', { Answer: 'That of the industry.' });
    expect(await words('section:has(> #comments)')).toContain('That of the industry.');
    await act('code-administrator', id, 'open-consultation-comments', {
      'First day': '2018-11-06',
      'Last day': '2018-11-13',
    });
    await to('2018-11-14T09:00:00Z');
    await act('code-administrator', id, 'submit-paper-report');
    await decide('panel-chair', id, 'conversion', 'Converted');
    expect(await words('main')).toContain('MP101 · raised as DP101');
    for (const [step, choice] of [
      ['route', 'Agreed'],
      ['timetable', 'Agreed'],
      ['path', 'Path 3 agreed'],
    ] as const) {
      await decide('panel-chair', id, step, choice);
    }
    await write('ssc-chair', 'modification/draft-legal-text', {
      modification: id,
      amendments: [better],
      against: seed.proposal.draftedAgainst,
    });
  });

  test('rests on hold and goes on, and its page says so while it does', async () => {
    await act('ssc-chair', id, 'hold-modification', { Reasons: 'A trial comes first.' });
    expect(await words('#rest')).toMatch(/On hold SSC Chair put DP101 on hold .* No day has been given/);
    expect(await words('.pv-stages')).toContain('on hold');
    await inspect();
    await act('ssc-chair', id, 'resume-modification-hold', { Reasons: 'The trial is over.' });
    expect(await page.locator('#rest').count()).toBe(0);
  });

  test('is consulted on, voted on by the seats of the Change Board, and published once nobody refers it', async () => {
    await act('code-administrator', id, 'open-consultation-consultation', {
      'First day': '2018-11-15',
      'Last day': '2018-12-06',
    });
    await to('2018-12-07T09:00:00Z');
    await act('code-administrator', id, 'submit-paper-modification_report');
    await act('code-administrator', id, 'open-ballot-ballot');
    for (const seat of [
      'large-supplier-1',
      'small-supplier-1',
      'network-gas',
      'other-sec-party-1',
      'consumer-member',
    ]) {
      await vote(`seat-${seat}`, id, 'Approve');
    }
    await to('2018-12-10T18:00:00Z');
    await open('ssc-chair', `/modifications/${id}`);
    expect(await words('#decision + *, section:has(> #decision)')).toContain(
      'has no effect yet: the implementation waits',
    );
    await inspect();
    await to('2019-02-28T09:00:00Z');
    await act('code-administrator', id, 'implement-modification-implementation');
    expect(await words('#next')).toContain('Implemented');
    await page.goto('/sec/G3.28(b)');
    expect(await words('section:has(> #words)')).toContain('best practice');
  });
});

describe('a modification under the process of another code', () => {
  const id = 'P501';

  test('is raised by a Party, assessed, kept under self-governance and consulted on', async () => {
    await write('code-administrator', 'text/adopt-code', { code: 'bsc', instrument: 'bsc' });
    await raise('cinderpath', {
      id,
      code: 'bsc',
      title: 'How this code is changed, said better',
      proposer: { id: 'cinderpath', name: 'Cinderpath Energy' },
      draftedAgainst: '1.0',
      legalText: [
        replaced(
          'a1',
          'This code is changed by proposals, which are raised, consulted on and decided as its process says.',
          'changed',
          'amended',
        ),
      ],
      implementation: { kind: 'on', day: day('2019-06-27') },
    });
    await act('code-administrator', id, 'submit-paper-assessment');
    await decide('panel-chair', id, 'path', 'Self-governance');
    await act('code-administrator', id, 'open-consultation-consultation', {
      'First day': '2019-03-04',
      'Last day': '2019-03-22',
    });
    await inspect();
    await to('2019-03-25T09:00:00Z');
    await act('code-administrator', id, 'submit-paper-report');
  });

  test('is decided by impartial members one by one, stands when no Party objects in 15 Working Days, and is published', async () => {
    for (const seat of [1, 2, 3, 4, 5]) {
      const fields = {
        name: `Member ${seat}`,
        email: `member-${seat}@example.org`,
        role: 'panel',
        seat: `panel-member-${seat}`,
        party: '',
        password: PASSWORD,
      };
      const made = await (await as('code-administrator')).form(
        '/accounts/create',
        { ...fields, _form: 'create', _back: '/accounts' },
        '/accounts',
      );
      expect(made.status).toBe(303);
    }
    await act('code-administrator', id, 'open-ballot-ballot');
    for (const seat of [1, 2, 3]) await vote(`member-${seat}`, id, 'Approve');
    for (const seat of [4, 5]) await vote(`member-${seat}`, id, 'Reject');
    await to('2019-03-27T09:00:00Z');
    await open('cinderpath', `/modifications/${id}`);
    expect(await words('section:has(> #decision)')).toContain(
      "a Party may object to the Panel's self-governance decision until",
    );
    await inspect();
    await to('2019-06-27T09:00:00Z');
    await act('code-administrator', id, 'implement-modification-implementation');
    expect(await words('#next')).toContain('Implemented');
    await page.goto('/bsc/A1');
    expect(await words('section:has(> #words)')).toContain('amended by proposals');
  });
});
