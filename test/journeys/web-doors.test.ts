import { beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

let served: Served;

beforeAll(async () => {
  served = await serve({ demo: true });
});

const PAGES = [
  '/',
  '/modifications/SECMP0065',
  '/sec',
  '/sec/G3.26@2018-10-05',
  '/parties',
  '/rulebook',
  '/record',
  '/api',
];

describe('every answer', () => {
  test.each(PAGES)('%s forbids inline script and style, framing and guessing of types', async (page) => {
    const { status, headers, body } = await new Visitor(served.address).get(page);
    expect(status).toBe(200);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(body).not.toMatch(/<script(?![^>]+src=)|\son\w+=|\sstyle="|<style/);
  });

  test('an address at which nothing is says so in the layout of the site, and as a problem under /api', async () => {
    const visitor = new Visitor(served.address);
    const page = await visitor.get('/nothing/is/here');
    expect([page.status, page.words.includes('Nothing is at this address')]).toEqual([404, true]);
    const problem = await visitor.get('/api/nothing/is-here');
    expect([problem.status, problem.type]).toEqual([404, 'application/problem+json']);
  });
});

describe('cookies', () => {
  test('the session is HttpOnly and SameSite, and ends at sign-out', async () => {
    const visitor = new Visitor(served.address);
    const answer = await visitor.form('/sign-in-as', { email: 'panel-chair@demo.invalid', to: '/account' });
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('proviso.session_token=')) ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect((await visitor.get('/account')).words).toContain('Panel Chair');
    await visitor.form('/sign-out', {}, '/account');
    expect((await visitor.get('/account')).status).toBe(401);
  });
});

describe('forms', () => {
  const forged = { operation: 'report', modification: 'SECMP0065' };

  test('a form without the token of the session is refused and writes nothing', async () => {
    const visitor = await Visitor.as(served.address, 'code-administrator@demo.invalid');
    const stranger = await Visitor.as(served.address, 'panel-chair@demo.invalid');
    const [, token = ''] = /name="_token" value="([^"]+)"/.exec((await stranger.get('/account')).body) ?? [];
    for (const fields of [forged, { ...forged, _token: '' }, { ...forged, _token: token }]) {
      const answer = await visitor.unguardedForm('/act/modification/submit-paper', fields);
      expect([answer.status, answer.words.includes('not one of this session')]).toEqual([403, true]);
    }
    expect((await visitor.read('record/list-streams')).streams).toContainEqual(
      expect.objectContaining({ stream: 'modification/SECMP0065', version: 1 }),
    );
  });

  test('a form sent from a page of another site is refused, its token notwithstanding', async () => {
    const visitor = await Visitor.as(served.address, 'code-administrator@demo.invalid');
    const [, token = ''] = /name="_token" value="([^"]+)"/.exec((await visitor.get('/account')).body) ?? [];
    const elsewhere = { origin: 'https://elsewhere.example' };
    const answer = await visitor.unguardedForm('/sign-out', { _token: token }, elsewhere);
    expect(answer.status).toBe(403);
    expect((await visitor.get('/account')).status).toBe(200);
  });

  test('a program may not be steered by a page of another site', async () => {
    const visitor = await Visitor.as(served.address, 'code-administrator@demo.invalid');
    const input = { modification: 'SECMP0065', step: 'report' };
    const answer = await visitor.post('/api/modification/submit-paper', input, { origin: 'https://elsewhere.example' });
    expect([answer.status, answer.type]).toEqual([403, 'application/problem+json']);
  });

  test('what is larger than a form is refused', async () => {
    const visitor = await Visitor.as(served.address, 'panel-chair@demo.invalid');
    const answer = await visitor.form('/sign-in', { email: 'x'.repeat(300_000), password: '' }, '/account');
    expect([answer.status, answer.words.includes('larger than 256 KB')]).toEqual([400, true]);
  });

  test('a draft may be as long as a document of 5 MB, and not without end', async () => {
    const drafter = await Visitor.as(served.address, 'ssc-chair@demo.invalid');
    const { against, revision } = await drafter.read('modification/show-draft', { modification: 'SECMP0065' });
    const save = (visitor: Visitor, words: number) =>
      visitor.post('/api/modification/save-draft', {
        ...{ modification: 'SECMP0065', revision, against },
        amendments: [
          { kind: 'replace', target: 'g3-1', field: 'text', find: '', with: 'long '.repeat(words), at: [0] },
        ],
      });
    const refused = await save(new Visitor(served.address), 100_000);
    expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('larger than 256 KB')]);
    const endless = await save(drafter, 5_200_000);
    expect([endless.status, endless.body]).toEqual([400, expect.stringContaining('larger than 24 MB')]);
    const kept = await save(drafter, 1_000_000);
    expect([kept.status, JSON.parse(kept.body)]).toEqual([200, expect.objectContaining({ revision: revision + 1 })]);
    await drafter.post('/api/modification/discard-draft', { modification: 'SECMP0065', revision: revision + 1 });
  });
});

