import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeEvent, EVENT_TYPES, encodeEvent, presentSchema } from '../../src/store/event-types.ts';

const FOLDER = new URL('./event-samples/', import.meta.url);
const samples = readdirSync(FOLDER).map((name) => ({
  name,
  ...JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')),
}));

describe('stored events', () => {
  test('of every type and every version that was ever written have a sample', () => {
    const expected = EVENT_TYPES.flatMap((type) =>
      Array.from({ length: presentSchema(type) }, (_, index) => `${type}.${index + 1}.json`),
    );
    expect(samples.map((sample) => sample.name).toSorted()).toEqual(expected.toSorted());
  });

  test.each(samples)('$name still opens', ({ type, schema, data }) => {
    const event = decodeEvent(type, schema, data);
    expect(event.type).toBe(type);
    if (schema === presentSchema(event.type)) expect(encodeEvent(event)).toEqual({ type, schema, data });
  });

  test('of a newer program are refused with a sentence that says so', () => {
    expect(() => decodeEvent('vote-cast', 2, {})).toThrow('"vote-cast" version 2, which this Proviso does not know');
  });
});
