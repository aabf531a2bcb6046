import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAmended, anyPair } from '../../../test/support/code.ts';
import { addDays, day } from '../kernel/day.ts';
import { instant } from '../kernel/instant.ts';
import { type Amendment, subjectOf } from './amendment.ts';
import { isWordEdit } from './amendment-clash.ts';
import { applyAmendments } from './apply-amendment.ts';
import type { CodeText } from './provision.ts';
import { evolveCode, type InstrumentHistory, publishVersionEvents } from './publish-version.ts';
import { putBehind } from './put-behind.ts';
import { type Timeline, timelineOf } from './version.ts';

const FROM = day('2018-01-01');
const NAMES = { instrument: 'any', title: 'Any Code', shortTitle: 'ANY', notice: 'Ours.' };
const recordedAt = instant('2018-01-01T12:00:00Z');

function published(history: InstrumentHistory, label: string, after: number, amendments: readonly Amendment[]) {
  const source = { kind: 'modification', reference: label } as const;
  const decision = publishVersionEvents(history, { label, inForceFrom: addDays(FROM, after), source, amendments });
  if (!decision.ok) return null;
  return decision.events.reduce<InstrumentHistory>(
    (known, event) => evolveCode(known, { event, recordedAt }) ?? known,
    history,
  );
}

function adopted(base: CodeText): InstrumentHistory {
  return { ...NAMES, base, baseLabel: '1.0', baseFrom: FROM, versions: [] };
}

const holds = (timeline: Timeline): boolean =>
  timeline.slice(1).every(({ text, published: made }, at) => {
    const applied = applyAmendments(timeline[at]?.text as CodeText, made?.amendments ?? []);
    return applied.ok && JSON.stringify(applied.text) === JSON.stringify(text);
  });

test('a version that was put before another is taken out of the text of that one, which is then what it was', () => {
  let told = 0;
  fc.assert(
    fc.property(anyPair, ({ text, one, other }) => {
      const before = published(adopted(text), '1.1', 20, [one]);
      const after = before && published(before, '1.2', 10, [other]);
      if (before === null || after === null) return;
      const timeline = timelineOf(after, null);
      const put = putBehind(timeline, '1.1', ['1.2']);
      if (!put.ok) return;
      expect(put.timeline.map(({ label }) => label)).toEqual(['1.0', '1.1', '1.2']);
      // what both make of one provision, or of one place in a list, counts as made by the one that came first
      const apart = subjectOf(one) !== subjectOf(other) && isWordEdit(one) && isWordEdit(other);
      if (apart) expect(put.timeline[1]?.text).toEqual(timelineOf(before, null)[1]?.text);
      told += apart ? 1 : 0;
      expect(put.timeline[2]?.text).toEqual(timeline[2]?.text);
      expect(holds(put.timeline)).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(told).toBeGreaterThan(0);
});

test('however many are put behind, each text follows from the one before it, and the last is the same', () => {
  fc.assert(
    fc.property(anyAmended, fc.nat(63), ({ text, amendments }, drawn) => {
      const history = amendments.reduce<InstrumentHistory | null>(
        (known, amendment, at) => known && published(known, `1.${at + 1}`, at, [amendment]),
        adopted(text),
      );
      if (history === null) return;
      const timeline = timelineOf(history, null);
      const labels = timeline.slice(1).map(({ label }) => label);
      const moved = labels.slice(0, -1).filter((_, at) => ((drawn >> at) & 1) === 1);
      const put = putBehind(timeline, labels.at(-1) ?? '1.0', moved);
      if (!put.ok) {
        expect(moved).toContain(put.over.label);
        return;
      }
      expect(put.timeline.slice(put.timeline.length - moved.length).map(({ label }) => label)).toEqual(moved);
      expect(put.timeline.at(-1)?.text).toEqual(timeline.at(-1)?.text);
      expect(holds(put.timeline)).toBe(true);
    }),
  );
});
