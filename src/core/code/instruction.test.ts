import fc from 'fast-check';
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

test('a phrase is looked for in the words that the instructions before it leave', () => {
  const text = 'Each Party shall keep documents that show that it has done what Section G3.26 asks.';
  const code = { ...EXAMPLE, provisions: [provision('x', { kind: 'clause', number: 'G3.27', text })] };
  const to = {
    heading: null,
    text: 'Each Party shall, from the date mentioned in Section G3.26, keep documents that show that it has done what that Section asks.',
  };
  expect(instructionFor(code, { kind: 'substitute', target: 'x', from: { heading: null, text }, to })).toEqual([
    'In clause G3.27, after “shall” insert “, from the date mentioned in Section G3.26,”.',
    'In clause G3.27, after “what” insert “that”.',
    'In clause G3.27, for “that Section G3.26” substitute “that Section”.',
  ]);
});

test('every phrase that an instruction looks for stands once, or is named by its place', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'the', 'door', 'key'), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const [text, wanted] = [before.join(' '), after.join(' ')];
      const code = { ...EXAMPLE, provisions: [provision('x', { number: 'X', text })] };
      const from = { heading: null, text };
      const amendment = { kind: 'substitute', target: 'x', from, to: { heading: null, text: wanted } } as const;
      let current = text;
      for (const sentence of instructionFor(code, amendment)) {
        const [, verb = '', found = '', place, last = ''] =
          /^In paragraph X, (after|for|omit) “(.+?)”( where it first occurs)?(?: (?:insert|substitute) “(.+)”)?\.$/.exec(
            sentence,
          ) ?? [];
        if (verb === '') return;
        const at = current.indexOf(found);
        expect(at, sentence).toBeGreaterThanOrEqual(0);
        if (place === undefined) expect(current.lastIndexOf(found), sentence).toBe(at);
        const made = verb === 'after' ? `${found} ${last}` : last;
        current = `${current.slice(0, at)}${made}${current.slice(at + found.length)}`.replace(/ +/g, ' ').trim();
      }
      expect(current).toBe(text === wanted ? text : wanted);
    }),
    { numRuns: 300 },
  );
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
