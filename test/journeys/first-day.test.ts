import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { faultsOf, sidewaysOf } from '../support/inspect.ts';
import { type Served, serve } from '../support/server.ts';

/** The first day of a newcomer: from the printed address to the published code, each chapter going on where the last ended. */
let served: Served;
let browser: Browser;
let page: Page;
let phone: Page;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve({ demo: true }), startBrowser()]);
  page = await (await browser.newContext({ baseURL: served.address, locale: 'en-GB' })).newPage();
  const narrow = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  phone = await (await browser.newContext({ baseURL: served.address, locale: 'en-GB', ...narrow })).newPage();
  for (const one of [page, phone]) one.setDefaultTimeout(20_000);
});
afterAll(() => browser?.close());

/** What an element says, folded or not, in one line. */
async function words(of: Locator = page.locator('body')): Promise<string> {
  return ((await of.textContent()) ?? '').replace(/\s+/g, ' ').trim();
}
const next = () => page.locator('#next');
const said = () => words(page.getByRole('status'));

/** Opens what is folded around an element, the outermost first. */
async function unfold(element: Locator): Promise<void> {
  for (let depth = 0; depth < 4 && !(await element.isVisible()); depth += 1) {
    await page.locator('details:not([open])', { has: element }).first().locator('summary').first().click();
  }
}

/** One click on the button that acts as a person of the demonstration, on the page of the modification. */
async function signInAs(name: string): Promise<void> {
  const button = page.locator('form[action="/sign-in-as"] button', { hasText: new RegExp(`as ${name}$`) }).first();
  await unfold(button);
  await button.click();
  expect(await said()).toBe(`You are signed in as ${name}.`);
}

async function goOn(): Promise<string> {
  await page.getByRole('button', { name: 'Go to the next step' }).click();
  expect(await said()).toContain('The case clock was moved on.');
  return words(page.locator('.pv-clock'));
}

/** Records a decision on a step, with reasons. */
async function decide(step: string, outcome: string): Promise<void> {
  const form = page.locator(`form#make-determination-${step}`);
  await unfold(form);
  await form.getByLabel(outcome, { exact: true }).check();
  await form.getByLabel('Reasons').fill(`For the reasons minuted under ${step}.`);
  await form.getByRole('button', { name: 'Record the decision' }).click();
  expect(await said()).toContain('the decision is recorded.');
}

/** A page as a phone shows it, and as axe finds it on the desk. */
async function inspect(path: string): Promise<void> {
  await phone.goto(path);
  expect(await sidewaysOf(phone)).toEqual([]);
  await page.goto(path);
  expect(await faultsOf(page)).toEqual([]);
}

