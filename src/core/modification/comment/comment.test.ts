import { expect, test } from 'vitest';
import { PEOPLE, RULES, refusalOf, Story } from '../../../../test/support/proposal.ts';
import { day } from '../../kernel/day.ts';
import { NO_PROPOSAL } from '../state.ts';

const { secretary, proposer, party } = PEOPLE;
const COMMENT = { type: 'comment-on-proposal', text: 'Say which devices are meant.' } as const;
const ANSWER = { type: 'answer-comment', comment: '1', text: 'Those of the first version.' } as const;
const raised = () => {
  const story = new Story().raised();
  const on = day('2018-10-05');
  // Before the report, which ends the time for comments.
  if (story.state !== NO_PROPOSAL && story.state.status === 'open') {
    story.state = { ...story.state, done: [{ step: 'raise', outcome: 'submitted', on, reasons: null }] };
  }
  return story;
};

test('the Code Administrator comments on a proposal as its critical friend, and its proposer answers', () => {
  const story = raised().do('2018-10-08 09:00', secretary, COMMENT).do('2018-10-08 10:00', proposer, ANSWER);
  expect(story.state).toMatchObject({
    comments: [{ id: '1', text: COMMENT.text, on: day('2018-10-08'), answer: { text: ANSWER.text } }],
  });
});

test('nobody else comments or answers, nothing is said twice over with no words, and not once the report is in', () => {
  expect(refusalOf(raised().try('2018-10-08 09:00', party, COMMENT))).toMatchObject({
    code: 'wrong-actor',
    unblock: [{ who: 'the Code Administrator' }],
    citation: { certainty: 'public' },
  });
  expect(refusalOf(raised().try('2018-10-08 09:00', secretary, { ...COMMENT, text: ' ' })).place).toEqual({
    field: 'text',
  });
  const said = raised().do('2018-10-08 09:00', secretary, COMMENT);
  expect(refusalOf(said.try('2018-10-08 10:00', party, ANSWER)).code).toBe('wrong-actor');
  expect(refusalOf(said.try('2018-10-08 10:00', proposer, { ...ANSWER, comment: '7' })).code).toBe('not-found');
  expect(refusalOf(new Story().raised().try('2018-10-10 09:00', secretary, COMMENT)).sentence).toBe(
    'SECMP0065 could be commented on only until 9 October 2018.',
  );
  const { criticalFriend: _, ...without } = RULES.profile;
  const story = new Story({ ...RULES, profile: without }).raised();
  expect(refusalOf(story.try('2018-10-10 09:00', secretary, COMMENT)).code).toBe('step-unknown');
});
