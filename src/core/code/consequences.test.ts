import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAmended } from '../../../test/support/code.ts';
import { EVERY_KIND } from '../../../test/support/every-kind.ts';
import type { Amendment } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import { consequencesOf } from './consequences.ts';
import { instructedBy } from './legal-text.ts';
import { findById, placeOf } from './tree.ts';

function told(...amendments: Amendment[]): { readonly mended: readonly string[]; readonly left: readonly string[] } {
  const made = consequencesOf(EVERY_KIND, amendments);
  if (!made.ok) throw new Error(made.fault);
  const { after, amendments: mending, left } = made.consequences;
  const said = instructedBy(after, mending);
  return {
    mended: said.ok ? said.instructed.instructions.flat() : [said.fault],
    left: left.map(({ class: kind, before, uses }) => `${kind} ${before}: ${uses.map((use) => use.words).join(', ')}`),
  };
}

const renumber = (target: string, to: string): Amendment => ({
  kind: 'renumber',
  target,
  from: findById(EVERY_KIND, target)?.number ?? null,
  to,
});

test('what is renumbered goes on to be named, in limbs and ranges and by a reference to what is below it', () => {
  expect(told(renumber('g3-28', 'G3.29A'), renumber('g3-28-c', '(d)'), renumber('g3-28-b', '(c)'))).toEqual({
    mended: [
      'In paragraph G3.29A(d), for “(b)” substitute “(c)”.',
      'In clause G3.30, for “paragraph (b)(ii) of Section G3.28” substitute “paragraph (c)(ii) of Section G3.29A”.',
    ],
    left: [],
  });
});

test('where a number passes on to another provision, references follow the one that had it', () => {
  expect(told(renumber('g3-27', 'G3.27A'), renumber('g3-26', 'G3.27')).mended).toEqual([
    'In clause G3.27A, for “Section G3.26” substitute “Section G3.27”.',
    'In clause G3.28, for “Section G3.27” substitute “Section G3.27A”.',
  ]);
});

test('a table is followed into what refers to a row of it', () => {
  expect(told(renumber('t1', 'Table 3')).mended).toContain(
    'In paragraph G3.28(b)(ii), for “row 2 of Table 1” substitute “row 2 of Table 3”.',
  );
});

test('a term that is renamed is renamed where it is used; one that goes leaves its uses for a person', () => {
  const { text } = findById(EVERY_KIND, 'd-party') ?? { text: '' };
  const rename: Amendment = {
    ...{ kind: 'substitute', target: 'd-party' },
    from: { heading: 'Party', text },
    to: { heading: 'Signatory', text },
  };
  expect(told(rename).mended).toContain('In clause G3.30, for “Party” substitute “Signatory”.');
  const provision = findById(EVERY_KIND, 'd-party');
  const at = placeOf(EVERY_KIND, 'd-party');
  if (provision === null || at === null) throw new Error('the example has lost its term');
  expect(told({ kind: 'repeal', at, provision })).toEqual({
    mended: [],
    left: ['term-removed A1.1 "Party": Party, Party'],
  });
});

test('whatever is amended, the consequences apply to what it leaves, and have none of their own', () => {
  fc.assert(
    fc.property(anyAmended, ({ text, amendments }) => {
      const made = consequencesOf(text, amendments);
      if (!made.ok) throw new Error(made.fault);
      const { after, amendments: mending } = made.consequences;
      expect(applyAmendments(after, mending).ok).toBe(true);
      const again = consequencesOf(after, mending);
      expect(again.ok && again.consequences.amendments).toEqual([]);
    }),
  );
});
