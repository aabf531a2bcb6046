import { expect, test } from 'vitest';
import { countConflicts } from '../../src/app/modification/count-conflicts.ts';
import { readOpenProposals } from '../../src/app/modification/proposals.ts';
import { resolveConflict } from '../../src/app/modification/resolve-conflict.ts';
import type { Ports, RecordStore } from '../../src/app/ports.ts';
import { runDecoded } from '../../src/app/run-operation.ts';
import { CLOCK } from '../../src/core/party/actor.ts';
import { reasons, replaced, seed, seedWords, withCase } from '../support/play.ts';

const words = seedWords('g3-28-a');

/** The same record through a store that tells which streams are read; nothing was kept of it. */
function telling(ports: Ports): { readonly ports: Ports; readonly taken: () => string[] } {
  const read: string[] = [];
  const store: RecordStore = {
    ...ports.store,
    read: (stream, knownAt) => {
      read.push(stream);
      return ports.store.read(stream, knownAt);
    },
  };
  return { ports: { ...ports, store }, taken: () => read.splice(0).toSorted() };
}

test('to count conflicts again reads no modification that has not changed, and what changed counts at once', async () => {
  await withCase(async (play) => {
    await play.raise('SECMP0065', seed.proposal.legalText);
    await play.raise('SECMP0067', [replaced('g3-28-a', words, '; and', '; or')]);
    await play.raise('SECMP0068', [replaced('g3-28-a', words, 'designed', 'drawn')]);
    const { ports, taken } = telling(play.record.ports);
    const count = async (knownAt: string | null = null) => {
      const counted = await runDecoded(countConflicts, { ports, actor: CLOCK }, { modification: 'SECMP0067', knownAt });
      return counted.ok ? [counted.value.unsettled.map((one) => one.with), counted.value.settled] : counted.rejection;
    };
    expect(await count()).toEqual([['SECMP0065'], 0]);
    expect(taken()).toContain('modification/SECMP0068');
    expect(await count()).toEqual([['SECMP0065'], 0]);
    expect(taken()).toEqual(['code/sec', 'modification/SECMP0067']);

    const before = play.record.clock.now();
    await play.to('2018-10-08T09:00:00Z');
    const place = { class: 'same-words', provision: 'g3-28-a', reasons };
    const resolution = { kind: 'order', first: 'SECMP0065' };
    await play.do('code-administrator', resolveConflict, {
      ...{ modification: 'SECMP0065', with: 'SECMP0067', resolution },
      ...place,
    });
    expect(await count()).toEqual([[], 1]);
    expect(taken()).toEqual(['code/sec', 'modification/SECMP0065', 'modification/SECMP0067']);
    expect(await count(before)).toEqual([['SECMP0065'], 0]);
    expect(await count()).toEqual([[], 1]);
  });
});

test('what is kept of proposals is what the record says at every instant, the passing of time counted in', async () => {
  await withCase(async (play) => {
    await play.raise('SECMP0065', seed.proposal.legalText);
    await play.raise('SECMP0067', [replaced('g3-28-a', words, '; and', '; or')]);
    const kept = telling(play.record.ports);
    const instants = [play.record.clock.now()];
    const holds = async () => {
      for (const at of [...instants, ...instants.toReversed()]) {
        for (const knownAt of [null, at]) {
          const asked = (ports: Ports) => readOpenProposals({ ports, now: at }, knownAt);
          expect(await asked(kept.ports)).toEqual(await asked(telling(play.record.ports).ports));
        }
      }
    };
    await holds();
    await play.prepare('SECMP0065');
    instants.push(play.record.clock.now());
    await holds();
    // nobody acts on it: consultations and votes close by themselves
    for (const at of ['2018-10-24T09:00:00Z', '2018-12-06T09:00:00Z', '2020-01-06T09:00:00Z']) {
      await play.to(at);
      instants.push(play.record.clock.now());
    }
    await holds();
  });
});
