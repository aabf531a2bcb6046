import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAmended, anyCode, EXAMPLE, provision } from '../../../test/support/code.ts';
import type { Amendment } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import { amendmentsBetween, withIdentitiesOf } from './drafting.ts';
import type { CodeText, Provision } from './provision.ts';
import { findById } from './tree.ts';

function made(text: CodeText, amendments: readonly Amendment[]): CodeText {
  const applied = applyAmendments(text, amendments);
  if (!applied.ok) throw new Error(applied.fault);
  return applied.text;
}

/** The text with one provision changed wherever it stands; null takes it out. */
function edited(text: CodeText, id: string, change: (provision: Provision) => readonly Provision[]): CodeText {
  const within = (provisions: readonly Provision[]): readonly Provision[] =>
    provisions.flatMap((one) => (one.id === id ? change(one) : [{ ...one, children: within(one.children) }]));
  return { ...text, provisions: within(text.provisions) };
}

const reworded = (id: string, text: string): CodeText => edited(EXAMPLE, id, (one) => [{ ...one, text }]);

describe('the laws of drafting', () => {
  test('the amendments between two texts make the one of the other', () => {
    fc.assert(
      fc.property(anyAmended, ({ text, amendments }) => {
        const after = made(text, amendments);
        expect(made(text, amendmentsBetween(text, after))).toEqual(after);
      }),
      { numRuns: 400 },
    );
  });

  test('they are the same whether the texts share their provisions or only read alike', () => {
    fc.assert(
      fc.property(anyAmended, ({ text, amendments }) => {
        const after = made(text, amendments);
        expect(amendmentsBetween(text, after)).toEqual(amendmentsBetween(text, structuredClone(after)));
      }),
    );
  });

  test('so they do between any two texts, however little they share', () => {
    fc.assert(
      fc.property(anyCode, anyCode, fc.nat(20), (before, other, odd) => {
        const after = edited(other, `p-${odd}`, (one) => [{ ...one, kind: 'clause' }]);
        expect(made(before, amendmentsBetween(before, after))).toEqual(after);
      }),
      { numRuns: 300 },
    );
  });

  test('between a text and itself there is none', () => {
    fc.assert(
      fc.property(anyCode, (text) => {
        expect(amendmentsBetween(text, structuredClone(text))).toEqual([]);
      }),
    );
  });
});

