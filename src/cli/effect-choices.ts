import { done, type Result, refuse } from '../app/operation.ts';
import { rejection } from '../core/kernel/rejection.ts';
import type { Given } from './command.ts';

/** A wording with its readings, by id. */
interface Wording {
  readonly id: string;
  readonly readings: readonly { readonly id: string }[];
}

const CHOICES = [
  { option: 'reading', field: 'readings', expected: 'WORDING=READING, such as g3-26-new=per-system' },
  { option: 'assume', field: 'assume', expected: 'EVENT=DAY or EVENT=never' },
  { option: 'moved', field: 'moved', expected: 'ASSESSMENT=DAY' },
] as const;

/** What a person chose at the command line, as the input of the operation has it. */
export function choicesOf({ values }: Given, wordings: readonly Wording[]): Result<Record<string, unknown>> {
  const chosen: Record<string, unknown> = {};
  for (const { option, field, expected } of CHOICES) {
    const pairs = new Map<string, string>();
    for (const word of values.get(option) ?? []) {
      const pair = pairOf(word) ?? (option === 'reading' ? readingOf(word, wordings) : null);
      if (pair === null) return invalid(`--${option} is "${word}"; expected ${expected}`);
      if (typeof pair === 'string') return invalid(pair);
      const [name, value] = pair;
      if (pairs.has(name)) return invalid(`--${option} is given twice for "${name}"; expected once`);
      pairs.set(name, value);
    }
    chosen[field] = Object.fromEntries(pairs);
  }
  for (const option of ['party', 'on']) {
    const [value] = values.get(option) ?? [];
    if (value !== undefined) chosen[option] = value;
  }
  return done(chosen);
}

function pairOf(word: string): readonly [string, string] | null {
  const [, name, value] = /^([^=]+)=(.+)$/.exec(word) ?? [];
  return name === undefined || value === undefined ? null : [name, value];
}

/** The one wording that has a reading, with it; or a sentence that says what there is to choose from. */
function readingOf(reading: string, wordings: readonly Wording[]): readonly [string, string] | string {
  const owners = wordings.filter((wording) => wording.readings.some((one) => one.id === reading));
  const [owner] = owners;
  if (owner !== undefined && owners.length === 1) return [owner.id, reading];
  const fault = owners.length === 0 ? 'is a reading of no wording' : `is a reading of ${owners.length} wordings`;
  const choices = (owners.length === 0 ? wordings : owners).map(
    ({ id, readings }) => `${id} (${readings.map((one) => one.id).join(', ')})`,
  );
  return `--reading "${reading}" ${fault}; expected WORDING=READING for one of ${choices.join('; ')}`;
}

function invalid(sentence: string): Result<never> {
  return refuse(rejection('input-invalid', sentence));
}
