import { describe, expect, test } from 'vitest';
import { content, contextAt, moment, PEOPLE, RULES, refusalOf, Story } from '../../../../test/support/proposal.ts';
import { day } from '../../kernel/day.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import type { OpenProposal } from '../state.ts';
import { implementationsOf } from './implementation.ts';
import { releaseOfDay } from './release-of-day.ts';

const CHANGE = { kind: 'replace', target: 'g-4', field: 'text', find: 'copy', with: 'lend', at: [13] } as const;
const DRAFT = { type: 'draft-legal-text', amendments: [CHANGE], against: '5.23' } as const;
const SCOPE_FREEZE = '2018-10-25';

function raised(): OpenProposal {
  const { state } = new Story().raised();
  if (state.status !== 'open') throw new Error('it is open');
  return state;
}

describe('a day of implementation', () => {
  test('that the release calendar has is of that release, and any other is ad hoc', () => {
    expect(releaseOfDay(day('2018-11-08'), raised(), RULES)).toMatchObject({
      ...{ kind: 'scheduled', title: 'November 2018', scopeFreeze: day(SCOPE_FREEZE), late: null },
    });
    expect(releaseOfDay(day('2018-11-09'), raised(), RULES)).toMatchObject({ kind: 'ad-hoc', scopeFreeze: null });
    expect(releaseOfDay(day('2018-11-08'), raised(), { ...RULES, releases: null })).toBeNull();
  });

  test('of each part is told by itself, so that a text can go with two releases', () => {
    const state = raised();
    const parts = ['2018-11-08', '2019-02-14', '2018-12-03'].map((on, at) => ({
      ...{ id: `P${at}`, title: on, amendments: at === 0 ? state.legalText.amendments.length : 0 },
      commences: { kind: 'on', day: day(on) } as const,
    }));
    const divided = { ...state, legalText: { ...state.legalText, parts } };
    const kinds = implementationsOf(divided, RULES.profile).map((one) => {
      const release = one.day && releaseOfDay(one.day, divided, RULES);
      return release && `${release.kind} ${release.title}`;
    });
    expect(kinds).toEqual(['scheduled November 2018', 'scheduled February 2019', 'ad-hoc 3 December 2018']);
  });
});

describe('a text that changes after the scope of its release was frozen', () => {
  const late: OpenProposal = {
    ...raised(),
    done: raised().done.slice(0, 1),
    ...{ content: content({ implementation: { kind: 'on', day: day('2018-11-08') } }) },
  };
  const at = (on: string) => contextAt(moment(`${on} 10:00`), PEOPLE.proposer);

  test('is told with both days, and one that changed on the day of the freeze is not', () => {
    const told = (on: string) => {
      const drafted = decide(DRAFT, late, at(on));
      if (!drafted.ok) throw new Error(drafted.rejection.sentence);
      const state = drafted.events.reduce<ReturnType<typeof evolve>>(evolve, late);
      return state.status === 'none' ? null : releaseOfDay(day('2018-11-08'), state, RULES)?.late;
    };
    expect(told(SCOPE_FREEZE)).toBeNull();
    expect(told('2018-10-26')).toBe(
      'Its legal text was last changed on 26 October 2018, after the scope of the release of 8 November 2018 was frozen on 25 October 2018.',
    );
  });

  test('is refused where the process says so', () => {
    const { profile } = RULES;
    if (profile.releases === undefined) throw new Error('its releases are recorded');
    const strict = { ...profile, releases: { ...profile.releases, late: 'refused' as const } };
    expect(decide(DRAFT, late, { ...at(SCOPE_FREEZE), profile: strict }).ok).toBe(true);
    expect(refusalOf(decide(DRAFT, late, { ...at('2018-10-26'), profile: strict }))).toMatchObject({
      code: 'too-late',
    });
  });
});
