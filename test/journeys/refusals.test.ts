import { beforeAll, describe, expect, test } from 'vitest';
import type { Citation } from '../../src/core/kernel/citation.ts';
import type { Unblocker } from '../../src/core/kernel/rejection.ts';
import { proviso, refused } from '../support/command.ts';
import { Script } from '../support/script.ts';
import { type Served, serve } from '../support/server.ts';
import { type Answer, Visitor } from '../support/visitor.ts';

const modification = 'SECMP0065';
const SECRET = 'Words that only Cinderpath and the Code Administrator may read.';

let served: Served;
let script: Script;

beforeAll(async () => {
  served = await serve({ demo: true });
  script = await Script.of(served.address);
});

/** Every stream with its version and hash: equal before and after means that nothing was written. */
async function everything(): Promise<unknown> {
  return new Visitor(served.address).read('record/list-streams');
}

interface Refused {
  readonly code: string;
  readonly sentence: string;
  readonly citation: Citation | null;
  readonly unblock: readonly Unblocker[];
}

/** Tries one act through page, API and command as one person, and gives the one refusal that all three say. */
async function refusedEverywhere(account: string, operation: string, input: Readonly<Record<string, string>>) {
  const before = await everything();
  const person = await script.person(account);
  const fields = { modification, ...input };
  const page = await person.form(`/act/modification/${operation}`, {
    ...fields,
    _form: operation,
    _back: `/modifications/${modification}`,
  });
  const { detail, code, citation, unblock, status } = await person.refusal(`modification/${operation}`, fields);
  const options = Object.entries(fields).flatMap(([name, value]) => [`--${name}`, value]);
  const command = await refused(
    'modification',
    operation,
    ...options,
    '--as',
    script.email(account),
    '--data',
    served.data,
  );
  const refusal: Refused = { code, sentence: detail, citation, unblock };
  expect(command).toEqual({ ...refusal, exit: 2, ...(command.place === undefined ? {} : { place: command.place }) });
  expect(page.status).toBe(status);
  saysAll(page, refusal);
  expect(await everything()).toEqual(before);
  return { ...refusal, status };
}

/** That a page shows the sentence, the clause, who can lift it, and the code. */
function saysAll(page: Answer, { code, sentence, citation, unblock }: Refused): void {
  expect(page.words).toContain(sentence);
  expect(page.words).toContain(`Clause: ${citation?.source} ${citation?.clause}`);
  expect(page.words).toContain(`Nothing was written. Code of the refusal: ${code}`);
  for (const { who, by } of unblock) expect(page.words).toContain(`${who} can ${by}`);
}

describe('an act that a rule refuses is refused alike on the page, by the API and by the command, and writes nothing:', () => {
  test('a Panel determination by a member of the Change Board', async () => {
    await script.before('make-determination');
    const input = { step: 'progress', outcome: 'agreed', reasons: 'It should go on.' };
    expect(await refusedEverywhere('seat-large-supplier-1', 'make-determination', input)).toMatchObject({
      code: 'wrong-actor',
      status: 403,
      sentence: expect.stringContaining('is for the Panel, not for'),
      citation: { source: 'SECMP0065 IMR v0.2', clause: 'About this document', certainty: 'stated' },
      unblock: [{ who: 'the Panel', by: 'decide whether the proposal is progressed through the Modification Process' }],
    });
  });

  test('a vote before there is a ballot', async () => {
    await script.through('make-determination');
    const input = { position: 'approve', reasons: 'Objective (g).' };
    expect(await refusedEverywhere('seat-large-supplier-1', 'cast-vote', input)).toMatchObject({
      code: 'step-not-open',
      status: 409,
      citation: { clause: 'D8' },
      unblock: [{ who: 'the Code Administrator', by: 'open the Modification Report Consultation' }],
    });
  });

  test('a second response of a Party', async () => {
    await script.through('respond');
    const input = { stance: 'oppose', body: 'We have thought again.' };
    expect(await refusedEverywhere('cinderpath', 'respond', input)).toMatchObject({
      code: 'already-responded',
      status: 409,
      citation: { source: 'SEC', clause: 'D7.1' },
    });
  });
});

