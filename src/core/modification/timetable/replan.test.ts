import { describe, expect, test } from 'vitest';
import { PEOPLE, refusalOf, Story, timetable } from '../../../../test/support/proposal.ts';
import { day } from '../../kernel/day.ts';
import type { ProposalCommand } from '../command.ts';
import type { OpenProposal } from '../state.ts';
import { whatNext } from '../what-next.ts';
import { timetablesOf } from './held-timetables.ts';
import { plannedFor } from './timetable.ts';

const reasons = 'Too few could come in October.';
const NOVEMBER = timetable(['ballot', '2018-11-28']);

function propose(table = NOVEMBER, why = reasons): ProposalCommand {
  return { type: 'propose-timetable', timetable: table, reasons: why };
}

function answer(agreed: boolean): ProposalCommand {
  return { type: 'answer-timetable', agreed, reasons };
}

function lifeOf(story: Story): OpenProposal {
  if (story.state.status !== 'open') throw new Error('the proposal is not open');
  return story.state;
}

/** Urgent, consulted on, and before the Change Board. */
const consulted = () => new Story().raised().panel().consulted();

describe('another timetable', () => {
  test('holds once the Authority agrees that of an urgent proposal, and the one before is kept', () => {
    const story = consulted().do('2018-10-23 09:00', PEOPLE.secretary, propose());
    expect(plannedFor('ballot', lifeOf(story), story.rules.profile)?.from).toBe(day('2018-10-24'));
    story.do('2018-10-23 10:00', PEOPLE.authority, answer(true));
    const life = lifeOf(story);
    expect(plannedFor('ballot', life, story.rules.profile)?.from).toBe(day('2018-11-28'));
    expect(plannedFor('consultation', life, story.rules.profile)?.to).toBe(day('2018-10-19'));
    expect(timetablesOf(life, story.rules).map((one) => one.number)).toEqual([0, 1]);
    expect(timetablesOf(life, story.rules)[0]?.timetable.steps.at(-1)?.from).toBe(day('2018-10-24'));
  });

  test('that is refused leaves the one before, and another can be proposed', () => {
    const story = consulted().do('2018-10-23 09:00', PEOPLE.secretary, propose());
    story.do('2018-10-23 10:00', PEOPLE.authority, answer(false));
    expect(lifeOf(story)).toMatchObject({ proposedTimetable: null, timetables: [] });
    story.do('2018-10-23 11:00', PEOPLE.secretary, propose(timetable(['ballot', '2018-12-24'])));
    expect(lifeOf(story).proposedTimetable?.timetable.steps[0]?.from).toBe(day('2018-12-24'));
  });

  test('waits for whoever agrees it, who is told so next', () => {
    const story = consulted().do('2018-10-23 09:00', PEOPLE.secretary, propose());
    const next = whatNext(lifeOf(story), { ...story.rules, now: '2018-10-23T09:00:00.000Z' as never });
    expect(next.find((act) => act.operation === 'answer-timetable')).toMatchObject({
      roles: ['authority'],
      optional: true,
    });
  });

  test.each([
    [
      'by the Panel, whose it is not to propose',
      PEOPLE.panel,
      propose(),
      /is for the Code Administrator, not for the Panel/,
    ],
    ['without reasons', PEOPLE.secretary, propose(NOVEMBER, ' '), /reasons must be given/],
    [
      'that is the one that holds',
      PEOPLE.secretary,
      propose(timetable(['ballot', '2018-10-24'])),
      /is the one that holds/,
    ],
    [
      'in the past',
      PEOPLE.secretary,
      propose(timetable(['ballot', '2018-10-10'])),
      /expected days from 23 October 2018 on/,
    ],
    ['without a step that is to come', PEOPLE.secretary, propose(timetable()), /no day for "Change Board vote"/],
    [
      'that moves what is done',
      PEOPLE.secretary,
      propose(timetable(['consultation', '2018-11-01', '2018-11-20'], ['ballot', '2018-11-28'])),
      /was completed on 19 October 2018/,
    ],
  ])('%s is refused', (_, actor, command, sentence) => {
    expect(refusalOf(consulted().try('2018-10-23 09:00', actor, command)).sentence).toMatch(sentence);
  });

  test('is not answered when none is proposed, nor by the Panel when the proposal is urgent', () => {
    expect(refusalOf(consulted().try('2018-10-23 09:00', PEOPLE.authority, answer(true))).code).toBe('step-not-open');
    const story = consulted().do('2018-10-23 09:00', PEOPLE.secretary, propose());
    expect(refusalOf(story.try('2018-10-23 10:00', PEOPLE.panel, answer(true))).sentence).toMatch(
      /is for the Authority/,
    );
  });

  test('can be set while a consultation runs, whose own days stay', () => {
    const story = new Story()
      .raised()
      .panel()
      .determine('2018-10-12 15:00', PEOPLE.authority, 'authority_timetable', 'agreed');
    story.do('2018-10-15 09:00', PEOPLE.secretary, { type: 'open-consultation', step: null, from: null, to: null });
    story.do('2018-10-16 09:00', PEOPLE.secretary, propose());
    story.do('2018-10-16 10:00', PEOPLE.authority, answer(true));
    expect(plannedFor('consultation', lifeOf(story), story.rules.profile)?.to).toBe(day('2018-10-19'));
  });
});