describe('the first day of a newcomer', () => {
  test('begins at a register that says what happens next, by whom and by when', async () => {
    await inspect('/');
    const register = page.getByRole('table');
    const row = register.getByRole('row', { name: /SECMP0065/ });
    expect(await words(row)).toMatch(/Initial Assessment.*Submit the Initial Modification Report.*Code Administrator/);
    expect(await words(page.locator('.pv-clock'))).toContain('Friday 5 October 2018');
    await row.getByRole('link', { name: 'SECMP0065' }).click();
    expect(await words(page.getByRole('heading', { level: 1 }))).toBe('SMETS1 Security Obligations');
  });

  test('shows a modification with its stages, facts, timetable, redline, effect and papers', async () => {
    await inspect('/modifications/SECMP0065');
    expect(await words(page.locator('[aria-current="step"]'))).toMatch(/01\s*Initial Assessment\s*now/i);
    expect(await words()).toMatch(
      /5 October 2018.*12 October 2018.*15 October 2018 to 19 October 2018.*24 October 2018/,
    );
    for (const heading of ['The facts', 'Timetable', 'Determinations', 'What a careful reader finds', 'History']) {
      expect(await page.getByRole('heading', { name: heading, exact: true }).count()).toBe(1);
    }
    await page.getByRole('link', { name: 'Legal text', exact: true }).click();
    expect(await page.locator('ins').allTextContents()).toContainEqual(
      expect.stringContaining('From the date on which'),
    );
    await inspect('/modifications/SECMP0065/legal-text');
    await inspect('/modifications/SECMP0065/papers');
  });

  test('shows the effect on every party in both worlds, and what would settle what is unknown', async () => {
    await inspect('/modifications/SECMP0065/effect');
    for (const party of ['Cinderpath Energy', 'Pebblewick Energy', 'Quillfield Power']) {
      expect(await page.getByRole('link', { name: party }).count()).toBeGreaterThan(0);
    }
    await page.getByLabel('Party', { exact: true }).selectOption({ label: 'Pebblewick Energy' });
    await page.getByRole('button', { name: 'Compute' }).click();
    const table = page.getByRole('table', { name: 'When Pebblewick Energy is bound' });
    expect(await words(table)).toMatch(/Without.*With/i);
    const system = table.getByRole('row', { name: /X: dual-fuel homes of the first cohort/ });
    expect(await words(system)).toMatch(/from 18 Jul 2018.*18 Jul 2018 to 7 Nov 2018.*from 8 Nov 2018/);
    await page.locator('summary', { hasText: 'Suppose that something else happens' }).click();
    await page.getByLabel(/X: .* enrolled/).fill('2019-03-01');
    await page.getByRole('button', { name: 'Compute' }).click();
    expect(await words(system)).toMatch(/18 Jul 2018 to 7 Nov 2018.*from 1 Mar 2019/);
    expect(await faultsOf(page)).toEqual([]);
  });

  test('gives each paper in every form, of its type', async () => {
    await page.goto('/modifications/SECMP0065/papers');
    const links = await page.locator('a[href*="/papers/"]').all();
    const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
    const begins: Readonly<Record<string, string>> = {
      html: '<!doctype html>',
      pdf: '%PDF-',
      docx: 'PK',
      ics: 'BEGIN:VCALENDAR',
    };
    const types: Readonly<Record<string, string>> = {
      html: 'text/html',
      pdf: 'application/pdf',
      docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ics: 'text/calendar',
    };
    expect(new Set(paths.map((path) => path?.split('.').at(-1)))).toEqual(new Set(Object.keys(types)));
    for (const path of paths) {
      const answer = await page.request.get(path ?? '');
      const ending = path?.split('.').at(-1) ?? '';
      const body = await answer.body();
      expect([path, answer.status(), answer.headers()['content-type']?.split(';')[0]]).toEqual([
        path,
        200,
        types[ending],
      ]);
      expect(body.length).toBeGreaterThan(1000);
      const begin = begins[ending] ?? '';
      expect(body.toString('latin1', 0, begin.length).toLowerCase()).toBe(begin.toLowerCase());
    }
    await inspect('/modifications/SECMP0065/papers/initial-modification-report.html');
  });

  test('lets the Code Administrator submit the report, by keyboard alone', async () => {
    await page.goto('/modifications/SECMP0065');
    await page.keyboard.press('Tab');
    expect(await words(page.locator(':focus'))).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await tabTo(/Sign in as Code Administrator/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    expect(await said()).toBe('You are signed in as Code Administrator.');
    await tabTo(/^Submit/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^The Panel can decide whether the proposal is progressed/ }).waitFor();
    expect(await said()).toContain('Initial Modification Report submitted: recorded.');
  });

  test('lets the Panel answer its five questions and the Authority agree the urgent timetable', async () => {
    expect(await goOn()).toContain('Friday 12 October 2018');
    await signInAs('Panel Chair');
    await decide('progress', 'Progressed');
    expect(await faultsOf(page)).toEqual([]);
    await decide('urgency', 'Agreed');
    await decide('route', 'Agreed');
    await decide('timetable', 'Agreed');
    await decide('path', 'Path 3 agreed');
    expect(await words()).toContain('agreed by the Panel');
    await signInAs('The Authority');
    await decide('authority_timetable', 'Agreed');
    expect(await words(page.locator('dl', { hasText: 'Urgency' }).first())).toMatch(/Urgency\s*urgent/);
  });

  test('opens the consultation, in which a Party responds and gets a receipt', async () => {
    expect(await goOn()).toContain('Monday 15 October 2018');
    await signInAs('Code Administrator');
    await page.getByRole('button', { name: 'Open the consultation' }).click();
    expect(await said()).toBe('The consultation is opened.');
    for (const [name, stance] of [
      ['Harrowbeck Home Energy', 'Support'],
      ['Quillfield Power', 'Oppose'],
    ] as const) {
      await signInAs(name);
      await page.getByRole('link', { name: 'Write the response' }).click();
      const form = page.locator('form#response');
      await form.getByLabel(stance, { exact: true }).check();
      await form
        .getByLabel('Anything else that should be considered? (optional)', { exact: true })
        .fill(`The view of ${name}, in its own words.`);
      await form.getByRole('button', { name: 'Send the response' }).click();
      expect(await said()).toMatch(/Your response is received\. Receipt: SECMP0065\.\d+\.[0-9a-f]{32}/);
      await page.goto(`${served.address}/modifications/SECMP0065`);
      expect(await words()).toMatch(/Receipt: [\w-]{22}, digest [0-9a-f]{64}/);
    }
    expect(await words()).toContain('1 in support, 1 opposed, 0 neutral');
    expect(await words()).not.toContain('The view of Harrowbeck Home Energy, in its own words.');
    expect(await faultsOf(page)).toEqual([]);
  });

  test('closes the consultation by the clock, and the report goes to the Change Board', async () => {
    expect(await goOn()).toMatch(/Friday 19 October 2018, 17:00/);
    await signInAs('Code Administrator');
    await page.getByRole('button', { name: /^Submit/ }).click();
    expect(await said()).toContain('Modification Report with the responses');
    expect(await goOn()).toContain('Wednesday 24 October 2018');
    await page.getByRole('button', { name: 'Open the vote' }).click();
    expect(await said()).toBe('The vote is open and its list of voters is frozen.');
  });

  test('takes a vote of every seat with reasons, one of them by keyboard alone, and closes', async () => {
    const members = await next().locator('form[action="/sign-in-as"] button span').allTextContents();
    expect(members).toHaveLength(10);
    for (const [at, member] of members.entries()) {
      await signInAs(member);
      const form = page.locator('form#cast-vote-ballot');
      if (at === 0) {
        await tabTo(/^approve$/);
        await page.keyboard.press('Space');
        await page.keyboard.press('Tab');
        await page.keyboard.type('Objective (g): suppliers learn what is asked of them before it is asked.');
        // The objectives one by one fold behind one more stop.
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.getByText('Your vote is recorded.').waitFor();
      } else {
        await form.getByLabel(at === 4 ? 'Reject' : at === 2 ? 'Abstain' : 'Approve', { exact: true }).check();
        await form.getByLabel('Reasons').fill(`Objective (g), in the view of the ${member}.`);
        await form.getByRole('button', { name: 'Cast the vote' }).click();
      }
      expect(await said()).toBe('Your vote is recorded.');
    }
    await inspect('/modifications/SECMP0065');
    await signInAs('Code Administrator');
    await page.getByRole('button', { name: 'Close the vote' }).click();
    expect(await said()).toBe('The vote is closed.');
    expect(await words()).toContain('closed: Approve');
    expect(await words()).toMatch(
      /10 Working Days from 24 October 2018, the day of the decision not counted; last day 7 November 2018/,
    );
  });

  test('implements once the referral window is over, and not before', async () => {
    expect(await page.getByRole('button', { name: 'Implement' }).count()).toBe(0);
    expect(await words(next())).toContain('refer the Change Board');
    while (!(await goOn()).includes('8 November 2018, 09:00'));
    await page.getByRole('button', { name: 'Implement' }).click();
    expect(await said()).toBe('The modification is implemented: a new version of the code is published.');
    expect(await words(next())).toMatch(/Nothing more happens.*8 November 2018: Implemented.*version 5\.24/);
    expect(await words(page.locator('.pv-stages'))).not.toContain('now');
    await inspect('/modifications/SECMP0065');
  });

  test('reads the new version of the code, and the old words at their permanent address', async () => {
    const added = 'From the date on which SMETS1 Devices begin to be Enrolled';
    await next().getByRole('link', { name: 'version 5.24' }).click();
    const link = page.locator('a[href^="/sec/G3.26"]').first();
    await unfold(link);
    await link.click();
    expect(await words(page.getByRole('region', { name: /^On / }).first())).toContain(added);
    await inspect('/sec/G3.26');
    await inspect('/sec/G3.26@2018-10-12');
    expect(await words(page.locator('main'))).toMatch(/On 12 October 2018.*Each Supplier Party shall/);
    expect(await words(page.locator('main'))).not.toContain(added);
    await page.goto('/sec/G3.26?on=2018-11-08&against=2018-10-12');
    expect((await page.locator('ins').allTextContents()).join(' ')).toContain('From the date on which');
    expect(await faultsOf(page)).toEqual([]);
  });

  test('ends at a register that says so, over a record that verifies', async () => {
    await page.goto('/');
    expect(await words(page.getByRole('row', { name: /SECMP0065/ }))).toContain('Implemented');
    await page.goto('/record');
    expect(await words(page.getByRole('region', { name: 'Is it intact?' }))).toContain('verified');
  });
});

/** Presses Tab until what has the focus says this; a page of a hundred stops has lost its reader. */
async function tabTo(wanted: RegExp): Promise<void> {
  for (let stop = 0; stop < 100; stop += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const name = (await words(focused)) || (await focused.getAttribute('value')) || '';
    if (wanted.test(name.trim())) return;
  }
  throw new Error(`no Tab comes to ${wanted}`);
}
