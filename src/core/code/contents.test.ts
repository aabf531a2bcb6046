import { describe, expect, test } from 'vitest';
import { generatedCode } from '../../../test/support/generated-code.ts';
import { type ContentsEntry, contentsOf } from './contents.ts';
import { findByReference } from './tree.ts';

const text = generatedCode({ provisions: 5000, seed: 3, longest: 40 });

function linesOf(entries: readonly ContentsEntry[]): ContentsEntry[] {
  return entries.flatMap((entry) => [entry, ...linesOf(entry.entries)]);
}

describe('the contents of a code', () => {
  test('are its documents alone until one asks about a place', () => {
    const { entries, trail, previous, next } = contentsOf(text, null);
    expect(entries.map((entry) => entry.name)).toEqual(text.provisions.map((one) => one.number));
    expect(linesOf(entries)).toHaveLength(text.provisions.length);
    expect([trail, previous, next]).toEqual([[], null, null]);
  });

  test('open the branch that one is in and no other, and say what is read before and after', () => {
    const place = findByReference(text, 'C2.3');
    const { entries, trail, previous, next } = contentsOf(text, place?.id ?? '');
    expect(trail.map((entry) => `${entry.name} ${entry.stands}`)).toEqual(['C above', 'C2 above', 'C2.3 here']);
    const open = linesOf(entries).filter((entry) => entry.entries.length > 0);
    expect(open.map((entry) => entry.name).filter((name) => name !== 'C2.3')).toEqual(['C', 'C2']);
    expect([previous?.name, next?.name]).toEqual(['C2.2', 'C2.4']);
    expect(linesOf(entries).length).toBeLessThan(150);
  });

  test('go on from the last clause of a heading to the first of the next', () => {
    const heading = findByReference(text, 'C2');
    const last = heading?.children.at(-1);
    expect(contentsOf(text, last?.id ?? '').next?.name).toBe('C3.1');
  });

  test('stay short where a document has a thousand clauses in one row, and say how many are left out', () => {
    const clauses = Array.from({ length: 1000 }, (_, at) => ({
      ...{ id: `x-${at}`, kind: 'clause' as const, number: `X${at}`, heading: null, text: 'words', children: [] },
    }));
    const one = { id: 'x', kind: 'section' as const, number: 'X', heading: 'All', text: '', children: clauses };
    const { entries } = contentsOf({ provisions: [one] }, 'x-500');
    expect(entries[0]?.entries).toHaveLength(80);
    expect(entries[0]?.leftOut).toEqual({ before: 460, after: 460 });
    expect(entries[0]?.entries.some((entry) => entry.stands === 'here')).toBe(true);
  });
});
