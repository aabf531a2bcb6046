import { expect, test } from 'vitest';
import { EXAMPLE, provision } from '../../../test/support/code.ts';
import { generatedModifications } from '../../../test/support/generated-changes.ts';
import { generatedCode } from '../../../test/support/generated-code.ts';
import type { Amendment } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import { conflictsAmong, conflictsWith, placesOfConflict, touchesProvision } from './conflict.ts';
import { conflictDescriber } from './conflict-view.ts';
import { namingOf } from './links.ts';
import type { Provision } from './provision.ts';
import { trace } from './trace.ts';
import { findById, placeOf } from './tree.ts';
import { weave } from './weave.ts';

const naming = namingOf(EXAMPLE);

function replace(target: string, find: string, words: string): Amendment {
  const at = findById(EXAMPLE, target)?.text.indexOf(find) ?? -1;
  return { kind: 'replace', target, field: 'text', find, with: words, at: [at] };
}

function repeal(id: string): Amendment {
  const [at, found] = [placeOf(EXAMPLE, id), findById(EXAMPLE, id)];
  if (at === null || found === null) throw new Error(id);
  return { kind: 'repeal', at, provision: found };
}

function insert(id: string, after: string, rest: Partial<Parameters<typeof provision>[1]> = {}): Amendment {
  const at = placeOf(EXAMPLE, after);
  return { kind: 'insert', at: { parent: at?.parent ?? null, after }, provision: provision(id, rest) };
}

/** Class and provision of every conflict between lists, the first of which is M1. */
function found(...lists: Amendment[][]): string[] {
  const texts = lists.map((amendments, index) => trace(naming, { modification: `M${index + 1}`, amendments }));
  return conflictsAmong(texts).map(
    (one) => `${one.one.modification}+${one.other.modification} ${one.class} ${one.provision}`,
  );
}

test('two edits of the “and” at the end of one list item are a conflict of the same words', () => {
  expect(found([replace('g-2-a', '; and', ';')], [replace('g-2-a', '; and', '; or')])).toEqual([
    'M1+M2 same-words g-2-a',
  ]);
});

test('changes that lie apart in one section, and even in one sentence, are none', () => {
  expect(found([replace('g-1', 'Each member', 'Every member')], [replace('g-1', 'it owns', 'it holds')])).toEqual([]);
  expect(found([replace('g-1', 'lock', 'shut')], [repeal('g-3')], [insert('g-9', 'g-2', { number: 'G9' })])).toEqual(
    [],
  );
});

test('the same change made by both is none', () => {
  expect(found([replace('g-2-a', '; and', ';')], [replace('g-2-a', '; and', ';')])).toEqual([]);
});

test('two insertions at one point, and one new number given twice, are conflicts', () => {
  const [one, other] = [insert('n-1', 'g-1', { number: 'G1A' }), insert('n-2', 'g-1', { number: 'G1B' })];
  expect(found([one], [other])).toEqual(['M1+M2 same-place n-1']);
  const renumbered: Amendment = { kind: 'renumber', target: 'g-3', from: 'G3', to: 'G1A' };
  expect(found([one], [renumbered])).toEqual(['M1+M2 same-number n-1']);
});

test('a repeal is in conflict with an edit of what it takes away, and with a repeal within', () => {
  expect(found([repeal('g-2')], [replace('g-2-b', 'nobody', 'no one')])).toEqual(['M1+M2 repeal-against-edit g-2-b']);
  expect(found([repeal('g-2')], [repeal('g-2-b')])).toEqual(['M1+M2 nested-repeal g-2-b']);
});

test('what is newly inserted by both is shown where it is put, and nowhere beside', () => {
  const inside = provision('n-1-a', { number: '(a)' });
  const lists = new Map<string, readonly Amendment[]>([
    [
      'M1',
      [
        insert('n-1', 'g-1', { number: 'G1A' }),
        { kind: 'insert', at: { parent: 'n-1', after: null }, provision: inside },
      ],
    ],
    ['M2', [insert('n-2', 'g-1', { number: 'G1B' })]],
  ]);
  const amendmentsOf = (id: string) => lists.get(id) ?? [];
  const shownAt = (one: string, id: string): boolean => {
    const conflict = {
      class: 'same-place' as const,
      provision: one,
      one: { modification: 'M1', subject: one },
      other: { modification: 'M2', subject: 'n-2' },
    };
    return touchesProvision(placesOfConflict(conflict, amendmentsOf), findById(EXAMPLE, id) as Provision);
  };
  for (const one of ['n-1', 'n-1-a']) {
    expect([one, shownAt(one, 'g')]).toEqual([one, true]);
    expect([one, shownAt(one, 'g-1')]).toEqual([one, false]);
  }
});

