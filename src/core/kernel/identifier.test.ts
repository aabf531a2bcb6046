import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from './day.ts';
import { formatModificationId, parseModificationId, parseSlug, parseStepId } from './identifier.ts';
import { parseCondition } from './parse-condition.ts';
import {
  formatProvisionAddress,
  formatProvisionReference,
  type ProvisionReference,
  parseProvisionAddress,
  parseProvisionReference,
} from './provision-reference.ts';
import { compareVersionLabels, formatVersionLabel, nextVersionLabels, parseVersionLabel } from './version-label.ts';

/** One grammar: what it reads, and what it writes back; null when it does not read the text. */
const GRAMMARS: Readonly<Record<string, (text: string) => string | null>> = {
  'modification-id': again(parseModificationId, formatModificationId),
  'provision-reference': again(parseProvisionReference, formatProvisionReference),
  'provision-address': again(parseProvisionAddress, formatProvisionAddress),
  'version-label': again(parseVersionLabel, formatVersionLabel),
  'step-id': parseStepId,
  slug: parseSlug,
};

describe.each(Object.entries(GRAMMARS))('%s', (grammar, readBack) => {
  test.each(linesOf(`${grammar}.good.txt`))('reads %j and writes it back', (text) => {
    expect(readBack(text)).toBe(text);
  });

  test.each(linesOf(`${grammar}.bad.txt`))('does not read %j', (text) => {
    expect(readBack(text)).toBeNull();
  });

  test('does not read an empty text, nor a good one with anything around it', () => {
    expect(readBack('')).toBeNull();
    for (const text of linesOf(`${grammar}.good.txt`)) {
      for (const spoilt of [` ${text}`, `${text} `, `${text}\n`, `\n${text}`]) expect(readBack(spoilt)).toBeNull();
    }
  });
});

describe('every value reads back from its text', () => {
  const upper = fc.constantFrom(...'ABCGXZ');
  const word = (pattern: RegExp) => fc.stringMatching(pattern);
  const references: fc.Arbitrary<ProvisionReference> = fc
    .record({
      section: fc.option(upper),
      numbers: fc.array(word(/^[1-9][0-9]{0,2}[A-Z]{0,2}$/), { maxLength: 4 }),
      paragraphs: fc.array(word(/^([a-z]{1,6}|[1-9][0-9]?)$/), { maxLength: 3 }),
      definition: fc.option(word(/^[A-Za-z]{1,8}( [A-Za-z'-]{1,8}){0,2}$/)),
    })
    .filter(({ section, numbers, paragraphs }) => numbers.length > 0 || (section !== null && paragraphs.length === 0));

  test('a modification', () => {
    const ids = fc.record({
      series: word(/^[A-Z]{1,8}$/),
      digits: word(/^[0-9]{2,5}$/),
      split: fc.option(upper),
      part: fc.option(fc.integer({ min: 1, max: 99 })),
    });
    fc.assert(
      fc.property(ids, (id) => {
        expect(parseModificationId(formatModificationId(id))).toEqual(id);
      }),
    );
  });

  test('a provision, and its permanent address', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((value) => value as Day);
    fc.assert(
      fc.property(references, days, (reference, on) => {
        expect(parseProvisionReference(formatProvisionReference(reference))).toEqual(reference);
        expect(parseProvisionAddress(formatProvisionAddress({ reference, on }))).toEqual({ reference, on });
      }),
    );
  });

  const labels = fc.array(fc.nat(99_999), { minLength: 2, maxLength: 4 });

  test('a version label, with or without its v', () => {
    fc.assert(
      fc.property(labels, (label) => {
        expect(parseVersionLabel(formatVersionLabel(label))).toEqual(label);
        expect(parseVersionLabel(`v${formatVersionLabel(label)}`)).toEqual(label);
      }),
    );
  });

  test('version labels have one order, in which the next comes after', () => {
    fc.assert(
      fc.property(labels, labels, labels, (a, b, c) => {
        const sorted = [a, b, c].sort(compareVersionLabels);
        expect([c, a, b].sort(compareVersionLabels)).toEqual(sorted);
        expect(Math.sign(compareVersionLabels(a, b))).toBe(0 - Math.sign(compareVersionLabels(b, a)));
        expect(compareVersionLabels(a, b) === 0).toBe(formatVersionLabel(a) === formatVersionLabel(b));
        for (const next of nextVersionLabels(a)) expect(compareVersionLabels(a, next)).toBeLessThan(0);
      }),
    );
  });
});

test('the parts of a reference are told apart', () => {
  expect(parseProvisionReference('G3.28(a)(ii)')).toEqual({
    section: 'G',
    numbers: ['3', '28'],
    paragraphs: ['a', 'ii'],
    definition: null,
  });
  expect(parseProvisionReference('A1.1 "Working Day"')?.definition).toBe('Working Day');
  expect(parseProvisionReference('40.1')?.section).toBeNull();
  expect(parseModificationId('SECMP0062/2')).toEqual({ series: 'SECMP', digits: '0062', split: null, part: 2 });
  expect(parseModificationId('MP102A')).toEqual({ series: 'MP', digits: '102', split: 'A', part: null });
});

test('5.5 comes before 5.14, and after 5.20 comes 5.21', () => {
  const sorted = ['5.20', '5.5', '6.0', '5.14', '5.14.1'].map(labelOf).sort(compareVersionLabels);
  expect(sorted.map(formatVersionLabel)).toEqual(['5.5', '5.14', '5.14.1', '5.20', '6.0']);
  const after = (text: string) => nextVersionLabels(labelOf(text)).map(formatVersionLabel);
  expect(after('v5.20')).toEqual(['5.21', '6.0']);
  expect(after('5.14.1')).toEqual(['5.14.2', '5.15', '6.0']);
  expect(after('5.99999')).toEqual(['6.0']);
});

test('every step can be named in a condition', () => {
  for (const step of linesOf('step-id.good.txt')) expect(parseCondition(`${step} == "agreed"`).ok).toBe(true);
});

function again<T>(parse: (text: string) => T | null, format: (value: T) => string): (text: string) => string | null {
  return (text) => {
    const value = parse(text);
    return value === null ? null : format(value);
  };
}

function labelOf(text: string) {
  const label = parseVersionLabel(text);
  if (label === null) throw new Error(`"${text}" is no label`);
  return label;
}

function linesOf(file: string): string[] {
  const text = readFileSync(new URL(`./identifiers/${file}`, import.meta.url), 'utf8');
  return text.split('\n').slice(0, -1);
}
