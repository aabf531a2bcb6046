import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAmended, EXAMPLE, provision } from '../../../test/support/code.ts';
import { addDays, day } from '../kernel/day.ts';
import { instant } from '../kernel/instant.ts';
import type { Amendment } from './amendment.ts';
import { versionsOf } from './provision-history.ts';
import { evolveCode, foldCode, publishVersionEvents } from './publish-version.ts';
import { findByReference } from './tree.ts';
import { type CodeHistory, compareLabels, textLabelled, textOn, timelineOf, type VersionPublished } from './version.ts';

const source = { kind: 'modification', reference: 'M1' } as const;

function renumbering(from: string, to: string): Amendment {
  return { kind: 'renumber', target: 'g-3', from, to };
}

const insertG4: Amendment = {
  kind: 'insert',
  at: { parent: 'g', after: 'g-3' },
  provision: provision('g-4', { kind: 'clause', number: 'G4', text: 'Nobody shall copy a key.' }),
};

const HISTORY: CodeHistory = {
  base: EXAMPLE,
  baseLabel: '1.5',
  baseFrom: day('2018-01-01'),
  versions: [
    {
      label: '1.14',
      inForceFrom: day('2018-11-08'),
      source,
      amendments: [insertG4],
      recordedAt: instant('2018-10-24T12:00:00Z'),
    },
    {
      label: '1.15',
      inForceFrom: day('2018-07-18'),
      source,
      amendments: [renumbering('G3', 'G3A')],
      recordedAt: instant('2018-12-01T12:00:00Z'),
    },
  ],
};

const labelOn = (on: string, knownAt: string | null = null) =>
  textOn(HISTORY, { on: day(on), knownAt: knownAt === null ? null : instant(knownAt) })?.label ?? null;

test('5.5 comes before 5.14, and 5 before 5.0', () => {
  expect(['5.14', '5.5', '5.0', '5', '10.1'].toSorted(compareLabels)).toEqual(['5', '5.0', '5.5', '5.14', '10.1']);
});

describe('the text on a day', () => {
  test.each([
    ['2017-12-31', null],
    ['2018-01-01', '1.5'],
    ['2018-07-17', '1.5'],
    ['2018-07-18', '1.15'],
    ['2018-11-07', '1.15'],
    ['2018-11-08', '1.14'],
    ['2030-01-01', '1.14'],
  ])('on %s is version %s', (on, label) => expect(labelOn(on)).toBe(label));

  test('a version recorded later does not exist for who asks what was known before', () => {
    expect(labelOn('2018-08-01', '2018-11-30T00:00:00Z')).toBe('1.5');
    expect(labelOn('2018-08-01', '2018-12-01T12:00:00Z')).toBe('1.15');
    expect(labelOn('2018-11-08', '2018-10-01T00:00:00Z')).toBe('1.5');
  });

  test('it says from when until when it is in force', () => {
    expect(textOn(HISTORY, { on: day('2018-08-01'), knownAt: null })).toMatchObject({
      inForceFrom: day('2018-07-18'),
      until: day('2018-11-08'),
    });
    expect(textOn(HISTORY, { on: day('2019-08-01'), knownAt: null })).toMatchObject({ until: null });
  });

  test('of two versions of one day the later label is in force, with the changes of both', () => {
    const [first, second] = HISTORY.versions.map((version) => ({ ...version, inForceFrom: day('2018-11-08') }));
    const history = { ...HISTORY, versions: [second, first].filter((version) => version !== undefined) };
    const { label, text } = textOn(history, { on: day('2018-11-08'), knownAt: null }) ?? { label: null, text: EXAMPLE };
    expect([label, findByReference(text, 'G4')?.id, findByReference(text, 'G3A')?.id]).toEqual(['1.15', 'g-4', 'g-3']);
  });

  test('is found by its label too', () => {
    expect(textLabelled(HISTORY, '1.14', null)?.inForceFrom).toBe(day('2018-11-08'));
    expect(textLabelled(HISTORY, '1.14', instant('2018-01-01T00:00:00Z'))).toBeNull();
  });
});

