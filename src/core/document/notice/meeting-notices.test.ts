import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { instant } from '../../kernel/instant.ts';
import type { MeetingEvent } from '../../modification/meeting/meeting-event.ts';
import { CLOCK } from '../../party/actor.ts';
import { noticesOf } from './notices-of.ts';

const called: MeetingEvent = {
  type: 'meeting-called',
  meeting: 'ssc-2018-10-24',
  code: 'sec',
  body: 'ssc',
  number: null,
  rulebook: 'a'.repeat(64),
  ...{ day: day('2018-10-24'), startsAt: '10:00', place: 'London', paperDay: day('2018-10-17'), on: day('2018-10-01') },
};
const happened = { event: called, actor: CLOCK, recordedAt: instant('2018-10-01T09:00:00Z'), version: 1, hash: 'ab' };

test('a notice of a meeting names the body as its code does, and no key', () => {
  const bodies = [{ id: 'ssc', inSentence: 'the Security Sub-Committee' }];
  const [told] = noticesOf([happened], null, bodies).notices;
  expect(told?.subject).toBe('The Security Sub-Committee’s meeting of 24 October 2018 is called');
  expect(JSON.stringify(told?.body[0])).not.toContain('ssc');
});

test('a notice of a meeting of a role names the role where the bodies are not known', () => {
  const [told] = noticesOf([{ ...happened, event: { ...called, body: 'change-board' } }], null).notices;
  expect(told?.subject).toBe('The Change Board’s meeting of 24 October 2018 is called');
});