test('a second amendment of a list is compared as the first leaves the text', () => {
  const later = [
    repeal('g-1'),
    { ...insert('n-1', 'g-2', { number: 'G1A' }), at: { parent: 'g', after: null } } as Amendment,
  ];
  expect(found(later, [insert('n-2', 'g-1', { number: 'G1B' })])).toEqual(['M1+M2 same-place n-1']);
});

test('new words that refer to what another repeals or renumbers are in conflict with it, old words are not', () => {
  const referring = insert('n-1', 'g-1', { number: 'G1A', text: 'This is subject to Section G3.' });
  expect(found([referring], [repeal('g-3')])).toEqual(['M2+M1 broken-reference g-3']);
  expect(found([referring], [{ kind: 'renumber', target: 'g-3', from: 'G3', to: 'G4' }])).toEqual([
    'M2+M1 broken-reference g-3',
  ]);
  expect(found([referring], [replace('g-3', 'a list', 'a record')])).toEqual([]);
});

test('new words that use a term are in conflict with whoever removes or redefines it; one term defined twice is one too', () => {
  const using = replace('g-3', 'a list', 'on each Working Day a list');
  expect(found([using], [replace('working-day', 'offices', 'banks')])).toEqual(['M2+M1 changed-term working-day']);
  expect(found([using], [repeal('working-day')])).toEqual(['M2+M1 changed-term working-day']);
  const define = (id: string, after: string): Amendment =>
    insert(id, after, { kind: 'definition', heading: 'Door', text: 'a thing that opens.' });
  expect(found([define('d-1', 'working-day')], [{ ...define('d-2', 'g-2-b') }])).toEqual(['M1+M2 same-term d-1']);
});

test('both texts stand side by side under a sentence that names the provision as printed', () => {
  const lists: Record<string, Amendment[]> = {
    M1: [replace('g-2-a', '; and', ';')],
    M2: [replace('g-2-a', '; and', '; or')],
  };
  const texts = Object.entries(lists).map(([modification, amendments]) => trace(naming, { modification, amendments }));
  const describe = conflictDescriber(EXAMPLE, (modification) => lists[modification] ?? []);
  const [described] = conflictsAmong(texts).map(describe);
  expect(described?.sentence).toBe('M1 and M2 change the same words of G2(a).');
  const inserted = described?.sides.map((side) =>
    side.blocks.flatMap((block) => block.text.filter((run) => run.kind !== 'same')),
  );
  expect(inserted?.[0]?.every((run) => run.kind === 'deleted')).toBe(true);
  expect(inserted?.[1]?.at(-1)?.text).toContain('or');
});

test('on a generated code the index finds what all pairs mapped without it would, and one change asks only for its own', () => {
  const text = generatedCode({ provisions: 300, seed: 3 });
  const open = generatedModifications(text, { modifications: 12, amendments: 24, seed: 5 });
  const read = namingOf(text);
  const texts = open.map(({ id, amendments }) => trace(read, { modification: id, amendments }));
  const indexed = conflictsAmong(texts).filter((one) => !['broken-reference', 'changed-term'].includes(one.class));
  const plain = texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => {
      const [a, b] = one.modification <= other.modification ? [one, other] : [other, one];
      const { clashes } = weave(a.amendments, b.amendments);
      return [
        ...new Set(clashes.map((clash) => `${a.modification} ${b.modification} ${clash.class} ${clash.provision}`)),
      ];
    }),
  );
  const said = indexed.map((one) => `${one.one.modification} ${one.other.modification} ${one.class} ${one.provision}`);
  expect(said.length).toBeGreaterThan(10);
  expect(said.toSorted()).toEqual(plain.toSorted());
  const [first] = texts;
  if (first === undefined) throw new Error('nothing was generated');
  const own = conflictsAmong(texts).filter(({ one, other }) =>
    [one, other].some((side) => side.modification === first.modification),
  );
  expect(conflictsWith(first, texts).toSorted(byText)).toEqual(own.toSorted(byText));
  for (const one of open) expect(applyAmendments(text, one.amendments)).toMatchObject({ ok: true });
});

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
