import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../../kernel/instant.ts';
import { paragraph } from '../build.ts';
import { type Notice, TOPICS, type Topic } from './notice.ts';
import { choose, isConcerned, MODES, modeFor, type Preference } from './preference.ts';

const topics = Object.keys(TOPICS) as Topic[];
const modifications = ['SECMP0065', 'SECMP0066'];
const notice: Notice = {
  topic: 'ballot',
  what: 'ballot-opened',
  modification: 'SECMP0065',
  code: 'sec',
  concerns: [{ kind: 'seat', seat: 'gas' }],
  isPublic: true,
  subject: 'SECMP0065: a vote',
  body: [paragraph('A vote.')],
  at: instant('2018-10-24T09:00:00Z'),
  until: null,
  reminds: null,
};
const voter = { role: 'change-board', seat: 'gas' } as const;
const other = { role: 'change-board', seat: 'electricity' } as const;

const anyChoice: fc.Arbitrary<Preference> = fc.record({
  topic: fc.constantFrom(null, ...topics),
  modification: fc.constantFrom(null, ...modifications),
  mode: fc.constantFrom(...MODES),
});
const anyNotice = fc
  .record({
    topic: fc.constantFrom(...topics),
    modification: fc.constantFrom(null, ...modifications),
    isPublic: fc.boolean(),
  })
  .map((given): Notice => ({ ...notice, ...given }));

describe('how a person is told', () => {
  test('what asks something of them comes at once, all else once a day', () => {
    expect(modeFor(notice, voter, [])).toBe('immediate');
    expect(modeFor(notice, other, [])).toBe('digest');
  });

  test('what is for one party alone is told to nobody else, whatever they chose', () => {
    const receipt: Notice = { ...notice, isPublic: false, concerns: [{ kind: 'party', party: 'dovecote' }] };
    const all: Preference = { topic: null, modification: null, mode: 'immediate' };
    expect(modeFor(receipt, { role: 'party', party: 'dovecote' }, [])).toBe('immediate');
    expect(modeFor(receipt, { role: 'party', party: 'cinderpath' }, [all])).toBe('none');
  });

  test('a choice for the topic of a modification counts more than one for the modification, that more than one for the topic', () => {
    const chosen: Preference[] = [
      { topic: null, modification: null, mode: 'none' },
      { topic: 'ballot', modification: null, mode: 'digest' },
      { topic: null, modification: 'SECMP0065', mode: 'immediate' },
    ];
    expect(modeFor(notice, other, chosen)).toBe('immediate');
    expect(modeFor({ ...notice, modification: 'SECMP0066' }, other, chosen)).toBe('digest');
    expect(modeFor({ ...notice, modification: 'SECMP0066', topic: 'raised' }, other, chosen)).toBe('none');
    const most: Preference = { topic: 'ballot', modification: 'SECMP0065', mode: 'none' };
    expect(modeFor(notice, voter, choose(chosen, most))).toBe('none');
  });

  test('the last choice holds for everything that it covers', () => {
    fc.assert(
      fc.property(fc.array(anyChoice), anyChoice, anyNotice, (before, choice, told) => {
        const after = choose(before.reduce(choose, [] as readonly Preference[]), choice);
        const covers =
          (choice.topic === null || choice.topic === told.topic) &&
          (choice.modification === null || choice.modification === told.modification);
        const moreCloselyChosen =
          choice.modification === null &&
          after.some((one) => one !== choice && one.modification !== null && one.modification === told.modification);
        fc.pre(covers && !moreCloselyChosen);
        const readable = told.isPublic || isConcerned(told, voter);
        expect(modeFor(told, voter, after)).toBe(readable ? choice.mode : 'none');
      }),
    );
  });
});