test('the words of a response are read through no door by another Party, or by somebody who has not signed in', async () => {
  const owner = await script.person('elderfen');
  const receipt = await owner.write('modification/respond', { modification, stance: 'oppose', body: SECRET });
  expect(receipt).toMatchObject({ modification, receivedOn: '2018-10-19', closes: '2018-10-19T16:00:00.000Z' });
  for (const reader of [owner, await script.person('code-administrator')]) {
    const kept = { modification, response: String(receipt.response) };
    expect(await reader.read('modification/show-response', kept)).toEqual({ party: 'elderfen', body: SECRET });
    expect((await reader.get(`/modifications/${modification}`)).words).toContain(SECRET);
  }
  for (const reader of [await script.person('dovecote'), new Visitor(served.address)]) {
    const answers = await Promise.all(
      (await readableAddresses(reader, receipt.response)).map((path) => reader.get(path)),
    );
    expect(answers.filter((answer) => answer.status === 200).length).toBeGreaterThan(15);
    expect(answers.filter((answer) => answer.body.includes(SECRET) || answer.body.includes(receipt.salt))).toEqual([]);
  }
  const log = ['record', 'show-log', '--stream', `modification/${modification}`, '--data', served.data];
  const { code, out } = await proviso(...log, '--as', script.email('dovecote'), '--json');
  const tells = out.includes(SECRET);
  expect({ code, tells, proves: out.includes(receipt.digest) }).toEqual({ code: 0, tells: false, proves: true });
});

/** Every operation that reads, asked about the modification, and every page of it. */
async function readableAddresses(reader: Visitor, response: string): Promise<string[]> {
  interface Described {
    readonly get?: { readonly parameters: readonly { readonly name: string }[] };
  }
  const { paths } = JSON.parse((await reader.get('/api/openapi.json')).body) as { paths: Record<string, Described> };
  const about: Readonly<Record<string, string>> = {
    modification,
    response,
    instrument: 'sec',
    reference: 'G3.26',
    on: '2018-10-15',
    stream: `modification/${modification}`,
    party: 'cinderpath',
    paper: 'initial-modification-report',
    profile: 'sec-2016',
    day: '2018-10-15',
    from: '2018-10-15',
    to: '2018-10-24',
    count: '5',
  };
  const reads = Object.entries(paths).flatMap(([path, { get }]) => {
    if (get === undefined) return [];
    const given = (get.parameters ?? []).map(({ name }): [string, string] => [name, about[name] ?? '']);
    return [`${path}?${new URLSearchParams(given)}`];
  });
  const pages = ['', '/legal-text', '/effect', '/papers'].map((tab) => `/modifications/${modification}${tab}`);
  return [
    ...reads,
    ...pages,
    '/',
    '/parties',
    '/parties/cinderpath',
    '/record',
    `/record/log/modification/${modification}`,
  ];
}

describe('an act around a ballot that a rule refuses is refused alike by all three:', () => {
  test('a vote by someone without a seat', async () => {
    await script.through('open-ballot');
    const input = { position: 'approve', reasons: 'Objective (g).' };
    expect(await refusedEverywhere('cinderpath', 'cast-vote', input)).toMatchObject({
      code: 'no-seat',
      status: 403,
      sentence: 'Cinderpath Energy holds no seat on the list of voters of "Change Board vote".',
      citation: { source: 'SEC', clause: 'D8', certainty: 'unverified' },
    });
  });

  test('a vote for the seat of another', async () => {
    const input = { position: 'approve', reasons: 'Objective (g).', seat: 'large-supplier-2' };
    await script.through('cast-vote');
    expect(await refusedEverywhere('seat-large-supplier-1', 'cast-vote', input)).toMatchObject({
      code: 'no-seat',
      status: 403,
      sentence:
        'Large Supplier member 1 holds the seat "large-supplier-1" and cannot vote for the seat "large-supplier-2" in "Change Board vote".',
      citation: { source: 'SEC', clause: 'D8' },
      unblock: [{ who: 'Large Supplier member 2 (holder)' }],
    });
  });

  test('a vote after the ballot closed', async () => {
    await script.through('close-ballot');
    const input = { position: 'reject', reasons: 'Too late.' };
    expect(await refusedEverywhere('seat-consumer-member', 'cast-vote', input)).toMatchObject({
      code: 'too-late',
      status: 409,
      sentence: '"Change Board vote" closed on 24 October 2018; nobody can take a vote after that.',
      citation: { source: 'SEC', clause: 'D8' },
    });
  });

  test('an implementation before the referral window ends, with the first day possible and who waits for what until when', async () => {
    const refusal = await refusedEverywhere('code-administrator', 'implement-modification', {});
    expect(refusal).toMatchObject({
      code: 'too-early',
      status: 409,
      sentence: expect.stringMatching(/referral window runs until .* is 8 November 2018\.$/),
      citation: { source: 'SEC', clause: 'D9.5', certainty: 'unverified' },
      unblock: [
        { who: 'the clock', by: 'let the referral window run out', until: expect.stringContaining('2018-11-0') },
      ],
    });
    const words = await proviso(
      ...['modification', 'implement-modification', '--modification', modification],
      ...['--as', 'code-administrator@demo.invalid', '--data', served.data],
    );
    expect(words).toMatchObject({ code: 2, out: '' });
    expect(words.error).toContain(`${refusal.sentence} [too-early]`);
    expect(words.error).toContain('clause: SEC D9.5 (unverified)');
    expect(words.error).toContain('the clock can let the referral window run out by the end of 7 November 2018');
  });
});