describe('what people write', () => {
  test('is shown as they wrote it and never becomes markup', async () => {
    const { status, body } = await new Visitor(served.address).get(
      `/?q=${encodeURIComponent('"><script>alert(1)</script>')}`,
    );
    expect(status).toBe(200);
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('&lt;script&gt;alert(1)');
  });
});

describe('signing in', () => {
  test('with a wrong password is refused, and after ten failures for a while altogether', async () => {
    const visitor = new Visitor(served.address);
    const attempt = () =>
      visitor.post('/api/session', { email: 'assessor@demo.invalid', password: 'not the password' });
    for (let tried = 0; tried < 10; tried += 1) expect((await attempt()).status).toBe(400);
    const limited = await attempt();
    expect([limited.status, limited.body.includes('rate-limited')]).toEqual([429, true]);
  });

  test('nobody can make an account for themselves', async () => {
    const visitor = new Visitor(served.address);
    expect((await visitor.get('/set-up')).status).toBe(302);
    const fields = { name: 'Mallory', email: 'mallory@elsewhere.example', password: 'long enough to be one' };
    expect((await visitor.form('/set-up', fields)).status).toBe(403);
    expect((await visitor.form('/accounts/create', { ...fields, role: 'code-administrator' })).status).toBe(401);
  });
});

describe('the Code Administrator', () => {
  test('makes an account that can sign in, and disables it so that it cannot', async () => {
    const administrator = await Visitor.as(served.address, 'code-administrator@demo.invalid');
    const person = { name: 'New Member', email: 'new-member@demo.invalid', password: 'a first password' };
    await administrator.form('/accounts/create', { ...person, role: 'panel' }, '/accounts');
    const member = await Visitor.as(served.address, person.email, person.password);
    expect((await member.get('/account')).words).toContain('New Member');
    const page = (await administrator.get('/accounts')).body;
    const [, id = ''] =
      /action="\/accounts\/([^/]+)\/change"[^>]*>(?:(?!<\/form>)[\s\S])*Change New Member/.exec(page) ?? [];
    await administrator.form(`/accounts/${id}/change`, { role: 'panel', disabled: 'true' }, '/accounts');
    expect((await member.get('/account')).status).toBe(401);
    await expect(Visitor.as(served.address, person.email, person.password)).rejects.toThrow('cannot sign in');
  });
});

describe('the API', () => {
  test('describes every operation in OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const { body } = await new Visitor(served.address).get('/api/openapi.json');
    const described = JSON.parse(body);
    expect(described.openapi).toBe('3.1.0');
    expect(Object.keys(described.paths)).toContain('/api/modification/cast-vote');
    for (const [, name = ''] of body.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
      expect(Object.keys(described.components.schemas)).toContain(name);
    }
  });

  test('gives the permanent address of a provision as JSON where JSON is asked for', async () => {
    const visitor = new Visitor(served.address);
    const asked = await visitor.send('/sec/G3.26@2018-10-05', { headers: { accept: 'application/json' } });
    expect(JSON.parse(asked.body)).toMatchObject({ reference: 'G3.26', on: '2018-10-05' });
  });
});