describe('what was edited is drafted as', () => {
  const only = (after: CodeText): Amendment | undefined => {
    const amendments = amendmentsBetween(EXAMPLE, after);
    expect(made(EXAMPLE, amendments)).toEqual(after);
    return amendments.length === 1 ? amendments[0] : undefined;
  };

  test('one replacement, where one word changed', () => {
    expect(only(reworded('g-1', 'Each member must lock every door that it owns.'))).toEqual({
      kind: 'replace',
      target: 'g-1',
      field: 'text',
      find: 'shall',
      with: 'must',
      at: [12],
    });
  });

  test('one replacement in two places, where a word changed twice', () => {
    const text = 'The key of each door is kept with the key of each gate.';
    const before = { ...EXAMPLE, provisions: [provision('k', { text })] };
    const after = { ...EXAMPLE, provisions: [provision('k', { text: text.replaceAll('key', 'bolt') })] };
    expect(amendmentsBetween(before, after)).toMatchObject([
      { kind: 'replace', find: 'key', with: 'bolt', at: [4, 38] },
    ]);
  });

  test('a substitution, where most words changed', () => {
    expect(only(reworded('g-3', 'Lists are not needed any more by anyone.'))?.kind).toBe('substitute');
  });

  test('a renumbering, and not a repeal and an insertion', () => {
    expect(only(edited(EXAMPLE, 'g-3', (one) => [{ ...one, number: 'G4' }]))?.kind).toBe('renumber');
  });

  test('renumberings in an order in which no number is in use twice', () => {
    const after = edited(
      edited(EXAMPLE, 'g-2', (one) => [
        provision('new', { kind: 'clause', number: 'G2', text: 'New.' }),
        { ...one, number: 'G3' },
      ]),
      'g-3',
      (one) => [{ ...one, number: 'G4' }],
    );
    const amendments = amendmentsBetween(EXAMPLE, after);
    expect(amendments.map((one) => (one.kind === 'renumber' ? `${one.from} ${one.to}` : one.kind))).toEqual([
      'G3 G4',
      'G2 G3',
      'insert',
    ]);
  });

  test('one move, where one of three stands elsewhere', () => {
    const rest = edited(EXAMPLE, 'g-1', () => []);
    const after = edited(rest, 'g-3', (one) => [one, findById(EXAMPLE, 'g-1') ?? one]);
    expect(only(after)).toEqual({
      kind: 'move',
      target: 'g-1',
      from: { parent: 'g', after: null },
      to: { parent: 'g', after: 'g-3' },
    });
  });

  test('a split, where the end of a paragraph became a new one', () => {
    const after = edited(EXAMPLE, 'g-1', (one) => [
      { ...one, text: 'Each member shall lock every door' },
      provision('g-1-a', { kind: 'clause', number: 'G1A', text: 'that it owns.' }),
    ]);
    expect(only(after)).toMatchObject({ kind: 'split', target: 'g-1', at: 33, between: ' ' });
  });

  test('a split and a replacement, where the two were reworded as well', () => {
    const after = edited(EXAMPLE, 'g-1', (one) => [
      { ...one, text: 'Each member must lock every door' },
      provision('g-1-a', { kind: 'clause', number: 'G1A', text: 'that it owns.' }),
    ]);
    const amendments = amendmentsBetween(EXAMPLE, after);
    expect(amendments).toMatchObject([
      { kind: 'split', at: 33 },
      { kind: 'replace', find: 'shall', with: 'must' },
    ]);
    expect(made(EXAMPLE, amendments)).toEqual(after);
  });

  test('a repeal too of what a split carried along, where that held a provision that stays', () => {
    const chain = (id: string, ...children: Provision[]) =>
      provision(id, { kind: 'paragraph', text: `of ${id}`, children });
    const base: CodeText = {
      ...EXAMPLE,
      provisions: [provision('g', { kind: 'clause', text: 'one two', children: [chain('a', chain('b', chain('c')))] })],
    };
    const after: CodeText = {
      ...EXAMPLE,
      provisions: [
        provision('g', { kind: 'clause', text: 'one' }),
        provision('h', { kind: 'clause', text: 'two', children: [chain('a', chain('c'))] }),
      ],
    };
    const amendments = amendmentsBetween(base, after);
    expect(amendments.map(({ kind }) => kind)).toEqual(['split', 'move', 'repeal']);
    expect(made(base, amendments)).toEqual(after);
  });

  test('a join, where two paragraphs became one', () => {
    const gone = edited(EXAMPLE, 'g-2-b', () => []);
    const after = edited(gone, 'g-2-a', (one) => [{ ...one, text: `${one.text} nobody else holds the key.` }]);
    expect(only(after)).toMatchObject({ kind: 'join', target: 'g-2-a', between: ' ' });
  });

  test('a repeal and an insertion, where a provision is of another kind', () => {
    const after = edited(EXAMPLE, 'g-3', (one) => [{ ...one, kind: 'paragraph' }]);
    expect(amendmentsBetween(EXAMPLE, after).map((one) => one.kind)).toEqual(['repeal', 'insert']);
  });
});

test('a text that comes back without its identities is drafted as if it had them', () => {
  let next = 0;
  const bare = (one: Provision): Provision => {
    next += 1;
    return { ...one, id: `imported-${next}`, children: one.children.map(bare) };
  };
  const after = reworded('g-1', 'Each member must lock every door that it owns.');
  const returned = { ...after, provisions: after.provisions.map(bare) };
  expect(withIdentitiesOf(EXAMPLE, returned)).toEqual(after);
});
