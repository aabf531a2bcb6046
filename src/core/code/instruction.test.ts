import { expect, test } from 'vitest';
import { EXAMPLE, provision } from '../../../test/support/code.ts';
import type { Amendment } from './amendment.ts';
import { applyAmendment } from './apply-amendment.ts';
import { instructionFor } from './instruction.ts';
import { legalTextOf } from './legal-text.ts';
import type { CodeText, Provision } from './provision.ts';
import { findById, placeOf } from './tree.ts';

function reword(target: string, to: string): Amendment {
  const { heading, text } = findById(EXAMPLE, target) ?? provision('none');
  return { kind: 'substitute', target, from: { heading, text }, to: { heading, text: to } };
}

function retitle(target: string, heading: string | null): Amendment {
  const { text, heading: from } = findById(EXAMPLE, target) ?? provision('none');
  return { kind: 'substitute', target, from: { heading: from, text }, to: { heading, text } };
}

function repealOf(id: string): Amendment {
  return {
    kind: 'repeal',
    at: placeOf(EXAMPLE, id) ?? { parent: null, after: null },
    provision: findById(EXAMPLE, id) ?? provision('none'),
  };
}

test.each<[string, Amendment, readonly string[]]>([
  [
    'a word',
    reword('g-1', 'Each member must lock every door that it owns.'),
    ['In clause G1, for “shall” substitute “must”.'],
  ],
  [
    'words added inside',
    reword('g-1', 'Each member shall lock every front door that it owns.'),
    ['In clause G1, after “every” insert “front”.'],
  ],
  [
    'words added at the end',
    reword('g-2', 'For this a door is locked if: in short,'),
    ['At the end of clause G2 insert “in short,”.'],
  ],
  ['words taken out', reword('g-1', 'Each member shall lock every door.'), ['In clause G1, omit “that it owns”.']],
  [
    'a word that stands there twice is given with the words before it',
    reword('g-2-b', 'nobody else holds the bolt.'),
    ['In paragraph G2(b), for “key” substitute “bolt”.'],
  ],
  [
    'new words throughout',
    reword('g-3', 'Lists are not needed.'),
    ['For the words of clause G3 substitute “Lists are not needed.”.'],
  ],
  [
    'a defined term',
    retitle('working-day', 'Business Day'),
    ['In clause A1.1, for the defined term “Working Day” substitute “Business Day”.'],
  ],
  ['a number', { kind: 'renumber', target: 'g-2-b', from: '(b)', to: '(c)' }, ['Renumber paragraph G2(b) as G2(c).']],
  ['a repeal', repealOf('g-2-a'), ['Omit paragraph G2(a).']],
  [
    'an insertion after',
    {
      kind: 'insert',
      at: { parent: 'g', after: 'g-3' },
      provision: provision('g-4', { kind: 'clause', number: 'G4', text: 'Keys are kept.' }),
    },
    ['After clause G3 insert clause G4: “G4 Keys are kept.”.'],
  ],
  [
    'a definition out of alphabetical order',
    {
      kind: 'insert',
      at: { parent: 'a1-1', after: 'working-day' },
      provision: provision('def-door', { kind: 'definition', heading: 'Door', text: 'a thing with a lock.' }),
    },
    ['After the definition of “Working Day” in A1.1 insert the definition of “Door”: “a thing with a lock.”.'],
  ],
  ['the “and” of a list item', reword('g-2-a', 'its key is turned;'), ['In paragraph G2(a), omit “and”.']],
  [
    'a mark alone is given with the word before it',
    reword('g-1', 'Each member shall, lock every door that it owns.'),
    ['In clause G1, after “shall” insert “,”.'],
  ],
  [
    'an insertion before the first',
    {
      kind: 'insert',
      at: { parent: 'g', after: null },
      provision: provision('g-0', { kind: 'clause', number: 'G0', text: 'So.' }),
    },
    ['Before clause G1 insert clause G0: “G0 So.”.'],
  ],
  [
    'an insertion below what has nothing below it',
    {
      kind: 'insert',
      at: { parent: 'g-1', after: null },
      provision: provision('g-1-a', { number: '(a)', text: 'by day.' }),
    },
    ['At the end of clause G1 insert paragraph G1(a): “(a) by day.”.'],
  ],
  [
    'an insertion first',
    {
      kind: 'insert',
      at: { parent: 'a1-1', after: null },
      provision: provision('def-door', { kind: 'definition', heading: 'Door', text: 'a thing with a lock.' }),
    },
    ['In clause A1.1 insert, in alphabetical order, the definition of “Door”: “a thing with a lock.”.'],
  ],
])('%s', (_, amendment, instructions) => expect(instructionFor(EXAMPLE, amendment)).toEqual(instructions));

