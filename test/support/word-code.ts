import fc from 'fast-check';
import { applyAmendments } from '../../src/core/code/apply-amendment.ts';
import { withIdentitiesOf } from '../../src/core/code/drafting.ts';
import type { CodeText, Provision } from '../../src/core/code/provision.ts';
import { walk } from '../../src/core/code/tree.ts';
import { anyAmended, provision } from './code.ts';

const words = fc
  .array(
    fc.constantFrom('each', 'member', 'shall', ' ', ', ', '; and', 'é', '<&>"', '\n', '\t', '“door”', '%1', 'G1.2'),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const heading = fc.option(
  words.filter((one) => one !== ''),
  { nil: null },
);
const number = fc.option(
  fc.oneof(
    fc.nat({ max: 30 }).map((count) => `G${count}`),
    fc.nat({ max: 30 }).map((count) => `G3.${count}`),
    fc.constantFrom(
      '(a)',
      '(b)',
      '(c)',
      '(i)',
      '(ii)',
      '(iii)',
      '(iv)',
      '(aa)',
      'A',
      'XIV',
      '15A',
      '1.',
      '01',
      '%1',
      ' x',
      '(z)',
      '–',
    ),
  ),
  { nil: null },
);

/** A provision before it has an identity. */
interface Shape {
  readonly kind: Provision['kind'];
  readonly number: string | null;
  readonly heading: string | null;
  readonly text: string;
  readonly children: readonly Shape[];
}

const note: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constant('note' as const),
  number: fc.option(fc.constantFrom('1', '2', '3', '*', 'i'), { nil: null }),
  heading: fc.constant(null),
  text: words,
  children: fc.constant([]),
});

const { shape } = fc.letrec<{ shape: Shape; cell: Shape; table: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'shape' },
    fc.record({
      kind: fc.constantFrom(
        'section',
        'part',
        'heading',
        'clause',
        'paragraph',
        'sub-paragraph',
        'definition',
        'image',
      ),
      number,
      heading,
      text: words,
      children: fc.constant([]),
    }),
    note,
    fc.record({
      kind: fc.constantFrom('section', 'schedule', 'clause', 'paragraph', 'definition', 'note'),
      number,
      heading,
      text: words,
      children: fc.array(tie('shape'), { maxLength: 4, depthIdentifier: 'shape' }),
    }),
    tie('table'),
  ),
  cell: fc.record({
    kind: fc.constant('cell' as const),
    number: fc.constant(null),
    heading: fc.constant(null),
    text: words,
    children: fc.oneof(
      { depthIdentifier: 'shape', maxDepth: 3 },
      fc.constant([]),
      fc.array(tie('shape'), { maxLength: 2, depthIdentifier: 'shape' }),
    ),
  }),
  table: fc.record({
    kind: fc.constant('table' as const),
    number: fc.constant(null),
    heading,
    text: fc.constant(''),
    children: fc.array(
      fc.record({
        kind: fc.constantFrom('header-row' as const, 'row' as const),
        number: fc.constant(null),
        heading: fc.constant(null),
        text: fc.constant(''),
        children: fc.array(tie('cell'), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 3, depthIdentifier: 'shape' },
    ),
  }),
}));

/** Any code of every kind of provision that a Word file can hold, with unique identities, some of them long. */
export const anyWordCode: fc.Arbitrary<CodeText> = fc.array(shape, { maxLength: 4 }).map((shapes) => {
  let next = 0;
  const grow = (from: Shape): Provision => {
    next += 1;
    const id = next % 5 === 0 ? `a-rather-long-identity-that-goes-over-several-bookmarks-${next}` : `p-${next}`;
    return provision(id, { ...from, children: from.children.map(grow) });
  };
  return { code: 'any', title: 'Any Code', provisions: shapes.map(grow) };
});

const IN_TABLES: ReadonlySet<string> = new Set(['table', 'row', 'header-row', 'cell']);

/**
 * Any text with amendments that Word can hold: tables are {@link anyWordCode}'s, and words that go from a provision of one kind to one of another (which a redline shows as one provision, of the later kind) are left out.
 */
export const anyWordAmended = anyAmended.map(withoutTables).filter(({ text, amendments }) => {
  const applied = applyAmendments(text, amendments);
  if (!applied.ok) return true;
  const kinds = new Map(walk(text).map(({ provision: { id, kind } }) => [id, kind]));
  const paired = walk(withIdentitiesOf(text, applied.text));
  return paired.every(({ provision: { id, kind } }) => (kinds.get(id) ?? kind) === kind);
});

/** Word holds rows in tables and cells in rows alone, where any code has them anywhere. */
function withoutTables<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (key, part) => (key === 'kind' && IN_TABLES.has(part) ? 'paragraph' : part));
}
