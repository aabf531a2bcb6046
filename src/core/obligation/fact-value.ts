import type { FactKind, FactValue } from './fact.ts';

/** A value that a kind of fact takes (undefined: an event has none), or why it takes none such, in a sentence. */
export type ReadFactValue =
  | { readonly ok: true; readonly value: FactValue | undefined }
  | { readonly ok: false; readonly sentence: string };

/** Holds a value to the type and the values that a kind declares; a whole number or a text is told by what it is. */
export function readFactValue(kind: FactKind, value: FactValue | null): ReadFactValue {
  const { id, type, values } = kind;
  const no = (expected: string): ReadFactValue => {
    const found = value === null ? 'comes without a value' : `cannot be ${JSON.stringify(value)}`;
    return { ok: false, sentence: `"${id}" ${found}; expected ${expected}.` };
  };
  switch (type) {
    case 'event': {
      if (value === null) return { ok: true, value: undefined };
      const sentence = `"${id}" is an event, which happens on its day; expected no value, and ${JSON.stringify(value)} is given.`;
      return { ok: false, sentence };
    }
    case 'bool':
      return typeof value === 'boolean' ? { ok: true, value } : no('true or false');
    case 'int':
      return typeof value === 'number' && Number.isSafeInteger(value) ? { ok: true, value } : no('a whole number');
    case 'string': {
      if (typeof value !== 'string' || value.trim() === '') return no(values === null ? 'a text' : oneOf(values));
      return values === null || values.includes(value) ? { ok: true, value } : no(oneOf(values));
    }
  }
}

function oneOf(values: readonly string[]): string {
  return `one of ${values.join(', ')}`;
}
