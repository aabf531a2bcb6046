import fc from 'fast-check';
import type { DocumentVersion } from '../../src/core/code/document-file.ts';
import { PROVISION_KINDS, type Provision, type ProvisionKind } from '../../src/core/code/provision.ts';
import { unkeptIn } from '../../src/core/kernel/characters.ts';
import { day } from '../../src/core/kernel/day.ts';

/** Words as they come: spaces that matter, marks of markup, other scripts, line breaks, printed references. */
const WORDS = [
  'each',
  'member',
  ' ',
  '  ',
  '\n',
  '\t',
  '<p>',
  '&amp;',
  ']]>',
  '"',
  'ſchön',
  '日本',
  '😀',
  '\u00a0',
  'G3.26',
  'Working Day',
  '\r',
  '\u0085',
  '\u2028',
  '\u3000',
  '\ufeff',
  '\u200d',
];
/** Any characters that a record can hold. */
const plain = fc.string({ unit: 'binary', maxLength: 8 }).filter((all) => unkeptIn(all) === null);
const words = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((all) => all.join('')) },
  { weight: 1, arbitrary: plain },
);
const someWords = words.filter((all) => all !== '');
const number = fc.oneof(fc.constant(null), fc.constantFrom('1', '(a)', 'G3.26', 'Schedule 8', '1', ' x '), someWords);
const heading = fc.oneof(
  fc.constant(null),
  fc.constantFrom('Security', 'Working Day', 'figures/plan 1.png', '%41?a#b'),
  someWords,
);

interface Shape {
  readonly kind: ProvisionKind;
  readonly number: string | null;
  readonly heading: string | null;
  readonly text: string;
  readonly children: readonly Shape[];
}

const bare = { number: null, heading: null, text: '', children: [] };
const note: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constant('note' as const),
  number,
  heading: fc.constant(null),
  text: words,
  children: fc.constant([]),
});
const cell: fc.Arbitrary<Shape> = fc
  .record({ text: words, children: fc.array(note, { maxLength: 1 }) })
  .map((made) => ({ ...bare, kind: 'cell' as const, ...made }));
const row: fc.Arbitrary<Shape> = fc
  .record({
    kind: fc.constantFrom('row' as const, 'header-row' as const),
    children: fc.array(cell, { minLength: 1, maxLength: 3 }),
  })
  .map((made) => ({ ...bare, ...made }));
const table: fc.Arbitrary<Shape> = fc
  .record({ number, heading, text: words, children: fc.array(row, { maxLength: 2 }) })
  .map((made) => ({ kind: 'table' as const, ...made }));

const shape = (levels: number): fc.Arbitrary<Shape> => {
  const below = levels === 0 ? fc.constant([]) : fc.array(fc.oneof(note, shape(levels - 1), table), { maxLength: 3 });
  const any = fc.record({ kind: fc.constantFrom(...PROVISION_KINDS), number, heading, text: words, children: below });
  return fc.oneof({ weight: 3, arbitrary: any }, { weight: 1, arbitrary: table });
};

/** Any provisions with unique identities: every kind anywhere, so that what a format cannot hold is met too. */
export const anyProvisions: fc.Arbitrary<readonly Provision[]> = fc.array(shape(3), { maxLength: 3 }).map((shapes) => {
  let next = 0;
  const grow = (from: Shape): Provision => {
    next += 1;
    return { id: `p-${next}`, ...from, children: from.children.map(grow) };
  };
  return shapes.map(grow);
});

/** The provisions as the first version of an instrument of their own. */
export function versionWith(provisions: readonly Provision[], rest: Partial<DocumentVersion> = {}): DocumentVersion {
  const from = day('2018-06-28');
  return {
    instrument: { id: 'any', title: 'Any Code', shortTitle: 'AC', notice: 'Illustrative words.', since: from },
    text: { code: 'any', title: 'Any Code', provisions },
    document: null,
    provisions,
    on: from,
    version: { label: '1.0', inForceFrom: from, until: null, source: null },
    life: null,
    ...rest,
  };
}
