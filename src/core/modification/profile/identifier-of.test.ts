import { describe, expect, test } from 'vitest';
import {
  content,
  contextAt,
  moment,
  openConsultation,
  PEOPLE,
  RULES,
  refusalOf,
  response,
  Story,
} from '../../../../test/support/proposal.ts';
import { decide } from '../decide.ts';
import { identifierFault, identifierOf } from './identifier-of.ts';
import type { Profile } from './profile.ts';

const { citation } = RULES.profile;
const profile: Profile = {
  ...RULES.profile,
  identifiers: [
    { from: 'raise', prefix: 'DP', digits: 3, citation },
    { from: 'progress', prefix: 'MP', digits: 3, citation },
  ],
};

function named(id: string, outcome: string | null): string {
  const story = new Story().raised();
  if (outcome !== null) story.determine('2018-10-12 10:00', PEOPLE.panel, 'progress', outcome);
  if (story.state.status === 'none') throw new Error('nothing was raised');
  return identifierOf({ ...story.state, content: content({ id }) }, profile);
}

describe('an identifier', () => {
  test('changes its letters and keeps its number once the step is done that renames it', () => {
    expect(named('DP112', null)).toBe('DP112');
    expect(named('DP112', 'agreed')).toBe('MP112');
    expect(named('DP112', 'refused')).toBe('DP112');
  });

  test('of another form than the process gives stays as it is, and cannot be raised', () => {
    expect(named('X112', 'agreed')).toBe('X112');
    expect(identifierFault('DP112', profile)).toBeNull();
    expect(identifierFault(`DP${'8'.repeat(75)}`, profile)).toMatch(
      /has more digits than a proposal is numbered with; expected 6 at most/,
    );
    expect(identifierFault('DP12', profile)).toBe(
      `"DP12" is not how ${profile.title} names a proposal; expected DP and at least 3 digits, such as DP001.`,
    );
    const command = { type: 'raise-proposal', content: content({ id: 'MP1' }), rulebook: 'r' } as const;
    expect(refusalOf(new Story().try('2018-10-05 09:00', PEOPLE.proposer, command))).toMatchObject({
      code: 'input-invalid',
      place: { field: 'content.id' },
    });
  });
});

test('a consultation that names its consultees refuses Parties of other categories, by name', () => {
  const story = new Story().raised().panel();
  story.determine('2018-10-12 15:00', PEOPLE.authority, 'authority_timetable', 'agreed');
  story.do('2018-10-15 09:00', PEOPLE.secretary, openConsultation());
  const steps = RULES.profile.steps.map((step) =>
    step.id === 'consultation' ? { ...step, consultees: ['gas-network'] } : step,
  );
  const context = { ...contextAt(moment('2018-10-15 10:00'), PEOPLE.party), profile: { ...RULES.profile, steps } };
  expect(story.try('2018-10-15 10:00', PEOPLE.party, response()).ok).toBe(true);
  expect(refusalOf(decide(response(), story.state, context)).sentence).toBe(
    '"Modification Report Consultation" is not for Parties of the category "large-supplier"; expected one of gas-network.',
  );
});
