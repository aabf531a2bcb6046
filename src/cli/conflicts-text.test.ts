import { expect, test } from 'vitest';
import { redline } from '../core/code/redline.ts';
import { conflictsText } from './conflicts-text.ts';

const clause = (text: string) => ({
  provisions: [{ id: 'g-1', kind: 'clause' as const, number: 'G1', heading: null, text, children: [] }],
});
const side = (modification: string, text: string) => ({
  modification,
  blocks: redline(clause('its key is turned; and'), clause(text)),
});
const conflict = {
  sentence: 'M1 and M2 change the same words of G1.',
  sides: [side('M1', 'its key is turned;'), side('M2', 'its key is turned; or')],
  resolutions: [],
  resolvers: [{ who: 'A Party' }, { who: 'A Party' }, { who: 'the Code Administrator' }],
  waits: null,
};

const none = { conflicts: [], stuck: [], notCompared: [], next: null };

test('a conflict is printed with the words of both sides and who can settle it', () => {
  const printed = conflictsText({ ...none, conflicts: [conflict] }).split('\n');
  expect(printed[0]).toBe(conflict.sentence);
  expect(printed[1]).toContain('M1: G1 its key is turned;[- and-]');
  expect(printed[2]).toContain('{+or+}');
  expect(printed[3]).toBe('  Not settled; can be settled by A Party, the Code Administrator.');
});

test('what is settled, what is stuck and an empty answer are said', () => {
  const settled = { ...conflict, resolutions: [{ by: 'Ann', resolution: { kind: 'merged-text' } }] };
  expect(conflictsText({ ...none, conflicts: [settled] })).toContain('Settled by Ann (merged-text).');
  const { resolvers } = conflict;
  const sentence = 'Both amendments change the same words of "g-1".';
  const stuck = { modification: 'M2', over: '5.24', sentence, resolvers };
  expect(conflictsText({ ...none, stuck: [stuck] })).toBe(
    `M2 cannot be mapped over version 5.24: ${sentence} Can be settled by A Party, the Code Administrator.`,
  );
  const left = { sentence: 'Not compared with M2 at G1, where it cannot be mapped over version 5.24.' };
  expect(conflictsText({ ...none, notCompared: [left] })).toBe(`No conflicts.\n\n${left.sentence}`);
  const waits = { sentence: 'M2 cannot be mapped over version 5.24, which has to be settled before.' };
  expect(conflictsText({ ...none, conflicts: [{ ...conflict, waits }] })).toContain(`Not settled; ${waits.sentence}`);
  expect(conflictsText(none)).toBe('No conflicts.');
});

test('a page that is not the last says how to go on', () => {
  expect(conflictsText({ ...none, conflicts: [conflict], next: 'abc' })).toMatch(/There are more: --after abc$/);
});
