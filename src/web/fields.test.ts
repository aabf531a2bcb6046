import { expect, test } from 'vitest';
import { z } from 'zod';
import { daySchema } from '../core/kernel/day.schema.ts';
import { inputOfFields } from './fields.ts';

const schema = z.strictObject({
  modification: z.string(),
  count: z.int().optional(),
  countFirst: z.boolean().default(false),
  on: daySchema.nullable(),
  reasons: z.string(),
  seats: z.array(z.string()).optional(),
  readings: z.record(z.string(), z.string()).default({}),
  timetable: z.strictObject({ steps: z.array(z.strictObject({ step: z.string(), from: daySchema })) }).nullable(),
});

test('texts become what the schema expects', () => {
  const fields = [
    ['modification', 'SECMP0065'],
    ['count', '15'],
    ['countFirst', 'true'],
    ['on', '2018-10-12'],
    ['seats', 'one'],
    ['seats', 'two'],
  ] as const;
  expect(inputOfFields(schema, fields)).toEqual({
    modification: 'SECMP0065',
    count: 15,
    countFirst: true,
    on: '2018-10-12',
    seats: ['one', 'two'],
  });
});

test('dots name the inside of objects and lists', () => {
  const fields = [
    ['timetable.steps.0.step', 'ballot'],
    ['timetable.steps.0.from', '2018-10-24'],
    ['readings.new-words', 'per-system'],
  ] as const;
  expect(inputOfFields(schema, fields)).toEqual({
    timetable: { steps: [{ step: 'ballot', from: '2018-10-24' }] },
    readings: { 'new-words': 'per-system' },
  });
});

test('a field left blank is not given, but null where null is required, and empty where a text is', () => {
  const fields = [
    ['count', ' '],
    ['on', ''],
    ['reasons', ''],
  ] as const;
  expect(inputOfFields(schema, fields)).toEqual({ on: null, reasons: '' });
});

test('what cannot be read stays text, so that the schema refuses it by name', () => {
  expect(inputOfFields(schema, [['count', 'many']])).toEqual({ count: 'many' });
  expect(inputOfFields(schema, [['timetable', '{']])).toEqual({ timetable: '{' });
});

test('fields of the site itself and of the language are no input', () => {
  const input = inputOfFields(schema, [
    ['_token', 'x'],
    ['__proto__.polluted', 'x'],
    ['constructor.prototype.polluted', 'x'],
  ]);
  expect(Object.keys(input)).not.toContain('_token');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a row of a list that is left blank whole is not given, and the rows after it move up', () => {
  const fields = [
    ['timetable.steps.0.step', ''],
    ['timetable.steps.0.from', ''],
    ['timetable.steps.2.step', 'ballot'],
    ['timetable.steps.2.from', ''],
  ] as const;
  expect(inputOfFields(schema, fields)).toEqual({ timetable: { steps: [{ step: 'ballot', from: '' }] } });
});
