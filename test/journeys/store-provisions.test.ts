import { describe, expect, test } from 'vitest';
import type { CodeEvent } from '../../src/core/code/code-event.ts';
import { moveVersionEvents } from '../../src/core/code/move-version.ts';
import { referenceOfPath } from '../../src/core/code/printed-reference.ts';
import type { Provision } from '../../src/core/code/provision.ts';
import { foldCode, type InstrumentHistory, publishVersionEvents } from '../../src/core/code/publish-version.ts';
import { walk } from '../../src/core/code/tree.ts';
import { timelineOf, type VersionPublished, versionOn } from '../../src/core/code/version.ts';
import { addDays, type Day } from '../../src/core/kernel/day.ts';
import type { Decision } from '../../src/core/kernel/decider.ts';
import type { Instant } from '../../src/core/kernel/instant.ts';
import { knownAtCondition } from '../../src/store/projections/projection.ts';
import { type TestRecord, withRecord } from '../support/database.ts';
import { by } from '../support/events.ts';
import { generatedHistory } from '../support/generated-changes.ts';
import { generatedCode } from '../support/generated-code.ts';

const base = generatedCode({ provisions: 400, seed: 11 });
const history = generatedHistory(base, { releases: 6, changes: 25, seed: 12 });
const [first, second, third, fourth, fifth, sixth] = history.versions.map(({ recordedAt: _, ...one }) => one);

/** What the table has to hold: every run of days on which a provision reads the same, told from the whole history. */
function toldFrom(code: InstrumentHistory): string[] {
  const runs = new Map<string, { id: string; words: string; lower: Day; upper: Day | null; label: string }[]>();
  for (const { text, label, inForceFrom, until } of timelineOf({ ...code }, null)) {
    if (until === inForceFrom) continue;
    const here = new Map(
      walk(text).map(({ provision, path }) => {
        const { id, kind, number, heading, text } = provision;
        const inside = path.length === 1 ? identities(provision) : null;
        return [id, JSON.stringify([referenceOfPath(path), path[0]?.id, id, kind, number, heading, text, inside])];
      }),
    );
    for (const [id, all] of runs) {
      const last = all.at(-1);
      if (last?.upper === null && last.words !== here.get(id)) last.upper = inForceFrom;
    }
    for (const [id, words] of here) {
      const all = runs.get(id) ?? [];
      if (all.at(-1)?.upper !== null) all.push({ id, words, lower: inForceFrom, upper: null, label });
      runs.set(id, all);
    }
  }
  return [...runs.values()].flat().map((run) => JSON.stringify(run));
}

function identities({ id, children }: Provision): unknown[] {
  return [id, ...children.map(identities)];
}

/** Every document on every day on which the text changes and on the day before, whole and in order. */
async function readsAsTold({ store }: TestRecord, stream: string, knownAt: Instant | null): Promise<number> {
  const timeline = timelineOf(foldCode((await store.read(stream, knownAt)) as never) as InstrumentHistory, null);
  const documents = new Set(timeline.flatMap(({ text }) => text.provisions.map(({ id }) => id)));
  for (const on of timeline.flatMap(({ inForceFrom }) => [addDays(inForceFrom, -1), inForceFrom])) {
    const standing = versionOn(timeline, on)?.text.provisions ?? [];
    for (const id of documents) {
      const read = await store.sectionOn('generated', id, { on, knownAt });
      expect([on, id, read]).toEqual([on, id, standing.find((one) => one.id === id) ?? null]);
    }
  }
  return timeline.length;
}

async function heldBy({ db }: TestRecord): Promise<string[]> {
  const rows = await db.selectFrom('provision_version').selectAll().where('known_until', 'is', null).execute();
  return rows.map(({ reference, document, inside, provision, provision_id: id, lower, upper, label }) => {
    const { kind, number, heading, text } = provision;
    const words = JSON.stringify([reference, document, id, kind, number, heading, text, inside]);
    return JSON.stringify({ id, words, lower, upper, label });
  });
}

describe('the versions of provisions', () => {
  test('are after every kind of event those that the whole history tells, and what was known stays', () =>
    withRecord(async (record) => {
      const { store, clock, db } = record;
      const stream = 'code/generated';
      const code = async () => {
        const told = foldCode((await store.read(stream, null)) as never);
        if (told === null) throw new Error('nothing was adopted');
        return told;
      };
      const put = async (events: readonly CodeEvent[]) => {
        const expectedVersion = (await store.read(stream, null)).length;
        expect(await store.append([{ stream, expectedVersion, events }], by)).toMatchObject({ ok: true });
        expect((await heldBy(record)).toSorted()).toEqual(toldFrom(await code()).toSorted());
      };
      const publish = async (version: VersionPublished | undefined) =>
        put(eventsOf(publishVersionEvents(await code(), version as VersionPublished)));

      await put([
        {
          type: 'code-adopted',
          instrument: 'generated',
          title: 'Generated Code',
          shortTitle: 'GC',
          label: '1.0',
          inForceFrom: history.baseFrom,
          text: base,
          notice: 'Generated.',
        },
      ]);
      await publish(first);
      await publish(second);
      // Two in one append, of which the first changes what the second changes too.
      await put([third, fourth].map((one) => ({ type: 'version-published' as const, ...(one as VersionPublished) })));
      await publish(fifth);
      const before = await heldBy(record);
      const known = clock.now();
      await clock.advanceTo(`${known.slice(0, 10)}T23:00:00Z` as typeof known);
      // On the day of the fifth, so that the fifth alone is in force on none.
      await publish({ ...(sixth as VersionPublished), inForceFrom: fifth?.inForceFrom as Day });
      // Before others, which are mapped over it.
      const at = walk(base)[20]?.provision;
      await publish({
        label: '1.7',
        inForceFrom: addDays(first?.inForceFrom as Day, 3),
        source: { kind: 'designation', reference: 'D1' },
        amendments: [{ kind: 'insert', at: { parent: at?.id ?? null, after: null }, provision: leaf('inserted-1') }],
      });
      const moved = moveVersionEvents(
        await code(),
        { label: '1.7', inForceFrom: addDays(fifth?.inForceFrom as Day, 9), reasons: 'It waits for the system.' },
        history.baseFrom,
        () => [],
      );
      await put(eventsOf(moved));
      const knownThen = db.selectFrom('provision_version').select(['provision_id', 'lower', 'upper', 'label']);
      const then = await knownThen.where(knownAtCondition(known)).execute();
      expect(then.length).toBe(before.length);
      const instants = new Set((await store.read(stream, null)).map(({ recordedAt }) => recordedAt));
      for (const knownAt of [null, known, ...instants]) {
        expect(await readsAsTold(record, stream, knownAt)).toBeGreaterThan(0);
      }
    }));
});

function eventsOf(decision: Decision<CodeEvent>): readonly CodeEvent[] {
  if (!decision.ok) throw new Error(decision.rejection.sentence);
  return decision.events;
}

function leaf(id: string) {
  return {
    id,
    kind: 'paragraph' as const,
    number: '(zz)',
    heading: null,
    text: 'what was inserted later.',
    children: [],
  };
}
