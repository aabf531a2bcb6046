import { history, undo } from 'prosemirror-history';
import { EditorState } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { provision } from '../../../../test/support/code.ts';
import type { Amendment } from '../../../core/code/amendment.ts';
import { consequencesOf } from '../../../core/code/consequences.ts';
import { provisionsOf } from '../../../core/code/draft-part.ts';
import type { CodeText } from '../../../core/code/provision.ts';
import { findById } from '../../../core/code/tree.ts';
import { blocksOf, fieldStart } from './blocks.ts';
import { type Consequence, outsideIn, takeConsequences } from './consequences.ts';
import { docOf, provisionsIn } from './provision-doc.ts';

const CODE: CodeText = {
  code: 'sec',
  title: 'Code',
  provisions: [
    provision('g', {
      kind: 'section',
      number: 'G',
      children: [
        provision('g1', { kind: 'clause', number: 'G1', text: 'Records are kept.' }),
        provision('g2', { kind: 'clause', number: 'G2', text: 'Section G1 and again Section G1 apply.' }),
      ],
    }),
    provision('h', {
      kind: 'section',
      number: 'H',
      children: [provision('h1', { kind: 'clause', number: 'H1', text: 'Subject to Section G1.' })],
    }),
  ],
};

const RENUMBERED: Amendment = { kind: 'renumber', target: 'g1', from: 'G1', to: 'G9' };

function offered(): readonly Consequence[] {
  const made = consequencesOf(CODE, [RENUMBERED]);
  if (!made.ok) throw new Error(made.fault);
  return made.consequences.amendments.flatMap((one) =>
    one.kind === 'replace' ? [{ provision: one.target, reference: '', sentence: '', amendments: [one] }] : [],
  );
}

function drafter(): EditorState {
  return EditorState.create({ doc: docOf(provisionsOf(CODE, 'g'), true), plugins: [history()] });
}

const words = ({ doc }: EditorState, id: string) => findById({ provisions: provisionsIn(doc) }, id)?.text;

test('taken consequences change the words of the part and what is amended elsewhere, and one undo takes them back', () => {
  const before = drafter();
  const [here, there] = offered();
  const { tr, taken, stale } = takeConsequences(before, offered());
  const after = before.apply(tr);
  expect([taken.length, stale]).toEqual([2, []]);
  expect(words(after, 'g2')).toBe('Section G9 and again Section G9 apply.');
  expect(outsideIn(after.doc)).toEqual(there?.amendments);
  expect(here?.provision).toBe('g2');
  let undone = after;
  undo(after, (back) => {
    undone = after.apply(back);
  });
  expect(undone.doc.toJSON()).toEqual(before.doc.toJSON());
});

test('a consequence whose words have changed since it was found is not taken, and the others are', () => {
  const before = drafter();
  const block = blocksOf(before.doc).find(({ id }) => id === 'g2');
  if (block === undefined) throw new Error('no g2');
  const typed = before.apply(before.tr.insertText('In ', fieldStart(block, 'words')));
  const { tr, taken, stale } = takeConsequences(typed, offered());
  expect([taken.map((one) => one.provision), stale.map((one) => one.provision)]).toEqual([['h1'], ['g2']]);
  expect(words(typed.apply(tr), 'g2')).toBe('In Section G1 and again Section G1 apply.');
});
