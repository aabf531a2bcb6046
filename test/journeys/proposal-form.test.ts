import { beforeAll, describe, expect, test } from 'vitest';
import { replaced, seed, seedWords } from '../support/play.ts';
import { type Served, serve } from '../support/server.ts';
import { type Answer, Visitor } from '../support/visitor.ts';

/** A Party raises a proposal on the page for it, with what the process of the day asks, and carries it on. */
let served: Served;
const people = new Map<string, Visitor>();

beforeAll(async () => {
  served = await serve({ demo: true });
});

async function as(account: string): Promise<Visitor> {
  const known = people.get(account) ?? new Visitor(served.address);
  if (people.has(account)) return known;
  const email = seed.accounts.find((one) => one.id === account)?.email ?? '';
  await known.form('/sign-in-as', { email, to: '/account' });
  people.set(account, known);
  return known;
}

const FORM = '/modifications/new';
const PROBLEM = 'Nobody knows whose practice is meant.\n\nSo two Parties may read the duty in <two> ways.';

async function send(fields: Readonly<Record<string, string>>, account = 'cinderpath'): Promise<Answer> {
  return (await as(account)).form(FORM, fields, FORM);
}

describe('a Party at the form of a proposal', () => {
  test('finds it from the register, with the next free identifier, and a reader is told who may raise', async () => {
    const party = await as('cinderpath');
    expect((await party.get('/')).body).toContain('href="/modifications/new"');
    const shown = await party.get(FORM);
    expect(shown.body).toMatch(/name="id"[^>]*value="SECMP0066"/);
    expect(shown.words).toContain('It is raised for Cinderpath Energy');
    const reader = new Visitor(served.address);
    expect((await reader.get('/')).body).not.toContain('href="/modifications/new"');
    expect((await reader.get(FORM)).words).toContain('is for the Proposer or a Party');
  });

  test('is told what is missing beside the field, and loses no word', async () => {
    const typed = {
      code: 'sec',
      title: 'Whose practice',
      id: 'SECMP0066',
      problem: PROBLEM,
      documents: 'Section G\nSection A',
    };
    const unsolved = await send(typed);
    expect(unsolved.status).toBe(400);
    expect(unsolved.body).toMatch(/id="proposal-solution-error">Under .* a proposal says how the issue is put right/);
    expect(unsolved.body).toContain('So two Parties may read the duty in &lt;two&gt; ways.');
    expect(unsolved.body).toContain('Section G\nSection A</textarea>');
    const whole = { ...typed, solution: 'Say so.' };
    const unreasoned = await send({ ...whole, 'objectives.g.effect': 'better', parties: 'large-supplier' });
    expect(unreasoned.body).toContain('id="proposal-objectives.g.reason-error"');
    expect(unreasoned.body).toMatch(/<details class="pv-details" open><summary>\(g\)/);
    expect(unreasoned.body).toMatch(/id="proposal-parties-large-supplier"[^>]* checked/);
    expect((await send({ ...whole, urgent: 'true' })).body).toContain('id="proposal-urgencyGround-error"');
    expect((await send({ ...whole, day: '2018-10-04' })).body).toContain('id="proposal-day-error"');
    expect((await send({ ...whole, id: 'SECMP0065' })).body).toContain('id="proposal-id-error"');
    expect((await send(whole, 'panel-chair')).words).toContain('To raise the Modification Proposal is for');
  });

  test('raises it, with a timetable that is planned, for a release, and its report has no heading without words', async () => {
    const raised = await send({
      code: 'sec',
      title: 'Whose practice',
      id: '',
      problem: PROBLEM,
      solution: 'Say that it is the practice of the industry.',
      'objectives.g.effect': 'better',
      'objectives.g.reason': 'The duty can be told.',
      'objectives.a.effect': '',
      parties: 'large-supplier',
      documents: 'Section G',
      path: 'self-governance',
      urgent: 'true',
      urgencyGround: 'commercial',
      urgencyReason: 'Contracts are being signed.',
      release: 'November 2018',
    });
    expect(raised.status, raised.words).toBe(303);
    expect(raised.headers.get('location')).toBe('/modifications/SECMP0066');
    const party = await as('cinderpath');
    const page = await party.get('/modifications/SECMP0066');
    expect(page.words).toContain('raised by Cinderpath Energy');
    expect(page.words).toContain(
      'There is an imminent issue with a significant commercial effect. Contracts are being signed.',
    );
    expect(page.body).toContain('href="/modifications/SECMP0066/draft"');
    const shown = await party.read('modification/show-modification', { modification: 'SECMP0066' });
    expect(shown.implementation).toMatchObject({ planned: '2018-11-08' });
    expect(page.words).toContain('in the release of 8 November 2018');
    expect(shown.implementation.release).toMatchObject({ kind: 'scheduled', title: 'November 2018', late: null });
    expect(shown.progression.rows.length).toBeGreaterThan(2);
    const report = await party.get('/modifications/SECMP0066/papers/initial-modification-report.html');
    expect(report.status).toBe(200);
    expect(report.words).toContain('No legal text has been drafted yet.');
    expect(report.words).toContain('The proposal says nothing of it yet.');
    expect(report.body).not.toMatch(/<\/h[23]>\s*<h[12]/);
  });

  test('carries it on: the critical friend comments, the Party answers, drafts its text, and the paper is submitted', async () => {
    const modification = 'SECMP0066';
    await (await as('code-administrator')).write('modification/comment-on-proposal', {
      modification,
      text: 'Which industry?',
    });
    const party = await as('cinderpath');
    await party.write('modification/answer-comment', { modification, comment: '1', text: 'That of security.' });
    expect((await party.get(`/modifications/${modification}`)).words).toContain('That of security.');
    const amendments = [replaced('g3-28-b', seedWords('g3-28-b'), 'good practice', 'best practice')];
    const against = seed.proposal.draftedAgainst;
    await party.write('modification/draft-legal-text', { modification, against, amendments });
    expect((await party.get(`/modifications/${modification}`)).words).not.toContain('It has no legal text yet.');
    await (await as('code-administrator')).write('modification/submit-paper', { modification, step: 'report' });
  });

  test('states a problem alone once the process has a Development Stage, under the identifier that it gives', async () => {
    await (await as('code-administrator')).write('record/advance-clock', { to: '2018-11-05T09:00:00Z' });
    const party = await as('cinderpath');
    expect((await party.get(FORM)).body).toMatch(/name="id"[^>]*value="DP001"/);
    const raised = await send({ code: 'sec', id: 'DP001', title: 'Whose practice, again', problem: PROBLEM });
    expect(raised.headers.get('location')).toBe('/modifications/DP001');
    const page = await party.get('/modifications/DP001');
    expect(page.words).toContain('None is proposed yet.');
    expect((await party.get('/modifications/DP001/papers/initial-modification-report.html')).words).toContain(
      'takes the path that is determined for it',
    );
  });
});

test('a program raises by the same form what a person does', async () => {
  const party = await as('cinderpath');
  const raised = await party.write('modification/raise-by-form', {
    title: 'A third',
    problem: 'It is not said.',
    objectives: { g: { effect: 'worse', reason: 'More to read.' } },
  });
  expect(raised).toMatchObject({ id: 'DP002', pathAsked: '', implementation: { day: null } });
  expect(await party.refusal('modification/raise-by-form', { title: 'A fourth' })).toMatchObject({
    code: 'input-invalid',
    place: { field: 'problem' },
  });
});

test('a day of implementation is set by a release that the calendar has, or by a day, and not by both', async () => {
  const panel = await as('panel-chair');
  const refused = (given: Readonly<Record<string, string>>) =>
    panel.refusal('modification/set-implementation-date', { modification: 'DP002', reasons: 'So.', ...given });
  expect(await refused({})).toMatchObject({ place: { field: 'day' } });
  expect(await refused({ day: '2019-02-14', release: 'February 2019' })).toMatchObject({ place: { field: 'day' } });
  expect((await refused({ release: 'March 2019' })).detail).toMatch(/expected a day, or one of .*February 2019/);
  expect(await refused({ release: 'February 2019' })).toMatchObject({ code: 'step-not-open' });
});
