import { expect, test } from 'vitest';
import { EXAMPLE, provision } from '../../../test/support/code.ts';
import type { Amendment } from './amendment.ts';
import { instructionFor } from './instruction.ts';
import { legalTextOf } from './legal-text.ts';
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
    ['For the heading of the definition of “Working Day” in A1.1 substitute “Business Day”.'],
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
    'an insertion first',
    {
      kind: 'insert',
      at: { parent: 'a1-1', after: null },
      provision: provision('def-door', { kind: 'definition', heading: 'Door', text: 'a thing with a lock.' }),
    },
    ['At the beginning of clause A1.1 insert the definition of “Door” in A1.1: “Door a thing with a lock.”.'],
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
  });
});
