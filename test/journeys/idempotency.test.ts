import { beforeAll, describe, expect, test } from 'vitest';
import { act } from '../../src/app/act.ts';
import { operations } from '../../src/app/operations.ts';
import { CLOCK } from '../../src/core/party/actor.ts';
import { runOnce } from '../../src/web/api/once.ts';
import { withRecord } from '../support/database.ts';
import { vote } from '../support/events.ts';
import { type Served, serve } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

describe('a request with a key, over HTTP', () => {
  let served: Served;
  let administrator: Visitor;
  const REPORT = { modification: 'SECMP0065', step: 'report' };

  beforeAll(async () => {
    served = await serve({ demo: true });
    administrator = await Visitor.as(served.address, 'code-administrator@demo.invalid');
  });

  const submit = (visitor: Visitor, key: string, input: unknown = REPORT) =>
    visitor.post('/api/modification/submit-paper', input, { 'idempotency-key': key });
  const versions = async () => {
    const { events } = await administrator.read('record/show-log', { stream: 'modification/SECMP0065' });
    return events.length as number;
  };

  test('that is refused is not kept, and may be sent again', async () => {
    const early = await submit(administrator, 'early', { ...REPORT, step: 'modification_report' });
    expect([early.status, JSON.parse(early.body).code]).toEqual([409, 'step-not-open']);
    const again = await submit(administrator, 'early', { ...REPORT, step: 'modification_report' });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([409, null]);
  });

  test('is done once, sent twice at once and a third time later, with one and the same answer', async () => {
    const before = await versions();
    const [one, two] = await Promise.all([submit(administrator, 'k-1'), submit(administrator, 'k-1')]);
    const done = one.status === 200 ? one : two;
    const other = done === one ? two : one;
    expect(done.status).toBe(200);
    expect([200, 409]).toContain(other.status);
    if (other.status === 409) expect(JSON.parse(other.body).code).toBe('request-running');
    const third = await submit(administrator, 'k-1');
    expect([third.status, third.headers.get('idempotency-replayed'), third.body]).toEqual([200, 'true', done.body]);
    expect(await versions()).toBe(before + 1);
  });

  test('is refused when it asks for something else, and nothing is written', async () => {
    const before = await versions();
    const other = await submit(administrator, 'k-1', { ...REPORT, step: 'modification_report' });
    expect([other.status, other.type]).toEqual([422, 'application/problem+json']);
    expect(JSON.parse(other.body)).toMatchObject({
      code: 'key-reused',
      detail: 'The key "k-1" was used for a request that asked for something else; expected a new key.',
    });
    expect(await versions()).toBe(before);
  });

  test('of one person is not that of another, and a stranger has none', async () => {
    const chair = await Visitor.as(served.address, 'panel-chair@demo.invalid');
    const answer = await submit(chair, 'k-1');
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([403, 'wrong-actor']);
    const stranger = await submit(new Visitor(served.address), 'k-1');
    expect([stranger.status, JSON.parse(stranger.body).code]).toEqual([401, 'not-signed-in']);
  });

  test.each(['', 'with space', 'x'.repeat(256)])('whose key is “%s” is refused with what was expected', async (key) => {
    const answer = await submit(administrator, key);
    expect([answer.status, JSON.parse(answer.body).detail]).toEqual([
      400,
      'Idempotency-Key: expected 1 to 255 visible characters without spaces.',
    ]);
  });
});

test('a request whose server stopped between the record and the answer is not done again, and says so', () =>
  withRecord(async ({ store, ports, as }) => {
    const body = '{"modification":"A"}';
    const operation = operations.find((one) => one.name === 'close-ballot');
    if (operation === undefined) throw new Error('no close-ballot');
    const digest = ports.random.digest(`close-ballot\n${body}`);
    const request = { actor: CLOCK.id, key: 'k', digest };
    await act({ ...as(CLOCK), request }, 'close-ballot', async (load) => {
      const { stream } = await load('modification/A');
      return { ok: true, value: null, writes: [{ stream, events: [vote('seat-1')] }] };
    });
    const { result, replayed } = await runOnce(operation, { ports, actor: CLOCK }, 'k', body);
    expect(replayed).toBe(false);
    expect(result).toMatchObject({ ok: false, rejection: { code: 'answer-lost' } });
    expect(await store.read('modification/A', null)).toHaveLength(1);
  }));