describe('a request that does not come from the person behind the session is refused and writes nothing:', () => {
  const act = { modification, position: 'approve', reasons: 'Objective (g).' };

  test('a form without its token, with another’s token, or sent from a page of another site', async () => {
    const before = await everything();
    const person = await script.person('code-administrator');
    const path = '/act/modification/implement-modification';
    const answers = [
      await person.unguardedForm(path, { modification }),
      await person.unguardedForm(path, { modification, _token: 'x'.repeat(43) }),
      await (await script.person('authority')).unguardedForm(path, { modification, _token: await tokenOf(person) }),
      await person.unguardedForm(
        path,
        { modification, _token: await tokenOf(person) },
        { origin: 'https://evil.invalid' },
      ),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect(answer.words).toContain('The form was not one of this session');
    }
    expect(await everything()).toEqual(before);
  });

  test('a program’s request in the name of another site, or as text that a form of another site can send', async () => {
    const person = await script.person('seat-consumer-member');
    const path = '/api/modification/cast-vote';
    const foreign = await person.post(path, act, { origin: 'https://evil.invalid' });
    expect({ status: foreign.status, ...JSON.parse(foreign.body) }).toMatchObject({ status: 403, code: 'wrong-actor' });
    const text = await person.post(path, act, { 'content-type': 'text/plain' });
    expect({ status: text.status, ...JSON.parse(text.body) }).toMatchObject({ status: 400, code: 'input-invalid' });
  });

  test('a vote by nobody in particular', async () => {
    const answer = await new Visitor(served.address).refusal('modification/cast-vote', act);
    expect(answer).toMatchObject({ status: 401, code: 'not-signed-in' });
  });
});

test('signing in is refused after ten wrong passwords for an account, on the page and over the API alike', async () => {
  const stranger = new Visitor(served.address);
  const wrong = { email: 'authority@demo.invalid', password: 'not the password' };
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    expect((await stranger.post('/api/session', wrong)).status).toBe(400);
  }
  const limited = await stranger.post('/api/session', wrong);
  expect({ status: limited.status, ...JSON.parse(limited.body) }).toMatchObject({ status: 429, code: 'rate-limited' });
  const right = await stranger.post('/api/session', { ...wrong, password: 'one-clause-at-a-time' });
  expect(right.status).toBe(429);
  for (let attempt = 1; attempt <= 10; attempt += 1) await stranger.form('/sign-in', { ...wrong, _back: '/sign-in' });
  const page = await stranger.form('/sign-in', { ...wrong, _form: 'sign-in', _back: '/sign-in' });
  expect(page.status).toBe(429);
  expect(page.words).toContain('Too many attempts to sign in');
});

async function tokenOf(person: Visitor): Promise<string> {
  return /name="_token" value="([^"]+)"/.exec((await person.get('/')).body)?.[1] ?? '';
}

test('what the register cannot be asked is said beside its field by its label, and every filter stays', async () => {
  const page = await new Visitor(served.address).get('/?words=security&status=open&on=2030-01-01');
  expect(page.status).toBe(400);
  expect(page.words).toContain('As it stood on: 1 January 2030 is still to come');
  expect(page.body).toMatch(/name="words"[^>]*value="security"/);
  expect(page.body).toMatch(/<option value="open" selected>/);
  expect(page.body).toMatch(/id="register-on-error">1 January 2030 is still to come/);
});
