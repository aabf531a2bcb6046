import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { listModifications } from '../../src/app/modification/list-modifications.ts';
import { makeDetermination } from '../../src/app/modification/make-determination.ts';
import { whatsNext } from '../../src/app/modification/whats-next.ts';
import type { Operation } from '../../src/app/operation.ts';
import { listViews } from '../../src/app/register/list-views.ts';
import { removeView } from '../../src/app/register/remove-view.ts';
import { saveView } from '../../src/app/register/save-view.ts';
import { showBoard } from '../../src/app/register/show-board.ts';
import { runDecoded } from '../../src/app/run-operation.ts';
import { addDays, type Day, day, formatDay } from '../../src/core/kernel/day.ts';
import { instantOn } from '../../src/core/kernel/instant.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import type { TestRecord } from '../support/database.ts';
import type { KnownModification } from '../support/generated-register.ts';
import { LIVE } from '../support/generated-register.ts';
import { holder, PEOPLE, SEATS } from '../support/proposal.ts';
import { withRegister } from '../support/register-record.ts';

const READER: Actor = { id: 'reader', name: 'Reader', role: 'public' };

function asking({ ports }: TestRecord) {
  return async <I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    input: object,
    actor = READER,
  ) => {
    const result = await runDecoded(operation, { ports, actor }, input);
    if (!result.ok) throw new Error(`${operation.name}: ${result.rejection.sentence}`);
    return result.value;
  };
}

const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id).toSorted();
const isLive = ({ fate }: KnownModification) => LIVE.some((one) => one === fate);

test('a register of three hundred answers every question as the generator that made it knows', () =>
  withRegister({ modifications: 300, live: 70, parties: 12, seed: 5 }, async (record, { modifications, parties }) => {
    const ask = asking(record);
    const list = (input: object) => ask(listModifications, input);
    const found = async (input: object) => ids((await list(input)).modifications);
    const known = (fits: (one: KnownModification) => boolean) => ids(modifications.filter(fits));

    // the filters
    expect(await found({})).toEqual(known(() => true));
    expect(await found({ status: 'open' })).toEqual(known(isLive));
    expect(await found({ status: 'ended' })).toEqual(known((one) => !isLive(one)));
    for (const status of ['Not progressed', 'Withdrawn', 'Rejected', 'Implemented'] as const) {
      expect(await found({ status })).toEqual(known(({ fate }) => fate === status));
    }
    expect(await found({ decision: 'withdrawn' })).toEqual(known(({ fate }) => fate === 'Withdrawn'));
    expect(await found({ proposer: 'larch' })).toEqual(known(({ proposer }) => proposer === 'Larch Power'));
    expect(await found({ category: 'gas-network' })).toEqual(
      known(({ categories }) => categories.includes('gas-network')),
    );
    expect(await found({ document: 'section c' })).toEqual(known((one) => one.document === 'Section C'));
    const some = modifications.find(({ fate }) => fate === 'Implemented');
    expect(await found({ version: `${Number(some?.id.slice(5))}.0` })).toEqual([some?.id]);
    const [from, to] = [day('2016-06-01'), day('2017-02-01')];
    expect(await found({ raisedFrom: formatDay(from), raisedTo: formatDay(to) })).toEqual(
      known(({ raisedOn }) => from <= raisedOn && raisedOn <= to),
    );

    // the search
    for (const one of modifications.filter((_, at) => at % 60 === 0)) {
      expect(await found({ words: one.mark })).toEqual([one.id]);
      expect(await found({ words: one.id })).toEqual([one.id]);
      expect(await found({ words: `-${one.mark} "${one.title}"` })).not.toContain(one.id);
      expect((await list({ words: one.title, sort: 'relevance' })).modifications.map(({ id }) => id)).toContain(one.id);
    }

    // every page of every order holds each row once
    for (const sort of ['raised', 'id', 'title', 'status'] as const) {
      const read: string[] = [];
      let after: string | null = null;
      do {
        const page: z.output<typeof listModifications.output> = await list({ sort, limit: 80, after });
        expect(page.total).toBe(modifications.length);
        read.push(...page.modifications.map(({ id }) => id));
        after = page.next;
      } while (after !== null);
      expect(read.toSorted()).toEqual(known(() => true));
    }

    // as it stood on a day: what was certain then
    for (const on of [day('2016-03-01'), day('2017-05-02'), day('2018-09-20')]) {
      const end = instantOn(addDays(on, 1), '00:00');
      const then = await list({ on: formatDay(on) });
      expect(ids(then.modifications)).toEqual(known((one) => one.from < end));
      const standing = new Map(then.modifications.map(({ id, status }) => [id, status]));
      for (const one of modifications.filter((each) => each.from < end)) {
        if (end <= one.acted) expect([one.id, standing.get(one.id)]).toEqual([one.id, 'open']);
        if (one.ended !== null && one.ended < end) expect([one.id, standing.get(one.id)]).toEqual([one.id, one.fate]);
      }
    }

    // what awaits whom
    const awaiting = async (who: string, actor = READER) => {
      const { next } = await ask(whatsNext, { for: who }, actor);
      return [...new Set(next.filter((act) => !act.optional).map((act) => act.modification))].toSorted();
    };
    expect(await awaiting('panel')).toEqual(known(({ fate }) => fate === 'panel'));
    const administered = ['report', 'second-report', 'ballot-to-open'];
    expect(await awaiting('code-administrator')).toEqual(known(({ fate }) => administered.includes(fate)));
    expect(await awaiting('change-board')).toEqual(known(({ fate }) => fate === 'ballot'));
    for (const seat of SEATS) {
      const expected = known(({ fate, gone }) => fate === 'ballot' && !gone.includes(seat));
      expect(await awaiting(seat)).toEqual(expected);
      expect(await awaiting('me', holder(seat))).toEqual(expected);
    }
    for (const party of parties.slice(0, 4)) {
      const { next } = await ask(whatsNext, { for: party });
      const asked = next.filter((act) => act.operation === 'respond').map((act) => act.modification);
      expect(asked.toSorted()).toEqual(known(({ fate, gone }) => fate === 'consultation' && !gone.includes(party)));
    }

    // the board
    const board = await ask(showBoard, {});
    expect(ids(board.items)).toEqual(known(isLive));
    expect(board.items.filter((item) => item.next?.overdue === true).every((item) => item.risk === 'late')).toBe(true);
    expect(board.risks.reduce((sum, { count }) => sum + count, 0)).toBe(board.items.length);
    expect(ids((await ask(showBoard, { who: 'panel' })).items)).toEqual(known(({ fate }) => fate === 'panel'));

    // one act later
    const [waiting = ''] = known(({ fate }) => fate === 'panel');
    const decided = {
      modification: waiting,
      step: 'progress',
      outcome: 'refused',
      reasons: 'For the reasons minuted.',
    };
    await ask(makeDetermination, decided, PEOPLE.panel);
    expect(await awaiting('panel')).toEqual(known(({ fate, id }) => fate === 'panel' && id !== waiting));
    expect((await list({ words: waiting })).modifications[0]?.status).toBe('Not progressed');
    const yesterday = formatDay(addDays(day('2018-10-05'), -1) as Day);
    expect((await list({ words: waiting, on: yesterday })).modifications.map(({ status }) => status)).not.toContain(
      'Not progressed',
    );
  }));

