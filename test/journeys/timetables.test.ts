import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

let address: string;

beforeAll(async () => {
  address = (await serve({ demo: true })).address;
}, 120_000);

const TITLES = /SUMMARY:(.*)/g;
const PAGE = '/modifications/SECMP0065/timetable';

/** Posts a form of a page as a browser without scripts does. */
async function submit(visitor: Visitor, page: string, action: string, fields: Readonly<Record<string, string>> = {}) {
  const token = /name="_token" value="([^"]+)"/.exec((await visitor.get(page)).body)?.[1] ?? '';
  return visitor.send(action, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address },
    body: new URLSearchParams({ _token: token, _back: page, _form: 'f', _done: 'Done.', ...fields }).toString(),
  });
}

describe('the timetable of a modification', () => {
  test('is a picture with its table, the slack, the critical step and the day by which the decision is needed', async () => {
    const { status, body, words } = await new Visitor(address).get(PAGE);
    expect(status).toBe(200);
    expect(body).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="stands-picture-title stands-picture-desc"/);
    expect(words).toMatch(/Change Board vote on 24 October 2018.*the decision is needed by 24 October 2018/);
    expect(words).toMatch(/Referral window.*the critical step/);
    expect(words).toMatch(/22 October 2018 since it is urgent; the body’s other papers/);
  });

  test('can be planned anew in the address of the page, and what cannot be is told', async () => {
    const reader = new Visitor(address);
    const usual = await reader.get(`${PAGE}?plan=yes&from=2018-10-05&urgent=no`);
    expect(usual.words).toMatch(/SECMP0065 planned forward/);
    expect(usual.words).toMatch(/Change Board vote 24 October 2018 24 December 2018 \+43/);
    const unknown = await reader.get(`${PAGE}?plan=yes&from=2018-10-05&release=Michaelmas`);
    expect(unknown.words).toMatch(/No release "Michaelmas" is recorded/);
  });

  test('clashes with nothing while it stands alone', async () => {
    const answer = await new Visitor(address).read('timetable/list-clashes');
    expect(answer).toEqual({ clashes: [] });
  });
});

