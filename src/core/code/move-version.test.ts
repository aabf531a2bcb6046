import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAmended, EXAMPLE, provision } from '../../../test/support/code.ts';
import { addDays, type Day, day } from '../kernel/day.ts';
import { type Instant, instant } from '../kernel/instant.ts';
import type { Amendment } from './amendment.ts';
import { moveVersionEvents } from './move-version.ts';
import { evolveCode, type InstrumentHistory } from './publish-version.ts';
import { findById } from './tree.ts';
import { textOn, timelineOf, versionOn, versionsKnown } from './version.ts';

const FIRST = day('2018-01-01');
const TODAY = day('2018-03-01');
const NAMES = { instrument: 'example', title: 'Example Code', shortTitle: 'EX', notice: 'Ours.' };

function historyOf(base: InstrumentHistory['base'], releases: readonly Amendment[][]): InstrumentHistory {
  const versions = releases.map((amendments, index) => ({
    label: `1.${index + 1}`,
    inForceFrom: addDays(TODAY, 10 * index - 5),
    source: { kind: 'modification' as const, reference: `M${index + 1}` },
    amendments,
    recordedAt: instantOfDay(index),
  }));
  return { ...NAMES, base, baseLabel: '1.0', baseFrom: FIRST, versions };
}

function instantOfDay(number: number): Instant {
  return instant(`2018-02-${String(number + 1).padStart(2, '0')}T00:00:00Z`);
}

function moved(history: InstrumentHistory, label: string, inForceFrom: Day, recordedAt: Instant) {
  const decision = moveVersionEvents(history, { label, inForceFrom, reasons: 'Moved.' }, TODAY, () => ['the Panel']);
  if (!decision.ok) return decision;
  const after = decision.events.reduce<InstrumentHistory>(
    (known, event) => evolveCode(known, { event, recordedAt }) ?? known,
    history,
  );
  return { ok: true as const, history: after };
}

const or: Amendment = {
  kind: 'replace',
  target: 'g-2-a',
  field: 'text',
  find: '; and',
  with: '; or',
  at: [placeOf('; and')],
};
const insertG4: Amendment = {
  kind: 'insert',
  at: { parent: 'g', after: 'g-3' },
  provision: provision('g-4', { kind: 'clause', number: 'G4', text: 'Nobody shall copy a key.' }),
};
const copyOrLend: Amendment = { kind: 'replace', target: 'g-4', field: 'text', find: 'copy', with: 'lend', at: [13] };

function placeOf(words: string): number {
  return findById(EXAMPLE, 'g-2-a')?.text.indexOf(words) ?? -1;
}

describe('a version that is not yet in force', () => {
  const history = historyOf(EXAMPLE, [[], [or], [insertG4], [copyOrLend]]);
  const later = instant('2018-03-01T12:00:00Z');

  test('is moved past others, and each day has the text of the versions in force on it', () => {
    const after = moved(history, '1.2', addDays(TODAY, 20), later);
    if (!after.ok) throw new Error(after.rejection.sentence);
    expect(timelineOf(after.history, null).map(({ label }) => label)).toEqual(['1.0', '1.1', '1.3', '1.2', '1.4']);
    const on = (gap: number) => textOn(after.history, { on: addDays(TODAY, gap), knownAt: null })?.text ?? EXAMPLE;
    expect([findById(on(19), 'g-4') !== null, findById(on(19), 'g-2-a')?.text.endsWith('; and')]).toEqual([true, true]);
    expect(findById(on(20), 'g-2-a')?.text.endsWith('; or')).toBe(true);
    const before = textOn(after.history, { on: addDays(TODAY, 5), knownAt: instant('2018-03-01T11:00:00Z') });
    expect(before?.label).toBe('1.2');
  });

  test('is not moved before what it rests on: the refusal has both texts and names who can settle it', () => {
    expect(moved(history, '1.4', addDays(TODAY, 1), later)).toMatchObject({
      ok: false,
      rejection: {
        code: 'conflict-unsettled',
        sentence:
          'Version 1.4 cannot change places with version 1.3: one rests on what the other makes of G4. Version 1.3 says: After clause G3 insert clause G4: “G4 Nobody shall copy a key.”. Version 1.4 says: In clause G4, for “copy” substitute “lend”.',
        unblock: [{ who: 'the Panel' }],
      },
    });
  });

  test.each<[string, string, number, string, string]>([
    [
      'in force already',
      '1.1',
      9,
      'too-late',
      'Version 1.1 has been in force since 24 February 2018; only a version that is not yet in force can be moved.',
    ],
    ['the first text', '1.0', 9, 'too-late', 'Version 1.0 is the first text of the EX; its day cannot be moved.'],
    ['not of the record', '1.9', 9, 'not-found', 'The record holds no version 1.9 of the EX.'],
    [
      'to go to a day that has gone by',
      '1.2',
      -1,
      'too-early',
      'Version 1.2 cannot be moved to 28 February 2018, which has gone by; expected 1 March 2018 or later.',
    ],
    [
      'on that day already',
      '1.2',
      5,
      'input-invalid',
      'Version 1.2 takes effect on 6 March 2018 already; expected another day.',
    ],
  ])('is refused when it is %s', (_, label, gap, code, sentence) => {
    expect(moved(history, label, addDays(TODAY, gap), later)).toMatchObject({
      ok: false,
      rejection: { code, sentence },
    });
  });
});