describe('a saved view', () => {
  test('is seen by whoever saved it, by others once it is shared, and removed by who may', () =>
    withRegister({ modifications: 3, live: 1, parties: 1, seed: 1 }, async (record) => {
      const ask = asking(record);
      const titles = async (actor: Actor) => (await ask(listViews, {}, actor)).views.map(({ title }) => title);
      const open = { title: 'Open ones', query: 'status=open&after=xyz&nonsense=1' };
      const saved = await ask(saveView, open, PEOPLE.panel);
      expect(saved.query).toBe('status=open');
      expect(await titles(PEOPLE.panel)).toEqual(['Open ones']);
      expect(await titles(PEOPLE.party)).toEqual([]);
      const tried = await runDecoded(removeView, { ports: record.ports, actor: PEOPLE.party }, { view: saved.id });
      expect(tried).toMatchObject({ ok: false, rejection: { code: 'not-found' } });

      const shared = await ask(saveView, { ...open, shared: true }, PEOPLE.panel);
      expect(shared.id).toBe(saved.id);
      expect(await titles(READER)).toEqual(['Open ones']);
      const stranger = await runDecoded(removeView, { ports: record.ports, actor: PEOPLE.party }, { view: saved.id });
      expect(stranger).toMatchObject({ ok: false, rejection: { code: 'wrong-actor' } });
      await ask(removeView, { view: saved.id }, PEOPLE.secretary);
      expect(await titles(READER)).toEqual([]);
      const blank = await runDecoded(
        saveView,
        { ports: record.ports, actor: PEOPLE.panel },
        { title: 'x', query: 'a=1' },
      );
      expect(blank).toMatchObject({ ok: false, rejection: { place: { field: 'query' } } });
    }));
});
