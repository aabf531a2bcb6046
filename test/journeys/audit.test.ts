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

  test('is told when no checkpoint covers a stream yet', async () => {
    const answer = await reader.get(`/api/record/prove-stream?stream=modification/NONE`);
    expect([answer.status, answer.body]).toEqual([404, expect.stringContaining('No checkpoint covers')]);
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
  expect(events.at(-1)).toMatchObject({
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