describe('the laws of a history', () => {
  const anyHistory = fc
    .tuple(anyAmended, fc.array(fc.nat(20), { minLength: 6, maxLength: 6 }))
    .map(([{ text, amendments }, gaps]) => {
      let from = day('2018-01-01');
      const versions = amendments.map((amendment, index) => {
        from = addDays(from, gaps[index] ?? 0);
        const recordedAt = instant(`2018-03-${String(20 + index)}T00:00:00Z`);
        return { label: `1.${index + 1}`, inForceFrom: from, source, amendments: [amendment], recordedAt };
      });
      return { base: text, baseLabel: '1.0', baseFrom: day('2018-01-01'), versions };
    });

  test('the text is constant between in-force days', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(150), (history, offset) => {
        const on = addDays(history.baseFrom, offset);
        const starts = [history.baseFrom, ...history.versions.map((version) => version.inForceFrom)];
        const start = starts.filter((from) => from <= on).at(-1) ?? history.baseFrom;
        expect(textOn(history, { on, knownAt: null })).toEqual(textOn(history, { on: start, knownAt: null }));
      }),
    );
  });

  test('a later record never alters what was known before', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(150), fc.nat(6), (history, offset, kept) => {
        const knownAt = instant(`2018-03-${String(19 + kept)}T12:00:00Z`);
        const asOf = { on: addDays(history.baseFrom, offset), knownAt };
        const then = { ...history, versions: history.versions.slice(0, kept) };
        expect(textOn(history, asOf)).toEqual(textOn(then, asOf));
      }),
    );
  });
});

test('the history of a provision follows it through renumbering, and begins when it is inserted', () => {
  expect(versionsOf(HISTORY, 'G3A', null).map((run) => [run.reference, run.label, run.until])).toEqual([
    ['G3', '1.5', day('2018-07-18')],
    ['G3A', '1.15', null],
  ]);
  expect(versionsOf(HISTORY, 'G4', null).map((run) => [run.label, run.inForceFrom])).toEqual([
    ['1.14', day('2018-11-08')],
  ]);
  expect(versionsOf(HISTORY, 'G9', null)).toEqual([]);
});

describe('publishing', () => {
  const next: VersionPublished = {
    label: '1.16',
    inForceFrom: day('2019-01-01'),
    source,
    amendments: [renumbering('G3A', 'G3')],
  };

  test('gives one event that the history takes in', () => {
    const decision = publishVersionEvents(HISTORY, next);
    expect(decision).toEqual({ ok: true, events: [{ type: 'version-published', ...next }] });
  });

  test.each<[string, Partial<VersionPublished>, string, string]>([
    ['a label that is not later', { label: '1.6' }, 'label-not-later', 'Version 1.6 does not come after version 1.15.'],
    [
      'words that the text of its day does not have',
      { amendments: [renumbering('G3', 'G5')] },
      'text-does-not-apply',
      'Version 1.16 does not apply. G3A has another number: expected “G3”, found “G3A”.',
    ],
    [
      'what a version that comes into force later rests on',
      { inForceFrom: day('2018-10-01'), amendments: [{ ...insertG4, provision: provision('g-4', { number: 'G9' }) }] },
      'text-does-not-apply',
      'With version 1.16, version 1.14 does not apply. Both amendments insert a provision "g-4".',
    ],
    [
      'a day before the first text',
      { inForceFrom: day('2017-01-01') },
      'text-does-not-apply',
      'Version 1.16 cannot be in force on 1 January 2017: the first text is version 1.5, in force from 1 January 2018.',
    ],
  ])('is refused for %s', (_, change, code, sentence) => {
    expect(publishVersionEvents(HISTORY, { ...next, ...change })).toMatchObject({
      ok: false,
      rejection: { code, sentence },
    });
  });

  test('the fold is total: a version before adoption and a second adoption change nothing', () => {
    const recordedAt = instant('2018-10-05T08:00:00Z');
    const published = { event: { type: 'version-published', ...next }, recordedAt } as const;
    expect(foldCode([published])).toBeNull();
    const { base: text, baseLabel: label, baseFrom: inForceFrom } = HISTORY;
    const names = { instrument: 'example', title: 'Example Code', shortTitle: 'EX', notice: 'Ours.' };
    const adopted = { event: { type: 'code-adopted', ...names, text, label, inForceFrom }, recordedAt } as const;
    const history = foldCode([published, adopted, published]);
    expect(history).toMatchObject({ ...names, versions: [{ label: '1.16', recordedAt }] });
    expect(evolveCode(history, adopted)).toBe(history);
  });

  test('a broken record is a fault of the record, told by version', () => {
    const broken = {
      ...HISTORY,
      versions: HISTORY.versions.map((version) => ({ ...version, amendments: [renumbering('X', 'Y')] })),
    };
    expect(() => timelineOf(broken, null)).toThrow('Version 1.15 does not apply: G3 has another number');
  });
});
