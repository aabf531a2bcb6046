import { describe, expect, test } from 'vitest';
import { json, proviso } from '../support/command.ts';
import { Script } from '../support/script.ts';
import { serve } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

const modification = 'SECMP0065';

interface Head {
  readonly stream: string;
}

/** What a reader can tell of a record: its clock, its streams with their hashes, its own life, and the modification. */
async function whatIsThere(address: string) {
  const reader = new Visitor(address);
  const [health, { streams }, { events }, shown] = await Promise.all([
    reader.get('/health'),
    reader.read('record/list-streams'),
    reader.read('record/show-log', { stream: 'record' }),
    reader.read('modification/show-modification', { modification }),
  ]);
  const { now } = JSON.parse(health.body) as { now: string };
  return { now, streams: streams.filter(({ stream }: Head) => stream !== 'record'), life: events, shown };
}

describe('a data folder', () => {
  test('is found by a second start as the first left it, with the sessions of the people signed in', async () => {
    const first = await serve({ demo: true });
    const script = await Script.of(first.address);
    await script.through('open-ballot');
    const member = await script.person('seat-large-supplier-1');
    await member.write('modification/cast-vote', { modification, position: 'approve', reasons: 'Objective (g).' });
    const left = await whatIsThere(first.address);
    expect(left.now).toBe('2018-10-24T09:00:00.000Z');

    const second = await proviso('serve', '--port', '0', '--data', first.data, '--demo');
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.error.trim().split('\n')).toEqual([
      expect.stringMatching(
        /^proviso: Another Proviso \(process \d+ at http:\/\/localhost:\d+\) already serves the data folder /,
      ),
    ]);

    const vote = ['--modification', modification, '--position', 'reject', '--reasons', 'Objective (f).'];
    const as = ['--as', script.email('seat-small-supplier-2'), '--data', first.data];
    await json('modification', 'cast-vote', ...vote, ...as);
    await json('record', 'advance-clock', '--to', '2018-10-24T10:30:00Z', '--data', first.data);
    const joined = await whatIsThere(first.address);
    expect(joined).toMatchObject({ now: '2018-10-24T10:30:00.000Z', shown: { ballots: [{ tally: { present: 2 } }] } });

    expect(await first.stop()).toBe(0);
    // With no server a command opens the record for as long as it takes.
    expect(await json('modification', 'show', modification, '--data', first.data)).toEqual(joined.shown);

    const again = await serve({ demo: true, data: first.data });
    expect(again.printed()).toContain('SMETS1 Security Obligations');
    // A start publishes a checkpoint over what came since the last, and changes nothing else.
    const checkpoint = expect.objectContaining({ event: expect.objectContaining({ type: 'checkpoint-made' }) });
    expect(await whatIsThere(again.address)).toEqual({ ...joined, life: [...joined.life, checkpoint] });
    const same = member.at(again.address);
    expect(JSON.parse((await same.get('/api/session')).body)).toMatchObject({ seat: 'large-supplier-1' });
    const twice = { modification, position: 'approve', reasons: 'Objective (g).' };
    await same.write('modification/cast-vote', twice);
    expect((await whatIsThere(again.address)).shown).toMatchObject({ ballots: [{ tally: { present: 2 } }] });
    const other = await Visitor.as(again.address, script.email('seat-small-supplier-1'));
    await other.write('modification/cast-vote', twice);
    expect(await again.stop()).toBe(0);
  }, 240_000);
});
