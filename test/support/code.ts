import fc from 'fast-check';
import type { Amendment } from '../../src/core/code/amendment.ts';
import { applyAmendment } from '../../src/core/code/apply-amendment.ts';
import { type CodeText, type Place, PROVISION_KINDS, type Provision } from '../../src/core/code/provision.ts';
import { walk } from '../../src/core/code/tree.ts';
import { isWithinCharacter } from '../../src/core/kernel/characters.ts';

/** A provision with what it does not have left out. */
export function provision(id: string, rest: Partial<Omit<Provision, 'id'>> = {}): Provision {
  return { id, kind: 'paragraph', number: null, heading: null, text: '', children: [], ...rest };
}

/** A small code: one section of duties and one of definitions. */
export const EXAMPLE: CodeText = {
  code: 'example',
  title: 'Example Code',
  provisions: [
    provision('a', {
      kind: 'section',
      number: 'A',
      heading: 'Definitions',
      children: [
        provision('a1-1', {
          kind: 'clause',
          number: 'A1.1',
          text: 'In this code:',
          children: [
            provision('working-day', {
              kind: 'definition',
              heading: 'Working Day',
              text: 'a day on which offices open.',
            }),
          ],
        }),
      ],
    }),
    provision('g', {
      kind: 'section',
      number: 'G',
      heading: 'Security',
      children: [
        provision('g-1', { kind: 'clause', number: 'G1', text: 'Each member shall lock every door that it owns.' }),
        provision('g-2', {
          kind: 'clause',
          number: 'G2',
          text: 'For this a door is locked if:',
          children: [
            provision('g-2-a', { kind: 'sub-paragraph', number: '(a)', text: 'its key is turned; and' }),
            provision('g-2-b', { kind: 'sub-paragraph', number: '(b)', text: 'nobody else holds the key.' }),
          ],
        }),
        provision('g-3', { kind: 'clause', number: 'G3', text: 'Each member shall keep a list of its doors.' }),
      ],
    }),
  ],
};

const WORDS = [
  'each',
  'member',
  'shall',
  'keep',
  'a',
  'door',
  'locked',
  'of',
  'the',
  'G3.26',
  'unless',
  'day',
  '(b)',
  '£1,200',
  '1 January 2019',
  '“so”',
  'cafe\u0301',
  '👍🏽',
  '𝔊',
  '; and',
];
const few = fc.array(fc.constantFrom(...WORDS), { maxLength: 9 }).map((all) => all.join(' '));
/** Mostly a line, at times none, at times very long. */
const words = fc.oneof(
  { weight: 30, arbitrary: few },
  { weight: 1, arbitrary: few.map((line) => `${line} `.repeat(120)) },
);
const number = fc.constantFrom(null, '1', '(a)', '(b)', 'G3.26', 'H', 'Schedule 2', 'Table 1');
const heading = fc.constantFrom(null, 'Security', 'Working Day', 'Door', 'diagram.png');
const kind = fc.constantFrom<Provision['kind'][]>(...PROVISION_KINDS, 'paragraph', 'paragraph', 'definition');

interface Shape {
  readonly kind: Provision['kind'];
  readonly number: string | null;
  readonly heading: string | null;
  readonly text: string;
  readonly children: readonly Shape[];
}

const cells = fc
  .array(few, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((text): Shape => ({ kind: 'cell', number: null, heading: null, text, children: [] })));
const rowShape = fc
  .tuple(fc.constantFrom<Provision['kind'][]>('row', 'row', 'header-row'), cells)
  .map(([row, children]): Shape => ({ kind: row, number: null, heading: null, text: '', children }));
const tableShape = fc
  .tuple(heading, fc.array(rowShape, { maxLength: 3 }))
  .map(([title, children]): Shape => ({ kind: 'table', number: null, heading: title, text: '', children }));

const shapeOf = (levels: number): fc.Arbitrary<Shape> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind,
        number,
        heading,
        text: words,
        children: levels === 0 ? fc.constant([]) : fc.array(shapeOf(levels - 1), { maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: tableShape },
  );

/** Any code with unique identities: of every kind, in any order, one in some hundred very deep. */
export const anyCode: fc.Arbitrary<CodeText> = fc
  .tuple(fc.array(shapeOf(2), { maxLength: 4 }), fc.nat(99))
  .map(([shapes, draw]) => {
    let next = 0;
    const grow = (from: Shape): Provision => {
      next += 1;
      return provision(`p-${next}`, { ...from, children: from.children.map(grow) });
    };
    const deep = (levels: number): Shape => ({
      ...{ kind: 'sub-paragraph', number: '(a)', heading: null, text: 'so' },
      children: levels === 0 ? [] : [deep(levels - 1)],
    });
    return { code: 'any', title: 'Any Code', provisions: [...shapes, ...(draw === 0 ? [deep(40)] : [])].map(grow) };
  });

