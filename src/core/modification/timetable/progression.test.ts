import { describe, expect, test } from 'vitest';
import {
  content,
  determination,
  moment,
  PEOPLE,
  RULES,
  refusalOf,
  Story,
  timetable,
} from '../../../../test/support/proposal.ts';
import { day } from '../../kernel/day.ts';
import type { RaisedProposal } from '../state.ts';
import { trackStages } from '../tracker.ts';
import { whatNext } from '../what-next.ts';
import { progressionOf } from './progression.ts';

const stateOf = (story: Story) => story.state as RaisedProposal;
const progression = (story: Story) => progressionOf(stateOf(story), RULES);
const stages = (story: Story) =>
  trackStages(stateOf(story), RULES.profile, story.state.status === 'closed').map((stage) => stage.status);
const next = (story: Story) =>
  whatNext(stateOf(story), { ...RULES, now: moment('2018-10-05 09:00') }).map(
    (act) => `${act.who}: ${act.operation} ${act.step}`,
  );

describe('the progression section', () => {
  test('before the Panel asks five questions on the timetable as proposed', () => {
    const { questions, standing, rows } = progression(new Story().raised());
    expect(questions.map((one) => `${one.question}: ${one.status}`)).toEqual([
      'progression: asked',
      'urgency: asked',
      'route: asked',
      'timetable: asked',
      'path: asked',
    ]);
    expect(standing).toBe('proposed');
    expect(rows.at(2)).toMatchObject({ step: 'consultation', workingDays: 5, countFirst: true, afterPrevious: 1 });
  });

  test('says that no day is planned for the Authority’s agreement', () => {
    expect(progression(new Story().raised().panel()).unplanned).toContainEqual({
      step: 'authority_timetable',
      title: "Authority's agreement to the urgent timetable",
      who: 'the Authority',
    });
  });

  test('with a determination refused it tells the refusal, and the timetable that replaces the first', () => {
    const refused = new Story().raised().panel({ timetable: 'refused' });
    expect(progression(refused).standing).toBe('refused');
    expect(progression(refused).questions.find((one) => one.question === 'timetable')).toMatchObject({
      status: 'refused',
      on: day('2018-10-12'),
    });
    const table = timetable(['consultation', '2018-10-22', '2018-10-26'], ['ballot', '2018-10-31']);
    refused.determine('2018-10-12 11:00', PEOPLE.panel, 'revised_timetable', 'agreed', table);
    expect(progression(refused)).toMatchObject({ standing: 'set', setBy: { step: 'revised_timetable' } });
  });

  test('with another timetable set the table stays whole: what was done before keeps its rows', () => {
    const story = new Story().raised().panel({ urgency: 'refused' });
    const table = timetable(['consultation', '2018-10-22', '2018-11-09'], ['ballot', '2018-11-28']);
    story.determine('2018-10-12 11:00', PEOPLE.panel, 'revised_timetable', 'agreed', table);
    expect(progression(story).rows.map((row) => row.step)).toEqual(['raise', 'progress', 'consultation', 'ballot']);
    expect(progression(story).rows.at(2)?.afterPrevious).toBe(6);
  });

  test('with urgency refused the agreed timetable is overtaken', () => {
    expect(progression(new Story().raised().panel({ urgency: 'refused' })).standing).toBe('overtaken');
  });

  test('without urgency asked the question is not asked, and nobody waits for it', () => {
    const story = new Story().raised({ urgency: { asked: false, reason: '' } });
    expect(progression(story).questions.at(1)?.status).toBe('not-asked');
  });
});

