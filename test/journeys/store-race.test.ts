import { describe, expect, test } from 'vitest';
import { act, actOn } from '../../src/app/act.ts';
import { accepted } from '../../src/core/kernel/decider.ts';
import { rejection } from '../../src/core/kernel/rejection.ts';
import type { ProposalEvent } from '../../src/core/modification/proposal.ts';
import { CLOCK } from '../../src/core/party/actor.ts';
import { withRecord } from '../support/database.ts';
import { vote } from '../support/events.ts';

const seats = Array.from({ length: 20 }, (_, index) => `seat-${index}`);
const votes = {
  initial: [] as string[],
  evolve: (cast: string[], event: ProposalEvent) => (event.type === 'vote-cast' ? [...cast, event.seat] : cast),
};

describe('acts at the same time', () => {
  test('twenty votes in one ballot are all counted, each decided on the votes before it', () =>
    withRecord(async ({ store, as }) => {
      const results = await Promise.all(
        seats.map((seat) =>
          actOn(as(CLOCK), 'cast-vote', 'modification/A', votes, () => accepted<ProposalEvent>(vote(seat))),
        ),
      );
      expect(results.every((result) => result.ok)).toBe(true);
      const cast = (await store.read('modification/A', null)).map(({ event }) =>
        event.type === 'vote-cast' ? event.seat : '',
      );
      expect(cast.toSorted()).toEqual(seats.toSorted());
      expect(await store.verify()).toMatchObject({ ok: true, events: 20 });
    }));

  test('one seat voting twice at the same moment votes once', () =>
    withRecord(async ({ store, as }) => {
      const once = (cast: string[]) =>
        cast.includes('seat-1')
          ? ({ ok: false, rejection: rejection('already-voted', 'The seat has voted.') } as const)
          : accepted<ProposalEvent>(vote('seat-1'));
      const results = await Promise.all(
        [1, 2, 3, 4].map(() => actOn(as(CLOCK), 'cast-vote', 'modification/A', votes, once)),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(await store.read('modification/A', null)).toHaveLength(1);
    }));

  test('an act over two streams writes to both or to neither', () =>
    withRecord(async ({ store, as }) => {
      const both = (seat: string) =>
        act(as(CLOCK), 'cast-vote', async (load) => {
          const [a, b] = [await load('modification/A'), await load('modification/B')];
          return { ok: true, value: a.version, writes: [a, b].map(({ stream }) => ({ stream, events: [vote(seat)] })) };
        });
      await Promise.all(seats.slice(0, 8).map(both));
      const [a, b] = [await store.read('modification/A', null), await store.read('modification/B', null)];
      expect(a.map((one) => one.event)).toEqual(b.map((one) => one.event));
      expect(a).toHaveLength(8);
    }));

  test('writers on different streams all succeed at once', () =>
    withRecord(async ({ store }) => {
      const results = await Promise.all(
        seats.map((seat) =>
          store.append([{ stream: `modification/${seat}`, expectedVersion: 0, events: [vote(seat)] }], {
            actor: CLOCK,
            cause: 'test',
          }),
        ),
      );
      expect(results.every((result) => result.ok)).toBe(true);
      expect(await store.verify()).toMatchObject({ ok: true, streams: 20, events: 20 });
    }));
});
