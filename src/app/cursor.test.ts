import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOf, readCursor, type SortKey, writeCursor } from './cursor.ts';

const row = fc.record({ day: fc.integer({ min: 0, max: 4 }), id: fc.string({ minLength: 1, maxLength: 3 }) });
const keyOf = ({ day, id }: { day: number; id: string }): SortKey => [day, id];
const ordered = fc
  .uniqueArray(row, { selector: ({ day, id }) => `${day} ${id}` })
  .map((rows) => rows.toSorted((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1)));

describe('a list that is read a page at a time', () => {
  test('every row is read once and in order, whatever the size of a page', () => {
    fc.assert(
      fc.property(ordered, fc.integer({ min: 1, max: 7 }), (rows, limit) => {
        const read: unknown[] = [];
        let after: string | null = null;
        do {
          const page: ReturnType<typeof pageOf<{ day: number; id: string }>> = pageOf(
            rows,
            { limit, after },
            'day',
            keyOf,
          );
          if (!page.ok) throw new Error(page.rejection.sentence);
          expect(page.value.rows.length).toBeLessThanOrEqual(limit);
          read.push(...page.value.rows);
          after = page.value.next;
        } while (after !== null);
        expect(read).toEqual(rows);
      }),
    );
  });

  test('a row that goes between two pages takes none of its neighbours with it', () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => ({ day: 1, id }));
    const first = pageOf(rows, { limit: 2, after: null }, 'day', keyOf);
    const after = first.ok ? first.value.next : null;
    const second = pageOf(
      rows.filter(({ id }) => id !== 'b'),
      { limit: 2, after },
      'day',
      keyOf,
    );
    expect(second).toMatchObject({ ok: true, value: { rows: [{ id: 'c' }, { id: 'd' }], next: null } });
  });

  test('a place in another list, and what is no place at all, is refused by name of the field', () => {
    for (const after of [
      'nonsense',
      writeCursor('title', ['a']),
      writeCursor('day', [1]),
      writeCursor('day', ['1', 'a']),
    ]) {
      const read = readCursor('day', after, [0, '']);
      expect(read).toMatchObject({ ok: false, rejection: { code: 'input-invalid', place: { field: 'after' } } });
    }
  });
});
