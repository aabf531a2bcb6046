import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { RecordEvent } from '../../rulebook/record-event.ts';
import { type Happened, noticesOf } from './notices-of.ts';
import { changedWordsNotice } from './obligation-notices.ts';

const at = '2019-03-08T10:00:00Z' as Instant;
const happened = (event: RecordEvent, version: number): Happened => ({
  ...{ event, version, recordedAt: at, hash: '' },
  actor: { id: 'ann', name: 'Ann Ferro', role: 'assessor' },
});
const judged: RecordEvent = {
  ...{ type: 'judgement-recorded', id: 'j', code: 'sec', obligation: 'd', party: 'p', group: null },
  ...{ words: 'best endeavours', verdict: 'not-met', asOf: day('2019-03-01'), evidence: ['a visit'] },
  ...{ reasons: 'No lock.', by: 'Ann Ferro', role: 'assessor', on: day('2019-03-08') },
};
const withdrawn: RecordEvent = {
  ...{ type: 'judgement-withdrawn', id: 'j', reasons: 'Another door.', by: 'Ann Ferro', on: day('2019-03-09') },
};

test('a judgement is told to its party and the Code Administrator and to nobody else, as is that it is taken back', () => {
  for (const stream of [[happened(judged, 1)], [happened(judged, 1), happened(withdrawn, 2)]]) {
    const { notices } = noticesOf(stream, null);
    expect(notices.map(({ isPublic, concerns }) => [isPublic, concerns])).toEqual([
      [
        false,
        [
          { kind: 'party', party: 'p' },
          { kind: 'role', role: 'code-administrator' },
        ],
      ],
    ]);
    expect(JSON.stringify(notices[0]?.body)).toContain('best endeavours');
  }
});

test('a version that changes no words to which an obligation is bound asks nobody to read them', () => {
  const version = { instrument: 'sec', shortTitle: 'SEC', label: '5.24', at };
  expect(changedWordsNotice(version, [])).toBe(null);
  const notice = changedWordsNotice(version, [{ id: 'd', title: 'Lock doors', provision: 'G1' }]);
  expect(notice?.subject).toBe('SEC: version 5.24 changes words to which an obligation is bound');
  expect(JSON.stringify(notice?.body)).toContain('/obligations/d');
});
