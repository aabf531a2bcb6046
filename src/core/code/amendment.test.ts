import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anyAmended, EXAMPLE, provision } from '../../../test/support/code.ts';
import { amendmentSchema } from './amendment.schema.ts';
import { type Amendment, invertAmendment, invertAmendments } from './amendment.ts';
import { applyAmendment, applyAmendments } from './apply-amendment.ts';
import { findById, findByReference } from './tree.ts';

const substitute: Amendment = {
  kind: 'substitute',
  target: 'g-1',
  from: { heading: null, text: 'Each member shall lock every door that it owns.' },
  to: { heading: null, text: 'Each member shall lock every front door that it owns.' },
};

function must(applied: ReturnType<typeof applyAmendments>) {
  if (!applied.ok) throw new Error(applied.fault);
  return applied.text;
}

describe('the laws of amendments', () => {
  test('undoing what was done gives the text back', () => {
    fc.assert(
      fc.property(anyAmended, ({ text, amendments }) => {
        expect(must(applyAmendments(must(applyAmendments(text, amendments)), invertAmendments(amendments)))).toEqual(
          text,
        );
      }),
    );
  });

  test('an amendment undone twice is the amendment', () => {
    fc.assert(
      fc.property(anyAmended, ({ amendments }) => {
        for (const one of amendments) expect(invertAmendment(invertAmendment(one))).toEqual(one);
      }),
    );
  });

  test('an amendment survives JSON and its schema', () => {
    fc.assert(
      fc.property(anyAmended, ({ amendments }) => {
        const stored = JSON.parse(JSON.stringify(amendments.map((one) => z.encode(amendmentSchema, one))));
        expect(z.array(amendmentSchema).parse(stored)).toEqual(amendments);
      }),
    );
  });

  test('amendments are made all or not at all, and the text given never changes', () => {
    fc.assert(
      fc.property(anyAmended, ({ text, amendments }) => {
        const copy = structuredClone(text);
        const broken = applyAmendments(text, [
          ...amendments,
          { kind: 'renumber', target: 'nowhere', from: null, to: '1' },
        ]);
        expect(broken).toMatchObject({ ok: false, at: amendments.length });
        expect(text).toEqual(copy);
      }),
    );
  });

  test('what an amendment does not touch is shared, not copied', () => {
    const after = must(applyAmendment(EXAMPLE, substitute));
    expect(findById(after, 'g-2')).toBe(findById(EXAMPLE, 'g-2'));
    expect(after.provisions[0]).toBe(EXAMPLE.provisions[0]);
  });
});

