import { expect, test } from 'vitest';
import { EXAMPLE } from '../../../../test/support/code.ts';
import { content } from '../../../../test/support/proposal.ts';
import type { Amendment } from '../../code/amendment.ts';
import { type CodeHistory, timelineOf } from '../../code/version.ts';
import { day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import { alternativeAtLast } from './alternative-at-last.ts';

const replaced = (target: string, text: string, find: string, by: string): Amendment => {
  return { kind: 'replace', target, field: 'text', find, with: by, at: [text.indexOf(find)] };
};
const LOCK = 'Each member shall lock every door that it owns.';
const LIST = 'Each member shall keep a list of its doors.';

/** The example code after a version that makes some change. */
function after(...amendments: readonly Amendment[]): ReturnType<typeof timelineOf> {
  const source = { kind: 'designation', reference: 'A minister' } as const;
  const recordedAt = '2018-01-01T00:00:00.000Z' as Instant;
  const published = { label: '1.1', inForceFrom: day('2018-10-01'), source, amendments, recordedAt };
  const history: CodeHistory = { base: EXAMPLE, baseLabel: '1.0', baseFrom: day('2018-06-28'), versions: [published] };
  return timelineOf(history, null);
}

const raised = (...amendments: readonly Amendment[]) => ({ amendments, against: '1.0', on: day('2018-09-01') });
const state = { content: content() };

test('an alternative is mapped over a version that came since, where that leaves its words alone', () => {
  const alternative = raised(replaced('g-1', LOCK, 'owns', 'uses'));
  const found = alternativeAtLast(after(replaced('g-1', LOCK, 'Each', 'Every')), state, alternative);
  expect(found).toMatchObject({ ok: true, amendments: [{ target: 'g-1', at: [LOCK.indexOf('owns') + 1] }] });
});

test('one whose words that version changed is told with the version and the clash', () => {
  const alternative = raised(replaced('g-3', LIST, 'list', 'register'));
  const found = alternativeAtLast(after(replaced('g-3', LIST, 'list', 'book')), state, alternative);
  expect(found).toMatchObject({ ok: false, over: { label: '1.1' }, clashes: [{ class: 'same-words' }] });
});