describe('what a Party owes', () => {
  test('awaits its own people with the form that takes the evidence, by one link, and nobody else', async () => {
    const person = await Visitor.as(address, 'dovecote@demo.invalid');
    const { body, words } = await person.get('/next');
    expect(words).toMatch(/Evidence that is due.*30 June 2018.*13 July 2018.*overdue.*R1.1/);
    const link = /href="(\/parties\/dovecote\/evidence\?place=[^"]+)"/.exec(body)?.[1] ?? '';
    const form = await person.get(link.replaceAll('&amp;', '&').replace(/#.*/, ''));
    expect(form.body).toMatch(/<option value="[^"]*report-enrolled-systems[^"]*2018-06-30[^"]*" selected>/);
    const others = await Visitor.as(address, 'code-administrator@demo.invalid');
    for (const reader of [others, new Visitor(address)])
      expect((await reader.get('/next?for=dovecote')).words).not.toContain('Evidence that is due');
  });

  test('is asked of another code in the address, and its pages stand under Obligations', async () => {
    const person = await Visitor.as(address, 'code-administrator@demo.invalid');
    const calendar = await person.get('/parties/dovecote/duties?code=bsc');
    expect(calendar.words).toContain('Nothing binds it then.');
    expect(calendar.body).toContain('/feeds/parties/dovecote.ics?code=bsc');
    expect((await person.get('/parties/dovecote/duties')).words).not.toContain('Nothing binds it then.');
    const citation = { source: 'market notice', clause: null, certainty: 'illustrative' };
    const fact = { kind: 'compromised-device-found', subject: 'dovecote', effectiveOn: '2018-10-01', citation };
    await person.write('party/record-fact', fact);
    expect((await person.get('/facts')).body).toContain('href="/record/log/facts/sec"');
    expect((await person.get('/facts?code=bsc')).body).not.toContain('facts/sec"');
    for (const path of ['/obligations/readiness', '/obligations'])
      expect((await person.get(path)).body).toMatch(/href="\/obligations"[^>]*aria-current/);
    expect((await person.get('/obligations')).body).toContain('href="/obligations/register"');
  });

  test('can be read and supposed otherwise in the register, in its address and its files', async () => {
    const reader = new Visitor(address);
    const asked = 'on=2018-10-04&obligation=secure-smets1-systems';
    const usual = await reader.get(`/obligations/register?${asked}`);
    expect(usual.words).toMatch(/Read the words so.*Suppose that something happens/);
    expect(usual.words).not.toContain('Nobody is bound');
    const other = await reader.get(`/obligations/register?${asked}&readings.g3-26-old=post-enrolment`);
    expect(other.words).toContain('Nobody is bound by what is asked for');
    expect(other.body).toMatch(/<details[^>]* open[^>]*>\s*<summary[^>]*>[\s\S]{0,80}Read the words so/);
    expect(other.body).toContain('register.csv?');
    expect(/register\.csv\?[^"]*/.exec(other.body)?.[0]).toContain('readings.g3-26-old=post-enrolment');
  });
});

describe('a feed', () => {
  test('of a modification and of a body is open to all, and says when nothing has changed', async () => {
    const reader = new Visitor(address);
    for (const [path, title] of [
      ['/feeds/modification/SECMP0065.ics', 'SECMP0065 Change Board vote'],
      ['/feeds/body/change-board.ics', 'SEC Change Board: papers go out'],
    ] as const) {
      const first = await reader.get(path);
      expect([first.status, first.type]).toEqual([200, 'text/calendar; charset=utf-8']);
      expect(() => ICAL.parse(first.body)).not.toThrow();
      expect([...first.body.matchAll(TITLES)].map((one) => one[1]?.trim())).toContain(title);
      const etag = first.headers.get('etag') ?? '';
      const again = await reader.send(path, { headers: { 'if-none-match': etag } });
      expect([again.status, again.body]).toEqual([304, '']);
    }
    expect((await reader.get('/feeds/modification/SECMP9999.ics')).status).toBe(404);
    expect((await reader.get('/feeds/body/nobody.ics')).status).toBe(404);
  });

  test('of what binds a Party has its due days as another program reads them, and no word that is kept in confidence', async () => {
    const person = await Visitor.as(address, 'cinderpath@demo.invalid');
    const [party, of] = ['cinderpath', '2018-06-30'];
    const said = { title: 'Zebrafinch returns', note: 'Counted by Quillfeather' };
    const recorded = { party, obligation: 'report-enrolled-systems', of, ...said };
    expect(await person.write('obligation/record-evidence', recorded)).toHaveProperty('evidence');

    const feed = await person.get(`/feeds/parties/${party}.ics`);
    expect([feed.status, feed.type]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = new ICAL.Component(ICAL.parse(feed.body)).getAllSubcomponents('vevent');
    const days = events.map((one) => new ICAL.Event(one)).filter(({ uid }) => uid.includes('-due-'));
    const span = { party, from: '2018-07-05', to: '2019-10-05' };
    const { duties } = (await person.read('obligation/list-duties', span)) as {
      duties: { obligation: string; subject: string; due: { on: string | null; of: string }[] }[];
    };
    const due = duties.flatMap(({ obligation, subject, due }) =>
      due.flatMap(({ on, of }) => (on === null ? [] : [`${obligation}-${subject}-due-${of}@proviso.invalid ${on}`])),
    );
    expect(due.length).toBeGreaterThan(2);
    expect(days.map(({ uid, startDate }) => `${uid} ${startDate}`).toSorted()).toEqual(due.toSorted());
    expect(feed.body).not.toMatch(/Zebrafinch|Quillfeather/);
  });

  test('of a person is read by its secret address alone, until that is replaced or taken back', async () => {
    const person = await Visitor.as(address, 'code-administrator@demo.invalid');
    const reader = new Visitor(address);
    const addressIn = async () => /\/feeds\/person\/[\w.-]+\.ics/.exec((await person.get('/account')).body)?.[0];
    expect(await addressIn()).toBeUndefined();
    expect((await submit(person, '/account', '/feeds/own/make')).status).toBe(303);
    const first = (await addressIn()) ?? '';
    const own = await reader.get(first);
    expect([own.status, own.type]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(own.body).toMatch(/SECMP0065 Change Board vote/);
    expect((await reader.get(first.replace(/.\.ics$/, (end) => (end === 'A.ics' ? 'B.ics' : 'A.ics')))).status).toBe(
      404,
    );
    await submit(person, '/account', '/feeds/own/make');
    const second = (await addressIn()) ?? '';
    expect([(await reader.get(first)).status, (await reader.get(second)).status]).toEqual([404, 200]);
    await submit(person, '/account', '/feeds/own/revoke');
    expect((await reader.get(second)).status).toBe(404);
  });

  test('is made for nobody who has not signed in', async () => {
    expect((await submit(new Visitor(address), '/sign-in', '/feeds/own/make')).status).not.toBe(303);
  });
});
