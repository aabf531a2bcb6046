import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proviso } from '../support/command.ts';
import { type Served, serve } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

let served: Served;
let administrator: Visitor;
let reader: Visitor;
let folder: string;
const STREAM = 'modification/SECMP0065';

beforeAll(async () => {
  served = await serve({ demo: true });
  administrator = await Visitor.as(served.address, 'code-administrator@demo.invalid');
  reader = new Visitor(served.address);
  folder = await mkdtemp(join(tmpdir(), 'proviso-audit-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a reader who noted a published root', () => {
  let root: string;
  let file: string;
  // biome-ignore lint/suspicious/noExplicitAny: the proof as any program would read it.
  let proof: any;

  test('is told when there is no such stream', async () => {
    const answer = await reader.get(`/api/record/prove-stream?stream=modification/NONE`);
    expect([answer.status, answer.body]).toEqual([404, expect.stringContaining('The record has no stream')]);
  });

  test('holds a modification to it away from the server, also when the record has gone on', async () => {
    await administrator.write('modification/submit-paper', { modification: 'SECMP0065', step: 'report' });
    ({ root } = await administrator.write('record/make-checkpoint'));
    const note = { stream: STREAM, version: 2, instead: 'Handed in at nine.', reasons: 'It was noted at noon.' };
    await administrator.write('record/note-correction', note);
    proof = await reader.read('record/prove-stream', { stream: STREAM });
    expect(proof.checkpoint.root).toBe(root);
    file = join(folder, 'proof.json');
    await writeFile(file, JSON.stringify(proof));
    const held = await proviso('audit', 'check', file, '--root', root);
    expect([held.code, held.out]).toEqual([0, expect.stringContaining('They lead to the root that you gave')]);
    expect(held.out).not.toContain('recorded after');
    await administrator.write('modification/hold-modification', { modification: 'SECMP0065', reasons: 'It waits.' });
    await writeFile(file, JSON.stringify(await reader.read('record/prove-stream', { stream: STREAM })));
    const behind = await proviso('audit', 'check', file, '--root', root);
    expect(behind.out).toContain('1 event was recorded after that checkpoint: nothing is proved of it yet.');
  });

  test.each([
    ['an altered event', (one: typeof proof) => (one.links[0].data.content.title = 'Another'), 'version 1 was altered'],
    ['an event left out', (one: typeof proof) => one.links.pop(), 'version 1 is not the one'],
    ['a forged way', (one: typeof proof) => (one.way[0].hash = 'a'.repeat(64)), 'it leads to another root'],
  ])('finds out %s', async (_, alter, sentence) => {
    const forged = structuredClone(proof);
    alter(forged);
    const answer = await reader.post('/api/record/check-proof', { proof: forged, root });
    expect(answer.status).toBe(401);
    const refused = await administrator.refusal('record/check-proof', { proof: forged, root });
    expect([refused.code, refused.detail]).toEqual(['record-broken', expect.stringContaining(sentence)]);
  });

  test('finds out a record that was made anew from the beginning', async () => {
    const other = await proviso('audit', 'check', file, '--root', 'b'.repeat(64));
    expect([other.code, other.error]).toEqual([1, expect.stringContaining('another root than the one given')]);
    const broken = join(folder, 'broken.json');
    await writeFile(broken, '{');
    const unread = await proviso('audit', 'check', broken);
    expect([unread.code, unread.error]).toEqual([1, expect.stringContaining('is not JSON')]);
  });
});

test('a correction stands beside the event that it corrects, which stays as it was', async () => {
  const before = await reader.read('record/show-log', { stream: STREAM });
  const note = { stream: STREAM, version: 1, instead: 'Raised at noon.', reasons: 'The clock of the room was slow.' };
  expect((await reader.post('/api/record/note-correction', note)).status).toBe(401);
  const page = await administrator.form(
    '/act/record/note-correction',
    { ...note, version: '1' },
    `/record/log/${STREAM}`,
  );
  expect(page.status).toBe(303);
  expect((await reader.get(`/record/log/${STREAM}`)).words).toContain('Read instead: Raised at noon.');
  const after = await reader.read('record/show-log', { stream: STREAM });
  expect(after.events).toEqual(before.events);
  expect(after.corrections).toHaveLength(2);
  const none = await administrator.refusal('record/note-correction', { ...note, version: 99 });
  expect([none.code, none.detail]).toEqual(['not-found', expect.stringContaining('version 99 does not exist')]);
  expect(await reader.read('record/verify-audit')).toMatchObject({ checkpoints: 2 });
});

test('a stream that is replayed tells what each event changed, and the register agrees', async () => {
  const { events, state, agrees } = await reader.read('record/replay-stream', { stream: STREAM });
  expect(agrees).toBe(true);
  expect(state.status).toBe('open');
  const submitted = events.find((one: { type: string }) => one.type === 'paper-submitted');
  expect(submitted).toMatchObject({
    type: 'paper-submitted',
    cause: 'submit-paper',
    changes: expect.arrayContaining([expect.stringMatching(/: open → submitted$/)]),
  });
  const { events: first, agrees: unknown } = await reader.read('record/replay-stream', { stream: STREAM, to: '1' });
  expect([first.length, unknown]).toEqual([1, null]);
});

test.each([
  ['record/list-streams', 'streams', {}],
  ['record/show-log', 'events', { stream: STREAM }],
  ['party/list-parties', 'parties', {}],
])('%s gives a page at a time, and the pages are the list', async (operation, name, input) => {
  const whole = (await reader.read(operation, input))[name];
  const read: unknown[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page = await reader.read(operation, { ...input, limit: '2', ...(after !== '' && { after }) });
    read.push(...page[name]);
    after = page.next;
  }
  expect(read).toEqual(whole);
  const lost = await reader.get(`/api/${operation}?${new URLSearchParams({ ...input, after: 'bm90aGluZw' })}`);
  expect([lost.status, lost.body]).toEqual([400, expect.stringContaining('this is no place in this list')]);
});

describe('whoever asks for what is not there', () => {
  test.each([
    ['what will be known', 'modification/whats-next?knownAt=2030-01-01T00:00:00Z', 400, 'is still to come'],
    [
      'what was known before any record',
      'modification/whats-next?knownAt=0000-01-01T00:00:00Z',
      400,
      'is not an instant',
    ],
    ['a day before any record', 'modification/list-modifications?on=0000-01-01', 400, 'is out of range'],
    ['a code that nobody knows', 'body/list-bodies?code=nope', 404, 'No code is known as'],
    ['a code by another way', 'body/list-bodies?code=sec/../bsc', 404, 'No code is known as'],
    ['a folder above', 'body/list-bodies?code=..', 404, 'No code is known as'],
  ])('%s is told so', async (_, asked, status, sentence) => {
    const answer = await reader.get(`/api/${asked}`);
    expect([answer.status, answer.body]).toEqual([status, expect.stringContaining(sentence)]);
  });

  test('a file outside the assets gets nothing', async () => {
    const answer = await reader.get('/assets/..%2f..%2fpackage.json');
    expect([answer.status, answer.body]).toEqual([404, 'Nothing is at this address.']);
  });
});

test('a day that has begun has its root published, once', async () => {
  const count = async () => (await reader.read('record/verify-audit')).checkpoints as number;
  const before = await count();
  await administrator.write('record/advance-clock', { to: '2018-10-08T09:00:00Z' });
  await administrator.write('record/advance-clock', { to: '2018-10-08T10:00:00Z' });
  expect(await count()).toBe(before + 1);
});
