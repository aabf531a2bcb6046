import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAmended, EXAMPLE, provision } from '../../../test/support/code.ts';
import { applyAmendments } from './apply-amendment.ts';
import type { CodeText } from './provision.ts';
import { returnedText } from './returned-text.ts';
import { findById, walk } from './tree.ts';

const idsOf = (text: CodeText) => new Set(walk(text).map((one) => one.provision.id));

/** The same text as a file of others has it: without our identities. */
const strange = (text: CodeText, keep: ReadonlyMap<string, string>): CodeText => {
  const rename = (one: CodeText['provisions'][number]): CodeText['provisions'][number] => ({
    ...one,
    id: keep.get(one.id) ?? `w-${one.id}`,
    children: one.children.map(rename),
  });
  return { ...text, provisions: text.provisions.map(rename) };
};

const edited = (change: (text: string) => string, id = 'g-1'): CodeText => {
  const edit = (one: CodeText['provisions'][number]): CodeText['provisions'][number] => ({
    ...one,
    text: one.id === id ? change(one.text) : one.text,
    children: one.children.map(edit),
  });
  return { ...EXAMPLE, provisions: EXAMPLE.provisions.map(edit) };
};

describe('a text that comes back', () => {
  test('with our identities is the text after, whatever was changed, and nothing has drifted', () => {
    fc.assert(
      fc.property(anyAmended, ({ text, amendments }) => {
        const applied = applyAmendments(text, amendments);
        if (!applied.ok) throw new Error(applied.fault);
        const returned = returnedText(text, text, applied.text, new Set([...idsOf(text), ...idsOf(applied.text)]));
        expect(returned.text).toEqual(applied.text);
        expect(returned.drift).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('without our identities is known by its references and words', () => {
    const after = edited((text) => text.replace('every door', 'each door'));
    const returned = returnedText(EXAMPLE, strange(EXAMPLE, new Map()), strange(after, new Map()), new Set());
    expect(returned.text).toEqual(after);
    expect(returned.drift).toEqual([]);
  });

  test('that shows one clause leaves all else as it is', () => {
    const clause = findById(EXAMPLE, 'g-2');
    if (clause === null) throw new Error('no such clause');
    const shown = { ...EXAMPLE, provisions: [clause] };
    const added = {
      ...clause,
      children: [...clause.children, provision('w-9', { kind: 'sub-paragraph', number: '(c)', text: 'it is shut.' })],
    };
    const returned = returnedText(
      EXAMPLE,
      shown,
      { ...shown, provisions: [added] },
      new Set(['g-2', 'g-2-a', 'g-2-b']),
    );
    expect(findById(returned.text, 'g-2')?.children.map((one) => one.id)).toEqual(['g-2-a', 'g-2-b', 'g-2-c']);
    expect(walk(returned.text).length).toBe(walk(EXAMPLE).length + 1);
  });

  test('puts a new clause after the one it follows, and before one that stands first', () => {
    const fresh = (id: string) => provision(id, { kind: 'clause', number: 'G0', text: 'New words.' });
    const at = (place: number) => {
      const [a, g] = EXAMPLE.provisions as readonly [CodeText['provisions'][number], CodeText['provisions'][number]];
      const children = [...g.children.slice(0, place), fresh('w-1'), ...g.children.slice(place)];
      return returnedText(EXAMPLE, EXAMPLE, { ...EXAMPLE, provisions: [a, { ...g, children }] }, idsOf(EXAMPLE)).text;
    };
    expect(findById(at(0), 'g')?.children.map((one) => one.id)).toEqual(['g0', 'g-1', 'g-2', 'g-3']);
    expect(findById(at(2), 'g')?.children.map((one) => one.id)).toEqual(['g-1', 'g-2', 'g0', 'g-3']);
  });
});

describe('where the text has drifted since the file was made', () => {
  const file = edited((text) => text.replace('every door', 'every gate'));

  test('it is said where, what was expected and what was found; words the file leaves alone stay ours', () => {
    const returned = returnedText(EXAMPLE, file, file, idsOf(file));
    expect(returned.drift).toEqual([
      {
        reference: 'G1',
        what: 'words',
        expected: 'Each member shall lock every door that it owns.',
        found: 'Each member shall lock every gate that it owns.',
        wanted: null,
      },
    ]);
    expect(returned.text).toEqual(EXAMPLE);
  });

  test('a change to drifted words is told and not made', () => {
    const after = edited(() => 'Each member shall weld every gate.');
    const returned = returnedText(EXAMPLE, file, after, idsOf(file));
    expect(returned.text).toEqual(EXAMPLE);
    expect(returned.drift.map((one) => one.wanted)).toEqual(['Each member shall weld every gate.']);
  });

  test('a change elsewhere in the file is made all the same', () => {
    const after = {
      ...file,
      provisions: file.provisions.map((one) => (one.id === 'g' ? { ...one, heading: 'Safety' } : one)),
    };
    const returned = returnedText(EXAMPLE, file, after, idsOf(file));
    expect(findById(returned.text, 'g')?.heading).toBe('Safety');
    expect(returned.drift).toHaveLength(1);
  });

  test('a provision that we do not have, and one that the file does not have, are both named', () => {
    const [a, g] = EXAMPLE.provisions as readonly [CodeText['provisions'][number], CodeText['provisions'][number]];
    const children = [
      ...g.children.slice(0, 2),
      provision('x-1', { kind: 'clause', number: 'G9', text: 'Quite other matters of no doors.' }),
    ];
    const shown = { ...EXAMPLE, provisions: [a, { ...g, children }] };
    const { drift, text } = returnedText(EXAMPLE, shown, shown, idsOf(shown));
    expect(drift.map((one) => [one.what, one.reference])).toEqual([
      ['not-in-file', 'G'],
      ['not-ours', 'G9'],
    ]);
    expect(text).toEqual(EXAMPLE);
  });
});
