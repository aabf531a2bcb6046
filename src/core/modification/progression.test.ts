import { describe, expect, test } from 'vitest';
import { PEOPLE, RULES, Story, timetable } from '../../../test/support/proposal.ts';
import { day } from '../kernel/day.ts';
import { progressionOf } from './progression.ts';
import type { RaisedProposal } from './state.ts';
import { trackStages } from './tracker.ts';
import { whatNext } from './what-next.ts';

const stateOf = (story: Story) => story.state as RaisedProposal;
const progression = (story: Story) => progressionOf(stateOf(story), RULES);
const stages = (story: Story) =>
  trackStages(stateOf(story), RULES.profile, story.state.status === 'closed').map((stage) => stage.status);
const next = (story: Story) => whatNext(stateOf(story), RULES).map((act) => `${act.who}: ${act.operation} ${act.step}`);

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
    const table = timetable(['consultation', '2018-10-22', '2018-10-26']);
    refused.determine('2018-10-12 11:00', PEOPLE.panel, 'revised_timetable', 'agreed', table);
    expect(progression(refused)).toMatchObject({ standing: 'set', setBy: { step: 'revised_timetable' }, rows: [{}] });
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
    expect(stages(ended)).toEqual(['done', 'skipped', 'skipped', 'skipped']);
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
    expect(next(story)).toEqual(['the Change Board: cast-vote ballot']);
  });
});
