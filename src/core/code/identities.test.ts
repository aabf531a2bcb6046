import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyProvisions } from '../../../test/support/any-document.ts';
import { addDays, day } from '../kernel/day.ts';
import { identitiesOf } from './identities.ts';
import { namesOf } from './names.ts';
import { findByReference } from './tree.ts';
import type { Timeline } from './version.ts';

const START = day('2018-01-01');

const timelines = fc.array(anyProvisions, { minLength: 1, maxLength: 3 }).map(
  (texts): Timeline =>
    texts.map((provisions, at) => ({
      text: { code: 'sec', title: 'A code', provisions },
      label: `1.${at}`,
      inForceFrom: addDays(START, at),
      until: at + 1 < texts.length ? addDays(START, at + 1) : null,
      published: null,
    })),
);

test('a name has the identity that the latest text with that name gives it', () =>
  fc.assert(
    fc.property(timelines, (timeline) => {
      const asked = timeline.flatMap(({ text }) => [...namesOf(text).values()]);
      const found = identitiesOf(timeline, [...asked, 'Z99.9']);
      for (const name of asked) {
        const latest = timeline.findLast(({ text }) => findByReference(text, name) !== null);
        expect([name, found.get(name)]).toEqual([name, latest && findByReference(latest.text, name)?.id]);
      }
      expect(found.has('Z99.9')).toBe(false);
    }),
    { numRuns: 60 },
  ));
