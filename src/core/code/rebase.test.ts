import { expect, test } from 'vitest';
import { EXAMPLE, provision } from '../../../test/support/code.ts';
import { generatedModifications } from '../../../test/support/generated-changes.ts';
import { generatedCode } from '../../../test/support/generated-code.ts';
import { type Day, day } from '../kernel/day.ts';
import type { Amendment } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import { projectPending } from './pending.ts';
import type { CodeText } from './provision.ts';
import { rebase } from './rebase.ts';
import { type KeptResolution, resolutionAfter } from './resolution.ts';
import { findById, walk } from './tree.ts';
import { weave } from './weave.ts';

function replace(target: string, find: string, words: string): Amendment {
  const at = findById(EXAMPLE, target)?.text.indexOf(find) ?? -1;
  return { kind: 'replace', target, field: 'text', find, with: words, at: [at] };
}

function made(text: CodeText, ...lists: (readonly Amendment[])[]): CodeText {
  return lists.reduce((before, amendments) => {
    const applied = applyAmendments(before, amendments);
    if (!applied.ok) throw new Error(applied.fault);
    return applied.text;
  }, text);
}

const noAnd = replace('g-2-a', '; and', ';');
const or = replace('g-2-a', '; and', '; or');
const insertAfter = (id: string, after: string): Amendment => ({
  kind: 'insert',
  at: { parent: 'g', after },
  provision: provision(id, { kind: 'clause', number: `G${id}`, text: 'New.' }),
});

/** M2, re-based over M1. */
function after(ours: Amendment[], theirs: Amendment[], ...resolutions: Omit<KeptResolution, 'with'>[]) {
  const kept = resolutions.map((one) => ({ with: 'M1', ...one }));
  const rebased = rebase(
    EXAMPLE,
    { modification: 'M2', amendments: ours },
    { reference: 'M1', amendments: theirs },
    kept,
  );
  if (!rebased.ok) return rebased.clashes.map((clash) => clash.class);
  return made(EXAMPLE, theirs, rebased.amendments);
}

function wordsAfter(...asked: Parameters<typeof after>): string | null {
  const text = after(...asked);
  return 'provisions' in text ? (findById(text, 'g-2-a')?.text ?? null) : text.join();
}

test('over nothing a text is the same, over a change elsewhere its words are the same', () => {
  const ours = [noAnd, insertAfter('9', 'g-3')];
  const pending = { modification: 'M2', amendments: ours };
  expect(rebase(EXAMPLE, pending, { reference: 'M1', amendments: [] })).toEqual({ ok: true, amendments: ours });
  const elsewhere = { reference: 'M1', amendments: [replace('g-1', 'lock', 'shut'), insertAfter('8', 'g-1')] };
  expect(rebase(EXAMPLE, pending, elsewhere)).toEqual({ ok: true, amendments: ours });
});

test('two generated texts give one text whichever is made first, or say where they clash', () => {
  const text = generatedCode({ provisions: 120, seed: 2 });
  const [seeds, met] = [Array.from({ length: 40 }, (_, index) => index), { clear: 0, clash: 0 }];
  for (const seed of seeds) {
    const [one, other] = generatedModifications(text, { modifications: 2, amendments: 16, seed });
    if (one === undefined || other === undefined) throw new Error('nothing was generated');
    const { ours, theirs, clashes } = weave(one.amendments, other.amendments);
    if (clashes.length > 0) met.clash += 1;
    else {
      met.clear += 1;
      expect(walk(made(text, other.amendments, ours))).toEqual(walk(made(text, one.amendments, theirs)));
    }
  }
  expect(met.clear).toBeGreaterThan(5);
  expect(met.clash).toBeGreaterThan(5);
});

test('what clashes is never guessed', () => {
  expect(after([or], [noAnd])).toEqual(['same-words']);
});

test('a merged text is what the provision reads once both are in force, whichever comes first', () => {
  const from = { heading: null, text: 'its key is turned; and' };
  const merged: KeptResolution['resolution'] = {
    kind: 'merged-text',
    from,
    to: { heading: null, text: 'its key is turned, or' },
  };
  const kept = { class: 'same-words', provision: 'g-2-a', resolution: merged } as const;
  expect(wordsAfter([or], [noAnd], kept)).toBe('its key is turned, or');
  expect(wordsAfter([noAnd], [or], kept)).toBe('its key is turned, or');
  const stale = { ...merged, from: { heading: null, text: 'other words' } };
  expect(wordsAfter([or], [noAnd], { ...kept, resolution: stale })).toBe('same-words');
});

