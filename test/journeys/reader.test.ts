import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { faultsOf, sidewaysOf } from '../support/inspect.ts';
import { Script } from '../support/script.ts';
import { type Served, serve } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

/** A record whose case has come to its end: version 5.24 is in force from 8 November 2018. */
let served: Served;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve({ demo: true }), startBrowser()]);
  await (await Script.of(served.address)).through('implement-modification');
  visitor = new Visitor(served.address);
});
afterAll(() => browser?.close());

async function opened(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: served.address, locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

describe('the permanent address of a past day', () => {
  const address = '/sec/G3.26@2018-10-12';
  const as = (accept: string) => visitor.send(address, { headers: { accept } });

  test.each([
    ['application/json', 'application/json', '{"instrument"'],
    ['application/akn+xml, text/html;q=0.5', 'application/akn+xml', '<?xml'],
    ['application/pdf', 'application/pdf', '%PDF'],
    ['application/oscal+json', 'application/oscal+json', '{\n  "catalog"'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxml', 'PK'],
    ['application/*;q=0.1, image/*', 'application/json', '{"instrument"'],
  ])('gives %s for good, to anyone, and not twice', async (accept, type, begins) => {
    const { status, headers, body } = await as(accept);
    expect([status, headers.get('content-type')?.startsWith(type), body.startsWith(begins)]).toEqual([200, true, true]);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('vary')).toBe('Accept');
    expect(headers.getSetCookie()).toEqual([]);
    expect(headers.get('link')).toContain(`<${served.address}${address}>; rel="canonical"`);
    expect(headers.get('link')).toContain(
      `<${address}?format=pdf>; rel="alternate"; type="application/pdf"`.slice(0, 30),
    );
    const again = await visitor.send(address, { headers: { accept, 'if-none-match': headers.get('etag') ?? '' } });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  test('gives the reader a page of their own, which no cache shares', async () => {
    const { headers, body, words } = await as('text/html,*/*;q=0.8');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toBe('Accept, Cookie');
    expect(body).toContain(`<link rel="canonical" href="${address}">`);
    expect(words).toMatch(
      /SEC G3\.26 version 5\.23 as in force on 12 October 2018 as known at the end of 12 October 2018 Not current: changed since/,
    );
    const alone = await visitor.get(`${address}?format=html`);
    expect(alone.headers.get('cache-control')).toContain('immutable');
    expect(alone.words).toContain('Each Supplier Party shall');
  });

  test('leads to what binds each class of parties then, and a modification to what it changes, as OSCAL profiles', async () => {
    const { body } = await visitor.get('/sec@2018-10-12');
    const [href = ''] = body.match(/\/obligations\/oscal\/large-supplier\?[^"]+/) ?? [];
    for (const from of [href.replaceAll('&amp;', '&'), '/modifications/SECMP0065/file.oscal.json']) {
      const file = await visitor.get(from);
      expect(file.type).toContain('application/oscal+json');
      expect(JSON.stringify(JSON.parse(file.body).profile.imports)).toContain('"g3-26"');
    }
    expect((await visitor.get('/obligations?on=2018-10-12')).body).toContain(href);
    expect((await visitor.get('/obligations/oscal/giants')).status).toBe(404);
  });

  test('says what it gives where nothing fits', async () => {
    const { status, body } = await as('image/png');
    expect(status).toBe(406);
    for (const form of ['json', 'akn', 'docx', 'pdf', 'oscal', 'html'])
      expect(body).toContain(`${address}?format=${form}`);
    expect((await visitor.get('/sec/Z9@2018-10-12?format=json')).type).toBe('application/problem+json');
    expect((await visitor.get('/sec/G3.26@2018-02-30')).status).toBe(400);
  });

  test('of a whole document, a whole code and a version are addresses too; a day that has not ended may still change', async () => {
    for (const whole of ['/sec@2018-10-12', '/sec/G@2018-10-12']) {
      const { headers, body } = await visitor.get(`${whole}?format=json`);
      expect(headers.get('cache-control')).toContain('immutable');
      expect(body).toContain('G3.28');
    }
    const version = await visitor.get('/sec/G3.26@5.20');
    expect([version.status, version.headers.get('location')]).toEqual([302, '/sec/G3.26?on=2018-07-18']);
    expect((await visitor.get('/sec@9.99')).words).toContain('The SEC has no version "9.99".');
    for (const open of [
      '/sec/G3.26@2019-01-01?format=json',
      '/sec/G3.26?format=json',
      '/sec/G3.26@2017-01-01?format=json',
    ]) {
      expect((await visitor.get(open)).headers.get('cache-control')).toBe('public, no-cache');
    }
  });

  test('answers with the same bytes after more has been recorded', async () => {
    const digest = async () =>
      createHash('sha256')
        .update((await as('application/json')).bytes)
        .digest('hex');
    const before = await digest();
    await (await Visitor.as(served.address, 'code-administrator@demo.invalid')).write('record/make-checkpoint');
    expect(await digest()).toBe(before);
  });
});

describe('a canonical address', () => {
  const canonical = async (address: string) =>
    /<link rel="canonical" href="([^"]+)">/.exec((await visitor.get(address)).body)?.[1];

  test('is one for all names of a provision, and never gives what was known then for what the record says now', async () => {
    expect(await canonical('/sec/Section%20G')).toBe('/sec/G');
    expect(await canonical('/sec/Section%20G@2018-10-12')).toBe('/sec/G@2018-10-12');
    expect(await canonical('/sec/G3.26?on=2018-10-12&against=2018-11-08')).toBe('/sec/G3.26?on=2018-10-12');
  });

  test.each([
    ['/sec/g3.26?on=2018-10-12', '/sec/G3.26?on=2018-10-12'],
    ['/sec/g3.26@2018-10-12', '/sec/G3.26@2018-10-12'],
    ['/SEC/G3.26', '/sec/G3.26'],
    ['/SEC', '/sec'],
    ['/sec/G/', '/sec/G'],
    ['/sec/', '/sec'],
  ])('is where %s leads', async (from, to) => {
    const { status, headers } = await visitor.get(from);
    expect([status, headers.get('location')]).toEqual([301, to]);
  });
});

describe('a reader', () => {
  test('is told of the future that it is not in force, and reads every wording with who made it', async () => {
    expect((await visitor.get('/sec/G3.26?on=2030-01-01')).words).toMatch(/Not yet in force.*they do not hold today/);
    const history = (await visitor.get('/sec/G3.26/history')).words;
    expect(history).toMatch(
      /From 8 November 2018 in force Version 5\.24, by modification SECMP0065.*inserted: From the date/s,
    );
    expect(history).toMatch(/Version 5\.20, designated by/);
  });

  test('goes from the words to what they name, and back, on the same day', async () => {
    const page = await opened();
    await page.goto('/sec/G3.27?on=2018-10-12');
    await page.getByRole('region', { name: /^On / }).getByRole('link', { name: 'Section G3.26' }).click();
    expect(page.url()).toContain('/sec/G3.26?on=2018-10-12');
    await page
      .getByRole('region', { name: /^Referred to by/ })
      .getByRole('link', { name: 'G3.27' })
      .click();
    expect(page.url()).toContain('/sec/G3.27?on=2018-10-12');
    await page.goto('/sec/A1.1%20%22Supplier%20Party%22?on=2018-10-12');
    expect(
      await page
        .getByRole('region', { name: /^Uses of what it defines/ })
        .getByRole('link', { name: 'G3.26' })
        .count(),
    ).toBe(1);
    const tree = page.getByRole('navigation', { name: 'Contents of the SEC' });
    await tree.getByRole('link', { name: 'Section G Security' }).click();
    expect(await tree.locator('[aria-current=page]').textContent()).toBe('Section G Security');
    await page.context().close();
  });

  test('sees the definition of a term on hover and on focus, keeps it while reading it, and sends it away with Escape', async () => {
    const page = await opened({ viewport: { width: 1280, height: 800 } });
    await page.goto('/sec/G3.26?on=2018-10-12');
    const term = page.locator('a.pv-term', { hasText: 'Supplier Party' }).first();
    const card = page.locator('#pv-card');
    await term.hover();
    await card.waitFor({ state: 'visible' });
    expect(await card.textContent()).toContain('a Party that supplies electricity or gas');
    await card.hover();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    await page.mouse.move(0, 0);
    await page.getByRole('region', { name: /^On / }).getByRole('link', { name: 'G3.26' }).focus();
    await page.keyboard.press('Tab');
    await card.waitFor({ state: 'visible' });
    expect(
      await page.evaluate(
        'document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent',
      ),
    ).toContain('a Party that supplies');
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.className')).toBe('pv-term');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toMatch(/^#term-\d+$/);
    await page.context().close();
  });

  test('sees it by touch on a phone, where nothing scrolls sideways and the day stays in view', async () => {
    const page = await opened({ viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });
    await page.goto('/sec/G3.26?on=2018-10-12');
    await page.locator('a.pv-term').first().tap();
    await page.locator('#pv-card').waitFor({ state: 'visible' });
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight / 2)');
    const inView = 'document.querySelector(".pv-bar").getBoundingClientRect().top >= 0';
    expect(await page.evaluate(`scrollY > 100 && ${inView}`)).toBe(true);
    expect(await sidewaysOf(page)).toEqual([]);
    await page.context().close();
  });

  test('searches, and what is found is marked', async () => {
    const page = await opened();
    await page.goto('/sec');
    await page.getByRole('searchbox').fill('"Supplier Party" G3.26');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sec\/search/);
    expect(new Set(await page.locator('mark').allTextContents())).toEqual(new Set(['Supplier Party', 'G3.26']));
    expect(await faultsOf(page)).toEqual([]);
    const hostile = await visitor.get(`/sec/search?q=${encodeURIComponent('"><script>alert(1)</script> supplier')}`);
    expect(hostile.body).not.toContain('<script>alert');
    expect((await visitor.get('/sec/search?q=g3.26')).words).toContain('Go to G3.26');
    expect((await visitor.get('/sec/search?q=nowhere')).words).toContain(
      'No provision in force on this day holds all of that.',
    );
    expect((await visitor.get('/sec/search')).words).toContain('How to search');
    await page.context().close();
  });

  test('prints it with instrument, version, day and notice on every page', async () => {
    const { body } = await visitor.get('/sec/G3.26@2018-10-12');
    const [, href = ''] = /media="print" href="([^"]+)"/.exec(body) ?? [];
    const { type, body: css } = await visitor.get(href.replaceAll('&amp;', '&'));
    expect(type).toContain('text/css');
    const said = css.replace(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
    expect(said).toContain('SEC G3.26, version 5.23, as in force on 12 October 2018');
    expect(said).toContain('NOT CURRENT');
    expect(said).toContain('Illustrative drafting.');
  });
});

test('a slider over days computes the effect anew by keyboard, and without scripts a day field does the same', async () => {
  const address = '/modifications/SECMP0065/effect?party=cinderpath';
  const page = await opened();
  await page.goto(address);
  const slider = page.getByRole('slider', { name: /^The first SMETS1 Devices/ });
  await slider.focus();
  await slider.press('PageUp');
  await page.getByText('Computed.').waitFor();
  const supposed = await page
    .getByLabel(/^The first SMETS1 Devices.*: day$/)
    .last()
    .inputValue();
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^\d+ \w+ 20\d\d$/);
  expect(page.url()).toContain(`assume.first-smets1-enrolment=${supposed}`);
  expect(await page.locator('#effect-result').textContent()).toContain('other words from');
  await page.context().close();
  const plain = await opened({ javaScriptEnabled: false });
  await plain.goto(address);
  expect(await plain.getByRole('slider').count()).toBe(0);
  await plain.locator('input[type="date"][name="assume.first-smets1-enrolment"]').fill(supposed);
  await plain.getByRole('button', { name: 'Compute' }).click();
  expect(await plain.locator('#effect-result').textContent()).toContain('other words');
  await plain.context().close();
});
