import { expect, test } from 'vitest';
import { contextAt, moment, openConsultation, PEOPLE, Story } from '../../../test/support/proposal.ts';
import { day } from '../../core/kernel/day.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import { viewOf } from './view.ts';

const { secretary, authority } = PEOPLE;

test('a consultation that opens on a day on which nobody works is shown with a warning, and none on a Working Day', () => {
  const warning = (from: string): string | null | undefined => {
    const story = new Story().raised().panel();
    story.determine('2018-10-12 15:00', authority, 'authority_timetable', 'agreed');
    story.do(`${from} 09:00`, secretary, openConsultation(day(from)));
    const now = moment(`${from} 10:00`);
    return viewOf(story.state as RaisedProposal, 1, contextAt(now, secretary), now).consultations[0]?.warning;
  };
  expect(warning('2018-10-20')).toBe(
    'It opens on Saturday 20 October 2018, which is no Working Day; its time counts from the next one.',
  );
  expect(warning('2018-10-22')).toBe(null);
});