test('an order says which words hold and which of two insertions stands first', () => {
  const kept = (first: string) =>
    ({ class: 'same-words', provision: 'g-2-a', resolution: { kind: 'order', first } }) as const;
  expect(wordsAfter([or], [noAnd], kept('M1'))).toBe('its key is turned; or');
  expect(wordsAfter([or], [noAnd], kept('M2'))).toBe('its key is turned;');
  const place = (first: string) =>
    ({ class: 'same-place', provision: '8', resolution: { kind: 'order', first } }) as const;
  const order = (first: string) => {
    const text = after([insertAfter('9', 'g-1')], [insertAfter('8', 'g-1')], place(first));
    return 'provisions' in text ? text.provisions[1]?.children.map(({ id }) => id) : text;
  };
  expect(order('M1')).toEqual(['g-1', '8', '9', 'g-2', 'g-3']);
  expect(order('M2')).toEqual(['g-1', '9', '8', 'g-2', 'g-3']);
});

test('with an order a repeal holds, and takes away what the other made there', () => {
  const clause = findById(EXAMPLE, 'g-2') ?? provision('g-2');
  const repeal: Amendment = { kind: 'repeal', at: { parent: 'g', after: 'g-1' }, provision: clause };
  const kept = {
    class: 'repeal-against-edit',
    provision: 'g-2-a',
    resolution: { kind: 'order', first: 'M1' },
  } as const;
  for (const [ours, theirs] of [
    [[repeal], [or]],
    [[or], [repeal]],
  ] as const) {
    const text = after([...ours], [...theirs], kept);
    expect('provisions' in text && findById(text, 'g-2')).toBeNull();
  }
});

test('a contingent text holds when the other is in force before, and is mapped over a third', () => {
  const contingent: Amendment = {
    kind: 'substitute',
    target: 'g-2-a',
    from: { heading: null, text: 'its key is turned;' },
    to: { heading: null, text: 'its key is turned, and' },
  };
  const kept: KeptResolution = {
    with: 'M1',
    class: 'same-words',
    provision: 'g-2-a',
    resolution: { kind: 'contingent', on: 'M1', amendments: [contingent] },
  };
  expect(wordsAfter([or], [noAnd], kept)).toBe('its key is turned, and');
  const third = replace('g-2-a', 'its key', 'the key');
  const mapped = resolutionAfter(kept, [third], () => [noAnd]);
  expect(mapped?.resolution).toMatchObject({
    amendments: [{ from: { text: 'the key is turned;' }, to: { text: 'the key is turned, and' } }],
  });
  expect(resolutionAfter(kept, [or], () => [noAnd])).toBeNull();
});

test('a merged text is mapped over a third, and given back to people when the third changes the same words', () => {
  const from = { heading: null, text: 'its key is turned; and' };
  const kept: KeptResolution = {
    with: 'M1',
    class: 'same-words',
    provision: 'g-2-a',
    resolution: { kind: 'merged-text', from, to: { heading: null, text: 'its key is turned, or' } },
  };
  const mapped = resolutionAfter(kept, [replace('g-2-a', 'its key', 'the key')], () => []);
  expect(mapped?.resolution).toMatchObject({
    from: { text: 'the key is turned; and' },
    to: { text: 'the key is turned, or' },
  });
  expect(resolutionAfter(kept, [or], () => [])).toBeNull();
});

test('pending texts stand by day, then by the first day possible, and each is mapped over those before it', () => {
  const on = (at: string) => ({ kind: 'on', day: day(at) }) as const;
  const unknown = (notBefore: Day | null) => ({ kind: 'unknown', notBefore, awaiting: ['first-enrolment'] }) as const;
  const texts = [
    { modification: 'M4', amendments: [or], commences: unknown(null) },
    { modification: 'M3', amendments: [insertAfter('9', 'g-2')], commences: unknown(day('2019-01-01')) },
    { modification: 'M2', amendments: [replace('g-2-a', 'its key', 'the key')], commences: on('2018-12-01') },
    { modification: 'M1', amendments: [noAnd], commences: on('2018-11-08') },
    { modification: 'M0', amendments: [], commences: { kind: 'never' } as const },
  ];
  const projected = projectPending(EXAMPLE, texts, () => []);
  expect(projected.map(({ modification, blockedBy }) => [modification, blockedBy])).toEqual([
    ['M1', null],
    ['M2', null],
    ['M3', null],
    ['M4', 'M1'],
  ]);
  expect(findById(projected.at(-1)?.after ?? EXAMPLE, 'g-2-a')?.text).toBe('the key is turned;');
  const dated = texts.map((one) => (one.modification === 'M4' ? { ...one, commences: on('2018-11-01') } : one));
  expect(
    projectPending(EXAMPLE, dated, () => []).map(({ modification, blockedBy }) => [modification, blockedBy]),
  ).toEqual([
    ['M4', null],
    ['M1', 'M4'],
    ['M2', null],
    ['M3', null],
  ]);
});
