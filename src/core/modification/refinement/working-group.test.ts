import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextAt, PEOPLE, Story } from '../../../../test/support/proposal.ts';
import { appointing, NAMES, sentToRefinement } from '../../../../test/support/refining.ts';
import { day } from '../../kernel/day.ts';
import type { Actor } from '../../party/actor.ts';

import type { OpenProposal } from '../state.ts';
import { whatNext } from '../what-next.ts';
import { groupOf } from './refinement.ts';
import { memberIdOf, numbered } from './working-group.ts';

const { secretary, panel, party } = PEOPLE;
const ines: Actor = { id: 'w1', name: 'Inés Calder', role: 'working-group' };
const guest: Actor = { id: 'w2', name: 'A Guest', role: 'working-group' };

function refused(story: Story, actor: Actor, command: Parameters<Story['try']>[2]) {
  const decision = story.try('2018-10-16 09:00', actor, command);
  if (decision.ok) throw new Error('it was not refused');
  return decision.rejection;
}

describe('a Working Group', () => {
  test('is appointed with its chair and terms of reference, and each change of it is kept with its reasons', () => {
    const story = sentToRefinement().do('2018-10-16 09:00', secretary, appointing());
    const joined = [...NAMES, 'Lee Marsh'].map((name) => ({
      name,
      party: name === 'Lee Marsh' ? 'larch-power' : null,
    }));
    expect(refused(story, secretary, appointing({ members: joined })).code).toBe('reasons-required');
    const questions = ['Whom does it touch?', 'Since when?'];
    story.do('2018-10-17 09:00', panel, appointing({ members: joined, questions, reasons: 'Lee Marsh joins.' }));
    const { refinement } = story.state as OpenProposal;
    expect(refinement.groups.map((one) => [one.members.length, one.reasons])).toEqual([
      [5, ''],
      [6, 'Lee Marsh joins.'],
    ]);
    expect(groupOf(refinement)?.questions).toEqual([
      { id: '2', question: 'Whom does it touch?' },
      { id: '3', question: 'Since when?' },
    ]);
  });

  test('has as many members as the parameter says, each once, known Parties, and a chair among them', () => {
    const story = sentToRefinement();
    const few = refused(
      story,
      secretary,
      appointing({ members: NAMES.slice(1).map((name) => ({ name, party: null })) }),
    );
    expect(few).toMatchObject({ code: 'input-invalid', place: { field: 'members' }, citation: { clause: 'D6.3' } });
    expect(few.sentence).toBe('A Working Group has at least 5 members, and 4 are named.');
    const twice = [...NAMES, 'ines calder'].map((name) => ({ name, party: null }));
    expect(refused(story, secretary, appointing({ members: twice })).place).toEqual({ field: 'members.5.name' });
    const strange = NAMES.map((name) => ({ name, party: 'nobody-energy' }));
    expect(refused(story, secretary, appointing({ members: strange })).code).toBe('not-eligible');
    expect(refused(story, secretary, appointing({ chair: 'A Guest' })).place).toEqual({ field: 'chair' });
    expect(refused(story, secretary, appointing({ questions: [' '] })).place).toEqual({ field: 'questions' });
    expect(refused(story, secretary, appointing({ due: day('2018-10-15') })).code).toBe('too-late');
  });

  test('is nobody’s to appoint but whom the profile names, and not before the Panel sends a proposal to it', () => {
    expect(refused(sentToRefinement(), party, appointing()).code).toBe('wrong-actor');
    const straight = new Story().raised().panel();
    expect(refused(straight, secretary, appointing()).code).toBe('step-excluded');
    expect(refused(new Story().raised(), secretary, appointing()).code).toBe('step-not-open');
  });

  test('answers through its members, told apart by name whatever its accents, or the Code Administrator', () => {
    const story = sentToRefinement().do('2018-10-16 09:00', secretary, appointing());
    const answer = { type: 'answer-group-question', question: '1', answer: 'Little.' } as const;
    expect(refused(story, guest, answer).sentence).toContain(
      'A Guest is not a member of the Working Group of SECMP0065',
    );
    expect(refused(story, secretary, { ...answer, question: '7' }).code).toBe('not-found');
    story.do('2018-10-17 09:00', ines, answer).do('2018-10-18 09:00', secretary, { ...answer, answer: 'Nothing.' });
    const { refinement } = story.state as OpenProposal;
    expect(refinement.answers.map((one) => [one.question, one.answer, one.by])).toEqual([
      ['1', 'Nothing.', 'Code Administrator'],
    ]);
    const next = whatNext(story.state as OpenProposal, contextAt('2018-10-18T09:00:00.000Z' as never, secretary));
    expect(
      next.filter((one) => !one.optional && one.operation === 'answer-group-question').map((one) => one.item),
    ).toEqual(['2']);
  });
});

test('a question keeps its number through every change of the terms of reference, and no two share one', () => {
  const words = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
  fc.assert(
    fc.property(words, words, (first, second) => {
      const before = numbered(first, []);
      const after = numbered(second, before);
      expect(after.map((one) => one.question)).toEqual(second);
      for (const one of before) {
        const kept = after.find((other) => other.question === one.question);
        if (kept !== undefined) expect(kept.id).toBe(one.id);
      }
      expect(new Set(after.map((one) => one.id)).size).toBe(after.length);
    }),
  );
});

test('a member’s identifier is the same for a name however it is spaced, cased or accented', () => {
  expect(memberIdOf('  Inés  CALDER ')).toBe('ines-calder');
  expect(memberIdOf('–')).toBe('');
});
