import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAmended, EXAMPLE, provision } from '../../../../test/support/code.ts';
import type { Amendment } from '../../code/amendment.ts';
import { applyAmendments } from '../../code/apply-amendment.ts';
import { type PendingPart, projectPending } from '../../code/pending.ts';
import type { CodeText } from '../../code/provision.ts';
import { findById } from '../../code/tree.ts';
import { addDays, day } from '../../kernel/day.ts';
import { type LegalTextPart, partsFault, partsOf } from '../text/part.ts';
import { takePart } from './implement-part.ts';

const part = (id: string, amendments: number, more: Partial<LegalTextPart> = {}): LegalTextPart => ({
  ...{ id, title: id, amendments },
  ...more,
});

function made(text: CodeText, amendments: readonly Amendment[]): CodeText {
  const applied = applyAmendments(text, amendments);
  if (!applied.ok) throw new Error(applied.fault);
  return applied.text;
}

const insertG4: Amendment = {
  kind: 'insert',
  at: { parent: 'g', after: 'g-3' },
  provision: provision('g-4', { kind: 'clause', number: 'G4', text: 'Nobody shall copy a key.' }),
};
const lend: Amendment = { kind: 'replace', target: 'g-4', field: 'text', find: 'copy', with: 'lend', at: [13] };

describe('a part of a legal text', () => {
  test('that rests on one before it cannot be made first', () => {
    const text = { amendments: [insertG4, lend], parts: [part('A', 1), part('B', 1)] };
    expect(takePart(EXAMPLE, text, 'B')).toMatchObject({ ok: false, clashes: [{ class: 'repeal-against-edit' }] });
    expect(takePart(EXAMPLE, text, 'A')).toMatchObject({
      ok: true,
      left: { amendments: [lend], parts: [{ id: 'B' }] },
    });
  });

  test('that ends leaves its undoing as one more part, with its day or event', () => {
    const until = { kind: 'event', event: 'the-end' } as const;
    const taken = takePart(EXAMPLE, { amendments: [insertG4], parts: [part('A', 1, { until })] }, 'A');
    if (!taken.ok) throw new Error('not taken');
    expect(taken.left.parts).toEqual([{ id: 'A-end', title: 'End of A', amendments: 1, commences: until }]);
    expect(made(EXAMPLE, [...taken.amendments, ...taken.left.amendments])).toEqual(EXAMPLE);
  });

  test('counts every amendment once, or the division is refused', () => {
    expect(partsFault({ amendments: [insertG4], parts: [part('A', 1), part('A', 0)] })).toContain('called "A"');
    expect(partsFault({ amendments: [insertG4], parts: [part('A', 2)] })).toContain('expected 1');
    expect(partsFault({ amendments: [insertG4], parts: [part('A', 1)] })).toBeNull();
    expect(partsOf({ amendments: [insertG4] })).toMatchObject([{ amendments: 1 }]);
  });
});

const anyDivided = fc
  .tuple(anyAmended, fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }), fc.array(fc.nat(9), { maxLength: 9 }))
  .map(([{ text, amendments }, sizes, picks]) => {
    let left = amendments.length;
    const parts = sizes.map((size, index) => {
      const count = index === sizes.length - 1 ? left : Math.min(size, left);
      left -= count;
      return part(`P${index}`, count);
    });
    return { text, amendments, parts, picks };
  });

test('parts made in any order that is possible give the text that the whole gives', () => {
  fc.assert(
    fc.property(anyDivided, ({ text, amendments, parts, picks }) => {
      let left: { readonly amendments: readonly Amendment[]; readonly parts: readonly LegalTextPart[] } = {
        amendments,
        parts,
      };
      let current = text;
      for (const pick of [...picks, ...parts.map(() => 0)]) {
        if (left.parts.length === 0) break;
        const next = left.parts[pick % left.parts.length] as LegalTextPart;
        const taken = takePart(current, left, next.id);
        if (!taken.ok) {
          expect(next).not.toBe(left.parts[0]);
          continue;
        }
        current = made(current, taken.amendments);
        left = taken.left;
      }
      expect(made(current, left.amendments)).toEqual(made(text, amendments));
    }),
  );
});

test('what is pending shows each part in the order of days; re-dating them back and forth gives the same texts', () => {
  fc.assert(
    fc.property(
      anyDivided,
      fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }),
      ({ text, amendments, parts }, gaps) => {
        const dated = (days: readonly number[]): PendingPart[] =>
          parts.map(({ id, amendments: count }, index) => ({
            ...{ part: id, amendments: count },
            commences: { kind: 'on', day: addDays(day('2018-11-08'), days[index] ?? 0) },
          }));
        const project = (days: readonly number[]) => {
          const own = { modification: 'M1', amendments, commences: { kind: 'never' } as const, parts: dated(days) };
          return projectPending(text, [own], () => []);
        };
        const [there, back] = [project(gaps), project([0, 0, 0, 0])];
        expect(project(gaps)).toEqual(there);
        const commences = there.map((one) => (one.commences.kind === 'on' ? one.commences.day : 0));
        expect(commences).toEqual(commences.toSorted((a, b) => a - b));
        expect(back.map((one) => one.part)).toEqual(parts.map(({ id }) => id));
        expect(back.at(-1)?.after).toEqual(made(text, amendments));
        if (there.every((one) => one.rebased.ok)) expect(there.at(-1)?.after).toEqual(back.at(-1)?.after);
      },
    ),
  );
});

test('a part that is blocked by what stands before it names its own modification, and the others go on', () => {
  const on = (at: string) => ({ kind: 'on', day: day(at) }) as const;
  const parts = [
    { part: 'A', amendments: 1, commences: on('2019-01-01') },
    { part: 'B', amendments: 1, commences: on('2018-12-01') },
  ];
  const own = { modification: 'M1', amendments: [insertG4, lend], commences: on('2018-12-01'), parts };
  const projected = projectPending(EXAMPLE, [own], () => []);
  expect(projected.map((one) => [one.part, one.rebased.ok, one.blockedBy])).toEqual([
    ['B', false, 'M1'],
    ['A', true, null],
  ]);
  expect(findById(projected.at(-1)?.after ?? EXAMPLE, 'g-4')?.text).toBe('Nobody shall copy a key.');
});
