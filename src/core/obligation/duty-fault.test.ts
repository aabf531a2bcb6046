import { expect, test } from 'vitest';
import { duty, factKind } from '../../../test/support/duty.ts';
import { parseCondition } from '../kernel/parse-condition.ts';
import { conditionFault } from './condition-fault.ts';
import { changesFault, dueFault } from './duty-fault.ts';
import { eventFault, readingsFault } from './event-fault.ts';
import type { Obligation } from './obligation.ts';

const kinds = [
  factKind({ id: 'system-enrolled', subject: 'system-group' }),
  factKind({ id: 'guidance-published' }),
  factKind({ id: 'devices-operated', subject: 'party', type: 'int' }),
];
const citation = kinds[0]?.citation ?? { source: 'test', clause: null, certainty: 'illustrative' };
const ground = { factKinds: kinds, bodies: [{ id: 'panel' }], obligations: [duty({ id: 'old' })] };

function conditionOf(text: string) {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.expression;
}

function added(given: Partial<Obligation>, obligation = 'survey') {
  const { id: _, ...whole } = duty(given);
  return changesFault([{ kind: 'add', obligation, duty: whole }], ground);
}

test('a condition over what is no fact is told its line and column, and what was meant', () => {
  const told =
    'The condition cannot be asked: line 1, column 7: expected a name that is declared, found "system_enroled_day"; did you mean "system_enrolled_day"?';
  expect(conditionFault('on >= system_enroled_day', kinds, 'system')).toBe(told);
  expect(conditionFault('devices_operated >\n  "a"', kinds, 'party')).toMatch(/line 2, column 3: expected a number/);
  expect(added({ condition: conditionOf('on >= system_enroled_day') })).toBe(`Of the obligation "survey": ${told}`);
  expect(added({ condition: conditionOf('on >= system_enrolled_day') })).toBeNull();
});

test('a condition over each system is refused of a duty that binds the party as a whole', () => {
  expect(conditionFault('system_enrolled', kinds, 'smets1-system')).toBeNull();
  expect(conditionFault('guidance_published && devices_operated > 3', kinds, 'party')).toBeNull();
  expect(conditionFault('guidance_published &&\n on > system_enrolled_day', kinds, 'party')).toBe(
    'The condition can never be settled: line 2, column 7: expected a name of the market or of the party, since the duty binds the party as a whole, found "system_enrolled_day", which each system has of its own.',
  );
  const fields = { each: 'party' } as const;
  const known = { ...ground, obligations: [duty({ id: 'old', condition: conditionOf('system_enrolled') })] };
  expect(changesFault([{ kind: 'amend', obligation: 'old', fields }], known)).toMatch(/can never be settled/);
});

test('a condition that could not be read again once it is written out is refused', () => {
  const text = Array.from({ length: 240 }, () => 'guidance_published')
    .join('||')
    .slice(0, 3998);
  expect(conditionFault(text.replace(/\|*[a-z_]*$/, ''), kinds, 'party')).toMatch(/expected at most 4000/);
});

test('an event is a kind of type event, and no other is offered', () => {
  expect(eventFault('guidance-published', kinds)).toBeNull();
  expect(eventFault('devices-operated', kinds)).toBe(
    '"devices-operated" is a value and no event; expected one of system-enrolled, guidance-published.',
  );
  expect(eventFault('rain', kinds)).toMatch(/^There is no event "rain"; expected one of system-enrolled, guidance/);
});

test('a time is counted from an event that its bearer has a day of, and is at most a hundred years', () => {
  const within = (after: string, count: number) =>
    dueFault({ kind: 'within', after, length: { count, unit: 'working-days' } }, kinds, 'party')?.sentence ?? null;
  expect(within('guidance-published', 36_525)).toBeNull();
  expect(within('devices-operated', 3)).toMatch(/is a value and no event/);
  expect(within('system-enrolled', 3)).toMatch(/expected an event of the market or of the party/);
  expect(within('guidance-published', 999_999_999_999)).toBe(
    '999999999999 Working Days is too long a time; expected at most 36525 Working Days.',
  );
  const every = { kind: 'every', months: 100_000_000, from: 17_000, grace: null } as never;
  expect(dueFault(every, kinds, 'party')?.sentence).toMatch(/expected at most 1200 months/);
});

test('a duty is named by a slug and assured by a body that there is', () => {
  expect(added({}, 'x y/../z')).toMatch(/^"x y\/..\/z" is no id of an obligation; expected lower-case words/);
  expect(added({ assuredBy: 'martians' })).toMatch(/There is no body "martians"; expected panel\.$/);
  expect(added({ assuredBy: 'panel' })).toBeNull();
});

test('readings that wait for a value, or that come to the same, are refused', () => {
  const words = (...events: string[]) => ({
    id: 'words',
    title: 'Words',
    readings: events.map((event, at) => ({
      id: `r${at}`,
      title: event,
      default: at === 0,
      commences: { kind: 'event', event } as const,
      ends: { kind: 'never' } as const,
      citation,
    })),
  });
  expect(readingsFault(words('guidance-published', 'system-enrolled'), kinds)).toBeNull();
  expect(readingsFault(words('devices-operated'), kinds)).toMatch(/is a value and no event/);
  expect(readingsFault(words('system-enrolled', 'system-enrolled'), kinds)).toMatch(/"r0" and "r1" of "words" come to/);
});
