import { expect, test } from 'vitest';
import { RULES, Story } from '../../../test/support/proposal.ts';
import { day } from '../../core/kernel/day.ts';
import { instantOn } from '../../core/kernel/instant.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import { refinementViewOf } from './refinement-view.ts';

const viewOf = (story: Story) =>
  refinementViewOf(story.state as RaisedProposal, { ...RULES, now: instantOn(day('2018-10-12'), '13:00') });

test('refinement that is decided on waits for the revised timetable, and not for the route', () => {
  const { status, waitsFor } = viewOf(new Story().raised().panel({ route: 'refused' }));
  expect(status).toBe('ahead');
  expect(waitsFor.join()).toContain('timetable');
  expect(waitsFor.join()).not.toContain('route');
  expect(viewOf(new Story().raised()).waitsFor).toHaveLength(1);
});