test('a phrase in an instruction stands in the text once', () => {
  const text = 'the key of the door and the key of the gate';
  const code = { ...EXAMPLE, provisions: [provision('x', { number: 'X', text })] };
  const to = { heading: null, text: 'the key of the door and the bolt of the gate' };
  expect(instructionFor(code, { kind: 'substitute', target: 'x', from: { heading: null, text }, to })).toEqual([
    'In paragraph X, for “and the key” substitute “and the bolt”.',
  ]);
});

test('legal text shows the changed provisions under what they stand in, and nothing else', () => {
  const made = legalTextOf(EXAMPLE, [reword('g-2-a', 'its key is turned twice; and'), repealOf('g-3')]);
  expect(made.ok && made.legalText.blocks.map((block) => [block.id, block.status])).toEqual([
    ['g', 'same'],
    ['g-2', 'same'],
    ['g-2-a', 'changed'],
    ['g-3', 'deleted'],
  ]);
  expect(made.ok && made.legalText.instructions).toEqual([
    'In paragraph G2(a), after “turned” insert “twice”.',
    'Omit clause G3.',
  ]);
});

test('legal text that does not fit is told in one sentence', () => {
  expect(legalTextOf(EXAMPLE, [repealOf('g-3'), repealOf('g-3')])).toEqual({
    ok: false,
    fault: 'Expected a provision "g-3" to repeal, found none in the text.',
    at: 1,
  });
});

const cells = (id: string, kind: 'row' | 'header-row', ...words: readonly string[]): Provision =>
  provision(id, {
    kind,
    children: words.map((text, index) => provision(`${id}-${index + 1}`, { kind: 'cell', text })),
  });

const NESTED: CodeText = {
  code: 'nested',
  title: 'Nested Code',
  provisions: [
    provision('s', {
      kind: 'schedule',
      number: 'Schedule 2',
      heading: 'Visits',
      children: [
        provision('p4', {
          number: '4',
          heading: 'Kinds of visit',
          text: 'A door is visited by the keeper, and the keeper tells the owner. The Keeper is paid by the owner.',
          children: [
            provision('t', {
              kind: 'table',
              children: [
                cells('head', 'header-row', 'Doors', 'Days'),
                cells('r1', 'row', 'up to 10', '20'),
                cells('r2', 'row', 'more than 10', '15'),
              ],
            }),
            provision('n', { kind: 'note', number: '1', text: 'A gate is a door.' }),
            provision('i', { kind: 'image', heading: 'door.png', text: 'A door with its lock.' }),
          ],
        }),
        provision('p5', {
          number: '5',
          text: 'Visits are announced. They take place by day:',
          children: [
            provision('p5-a', { kind: 'sub-paragraph', number: '(a)', text: 'on a Working Day; and' }),
            provision('p5-b', { kind: 'sub-paragraph', number: '(b)', text: 'in dry weather.' }),
          ],
        }),
        provision('plain-1', { text: 'First.' }),
        provision('plain-2', { text: 'Second.' }),
      ],
    }),
  ],
};

const replacement = (target: string, find: string, by: string, at: readonly number[]): Amendment => ({
  kind: 'replace',
  target,
  field: 'text',
  find,
  with: by,
  at,
});