describe('the laws of a history with moves', () => {
  const anyMoves = fc.array(fc.record({ which: fc.nat(5), gap: fc.nat(60) }), { maxLength: 6 });
  const anyStory = fc.tuple(anyAmended, anyMoves).map(([{ text, amendments }, moves]) => {
    const history = historyOf(
      text,
      amendments.map((amendment) => [amendment]),
    );
    let latest = history;
    const known: InstrumentHistory[] = [history];
    for (const { which, gap } of moves) {
      const recordedAt = instant(`2018-03-01T00:00:${String(10 + known.length)}Z`);
      const after = moved(latest, `1.${which + 1}`, addDays(TODAY, gap), recordedAt);
      if (!after.ok) continue;
      latest = after.history;
      known.push(latest);
    }
    return { history: latest, known };
  });
  const anyGap = fc.integer({ min: -70, max: 80 });

  test('the text is constant between in-force days, and a future text is never the answer', () => {
    fc.assert(
      fc.property(anyStory, anyGap, ({ history }, gap) => {
        const on = addDays(TODAY, gap);
        const starts = [FIRST, ...versionsKnown(history, null).map((version) => version.inForceFrom)];
        const start = starts.findLast((from) => from <= on);
        const found = textOn(history, { on, knownAt: null });
        expect(found?.inForceFrom ?? null).toBe(start ?? null);
        if (start !== undefined) expect(textOn(history, { on: start, knownAt: null })).toEqual(found);
      }),
    );
  });

  test('a move alters no answer as it was known before', () => {
    fc.assert(
      fc.property(anyStory, anyGap, ({ history, known }, gap) => {
        const on = addDays(TODAY, gap);
        for (const [index, then] of known.entries()) {
          const knownAt = instant(`2018-03-01T00:00:${String(10 + index)}Z`);
          const [now, before] = [textOn(history, { on, knownAt }), textOn(then, { on, knownAt: null })];
          expect([now?.label, now?.until, now?.text]).toEqual([before?.label, before?.until, before?.text]);
        }
      }),
    );
  });

  test('the text with all versions stays the same, and moving back gives every text back', () => {
    fc.assert(
      fc.property(
        anyStory,
        fc.nat(5),
        fc.integer({ min: 1, max: 60 }),
        anyGap,
        ({ history, known }, which, gap, asked) => {
          expect(timelineOf(history, null).at(-1)?.text).toEqual(timelineOf(known[0] ?? history, null).at(-1)?.text);
          const label = `1.${which + 1}`;
          const from = versionsKnown(history, null).find((version) => version.label === label)?.inForceFrom;
          const there = moved(history, label, addDays(TODAY, gap), instant('2018-03-01T01:00:00Z'));
          if (!there.ok || from === undefined) return;
          const back = moved(there.history, label, from, instant('2018-03-01T02:00:00Z'));
          if (!back.ok) throw new Error(back.rejection.sentence);
          const on = addDays(TODAY, asked);
          const texts = [back.history, history].map((one) => versionOn(timelineOf(one, null), on)?.text);
          expect(texts[0]).toEqual(texts[1]);
        },
      ),
    );
  });
});