/** An intent that becomes an amendment of whatever text it meets. */
interface Intent {
  readonly kind: Amendment['kind'];
  /** What is inserted, or comes of a split. */
  readonly made: Provision['kind'];
  readonly at: number;
  /** A second place: where a provision moves to, where words are divided. */
  readonly to: number;
  readonly words: string;
  readonly heading: string | null;
  readonly number: string | null;
}

const intentAmong = (places: number): fc.Arbitrary<Intent> =>
  fc.record({
    kind: fc.constantFrom('insert', 'substitute', 'repeal', 'renumber', 'replace', 'replace', 'move', 'split', 'join'),
    made: kind,
    at: fc.nat(places),
    to: fc.nat(40),
    words,
    heading,
    number,
  });

function amendmentOf(text: CodeText, intended: Intent, newId: string): Amendment {
  const all = walk(text);
  const found = all[intended.at % Math.max(1, all.length)];
  const { number: to, heading: title, words: after } = intended;
  const fresh = provision(newId, { kind: intended.made, number: to, heading: title, text: after });
  if (found === undefined) return { kind: 'insert', at: { parent: null, after: null }, provision: fresh };
  const { provision: target, place } = found;
  const under = (even: number): Place =>
    even % 2 === 0 ? { parent: target.id, after: null } : { parent: place.parent, after: target.id };
  switch (intended.kind) {
    case 'insert':
      return { kind: 'insert', at: under(intended.at), provision: fresh };
    case 'repeal':
      return { kind: 'repeal', at: place, provision: target };
    case 'renumber':
      return { kind: 'renumber', target: target.id, from: target.number, to };
    case 'substitute': {
      const from = { heading: target.heading, text: target.text };
      return { kind: 'substitute', target: target.id, from, to: { heading: title, text: after } };
    }
    case 'replace':
      return replacementOf(target, intended);
    case 'move': {
      const rest = walk(text).filter((visited) => !visited.path.includes(target));
      const goal = rest[intended.to % Math.max(1, rest.length)];
      const { id, parent } = { id: goal?.provision.id ?? null, parent: goal?.place.parent ?? null };
      const goes = intended.to % 2 === 0 ? { parent: id, after: null } : { parent, after: id };
      return { kind: 'move', target: target.id, from: place, to: goes };
    }
    case 'split': {
      const drawn = intended.to % (target.text.length + 1);
      const at = isWithinCharacter(target.text, drawn) ? drawn - 1 : drawn;
      const between = target.text[at] === ' ' ? ' ' : '';
      const children = target.children.slice(intended.to % (target.children.length + 1));
      const second = { ...fresh, text: target.text.slice(at + between.length), children };
      return { kind: 'split', target: target.id, at, between, provision: second };
    }
    case 'join': {
      const next = all.find((visited) => visited.place.parent === place.parent && visited.place.after === target.id);
      const second = next?.provision ?? fresh;
      return { kind: 'join', target: target.id, at: target.text.length, between: ' ', provision: second };
    }
  }
}

/** A word of the target with another in its place, there or everywhere; or a word added. */
function replacementOf(target: Provision, { to, words: by }: Intent): Amendment {
  const found = [...target.text.matchAll(/[^ ]+/g)];
  const one = found[to % Math.max(1, found.length)];
  if (one === undefined || by === one[0] || by === '' || to % 3 === 0) {
    const at = one === undefined ? target.text.length : one.index;
    return { kind: 'replace', target: target.id, field: 'text', find: '', with: `${by || 'so'} `, at: [at] };
  }
  const at = (to % 3 === 1 ? found.filter((other) => other[0] === one[0]) : [one]).map((other) => other.index);
  return { kind: 'replace', target: target.id, field: 'text', find: one[0], with: by, at };
}

/** A code and amendments that apply to it one after another. */
export const anyAmended: fc.Arbitrary<{ text: CodeText; amendments: Amendment[] }> = fc
  .tuple(anyCode, fc.array(intentAmong(40), { maxLength: 6 }))
  .map(([text, intents]) => {
    const amendments: Amendment[] = [];
    let current = text;
    for (const [index, intended] of intents.entries()) {
      const amendment = amendmentOf(current, intended, `n-${index}`);
      const applied = applyAmendment(current, amendment);
      if (!applied.ok) continue;
      amendments.push(amendment);
      current = applied.text;
    }
    return { text, amendments };
  });

/** A code and two amendments drafted against it, often of the same few provisions. */
export const anyPair: fc.Arbitrary<{ text: CodeText; one: Amendment; other: Amendment }> = fc
  .tuple(anyCode, intentAmong(5), intentAmong(5))
  .map(([text, one, other]) => ({ text, one: amendmentOf(text, one, 'n-1'), other: amendmentOf(text, other, 'n-2') }));