describe('the tracker', () => {
  test('follows the case, skipping the Refinement Process', () => {
    const story = new Story().raised();
    expect(stages(story)).toEqual(['current', 'ahead', 'ahead', 'ahead']);
    story.panel().consulted();
    expect(stages(story)).toEqual(['done', 'skipped', 'done', 'current']);
  });

  test('goes through the Refinement Process when the route is refused, and stops where the proposal ended', () => {
    const refined = new Story().raised().panel({ route: 'refused' });
    expect(stages(refined)).toEqual(['current', 'ahead', 'ahead', 'ahead']);
    const ended = new Story().raised().determine('2018-10-12 10:00', PEOPLE.panel, 'progress', 'refused');
    expect(stages(ended)).toEqual(['done', 'not-reached', 'not-reached', 'not-reached']);
    const rejected = new Story().raised().panel().consulted().voted('2018-10-24', 'reject').until('2018-11-08 00:00');
    expect(stages(rejected)).toEqual(['done', 'skipped', 'done', 'done']);
  });
});

describe('a proposal that ended', () => {
  test('says of what it did not come to that it was not reached, and plans nothing more', () => {
    const ended = new Story().raised().determine('2018-10-12 10:00', PEOPLE.panel, 'progress', 'refused');
    const { questions, standing, unplanned } = progression(ended);
    expect(questions.map((one) => one.status)).toEqual(['refused', ...Array(4).fill('not-reached')]);
    expect(standing).toBe('not-reached');
    expect(unplanned).toEqual([]);
  });
});

describe('what happens next', () => {
  test('names who does it, by which operation', () => {
    const story = new Story().raised();
    expect(next(story)).toEqual(['the Panel: make-determination progress']);
    story.panel();
    expect(next(story)).toEqual(['the Authority: make-determination authority_timetable']);
    story.consulted();
    expect(next(story)).toEqual(['the Code Administrator: open-ballot ballot']);
    story.do('2018-10-24 09:00', PEOPLE.secretary, { type: 'open-ballot', step: null, closes: null });
    expect(next(story)).toEqual(['the Change Board: cast-vote ballot', 'the Change Board: declare-interest ballot']);
  });

  const at = (story: Story, now: string) => whatNext(stateOf(story), { ...RULES, now: moment(now) });
  const justRaised = () =>
    new Story().do('2018-10-05 09:00', PEOPLE.proposer, { type: 'raise-proposal', content: content(), rulebook: 'r' });

  test('takes the day of the report from the Panel that it goes to, with the lead time and its certainty', () => {
    const [report] = at(justRaised(), '2018-10-05 09:00');
    expect(report).toMatchObject({
      step: 'report',
      until: '2018-10-05T23:00:00.000Z',
      timing: 'before the Panel of 12 October 2018; wanted 5 Working Days before it, by 5 October 2018 (public source)',
      overdue: false,
    });
    expect(at(justRaised(), '2018-10-09 09:00')[0]?.overdue).toBe(true);
  });

  test('gives the questions of the Panel the day of the Panel', () => {
    const story = new Story().raised().determine('2018-10-12 10:00', PEOPLE.panel, 'progress', 'agreed');
    for (const act of at(story, '2018-10-12 10:00')) {
      expect(act).toMatchObject({ from: day('2018-10-12'), until: '2018-10-12T23:00:00.000Z', overdue: false });
    }
  });

  test('marks what is past its day, and names no past day to those who wait for it', () => {
    const story = new Story().raised();
    expect(at(story, '2018-10-15 09:00')).toMatchObject([{ step: 'progress', overdue: true }]);
    const refusal = refusalOf(story.try('2018-10-15 09:00', PEOPLE.panel, determination('urgency', 'agreed')));
    expect(refusal.unblock).toEqual([
      {
        who: 'the Panel',
        by: 'decide whether the proposal is progressed through the Modification Process (overdue since the end of 12 October 2018)',
        until: null,
      },
    ]);
  });

  test('proposes no past day for a ballot that has to be held again', () => {
    const story = new Story().raised().panel().consulted().voted('2018-10-24', 'approve', []);
    expect(at(story, '2018-10-25 09:00')).toMatchObject([
      { operation: 'open-ballot', from: null, until: null, overdue: false },
    ]);
  });
});