test.each<[string, Amendment, string]>([
  [
    'a row',
    { kind: 'insert', at: { parent: 't', after: 'r1' }, provision: cells('r3', 'row', '11 to 20', '18') },
    'After row 1 of the table in paragraph 4 of Schedule 2 insert a row: “11 to 20”, “18”.',
  ],
  [
    'a table',
    {
      kind: 'insert',
      at: { parent: 'p5', after: 'p5-b' },
      provision: provision('t2', {
        kind: 'table',
        number: 'Table 2',
        heading: 'Hours',
        children: [cells('x', 'row', 'May', '9')],
      }),
    },
    'After paragraph 5(b) of Schedule 2 insert Table 2: “Hours”; “May”, “9”.',
  ],
  [
    'a row that goes',
    { kind: 'repeal', at: { parent: 't', after: 'r1' }, provision: findById(NESTED, 'r2') ?? provision('none') },
    'Omit row 2 of the table in paragraph 4 of Schedule 2.',
  ],
  [
    'a cell',
    replacement('r2-2', '15', '12', [0]),
    'In the entry under “Days” in row 2 of the table in paragraph 4 of Schedule 2, for “15” substitute “12”.',
  ],
  [
    'a cell of the header',
    replacement('head-2', 'Days', 'Hours', [0]),
    'In column 2 of the header row of the table in paragraph 4 of Schedule 2, for “Days” substitute “Hours”.',
  ],
  ['a note', replacement('n', '', 'also ', [10]), 'In note 1 to paragraph 4 of Schedule 2, after “is” insert “also”.'],
  [
    'an image',
    replacement('i', 'lock', 'bolt', [16]),
    'In the image in paragraph 4 of Schedule 2, for “lock” substitute “bolt”.',
  ],
  [
    'a heading',
    { ...replacement('p4', 'visit', 'call', [9]), field: 'heading' } as Amendment,
    'In the heading of paragraph 4 of Schedule 2, for “visit” substitute “call”.',
  ],
  ['a part of a word', replacement('p4', '', 's', [6]), 'In paragraph 4 of Schedule 2, for “door” substitute “doors”.'],
  [
    'a word wherever it occurs',
    replacement('p4', 'owner', 'holder', [58, 91]),
    'In paragraph 4 of Schedule 2, for “owner” in both places where it occurs substitute “holder”.',
  ],
  [
    'a word in some places',
    replacement('p4', 'the', 'its', [21, 54]),
    'In paragraph 4 of Schedule 2, for “the” where it occurs for the first and third time substitute “its”.',
  ],
  [
    'a word that goes everywhere',
    replacement('p4', ' keeper', '', [24, 40]),
    'In paragraph 4 of Schedule 2, omit “keeper” in both places where it occurs.',
  ],
  [
    'a provision without a number',
    replacement('plain-2', 'Second', 'Last', [0]),
    'In the second unnumbered paragraph in Schedule 2, for “Second” substitute “Last”.',
  ],
  [
    'a move',
    { kind: 'move', target: 'p5-b', from: { parent: 'p5', after: 'p5-a' }, to: { parent: 'p5', after: null } },
    'Move paragraph 5(b) of Schedule 2 to stand before paragraph 5(a) of Schedule 2.',
  ],
  [
    'a move after another',
    { kind: 'move', target: 'r1', from: { parent: 't', after: 'head' }, to: { parent: 't', after: 'r2' } },
    'Move row 1 of the table in paragraph 4 of Schedule 2 to stand after row 2 of the table in paragraph 4 of Schedule 2.',
  ],
  [
    'a split',
    {
      kind: 'split',
      target: 'p5',
      at: 21,
      between: ' ',
      provision: provision('p5x', {
        number: '5A',
        text: 'They take place by day:',
        children: findById(NESTED, 'p5')?.children ?? [],
      }),
    },
    'Divide paragraph 5 of Schedule 2 before “They take place by day:”: from there it becomes paragraph 5A, with all from paragraph 5(a) of Schedule 2 on.',
  ],
  [
    'a join',
    { kind: 'join', target: 'p5-a', at: 21, between: ' ', provision: findById(NESTED, 'p5-b') ?? provision('none') },
    'Join the words of paragraph 5(b) of Schedule 2 to the end of paragraph 5(a) of Schedule 2.',
  ],
])('inside what is nested: %s', (_, amendment, instruction) => {
  expect(applyAmendment(NESTED, amendment).ok).toBe(true);
  expect(instructionFor(NESTED, amendment)).toEqual([instruction]);
});
