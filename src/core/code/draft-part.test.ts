import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAmended, EXAMPLE, provision } from '../../../test/support/code.ts';
import { applyAmendments } from './apply-amendment.ts';
import { composeDraft, partOf, provisionsOf, takenAround, withPart, workablePart } from './draft-part.ts';
import { amendmentsBetween } from './drafting.ts';
import type { CodeText, Provision } from './provision.ts';
import { inOrder, walk } from './tree.ts';

const made = ({
  text,
  amendments,
}: {
  text: CodeText;
  amendments: Parameters<typeof applyAmendments>[1];
}): CodeText => {
  const applied = applyAmendments(text, amendments);
  if (!applied.ok) throw new Error(applied.fault);
  return applied.text;
};

describe('a part of a draft', () => {
  test('taken alone gives amendments that, with those of the rest, make the whole draft', () => {
    fc.assert(
      fc.property(anyAmended, fc.nat(), (amended, at) => {
        const after = made(amended);
        const all = walk(amended.text);
        const part = workablePart(amended.text, after, all[at % Math.max(1, all.length)]?.provision.id ?? null);
        const base = partOf(amended.text, part);
        const own = amendmentsBetween(base, withPart(base, part, provisionsOf(after, part)));
        const composed = composeDraft(amended.text, after, part, own);
        expect(composed.ok && composed.text).toEqual(after);
      }),
      { numRuns: 300 },
    );
  });

  test('is cut out with what it stands in, and put back where it stood', () => {
    const [document] = EXAMPLE.provisions;
    const part = document?.children[0]?.id ?? null;
    const cut = partOf(EXAMPLE, part);
    expect(provisionsOf(cut, part)).toEqual(provisionsOf(EXAMPLE, part));
    expect(inOrder(cut).length).toBeLessThan(inOrder(EXAMPLE).length);
    expect(withPart(EXAMPLE, part, provisionsOf(cut, part))).toEqual(EXAMPLE);
  });

  test('grows to what holds both places of a provision that moved over its border', () => {
    const clause = (id: string, ...children: Provision[]) => provision(id, { kind: 'clause', number: id, children });
    const moving = provision('p', { text: 'It moves.' });
    const [first, second] = [clause('g1', moving), clause('g2')];
    const document = clause('g', first, second);
    const text = { ...EXAMPLE, provisions: [document, clause('h')] };
    const move = {
      kind: 'move',
      target: moving.id,
      from: { parent: first.id, after: null },
      to: { parent: second.id, after: null },
    } as const;
    const after = made({ text, amendments: [move] });
    expect(workablePart(text, after, second.id)).toBe(document.id);
    expect(workablePart(text, text, second.id)).toBe(second.id);
  });

  test('knows the identities elsewhere that begin as its own do', () => {
    const code = (id: string) =>
      ({ id, kind: 'clause', number: null, heading: null, text: 'x', children: [] }) as const;
    const text = { code: 'c', title: 'C', provisions: [code('g3'), code('g3-1'), code('g31'), code('h-g3-1')] };
    expect(takenAround([text], 'g3')).toEqual(['g3-1']);
  });
});
