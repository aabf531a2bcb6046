import { beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../src/web/accounts/demo-accounts.ts';
import { type Served, serve } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

const ada = { name: 'Ada Quill', email: 'ada@example.org', password: 'a sound passphrase' };
/** What looks like an address, and either nobody can sign in with it or no mail can be sent to it. */
const NO_ADDRESSES = ['jörg@firma.example', 'a@x.example>', 'a@localhost', '.a@x.example', 'a..b@x.example'];
const ben = { name: 'Ben Larch', email: 'ben@example.org', password: 'another passphrase' };

let served: Served;
let administrator: Visitor;

beforeAll(async () => {
  served = await serve({ demo: false });
  administrator = new Visitor(served.address);
});

/** No account, address or password of the demonstration. */
async function expectNoDemonstration(address: string): Promise<void> {
  const stranger = new Visitor(address);
  for (const path of ['/', '/sign-in', '/api', '/record']) {
    const { body } = await stranger.get(path);
    expect([path, body.includes('demo.invalid'), body.includes(DEMO_PASSWORD)]).toEqual([path, false, false]);
  }
  const email = 'code-administrator@demo.invalid';
  expect((await stranger.post('/api/session', { email, password: DEMO_PASSWORD })).status).toBe(400);
  expect((await stranger.form('/sign-in-as', { email, _back: '/' }, '/sign-in')).status).toBe(404);
}

describe('a record that starts without the demonstration', () => {
  test('is empty, runs on the real clock, and sends the first person to make the administrator’s account', async () => {
    const stranger = new Visitor(served.address);
    const register = await stranger.get('/');
    expect(register.words).toContain('No modification has been raised in this record yet.');
    expect(register.words).toContain('in London.');
    expect(register.words).not.toContain('Case clock');
    expect(await stranger.read('party/list-parties')).toMatchObject({ parties: [] });
    expect(await stranger.refusal('record/advance-clock', { toNext: true })).toMatchObject({ code: 'clock-is-real' });
    const signIn = await stranger.get('/sign-in');
    expect([signIn.status, signIn.headers.get('location')]).toEqual([302, '/set-up']);
  });

  test('refuses a password that is too short, keeps what was entered, and then makes the account and signs in with it', async () => {
    const form = { ...ada, _form: 'set-up', _back: '/set-up' };
    const short = await administrator.form('/set-up', { ...form, password: 'short' }, '/set-up');
    expect(short.status).toBe(400);
    expect(short.body).toContain('value="ada@example.org"');
    expect(short.body).not.toContain('value="short"');
    for (const email of NO_ADDRESSES) {
      const refused = await administrator.form('/set-up', { ...form, email }, '/set-up');
      expect([refused.status, refused.words.includes('is no e-mail address')]).toEqual([400, true]);
    }
    expect((await administrator.get('/set-up')).status, 'nothing was made').toBe(200);
    const made = await administrator.form('/set-up', form, '/set-up');
    expect([made.status, made.headers.get('location')]).toEqual([303, '/']);
    const session = JSON.parse((await administrator.get('/api/session')).body);
    expect(session).toMatchObject({ name: 'Ada Quill', role: 'code-administrator' });
  });

  test('lets nobody make a second first account', async () => {
    const stranger = new Visitor(served.address);
    const page = await stranger.get('/set-up');
    expect([page.status, page.headers.get('location')]).toEqual([302, '/sign-in']);
    const second = await stranger.form('/set-up', { ...ben, _form: 'set-up', _back: '/sign-in' }, '/sign-in');
    expect(second.status).toBeGreaterThanOrEqual(400);
    expect((await stranger.post('/api/session', { email: ben.email, password: ben.password })).status).toBe(400);
  });

  test('has no demonstration account or password anywhere', () => expectNoDemonstration(served.address));

  test('lets the administrator make an account that can sign in, and nobody else', async () => {
    const fields = { ...ben, role: 'panel', seat: '', party: '', _form: 'create', _back: '/accounts' };
    for (const email of NO_ADDRESSES) {
      const refused = await administrator.form('/accounts/create', { ...fields, email }, '/accounts');
      expect([refused.status, refused.words.includes('is no e-mail address')]).toEqual([400, true]);
    }
    const made = await administrator.form('/accounts/create', fields, '/accounts');
    expect([made.status, made.headers.get('location')]).toEqual([303, '/accounts']);
    expect((await administrator.get('/accounts')).words).toContain('Ben Larch can sign in now.');
    const member = await Visitor.as(served.address, ben.email, ben.password);
    expect(JSON.parse((await member.get('/api/session')).body)).toMatchObject({ name: 'Ben Larch', role: 'panel' });
    expect((await member.get('/accounts')).status).toBe(403);
    const more = { ...fields, email: 'cy@example.org', _back: '/' };
    expect((await member.form('/accounts/create', more, '/account')).status).toBe(403);
    expect((await new Visitor(served.address).get('/accounts')).status).toBe(401);
  });

  test('keeps its last administrator: neither another role nor disabling is allowed', async () => {
    const page = await administrator.get('/accounts');
    const id = /action="\/accounts\/([^/"]+)\/change"(?:(?!<form).)*?Change Ada/s.exec(page.body)?.[1];
    expect(id).toBeDefined();
    const demotion = {
      role: 'public',
      seat: '',
      party: '',
      disabled: 'false',
      _form: `change-${id}`,
      _back: '/accounts',
    };
    const refused = await administrator.form(`/accounts/${id}/change`, demotion, '/accounts');
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.words).toContain('This is the last account of the Code Administrator');
    expect((await administrator.get('/accounts')).status).toBe(200);
  });

  test('gives a session in cookies that scripts cannot read, and forbids scripts in its pages', async () => {
    const answer = await new Visitor(served.address).post('/api/session', { email: ben.email, password: ben.password });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=(Lax|Strict)/i);
    const policy = (await new Visitor(served.address).get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/(default|script)-src '(self|none)'/);
    expect(policy).not.toContain("script-src 'unsafe-inline'");
  });

  test('stays without the demonstration when it is started again with it', async () => {
    expect(await served.stop()).toBe(0);
    const again = await serve({ demo: true, data: served.data });
    await expectNoDemonstration(again.address);
    expect((await new Visitor(again.address).get('/')).words).toContain('No modification has been raised');
    expect((await Visitor.as(again.address, ben.email, ben.password)).address).toBe(again.address);
  });
});