describe('an amendment that does not fit names the provision, what was expected and what was found', () => {
  const faultOf = (amendment: Amendment): string => {
    const applied = applyAmendment(EXAMPLE, amendment);
    return applied.ok ? 'applied' : applied.fault;
  };

  test.each<[string, Amendment, string]>([
    [
      'other words',
      { ...substitute, from: { heading: null, text: 'Each member shall shut every door that it owns.' } },
      'G1 does not read as the amendment says: expected “Each member shall shut every door that it owns.”, found “Each member shall lock every door that it owns.”.',
    ],
    [
      'no such provision',
      { ...substitute, target: 'g-9' },
      'Expected a provision "g-9" to amend, found none in the text.',
    ],
    [
      'another number',
      { kind: 'renumber', target: 'g-2-a', from: '(c)', to: '(d)' },
      'G2(a) has another number: expected “(c)”, found “(a)”.',
    ],
    [
      'words that do not stand there',
      { kind: 'replace', target: 'g-1', field: 'text', find: 'door', with: 'gate', at: [12] },
      'G1 does not read as the amendment says at 12: expected “door”, found “shall lock every door that it owns.”.',
    ],
    [
      'a heading that is not there',
      { kind: 'replace', target: 'g-1', field: 'heading', find: 'Doors', with: 'Gates', at: [0] },
      'The heading of G1 does not read as the amendment says: expected “Doors”, found no heading.',
    ],
    [
      'a move from another place',
      { kind: 'move', target: 'g-3', from: { parent: 'g', after: 'g-1' }, to: { parent: 'g', after: null } },
      'G3 does not stand where it is to be moved: expected under "g" after "g-1", found it under "g" after "g-2".',
    ],
    [
      'a move into itself',
      { kind: 'move', target: 'g-2', from: { parent: 'g', after: 'g-1' }, to: { parent: 'g-2-a', after: null } },
      'G2 cannot be moved: expected a place outside it, found one within it.',
    ],
    [
      'a split of other words',
      {
        kind: 'split',
        target: 'g-2-a',
        at: 7,
        between: ' ',
        provision: provision('g-2-x', { text: 'is locked; and' }),
      },
      'G2(a) cannot be split at 7: expected “…is locked; and” from there on, found “…is turned; and”.',
    ],
    [
      'a split that takes what is not below',
      {
        kind: 'split',
        target: 'g-2',
        at: 29,
        between: '',
        provision: provision('g-2-x', { children: [provision('g-2-c', { number: '(c)' })] }),
      },
      'G2 cannot be split: expected (c) last below it, found (b).',
    ],
    [
      'a join of what does not follow',
      { kind: 'join', target: 'g-1', at: 48, between: ' ', provision: findById(EXAMPLE, 'g-3') ?? provision('none') },
      'G1 cannot be joined: expected "g-3" to follow it, found "g-2".',
    ],
    [
      'an id in use',
      { kind: 'insert', at: { parent: 'g', after: 'g-1' }, provision: provision('g-3', { number: 'G1A' }) },
      'G1A cannot be inserted: expected "g-3" to be a new id, found it in use.',
    ],
    [
      'no such neighbour',
      { kind: 'insert', at: { parent: 'g', after: 'a1-1' }, provision: provision('g-4', { number: 'G4' }) },
      'G4 cannot be inserted: expected "a1-1" under G to insert it after, found none there.',
    ],
    [
      'another place',
      { kind: 'repeal', at: { parent: 'g', after: null }, provision: findById(EXAMPLE, 'g-3') ?? provision('none') },
      'G3 does not stand where it is to be repealed: expected first under "g", found it under "g" after "g-2".',
    ],
    [
      'other words below what is repealed',
      {
        kind: 'repeal',
        at: { parent: 'g', after: 'g-1' },
        provision: {
          ...(findById(EXAMPLE, 'g-2') ?? provision('none')),
          children: [
            provision('g-2-a', { kind: 'sub-paragraph', number: '(a)', text: 'its bolt is drawn; and' }),
            provision('g-2-b'),
          ],
        },
      },
      'G2(a) does not read as the amendment says: expected “its bolt is drawn; and”, found “its key is turned; and”.',
    ],
  ])('%s', (_, amendment, fault) => expect(faultOf(amendment)).toBe(fault));
});

describe('data written by hand', () => {
  test('may leave out what a provision does not have', () => {
    const read = amendmentSchema.parse({
      kind: 'insert',
      at: { parent: 'g' },
      provision: { id: 'g-0', kind: 'clause', text: 'First.' },
    });
    const after = must(applyAmendment(EXAMPLE, read));
    expect(findByReference(after, 'G')?.children[0]).toEqual(provision('g-0', { kind: 'clause', text: 'First.' }));
  });

  test('may not misspell a key or an id', () => {
    const read = amendmentSchema.safeParse({ kind: 'renumber', target: 'G 26', form: '1', to: '2' });
    expect(read.error?.issues.map((issue) => issue.path.join('.') || issue.code)).toEqual([
      'target',
      'from',
      'unrecognized_keys',
    ]);
  });
});

describe('half of a character', () => {
  const text = { ...EXAMPLE, provisions: [provision('p', { number: '1', text: 'a👍b👍' })] };
  const split = (at: number, between = ''): Amendment => ({
    ...{ kind: 'split', target: 'p', at, between },
    provision: provision('q', { text: text.provisions[0]?.text.slice(at + between.length) ?? '' }),
  });
  const replace = (find: string, at: number): Amendment => ({
    ...{ kind: 'replace', target: 'p', field: 'text', find, with: '', at: [at] },
  });

  test.each([
    [
      'the first piece of a split',
      split(2),
      '1 cannot be split at 2: expected a place between characters, found one within a character.',
    ],
    [
      'what a split takes away',
      split(1, '\ud83d'),
      '1 cannot be split at 1: expected a place between characters, found one within a character.',
    ],
    [
      'the start of what is replaced',
      replace('\udc4d', 2),
      '1 cannot be amended at 2: expected whole characters to replace, found half of one.',
    ],
    [
      'the end of what is replaced',
      replace('b\ud83d', 3),
      '1 cannot be amended at 3: expected whole characters to replace, found half of one.',
    ],
  ])('is never left by %s', (_, amendment, fault) => {
    expect(applyAmendment(text, amendment)).toEqual({ ok: false, fault, at: 0 });
  });

  test('is not what a cut between characters leaves', () => {
    expect(applyAmendment(text, split(3)).ok).toBe(true);
    expect(applyAmendment(text, replace('👍', 1)).ok).toBe(true);
  });
});
